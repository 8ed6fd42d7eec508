"""The row of a list as sentences, for feeds and citations: what may never go without the number."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .row import Row


def row_sentences(row: Row) -> Iterator[str]:
    """When, how many of what, and what has to be said beside it."""
    yield _("Dates: %(dates)s.") % {"dates": row.dates}
    yield _("%(statement)s.") % {"statement": row.figure.rstrip(".。")}
    if row.is_arrest:
        yield _("Arrested, not convicted.")
    if row.disputed:
        yield _("Disputed: sources do not agree.")
