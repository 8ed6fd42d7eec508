"""Small packages in the interchange format, written to a folder as a person would."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from operations.importing import Loaded, load, read

Row = dict[str, Any]


def pair(en: str = "", zh: str = "") -> Row:
    return {"en": en, "zh-Hant": zh}


def term(code: str, **changes: Any) -> Row:
    return {
        "id": code,
        "name": pair(code.title()),
        "note": pair(),
        "aliases": [],
        "evidence": "seen",
        "parent": None,
        "successor": None,
        **changes,
    }


def place(code: str, **changes: Any) -> Row:
    return term(code, **{"kind": "combined" if "+" in code else "territory", **changes})


def source(code: str, **changes: Any) -> Row:
    return {
        "id": code,
        "title": f"Report {code}",
        "publisher": "The Daily",
        "original_publisher": "",
        "url": f"https://example.org/{code}",
        "published": "2023-09-25",
        "language": "en",
        "kind": "news_report",
        "accessed_on": "2026-01-02",
        "archives": [],
        **changes,
    }


def figure(code: str, value: float | None = 100, **changes: Any) -> Row:
    who = ("role", "sex", "age_group", "residency", "nationality", "age_from", "age_to")
    return {
        "id": code,
        "measure": "persons_arrested",
        "value_type": "value",
        "value": value,
        "low": None,
        "high": None,
        "currency": None,
        "qualifier": "exact",
        "scope": "all_offences",
        "counted_in": "hk",
        "period": None,
        "as_at": None,
        "reporting_status": "not_stated",
        "who": {**dict.fromkeys(who), "source_term": "", **changes.pop("who", {})},
        "offence": None,
        "part_of": None,
        "breakdown": None,
        "breakdown_set": None,
        "covers": [],
        "derived": False,
        "confidence": "high",
        "rank": "normal",
        "rank_reason": None,
        "rank_note": pair(),
        "note": pair(),
        "citations": [{"source": "paper", "locator": ""}],
        **changes,
    }


def part(code: str, of: str, value: float, **changes: Any) -> Row:
    split = {"part_of": of, "breakdown": "partition", "breakdown_set": "sex"}
    return figure(code, value, **{**split, **changes})


def operation(code: str = "sweep-2020", **changes: Any) -> Row:
    return {
        "id": code,
        "name": pair(f"Operation {code}", "掃黃"),
        "aliases": [],
        "summary": pair(),
        "kind": "anti_vice",
        "status": "concluded",
        "flags": [],
        "dates": {"edtf": "2020-01", "derived": False, "note": pair()},
        "series": None,
        "part_of": None,
        "may_overlap": [],
        "agencies": [],
        "groups": [],
        "places": [{"id": "hk"}],
        "offences": [],
        "methods": [],
        "routes": [],
        "figures": [figure(f"{code}.1")],
        "sources": [],
        "links": [],
        **changes,
    }


def assessment(code: str = "report-2020", **changes: Any) -> Row:
    return {
        "id": code,
        "body": pair("A department"),
        "series": "Yearly report",
        "year": 2020,
        "covers": "2019-04/2020-03",
        "tier": "tier_2",
        "note": pair(),
        "figures": [figure(f"{code}.1", 3)],
        "sources": [{"id": "paper"}],
        **changes,
    }


def statement(code: str = "reply-2020", **changes: Any) -> Row:
    return {
        "id": code,
        "kind": "government_reply",
        "date": "2020-06-01",
        "body": pair("A bureau"),
        "answers": "report-2020",
        "subject": pair("Reply"),
        "summary": pair("It disagrees."),
        "figures": [],
        "sources": [{"id": "paper"}],
        **changes,
    }


def finding(code: str = "route-1", *, origin: str | None = None, **changes: Any) -> Row:
    """``origin`` is the key "from", which is a word of the language."""
    empty = dict.fromkeys(("to", "method", "offence", "group"))
    return {
        "id": code,
        "kind": "route",
        "text": pair("A route is reported."),
        "from": origin,
        **empty,
        "via": [],
        "sources": [{"id": "paper"}],
        **changes,
    }


PLACES = (place("hk"), place("mo"))


def write(
    folder: Path,
    *operations: Row,
    terms: dict[str, Iterable[Row]] | None = None,
    **files: Iterable[Row],
) -> Path:
    """Write a package; places ``hk`` and ``mo`` and the source ``paper`` are always in it."""
    content = {"sources": (source("paper"),), **files}
    for name, rows in {"place": PLACES, **(terms or {})}.items():
        save(folder / "terms" / f"{name}.json", list(rows))
    for name, rows in content.items():
        save(folder / f"{name}.json", list(rows))
    for row in operations:
        save(folder / "operations" / f"{row['id']}.json", row)
    return folder


def save(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def loaded(folder: Path, *operations: Row, **files: Any) -> Loaded:
    return load(read(write(folder, *operations, **files)))
