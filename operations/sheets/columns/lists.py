"""Cells that hold several things, parted by semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .kinds import narrow

SEPARATOR = "; "
# An id, and in brackets what is said about it.
SAID = re.compile(r"(?P<id>[^\s()]+)\s*(?:\((?P<said>.*)\))?\Z", re.DOTALL)
ROUTE = re.compile(r"(?P<origin>\S+)\s*(?:>|→)\s*(?P<destination>\S+)\Z")
LINK = re.compile(r"(?P<kind>\S+)\s+(?P<url>\S+)\Z")
FULL_WIDTH = str.maketrans("；（）＞", ";()>")

WORDS_OF_TEXTS = gettext_lazy("texts, parted by “;”")
WORDS_OF_CODES = gettext_lazy("codes or ids, parted by “;”")
WORDS_OF_SAID = gettext_lazy("id (role); id (role)")
WORDS_OF_ROUTES = gettext_lazy("from > to; from > to")
WORDS_OF_LINKS = gettext_lazy("kind address; kind address")


def parts(text: str) -> Iterator[str]:
    """What stands between semicolons; those in brackets belong to what is said."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == ";" and depth <= 0:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def items(text: str) -> list[str]:
    return [part for part in parts(text) if part]


@dataclass(frozen=True)
class Texts:
    """Several texts."""

    words: str | Promise = WORDS_OF_TEXTS
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> list[Any]:
        return [part.strip() for part in text.split(";") if part.strip()]

    def write(self, value: Any) -> str:
        return SEPARATOR.join(value)


@dataclass(frozen=True)
class Codes(Texts):
    """Several codes or ids."""

    words: str | Promise = WORDS_OF_CODES

    def read(self, text: str) -> list[Any]:
        return super().read(narrow(text))


@dataclass(frozen=True)
class Ids(Codes):
    """Ids as documents write them where names stand beside them."""

    def read(self, text: str) -> list[Any]:
        return [{"id": code} for code in super().read(text)]

    def write(self, value: Any) -> str:
        return SEPARATOR.join(entry["id"] for entry in value)


@dataclass(frozen=True)
class Said:
    """Ids, each with something in brackets: a role, an attribution, where in the source."""

    named: str = "id"
    said: str = "role"
    is_required: bool = True
    words: str | Promise = WORDS_OF_SAID
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> list[dict[str, str]]:
        return [self._entry(part) for part in items(text.translate(FULL_WIDTH))]

    def _entry(self, part: str) -> dict[str, str]:
        match = SAID.match(part)
        if match is None or (self.is_required and not match["said"]):
            words = {"text": part, "expected": self.words}
            raise ValueError(_("“%(text)s” cannot be read. Expected: %(expected)s.") % words)
        return {self.named: narrow(match["id"]), self.said: (match["said"] or "").strip()}

    def write(self, value: Any) -> str:
        return SEPARATOR.join(
            f"{entry[self.named]} ({entry[self.said]})" if entry[self.said] else entry[self.named]
            for entry in value
        )


@dataclass(frozen=True)
class Routes:
    words: str | Promise = WORDS_OF_ROUTES
    choices: type[TextChoices] | None = None

    def read(self, text: str) -> list[dict[str, dict[str, str]]]:
        found = []
        for part in items(narrow(text)):
            match = ROUTE.match(part)
            if match is None:
                words = {"text": part, "expected": self.words}
                raise ValueError(_("“%(text)s” cannot be read. Expected: %(expected)s.") % words)
            ends = {"from": {"id": match["origin"]}, "to": {"id": match["destination"]}}
            found.append(ends)
        return found

    def write(self, value: Any) -> str:
        return SEPARATOR.join(f"{way['from']['id']} > {way['to']['id']}" for way in value)


@dataclass(frozen=True)
class Links:
    choices: type[TextChoices] | None = None
    words: str | Promise = WORDS_OF_LINKS

    def read(self, text: str) -> list[dict[str, str]]:
        found = []
        # Addresses may hold semicolons, but never white space.
        for part in re.split(r";\s+|;\Z", text):
            match = LINK.match(part.strip())
            if match:
                found.append({"kind": narrow(match["kind"]), "url": match["url"]})
            elif part.strip():
                words = {"text": part, "expected": self.words}
                raise ValueError(_("“%(text)s” cannot be read. Expected: %(expected)s.") % words)
        return found

    def write(self, value: Any) -> str:
        return SEPARATOR.join(f"{link['kind']} {link['url']}" for link in value)
