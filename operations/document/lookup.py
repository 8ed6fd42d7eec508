"""Everything a document quotes from other tables, read once for many documents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from operations.models import VOCABULARIES, Operation, Source, Term


class Lookup:
    """Names of terms, descriptions of sources, and which operations may be pointed to.

    ``also_public`` names operations about to be published together with the one at hand.
    """

    def __init__(self, also_public: Iterable[str] = ()) -> None:
        self._also_public = frozenset(also_public)
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
        return dict(merged.values_list("code", "merged_into__code"))

    def operation(self, code: str) -> str | None:
        """The id to point to: the survivor of a merger, or nothing when it is not public."""
        code = self.survivors.get(code, code)
        return code if code in self.public else None

    def term(self, vocabulary: str, code: str) -> Term:
        return self._vocabulary(vocabulary)[code]

    def entry(self, vocabulary: str, code: str) -> dict[str, Any]:
        """What a document says of a term: names, aliases, and the codes of broader terms."""
        term = self.term(vocabulary, code)
        return {"name": term.names, "aliases": list(term.aliases), "broader": term.ancestors()}

    def _vocabulary(self, vocabulary: str) -> dict[str, Term]:
        if vocabulary not in self._terms:
            terms = list(VOCABULARIES[vocabulary]._default_manager.all())
            by_key = {term.pk: term for term in terms}
            for term in terms:
                # The tree is whole in memory, so lineages cost no query.
                term.parent = by_key.get(term.parent_id)  # type: ignore[attr-defined]
            self._terms[vocabulary] = {term.code: term for term in terms}
        return self._terms[vocabulary]

    def sources(self, codes: Iterable[str]) -> list[dict[str, Any]]:
        """Descriptions of sources in the order of their ids."""
        wanted = sorted(set(codes))
        missing = [code for code in wanted if code not in self._sources]
        if missing:
            found = Source.objects.filter(code__in=missing).prefetch_related("archives")
            self._sources.update((source.code, describe(source)) for source in found)
        return [self._sources[code] for code in wanted]


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
        "archives": [
            {
                "url": archive.url,
                "sha256": archive.sha256,
                "archived_on": archive.archived_at.date().isoformat(),
            }
            for archive in source.archives.all()
        ],
    }
