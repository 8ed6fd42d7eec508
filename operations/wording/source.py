"""Sources as a page lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import TIER_LABELS, Language, SourceKind

from .codes import label
from .language import date_words


@dataclass(frozen=True)
class SourceLine:
    """A source as a document describes it, in words. ``health`` stands beside the document."""

    entry: Mapping[str, Any]
    health: Any = None

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    @property
    def title(self) -> str:
        return str(self.entry["title"] or self.entry["url"])

    @property
    def title_language(self) -> str:
        """As HTML names it; an address without a title is in no language."""
        return str(self.entry["language"]) if self.entry["title"] else "zxx"

    @property
    def publisher(self) -> str:
        publisher, original = self.entry["publisher"], self.entry["original_publisher"]
        if not original:
            return str(publisher)
        words = {"publisher": publisher, "original": original}
        return _("%(publisher)s, from %(original)s") % words

    @property
    def published(self) -> str:
        return date_words(self.entry["published"])

    @property
    def language(self) -> str:
        return label(Language, self.entry["language"])

    @property
    def kind(self) -> str:
        return label(SourceKind, self.entry["kind"])

    @property
    def tier(self) -> str:
        """“official”, “reporting” or “derived”."""
        return str(TIER_LABELS[self.entry["tier"]])


@dataclass(frozen=True)
class Cited:
    """A source and where in it a figure stands."""

    source: SourceLine
    locator: str
