"""Writing into the working copy what a merger gives it, and noting what an undo needs."""

from __future__ import annotations

from typing import Any

from operations.codes import Rank
from operations.document.skeleton import figure_entry
from operations.models import Citation, Figure, Operation, PrivacyOverride

from .facts import KINDS
from .figures import Move
from .plan import Offer, Plan, had

NOT_COPIED = frozenset({"id", "operation", "number", "part_of", "claim_key", "came_from"})


def give(giving: Operation, taking: Operation, plan: Plan, chosen: list[Offer]) -> dict[str, Any]:
    """``taking`` gains the chosen facts and every figure; returns what it gained."""
    common = had(giving, taking)
    for offer in chosen:
        KINDS[offer.kind].add(taking, offer.fact)
    copy_overrides(giving.code, taking.code, "operation")
    figures, joined = give_figures(plan.moves, taking)
    return {
        "facts": [[offer.kind, offer.fact] for offer in chosen],
        "had": [[kind, fact] for kind, facts in common.items() for fact in facts],
        "figures": figures,
        "joined": joined,
    }


def give_figures(
    moves: list[Move], taking: Operation
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    where: dict[int, Figure] = {}
    copied: list[tuple[str, Figure]] = []
    joined = []
    for move in moves:
        if move.joins is not None:
            origin = move.figure.came_from or move.figure.public_id
            joined.append({"from": origin, **join(move.figure, move.joins)})
            where[move.figure.pk] = move.joins
        else:
            where[move.figure.pk] = copy(move, taking, where)
            copied.append((where[move.figure.pk].came_from, where[move.figure.pk]))
    return [noted(origin, figure) for origin, figure in copied], joined


def copy(move: Move, taking: Operation, where: dict[int, Figure]) -> Figure:
    """The figure under a new number, with its citations; it remembers where it came from."""
    figure = move.figure
    values = {
        field.name: getattr(figure, field.name)
        for field in Figure._meta.concrete_fields
        if field.name not in NOT_COPIED
    }
    made = Figure(
        **values,
        operation=taking,
        part_of=where[figure.part_of_id] if figure.part_of_id else None,
        came_from=figure.came_from or figure.public_id,
    )
    made.breakdown_set = move.breakdown_set
    made.rank = Rank.NORMAL
    made.save()
    # The claim key follows from what is covered, and is asked before a preference.
    made.covers.set(figure.covers.filter(code__in=move.claim.covers))
    made.rank = figure.rank
    if move.loses_preference:
        made.rank, made.rank_reason = Rank.NORMAL, ""
    made.save()
    for citation in figure.citations.all():
        Citation.objects.create(figure=made, source=citation.source, locator=citation.locator)
    for record in ("figure", "citation"):
        copy_overrides(figure.public_id, made.public_id, record)
    return made


def join(figure: Figure, other: Figure) -> dict[str, Any]:
    """One claim, one figure: it gains the citations, and the day where it had none."""
    known = set(other.citations.values_list("source__code", "locator"))
    citations = [(c.source.code, c.locator) for c in figure.citations.all()]
    for citation in figure.citations.all():
        if (citation.source.code, citation.locator) not in known:
            Citation.objects.create(figure=other, source=citation.source, locator=citation.locator)
    copy_overrides(figure.public_id, other.public_id, "citation")
    as_at = "" if other.as_at else figure.as_at
    if as_at:
        other.as_at = as_at
        other.save(update_fields=["as_at"])
    return {
        "number": other.number,
        "as_at": as_at,
        "said_as_at": figure.as_at,
        "citations": [list(each) for each in citations if each not in known],
        "had": [list(each) for each in citations if each in known],
    }


def noted(origin: str, figure: Figure) -> dict[str, Any]:
    """A figure as it was given, so that an undo can tell whether somebody changed it."""
    entry = figure_entry(fresh(figure), figure.owner.code)
    return {"from": origin, "number": figure.number, "entry": entry}


def fresh(figure: Figure) -> Figure:
    return Figure.objects.select_related("operation", "part_of", "counted_in", "offence").get(
        pk=figure.pk
    )


def copy_overrides(old: str, new: str, record: str) -> None:
    """What an administrator let stand goes on standing where it is copied to."""
    given = PrivacyOverride.objects.filter(record=record, code=old)
    for override in given:
        PrivacyOverride.objects.get_or_create(
            record=record,
            code=new,
            field=override.field,
            excerpt=override.excerpt,
            defaults={"reason": override.reason, "made_by": override.made_by},
        )
