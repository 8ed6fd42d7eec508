"""CSL-JSON, as citeproc, Zotero and pandoc read it: a list of one item."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson

from .citation import Citation


def csl(citation: Citation) -> str:
    author = citation.author["en"]
    item: dict[str, Any] = {
        "id": citation.key,
        "type": "dataset",
        "title": citation.both(citation.title),
        "author": [{"literal": author}],
        "publisher": author,
        "version": citation.version["en"],
        "URL": citation.url,
        "accessed": day(citation.accessed),
        "abstract": citation.states["en"],
        "note": citation.states["zh-Hant"],
    }
    if citation.issued_on:
        item["issued"] = day(citation.issued_on)
    return orjson.dumps([item], option=orjson.OPT_INDENT_2).decode() + "\n"


def day(given: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[given.year, given.month, given.day]]}
