"""Errors as people and as machines read them (RFC 9457, problem details)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

CONTENT_TYPE = "application/problem+json"
SHOWN_LENGTH = 80


@dataclass(frozen=True)
class Invalid:
    """One parameter that was wrong: what was given and what was expected, in plain words."""

    parameter: str
    value: str
    expected: str

    @property
    def shown_value(self) -> str:
        return shown(self.value)

    @property
    def shown_parameter(self) -> str:
        return shown(self.parameter)

    def as_dict(self) -> dict[str, str]:
        return {**asdict(self), "parameter": self.shown_parameter, "value": self.shown_value}


def shown(given: str) -> str:
    """What somebody typed, as it may be repeated: short, without control or direction marks."""
    safe = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in given)
    return safe if len(safe) <= SHOWN_LENGTH else f"{safe[:SHOWN_LENGTH]}…"


class InvalidQuery(ValueError):  # noqa: N818 — said of what was asked, not of a fault
    """A query that cannot be answered, parameter by parameter; never treated as “everything”."""

    def __init__(self, errors: Iterable[Invalid]) -> None:
        self.errors = tuple(errors)
        super().__init__("; ".join(f"{e.parameter}: {e.expected}" for e in self.errors))


class Refused(ValueError):  # noqa: N818 — an answer, not a fault
    """An editing step that may not be done, with the reasons in plain words."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


def problem(
    status: int, detail: str = "", errors: Iterable[Invalid] = (), **extra: Any
) -> dict[str, Any]:
    """A problem document. ``type`` stays ``about:blank``: the title is the status phrase."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [error.as_dict() for error in errors],
        **extra,
    }
