"""Which state of the whole record an answer comes from, and how it can be asked for again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from operations import wording
from operations.document.canonical import timestamp
from operations.exports.addresses import absolute
from operations.filters import Selection
from operations.filters.address import asked, replaced, written
from operations.filters.sentence import moment as moment_words
from operations.wording.sentences import running

from .citation import Texts

HASH_LENGTH = 8


@dataclass(frozen=True)
class State:
    """The record after its last edition at ``last``: any later day it can be asked for again.

    Unless words were searched for: the past cannot be searched, so then the address only gives
    the answer of the day on which it is opened.
    """

    query: QueryDict
    last: datetime | None
    is_search: bool

    @classmethod
    def of(cls, selection: Selection, query: QueryDict) -> State:
        """``query`` is the whole query string that the selection was part of."""
        return cls(query, selection.version, is_search=bool(selection.chosen["q"]))

    def address(self, name: str) -> str:
        """The whole address of the page ``name`` with everything that it takes to replay it."""
        path = reverse(name)
        return absolute(f"{path}?{self.replayed}" if self.replayed else path)

    @property
    def replayed(self) -> str:
        """The query string that gives the same answer later, in the one order that it has."""
        said = asked(self.query)
        if self.last is None or self.is_search:
            return written(said)
        return written(replaced(said, (), {"as_of": [timestamp(self.last)]}))

    @property
    def version(self) -> Texts:
        """Which state it is, in words."""
        if self.last is None:
            return wording.in_each_language(lambda: _("Nothing published yet"))
        last = self.last
        return wording.in_each_language(
            lambda: _("The record as of %(moment)s") % {"moment": moment_words(last)[0]}
        )

    def key(self, kind: str) -> str:
        """Plain ASCII, the same for the same question of the same state."""
        question = f"{self.replayed} {self.last}"
        return f"{kind}-{hashlib.sha256(question.encode()).hexdigest()[:HASH_LENGTH]}"

    def caution(self) -> str:
        """What cannot be promised of the address; empty when everything can."""
        if not self.is_search:
            return ""
        return _(
            "A search cannot be replayed: the address gives the answer of the day it is opened."
        )


def said(*sentences: Callable[[], str]) -> Texts:
    """Sentences one after another in each language; empty ones are left out."""
    return wording.in_each_language(lambda: running(say() for say in sentences))
