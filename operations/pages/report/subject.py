"""What a report is about: an operation that is or was public, or one figure of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from operations import wording
from operations.exports.standing import Gone, current
from operations.models import Edition


@dataclass(frozen=True)
class Subject:
    """``line`` is the figure in words; None for the whole, and for a figure that is gone since.

    ``gone`` is set when the operation was taken off: its earlier editions can still be read, and
    do harm, so a report about it is still taken.
    """

    operation: int
    code: str
    names: tuple[wording.Text, ...]
    edition: int
    figure: str = ""
    line: wording.Line | None = None
    whole: wording.Line | None = None
    gone: Gone | None = None


def subject(code: str, figure: str = "", seen: int | None = None) -> Subject:
    """``seen`` is the edition that the reader had before them; the current one without it.

    Raises ``Http404`` for what was never public, and ``Moved`` for what was merged.
    """
    gone = None
    try:
        now = current(code)
    except Gone as ended:
        now, gone = Edition.objects.current().get(code=code), ended
    shown = edition_seen(now, seen)
    line, whole = figure_lines(shown.content, figure) if figure else (None, None)
    return Subject(
        operation=now.operation_id,
        code=code,
        names=tuple(names(code)),
        edition=shown.number,
        figure=figure,
        line=line,
        whole=whole,
        gone=gone,
    )


def edition_seen(now: Edition, number: int | None) -> Edition:
    """The edition of that number while it can be read; else the current one."""
    if number is None or number == now.number:
        return now
    readable = Edition.objects.exclude(document="").filter(code=now.code, number=number)
    return readable.first() or now


def figure_lines(
    document: Mapping[str, Any], figure: str
) -> tuple[wording.Line | None, wording.Line | None]:
    """A figure in words, and the whole that it is part of."""
    if not document:
        return None, None
    ledger = wording.record(document).ledger
    fact = ledger.facts.get(figure)
    if fact is None:
        return None, None
    whole = ledger.facts.get(fact.part_of or "")
    return ledger.line(fact), ledger.line(whole) if whole else None


def names(code: str) -> list[wording.Text]:
    """As the last edition that can still be read has them."""
    named = Edition.objects.filter(code=code).exclude(name_en="", name_zh_hant="")
    last = named.only("name_en", "name_zh_hant").order_by("-number").first()
    if last is None:
        return []
    return wording.both({"en": last.name_en, "zh-Hant": last.name_zh_hant})
