"""Terms and sources of the interchange format → working copy."""

from __future__ import annotations

from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from operations import history, publishing
from operations.models import VOCABULARIES, Archive, Source, Term
from operations.problems import Refused

from . import shapes
from .reading import Rows
from .saving import find, naming, put, put_coded, text
from .shape import fit

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Plain columns that only some vocabularies have.
OWN_FIELDS: dict[str, tuple[str, ...]] = {
    "offence": ("ordinance", "section", "relevance", "max_penalty", "iccs"),
    "place": ("kind",),
    "method": ("kind", "htcds", "ctdc"),
}


def broader_first(vocabulary: str, rows: Rows) -> Rows:
    """Rows in an order in which every term comes after the broader ones and those that it joins.

    Retired terms come late: most find their successor there, and are saved once.
    """
    late = sorted(rows, key=lambda row: bool(row.get("successor")))
    by_id = {str(row.get("id")): row for row in late}
    order = TopologicalSorter({code: named_by(row) & by_id.keys() for code, row in by_id.items()})
    try:
        return [by_id[code] for code in order.static_order()]
    except CycleError as error:
        words = {"ids": ", ".join(error.args[1])}
        message = _("Terms name each other in a circle: %(ids)s.") % words
        raise Refused(f"{vocabulary}: {message}") from error


def named_by(row: dict[str, Any]) -> set[str]:
    """Ids that a term cannot be without: the broader one, and the places it joins."""
    code = str(row.get("id"))
    return {str(row.get("parent")), *code.split("+")} - {code}


def load_term(vocabulary: str, row: dict[str, Any], by: User | None) -> bool:
    """Create or change one term; documents that quote it are reissued."""
    model = VOCABULARIES[vocabulary]
    with naming(f"{vocabulary} {row.get('id')}"):
        row = fit(row, {**shapes.TERM, **shapes.OWN_KEYS.get(vocabulary, {})})
        values: dict[str, Any] = {
            **text(row["name"], "name"),
            **text(row["note"], "note"),
            "aliases": row["aliases"],
            "evidence": row["evidence"],
            "parent": find(model, row["parent"]),
            **{field: row[field] for field in OWN_FIELDS.get(vocabulary, ())},
        }
        # A package that names no successor does not undo a merger.
        if heir := model._default_manager.filter(code=row.get("successor")).first():
            values["successor"] = heir
        if vocabulary == "offence":
            values |= text(row["not_covered"], "not_covered")
            values |= text(row["covered"], "covered") if "covered" in row else {}
            values |= {name: row[name] for name in ("palermo", "htcds_forms") if name in row}
            values["title_as_of"] = row["title_as_of"] or ""
        term, changed = put_coded(model, row["id"], values)
        if changed:
            keep(term, by)
        return changed


def load_successor(vocabulary: str, row: dict[str, Any], by: User | None) -> None:
    """Once all terms are there: what succeeds a term may be narrower than it, or come later."""
    model = VOCABULARIES[vocabulary]
    with naming(f"{vocabulary} {row['id']}"):
        if row.get("successor"):
            heir = find(model, row["successor"])
            term, changed = put_coded(model, row["id"], {"successor": heir})
            if changed:
                keep(term, by)


def load_source(row: dict[str, Any], by: User | None) -> bool:
    """Create or change one source and its archived copies."""
    with naming(f"source {row.get('id')}"):
        row = fit(row, shapes.SOURCE)
        values = {
            "title": row["title"],
            "publisher": row["publisher"],
            "original_publisher": row["original_publisher"],
            "url": row["url"],
            "published": row["published"] or "",
            "language": row["language"],
            "kind": row["kind"],
            "accessed_on": day(row["accessed_on"]),
        }
        if "note" in row:
            values["note"] = row["note"]
        values |= beside_another(row["id"], row["url"])
        source, changed = put_coded(Source, row["id"], values)
        changed = load_archives(source, row["archives"]) or changed
        if changed:
            keep(source, by)
        return changed


def beside_another(code: str, url: str) -> dict[str, str]:
    """A package may hold one address twice: both stay, and the second says so."""
    others = Source.objects.at(url).exclude(code=code)
    if Source.objects.filter(code=code).exclude(different_page="").exists():
        return {}
    first = others.filter(different_page="").first()
    if first is None:
        return {}
    words = _("Loaded with a package; look at %(source)s.") % {"source": first.code}
    return {"different_page": words}


def day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValidationError(_("“%(text)s” is not a day.") % {"text": text}) from error


def load_archives(source: Source, archives: list[dict[str, str]]) -> bool:
    """Add copies that are not known yet; a known one stays, whoever brought it."""
    known = set(source.archives.values_list("url", "sha256"))
    new = [row for row in archives if (row["url"], row["sha256"]) not in known]
    for row in new:
        moment = f"{row['archived_on']}T00:00:00Z"
        copy = {"url": row["url"], "sha256": row["sha256"], "archived_at": moment}
        put(Archive(source=source), copy)
    return bool(new)


def keep(record: Term | Source, by: User | None) -> None:
    """Record the change and renew what quotes it."""
    history.save_revision(record, by)
    publishing.reissue(record, by=by)
