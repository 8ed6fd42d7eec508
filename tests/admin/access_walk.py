"""Every address under ``/admin/``, and every line of the table of who may open it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver

ADMIN = "/admin/"


@dataclass(frozen=True)
class Row:
    """One line of the table: ``may`` holds the letters for GET and POST."""

    address: str
    state: str
    query: str
    may: tuple[str, str]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.address or "index", self.state)))

    @property
    def part(self) -> str:
        """The model, or the page: what is tried in one test."""
        return "/".join(self.address.split("/")[:2])


def rows(table: str) -> Iterator[Row]:
    models = [""]
    for line in table.splitlines():
        if line.startswith("#") or not line.strip():
            models = models if line.strip() else [""]
        elif line.startswith("MODEL = "):
            models = line.removeprefix("MODEL = ").split()
        else:
            *address, get, post = ["", *line.split()]
            path, _, query = (address[1] if len(address) > 1 else "").partition("?")
            state = address[2] if len(address) > 2 else ""
            for model in models if "MODEL" in path else [""]:
                yield Row(path.replace("MODEL", model), state, query, (get, post))


def addresses() -> set[str]:
    """Whatever is mounted under ``/admin/``: the admin site, the log-in and the desk."""
    known: list[Any] = get_resolver().url_patterns
    mounted = [each for each in known if str(each.pattern) == ADMIN[1:]]
    return {address for each in mounted for address in routes(each.url_patterns)}


def routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    """Every address, with ``*`` for what is filled in."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield from spelt_out(re.sub(r"<[^>]+>", "*", route))
        else:
            yield from routes(pattern.url_patterns, route)


def spelt_out(route: str) -> list[str]:
    """Addresses written as expressions: a choice of words at the end, and all others."""
    if route == "(?P*.*)$":
        return []
    found = re.fullmatch(r"\^(.*)\(\?P\*([a-z_|]+)\)/\$", route)
    return [f"{found[1]}{word}/" for word in found[2].split("|")] if found else [route]
