"""Terms and sources of the interchange format → working copy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from operations import history, publishing
from operations.models import VOCABULARIES, Archive, Source, Term

from .saving import naming, put_coded, text

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Plain columns that only some vocabularies have.
OWN_FIELDS: dict[str, tuple[str, ...]] = {
    "offence": ("ordinance", "section", "relevance", "max_penalty", "iccs"),
    "place": ("kind",),
    "method": ("kind", "htcds", "ctdc"),
}


def load_term(vocabulary: str, row: dict[str, Any], by: User | None) -> bool:
    """Create or change one term; documents that quote it are reissued."""
    model = VOCABULARIES[vocabulary]
    with naming(f"{vocabulary} {row.get('id')}"):
        values: dict[str, Any] = {
            **text(row["name"], "name"),
            **text(row["note"], "note"),
            "aliases": row["aliases"],
            "evidence": row["evidence"],
            "parent": find(model, row["parent"]),
            "successor": find(model, row.get("successor")),
            **{field: row[field] for field in OWN_FIELDS.get(vocabulary, ())},
        }
        if vocabulary == "offence":
            values |= text(row["not_covered"], "not_covered")
            values["title_as_of"] = row["title_as_of"] or ""
        term, changed = put_coded(model, row["id"], values)
        if changed:
            keep(term, by)
        return changed


def find(model: type[Term], code: str | None) -> Term | None:
    if code is None:
        return None
    found = model._default_manager.filter(code=code).first()
    if found is None:
        raise KeyError(code)
    return found


def load_source(row: dict[str, Any], by: User | None) -> bool:
    """Create or change one source and its archived copies."""
    with naming(f"source {row.get('id')}"):
        accessed = row["accessed_on"]
        values = {
            "title": row["title"],
            "publisher": row["publisher"],
            "original_publisher": row["original_publisher"],
            "url": row["url"],
            "published": row["published"] or "",
            "language": row["language"],
            "kind": row["kind"],
            "accessed_on": date.fromisoformat(accessed) if accessed else None,
        }
        if "note" in row:
            values["note"] = row["note"]
        source, changed = put_coded(Source, row["id"], values)
        changed = load_archives(source, row["archives"]) or changed
        if changed:
            keep(source, by)
        return changed


def load_archives(source: Source, archives: list[dict[str, str]]) -> bool:
    """Add copies that are not known yet; a known one stays, whoever brought it."""
    known = set(source.archives.values_list("url", "sha256"))
    new = [row for row in archives if (row["url"], row["sha256"]) not in known]
    for row in new:
        archive = Archive(
            source=source,
            url=row["url"],
            sha256=row["sha256"],
            archived_at=f"{row['archived_on']}T00:00:00Z",
        )
        archive.full_clean()
        archive.save()
    return bool(new)


def keep(record: Term | Source, by: User | None) -> None:
    """Record the change and renew what quotes it."""
    history.save_revision(record, by)
    publishing.reissue(record, by=by)
