"""A JSON file: documents of the interchange format, as exports write them."""

from __future__ import annotations

import json
import math
from typing import Any

from django.utils.translation import gettext as _

from operations.problems import Refused

from .book import Book

Documents = list[dict[str, Any]]


def book(text: str) -> Book:
    """``{"operations": […], "sources": […]}``, a list of operations, or one operation."""
    try:
        content = json.loads(text, parse_constant=finite, parse_float=finite)
    except (ValueError, RecursionError) as error:
        raise Refused(_("This is not JSON: %(error)s.") % {"error": error}) from error
    if isinstance(content, dict) and "operations" in content:
        return Book(
            documents=objects(content["operations"], "operations"),
            sources=objects(content.get("sources", []), "sources"),
        )
    return Book(documents=objects(content if isinstance(content, list) else [content], "[]"))


def finite(text: str) -> float:
    """Python reads NaN, Infinity and 1e999, and no database takes them."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(_("“%(text)s” is not a number") % {"text": text[:40]})
    return number


def objects(value: Any, name: str) -> Documents:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Refused(_("“%(name)s”: expected a list of objects.") % {"name": name})
    return value
