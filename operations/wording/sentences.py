"""The row of a list as sentences, for feeds and citations: what may never go without the number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from operations.language import reader

from .row import Row


def running(sentences: Iterable[str]) -> str:
    """Sentences one after another, as the reader's language sets them; empty ones are left out."""
    return ("" if reader() == "zh-Hant" else " ").join(filter(None, sentences))


def row_sentences(row: Row) -> Iterator[str]:
    """When, how many of what, and what has to be said beside it."""
    yield _("Dates: %(dates)s.") % {"dates": row.dates}
    yield _("%(statement)s.") % {"statement": row.figure.rstrip(".。")}
    if row.is_arrest:
        yield _("Arrested, not convicted.")
    if row.disputed:
        yield _("Disputed: other numbers are stated for the same thing; quote it beside them.")
