"""What records are called that a revision names by id, those that are gone too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from operations.document import Lookup
from operations.models import Revision, Source, Term
from operations.wording.language import pick

Content = dict[str, Any]


class Names:
    """Names of terms and sources, read once for all revisions of a page."""

    def __init__(self, contents: Iterable[Content] = ()) -> None:
        self.lookup = Lookup()
        self._gone: dict[tuple[str, str], str] = {}
        codes = {code for content in contents for code in source_codes(content)}
        # One query for the whole page.
        self._sources = {found["id"]: found for found in self.lookup.sources(codes)}

    def of(self, model: type[Any], code: str) -> str:
        """The name; operations and context records go by their ids."""
        if issubclass(model, Term):
            return str(pick(self.term(model.vocabulary, code)))
        if model is Source:
            found = self.source(code)
            words = {"publisher": found["publisher"], "title": found["title"] or found["url"]}
            return _("%(publisher)s: %(title)s") % words
        return code

    def term(self, vocabulary: str, code: str) -> dict[str, str]:
        """The names of a term in both languages, or its last known one."""
        term = self.lookup.term(vocabulary, code)
        if term is not None:
            return term.names
        gone = _("%(name)s (no longer there)") % {"name": self.last_known(vocabulary, code)}
        return {"en": gone, "zh-Hant": gone}

    def source(self, code: str) -> dict[str, Any]:
        """What a document says of a source; of one that is gone, its last known title."""
        if code not in self._sources:
            title = self.last_known("source", code)
            self._sources[code] = {"id": code, "publisher": _("no longer there"), "title": title}
        return self._sources[code]

    def last_known(self, record: str, code: str) -> str:
        """What a deleted record was called when it was saved last; its id if nobody knows."""
        if (record, code) not in self._gone:
            last = Revision.objects.filter(record=record, code=code, blanked_at=None)
            document = last.order_by("-number").values_list("document", flat=True).first() or {}
            fields = document.get("fields", {})
            name = fields.get("name_en") or fields.get("title") or ""
            self._gone[record, code] = f"{name} [{code}]" if name else code
        return self._gone[record, code]


def source_codes(content: Content) -> set[str]:
    """Every source that a revision names."""
    figures = content.get("figures") or content.get("document", {}).get("figures", [])
    cited = {citation["source"] for figure in figures for citation in figure["citations"]}
    return cited | set(content.get("fields", {}).get("sources", ()))
