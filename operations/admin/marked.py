"""What the guard found, marked in the text that holds it."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from operations.models.base import Guarded
from operations.privacy import Finding


def marked(text: str, findings: list[Finding]) -> SafeString:
    """The whole text, with every word that was found in ``<mark>``."""
    pieces: list[tuple[Any]] = []
    reached = 0
    for finding in sorted(findings, key=lambda one: one.start):
        start, end = max(finding.start, reached), max(finding.end, reached)
        pieces += [(text[reached:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
        reached = end
    return format_html_join("", "{}", [*pieces, (text[reached:],)])


def found_text(text: str, findings: list[Finding]) -> SafeString:
    """What stands beneath the field: the text as typed, marked, and what to do."""
    return format_html(
        '<div class="found-text" role="note"><p>{}</p>{}</div>',
        _("Rewrite the marked words; nothing you typed is lost:"),
        marked(text, findings),
    )


def in_record(record: Guarded, refused: set[str]) -> dict[str, SafeString]:
    """By field name, for the fields whose text was refused."""
    if not refused:
        return {}
    found = {name: findings for name, findings in record.personal_data().items() if name in refused}
    texts = {name: as_text(getattr(record, name)) for name in found if name in record.free_text}
    return {name: found_text(text, found[name]) for name, text in texts.items()}


def as_text(value: Any) -> str:
    """A list of texts as the guard reads it: one a line."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
