"""The whole code book as data: ``/codebook.json``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from operations import wording
from operations.columns import TABLES, Table
from operations.columns.table_schema import table_schema
from operations.exports import deprecations
from operations.exports.licence import LICENCE
from operations.shapes import COMPONENTS, moved

from .credit import credit
from .entries import Entry, Example, entries, examples
from .lists import code_lists
from .rules import RULES


def book() -> dict[str, Any]:
    """Words in both languages; the same definitions as every page and file."""
    given = examples()
    return {
        "licence": LICENCE,
        "credit": said(credit),
        "tables": {name: described(table, given) for name, table in TABLES.items()},
        "code_lists": lists(),
        "rules": [
            {"id": rule.name, "title": said(rule.title), "text": said(rule.text)} for rule in RULES
        ],
        "deprecations": [announced(each) for each in deprecations.DEPRECATIONS],
        "schemas": moved(COMPONENTS, "#/schemas/"),
    }


def announced(ending: deprecations.Deprecation) -> dict[str, Any]:
    return {
        "what": ending.what,
        "addresses": list(ending.addresses),
        "since": ending.since.isoformat(),
        "ends": ending.ends.isoformat(),
        "instead": said(ending.instead),
    }


def said(words: Any) -> dict[str, str]:
    """A lazy text, or what a function says, in each language."""
    speak: Callable[[], str] = words if callable(words) else lambda: str(words)
    return wording.in_each_language(lambda: str(speak()))


def described(table: Table, given: dict[tuple[str, str], Example]) -> dict[str, Any]:
    return {
        "title": said(table.title),
        "note": said(table.note),
        "columns": [row(entry) for entry in entries(table, given)],
        "table_schema": table_schema(table),
    }


def row(entry: Entry) -> dict[str, Any]:
    column = entry.column
    return {
        "name": column.name,
        "title": said(lambda: column.title),
        "meaning": said(lambda: column.description),
        "type": column.kind.value,
        "code_list": entry.code_list or None,
        "formats": {
            "json": entry.json,
            "csv": entry.csv,
            "xlsx": entry.xlsx,
            "parquet": entry.parquet,
        },
        "example": asdict(entry.example) if entry.example else None,
    }


def lists() -> dict[str, Any]:
    """Every code with its label in each language; of a measure also unit, stage and additivity."""
    found = wording.in_each_language(code_lists)
    return {
        english.name: {
            "meaning": {"en": english.meaning, "zh-Hant": chinese.meaning},
            "codes": [
                {
                    **asdict(one),
                    "label": {"en": one.label, "zh-Hant": other.label},
                    "meaning": {"en": one.meaning, "zh-Hant": other.meaning},
                }
                for one, other in zip(english.codes, chinese.codes, strict=True)
            ],
        }
        for english, chinese in zip(found["en"], found["zh-Hant"], strict=True)
    }
