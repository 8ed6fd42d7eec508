"""What a privacy rule is, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from operations.privacy.folding import Folded

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Kind(StrEnum):
    """What sort of personal data was found."""

    HKID = "hkid"
    DOCUMENT = "document"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    PLATE = "plate"
    BIRTH_DATE = "birth_date"
    SURNAME = "surname"
    AGE_AND_SEX = "age_and_sex"
    ADDRESS = "address"
    SMALL_COUNT = "small_count"


@dataclass(frozen=True)
class Finding:
    """Personal data in a text: `text[start:end]` is `excerpt`, as it was typed."""

    kind: Kind
    excerpt: str
    start: int
    end: int
    explanation: str | _StrPromise


@dataclass(frozen=True)
class Rule:
    """One pattern over folded text; `holds`, where given, must agree with the match."""

    kind: Kind
    pattern: re.Pattern[str]
    explanation: str | _StrPromise
    holds: Callable[[re.Match[str]], bool] | None = None

    def findings(self, folded: Folded) -> Iterator[Finding]:
        """Every place where the rule applies, in order."""
        for match in self.pattern.finditer(folded.text):
            if self.holds is None or self.holds(match):
                start, end = folded.original_span(*match.span())
                excerpt = folded.original[start:end]
                yield Finding(self.kind, excerpt, start, end, self.explanation)
