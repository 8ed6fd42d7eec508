"""Facts and figures of a merger as an editor reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from operations import merging
from operations.admin.figures.words import claim_in_words
from operations.codes import AgencyRole, Attribution, LinkKind, Status
from operations.dates import in_words
from operations.models import Agency, Group, Operation, Place
from operations.models.vocabulary import VOCABULARIES

MODELS = {
    **{f"{name}s": model for name, model in VOCABULARIES.items()},
    "series": VOCABULARIES["series"],
    "parent": Operation,
    "may_overlap": Operation,
}
SHOWN_LENGTH = 300


@dataclass(frozen=True)
class Line:
    """One figure and what becomes of it."""

    id: str
    words: str
    becomes: str
    notes: tuple[str, ...]


def lines(plan: merging.Plan, into: Operation) -> list[Line]:
    return [
        Line(
            id=move.figure.public_id,
            words=claim_in_words(move.figure),
            becomes=becomes(move, into),
            notes=tuple(notes(move)),
        )
        for move in plan.moves
    ]


def becomes(move: merging.Move, into: Operation) -> str:
    if move.joins is not None:
        words = {"figure": move.joins.public_id}
        return _("the same claim as %(figure)s: its sources are added there") % words
    if move.figure.part_of is not None:
        return _("a new figure of %(id)s, under its whole") % {"id": into.code}
    return _("a new figure of %(id)s") % {"id": into.code}


def notes(move: merging.Move) -> list[str]:
    found = []
    if move.loses_preference:
        found.append(_("no longer preferred: a rival there is, and only one can be"))
    if move.loses_note:
        found.append(_("its notes stay in earlier editions only"))
    if move.joins is not None and move.joins.rank != move.figure.rank:
        found.append(_("the rank given there stands"))
    if move.figure.breakdown_set != move.breakdown_set:
        words = {"name": move.breakdown_set}
        found.append(_("its split is called “%(name)s” there, beside one of that name") % words)
    if len(move.claim.covers) < len(move.figure.covers.all()):
        found.append(_("it no longer counts as covering the other"))
    return found


def fact_words(kind: str, fact: Any) -> str:
    if kind in ("agencies", "groups"):
        labels = AgencyRole if kind == "agencies" else Attribution
        term = name(Agency if kind == "agencies" else Group, fact[0])
        return f"{term} ({labels(fact[1]).label})"
    if kind == "routes":
        return " → ".join(name(Place, code) for code in fact)
    if kind == "links":
        return f"{LinkKind(fact[0]).label}: {fact[1]}"
    if kind == "dates":
        return in_words(fact[0], get_language() or "en")
    if kind == "status":
        return str(Status(fact[0]).label)
    text = fact[0] if isinstance(fact, list) else fact
    return name(MODELS[kind], text) if kind in MODELS else shortened(text)


def name(model: Any, code: str) -> str:
    found = model._default_manager.filter(code=code).first()
    return str(found) if found else code


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"
