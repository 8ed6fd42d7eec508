"""One heading of the queue: how many wait, and the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet, Window
from django.urls import reverse

SHOWN = 5


@dataclass(frozen=True)
class Line:
    """A record that waits: its name as a link, and what to know before opening it."""

    name: str
    url: str
    about: str = ""


@dataclass(frozen=True)
class Section:
    """``find(user)`` are the records that wait, in order; ``query`` lists them all.

    Only who has ``permission`` can do something about them, so nobody else sees them.
    """

    name: str
    title: Any
    permission: str
    model: str
    query: str
    find: Callable[[User], QuerySet[Any]]
    line: Callable[[Any], Line]

    @property
    def everything(self) -> str:
        return f"{reverse(f'admin:operations_{self.model}_changelist')}?{self.query}"


@dataclass(frozen=True)
class Waiting:
    """A section as one person sees it now."""

    section: Section
    total: int
    lines: list[Line]

    @property
    def more(self) -> int:
        return self.total - len(self.lines)


def waiting(sections: tuple[Section, ...], user: User) -> Iterator[Waiting]:
    """The sections in which something waits for ``user``; one query each."""
    for section in sections:
        if not user.has_perm(section.permission):
            continue
        rows = list(section.find(user).annotate(total=Window(Count("*")))[:SHOWN])
        if rows:
            yield Waiting(section, rows[0].total, [section.line(row) for row in rows])
