"""Form fields of the query string. Each says what it expected when it is not given that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from operations.dates import DateError, parse_day
from operations.search import parse

VALUE_LENGTH = 200
MOST_VALUES = 50
NUMBER_DIGITS = 15
KEYS_LENGTH = 1000
DAY_LENGTH = len("2023-06-12")
# With colons as answers write a time, or without, as releases are named.
MOMENT = re.compile(
    r"[0-9-]{10}T([0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})|[0-9]{6}Z)"
)
# Controls and marks of direction never belong to a word that is looked for, and make what is
# shown differ from what was asked; U+FFFD is what is left of bytes that are not UTF-8.
plain_text = RegexValidator(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]",
    _("plain text in UTF-8, without control or direction marks"),
    inverse_match=True,
)


class Values(forms.SelectMultiple):
    """Reads a repeated parameter; pages draw it as they like."""


class CodesField(forms.Field):
    """Repeated codes, each one of those that ``known`` names; answers a list without doubles.

    ``choices`` lists the codes where the list is closed. An empty value counts as not given:
    a form sends one for each field left alone.
    """

    widget = Values

    def __init__(
        self,
        *,
        known: Callable[[Iterable[str]], set[str]],
        expected: Any,
        choices: Iterable[str] = (),
        **kwargs: Any,
    ) -> None:
        self.known = known
        self.expected = expected
        self.words = tuple(choices)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[str]:
        given = [code for code in value or [] if code]
        codes = list(dict.fromkeys(given))
        if len(given) > MOST_VALUES:
            raise ValidationError(_("at most %(most)s values") % {"most": MOST_VALUES}, code="many")
        if not codes:
            return []
        usable = [code for code in codes if "\x00" not in code and len(code) <= VALUE_LENGTH]
        known = self.known(usable)
        unknown = [code for code in codes if code not in known]
        if unknown:
            raise ValidationError(self.expected, code="unknown", params={"values": unknown})
        return codes


class SingleField(forms.CharField):
    """One value at most: a parameter that may not be repeated, at most 200 characters long."""

    widget = Values

    def clean(self, value: Any) -> Any:
        given = [item for item in (value or []) if item != ""]
        if len(given) > 1:
            raise ValidationError(_("one value, given once"), code="repeated")
        if not given:
            return None
        if len(given[0]) > VALUE_LENGTH:
            message = _("at most %(most)s characters") % {"most": VALUE_LENGTH}
            raise ValidationError(message, code="long")
        plain_text(given[0])
        return self.read(given[0].strip())

    def read(self, value: str) -> Any:
        return value or None


class SearchField(SingleField):
    """Words to look for; only signs would look for nothing and find everything."""

    def read(self, value: str) -> str | None:
        if value and not parse(value).units:
            raise ValidationError(_("a letter, digit or Chinese character at least"))
        return value or None


class ChoiceField(SingleField):
    """One of a few words."""

    def __init__(self, *, choices: Iterable[str], **kwargs: Any) -> None:
        self.words = tuple(choices)
        super().__init__(**kwargs)

    def read(self, value: str) -> str:
        if value not in self.words:
            raise ValidationError(_("one of: %(words)s") % {"words": ", ".join(self.words)})
        return value


class DayField(SingleField):
    """A day, or a month or year that is widened to its first or last day."""

    def __init__(self, *, end: bool, **kwargs: Any) -> None:
        self.end = end
        super().__init__(**kwargs)

    def read(self, value: str) -> date:
        try:
            return parse_day(value, end=self.end)
        except DateError as error:
            raise ValidationError(
                _("a day such as 2023-06-12, 2023-06 or 2023, from 1800 to 2100")
            ) from error


class MomentField(DayField):
    """A day as ``DayField`` reads it; or the second of a time, as answers state theirs.

    The plus sign of an offset that was not escaped arrives as a space and can be nothing else.
    """

    def read(self, value: str) -> date:
        """A ``date``, or an aware ``datetime`` where a time of day was given."""
        text = value.replace(" ", "+")
        with suppress(ValueError, ValidationError):
            if "T" not in value:
                return super().read(value)
            if MOMENT.fullmatch(text):
                parse_day(text[:DAY_LENGTH])
                return datetime.fromisoformat(text)
        raise ValidationError(
            _(
                "a day such as 2023-06-12, a time such as 2023-06-12T08:30:00Z, from 1800 to 2100,"
                " or the name of a release"
            )
        )


class NumberField(SingleField):
    """A number from 0, of at most 15 digits."""

    def read(self, value: str) -> Decimal:
        if len(value) > NUMBER_DIGITS or not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", value):
            raise ValidationError(_("a number from 0, such as 1000"))
        return Decimal(value)


class KeysField(forms.Field):
    """Names of keys with commas between them; repeating the parameter adds to them."""

    widget = Values

    def __init__(self, keys: Iterable[str], **kwargs: Any) -> None:
        self.keys = tuple(keys)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[str]:
        given = ",".join(value or [])
        if len(given) > KEYS_LENGTH:
            raise ValidationError(_("at most %(most)s characters") % {"most": KEYS_LENGTH})
        named = [name.strip() for name in given.split(",") if name.strip()]
        strange = [name for name in named if name not in self.keys]
        if strange:
            expected = _("some of: %(keys)s") % {"keys": ", ".join(self.keys)}
            raise ValidationError(expected, params={"values": strange})
        return named


def years_among(values: Iterable[str]) -> set[str]:
    """Those of ``values`` that are years."""
    return {value for value in values if re.fullmatch(r"1[89][0-9]{2}|20[0-9]{2}|2100", value)}
