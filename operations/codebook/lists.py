"""The closed code lists, each code with its label, its unit and what it may be used for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from operations.codes import MEASURES, Unit, explained
from operations.codes.lists import CODE_LISTS


@dataclass(frozen=True)
class Code:
    """``unit``, ``stage`` and ``additive`` are those of a measure; nothing for other codes."""

    code: str
    label: str
    meaning: str = ""
    unit: str = ""
    stage: int | None = None
    additive: bool | None = None


@dataclass(frozen=True)
class CodeList:
    name: str
    meaning: str
    codes: tuple[Code, ...]


def code_lists() -> list[CodeList]:
    """Every list in the active language, in the order of names."""
    return [
        CodeList(
            name,
            str(explained.of_list(name)),
            tuple(described(name, code, str(label)) for code, label in choices.choices),
        )
        for name, choices in CODE_LISTS.items()
    ]


def described(name: str, code: str, label: str) -> Code:
    meaning = str(explained.meaning(CODE_LISTS[name], code))
    if name != "measure":
        return Code(code, label, meaning)
    facts = MEASURES[code]
    return Code(code, label, meaning, str(Unit(facts.unit).value), facts.stage, facts.additive)


def name_of_list(codes: Sequence[str]) -> str:
    """The list that has just these codes; empty when none has."""
    wanted = list(codes)
    return next((name for name, each in CODE_LISTS.items() if list(each.values) == wanted), "")
