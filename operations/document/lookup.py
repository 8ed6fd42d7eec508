"""Everything a document quotes from other tables, read once for many documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from functools import cached_property
from typing import Any

from operations.models import VOCABULARIES, Archive, Operation, Source, Term


class Lookup:
    """Names of terms, descriptions of sources, and which operations may be pointed to.

    ``also_public`` names operations about to be published together with the one at hand.
    ``as_if`` tells mergers that do not stand as if they did: by ``operation`` or vocabulary,
    ids and what they were merged into.
    """

    def __init__(
        self,
        also_public: Iterable[str] = (),
        as_if: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self._also_public = frozenset(also_public)
        self._as_if = as_if or {}
        self._terms: dict[str, dict[str, Term]] = {}
        self._sources: dict[str, dict[str, Any]] = {}

    @cached_property
    def public(self) -> frozenset[str]:
        """Ids of operations that readers can open."""
        codes = Operation.objects.public().values_list("code", flat=True)
        return frozenset(codes) | self._also_public

    @cached_property
    def survivors(self) -> dict[str, str]:
        """Ids of merged operations, each with the id it was merged into."""
        merged = Operation.objects.filter(merged_into__isnull=False)
        supposed = self._as_if.get("operation", {})
        stored = dict(merged.values_list("code", "merged_into__code"))
        return {code: supposed.get(into, into) for code, into in {**stored, **supposed}.items()}

    def operation(self, code: str) -> str | None:
        """The id to point to: the survivor of a merger, or nothing when it is not public."""
        code = self.survivors.get(code, code)
        return code if code in self.public else None

    def term(self, vocabulary: str, code: str) -> Term | None:
        """The term as it is now; nothing when only published documents still name it."""
        return self._vocabulary(vocabulary).get(code)

    def current(self, vocabulary: str, code: str) -> str:
        """The code that stands for ``code`` now: its successor's, when it is retired."""
        seen: set[str] = set()
        while code not in seen:
            seen.add(code)
            code = self._heir(vocabulary, code) or code
        return code

    def _heir(self, vocabulary: str, code: str) -> str | None:
        supposed = self._as_if.get(vocabulary, {}).get(code)
        term = self.term(vocabulary, code)
        return supposed or (term.successor.code if term and term.successor else None)

    def _vocabulary(self, vocabulary: str) -> dict[str, Term]:
        if vocabulary not in self._terms:
            terms = list(VOCABULARIES[vocabulary]._default_manager.all())
            by_key = {term.pk: term for term in terms}
            for term in terms:
                # The tree is whole in memory, so lineages cost no query.
                term.parent = by_key.get(term.parent_id)  # type: ignore[attr-defined]
                term.successor = by_key.get(term.successor_id)  # type: ignore[attr-defined]
            self._terms[vocabulary] = {term.code: term for term in terms}
        return self._terms[vocabulary]

    def sources(self, codes: Iterable[str]) -> list[dict[str, Any]]:
        """Descriptions of sources in the order of their ids, without those that are gone."""
        wanted = sorted(set(codes))
        missing = [code for code in wanted if code not in self._sources]
        if missing:
            found = Source.objects.filter(code__in=missing).prefetch_related("archives")
            self._sources.update((source.code, describe(source)) for source in found)
        return [self._sources[code] for code in wanted if code in self._sources]


def describe(source: Source) -> dict[str, Any]:
    """What is public of a source; its health is not, for it changes on its own."""
    return {
        "id": source.code,
        "title": source.title,
        "publisher": source.publisher,
        "original_publisher": source.original_publisher,
        "url": source.url,
        "published": source.published or None,
        "language": source.language,
        "kind": source.kind,
        "tier": source.tier,
        "accessed_on": source.accessed_on.isoformat() if source.accessed_on else None,
        "archives": archive_entries(source),
    }


def archive_entries(source: Source) -> list[dict[str, str]]:
    """What documents quote of the copies of a source."""
    return [archive_entry(archive) for archive in source.archives.all() if archive.quoted]


def kept_entries(source: Source) -> list[dict[str, str]]:
    """Hash and day of the copies that this site made itself: beside the document."""
    kept = [archive_entry(archive) for archive in source.archives.all() if archive.kept]
    return [{"sha256": entry["sha256"], "archived_on": entry["archived_on"]} for entry in kept]


def archive_entry(archive: Archive) -> dict[str, str]:
    """What is public of a copy; the day is that of UTC."""
    return {
        "url": archive.url,
        "sha256": archive.sha256,
        "archived_on": archive.archived_at.astimezone(UTC).date().isoformat(),
    }
