"""What a cell can hold, read from text and written as text; a kind knows both ways.

``read`` raises ``ValueError`` with a sentence for the editor. Whether a code exists, a date is
possible or a text is too long is for the check of the whole document to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NUMBER = re.compile(r"\d{1,16}(\.\d{1,2})?\Z", re.ASCII)
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d{1,2})?\Z", re.ASCII)
SERIAL = re.compile(r"[1-9]\d{4}\Z", re.ASCII)
# The day that spreadsheets count from, one early because they believe in 29 February 1900.
EPOCH = date(1899, 12, 30)
YES = {"yes", "true", "1", "是"}
NO = {"no", "false", "0", "否", ""}

WORDS_OF_TEXT = gettext_lazy("text")
WORDS_OF_CODE = gettext_lazy("one code of the list")
WORDS_OF_ID = gettext_lazy("one id")
WORDS_OF_DATE = gettext_lazy("date in EDTF, as text: 2023-06-12, 2024-11, 2008-09-24/")
WORDS_OF_NUMBER = gettext_lazy("number: 6400 or 6,400")
WORDS_OF_WHOLE = gettext_lazy("whole number")
WORDS_OF_YES_NO = gettext_lazy("yes or no")


@dataclass(frozen=True)
class Text:
    """Words as they stand."""

    is_nullable: bool = False
    words: str | Promise = WORDS_OF_TEXT
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> Any:
        return None if self.is_nullable and not text else text

    def write(self, value: Any) -> str:
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Code(Text):
    """One code of a closed list, or the id of a record."""

    words: str | Promise = WORDS_OF_CODE

    def read(self, text: str) -> Any:
        return super().read(narrow(text))


@dataclass(frozen=True)
class Id(Code):
    words: str | Promise = WORDS_OF_ID


@dataclass(frozen=True)
class Date(Text):
    """A date as the source gives it; never what a spreadsheet makes of it."""

    words: str | Promise = WORDS_OF_DATE

    def read(self, text: str) -> Any:
        text = narrow(text)
        if SERIAL.match(text):
            day = EPOCH + timedelta(days=int(text))
            message = _(
                "“%(text)s” looks like a date that a spreadsheet turned into a number"
                " (%(day)s): format the column as text and write the date again."
            )
            raise ValueError(message % {"text": text, "day": day.isoformat()})
        return super().read(text)


@dataclass(frozen=True)
class Number:
    """A count or an amount, exactly as stated."""

    words: str | Promise = WORDS_OF_NUMBER
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> int | float | None:
        text = narrow(text)
        if not text:
            return None
        if GROUPED.match(text):
            text = text.replace(",", "")
        if not NUMBER.match(text):
            message = _(
                "“%(text)s” is not a number. Write digits only: “about” and “more than” belong"
                " in the column “qualifier”, the ends of a range in “low” and “high”."
            )
            raise ValueError(message % {"text": text})
        value = Decimal(text)
        return int(value) if value == value.to_integral_value() else float(value)

    def write(self, value: Any) -> str:
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Whole(Number):
    words: str | Promise = WORDS_OF_WHOLE

    def read(self, text: str) -> int | None:
        value = super().read(text)
        if isinstance(value, float):
            raise ValueError(_("“%(text)s” is not a whole number.") % {"text": text})
        return value


@dataclass(frozen=True)
class YesNo:
    words: str | Promise = WORDS_OF_YES_NO
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> bool:
        folded = narrow(text).casefold()
        if folded not in YES | NO:
            raise ValueError(_("“%(text)s” is neither yes nor no.") % {"text": text})
        return folded in YES

    def write(self, value: Any) -> str:
        return "yes" if value else "no"


def narrow(text: str) -> str:
    """Full-width digits, letters and signs as the narrow ones; for codes, dates and numbers."""
    return unicodedata.normalize("NFKC", text).strip()


Kind = Any
Lines = Sequence[str]
