"""Telling rows apart when they were stored anew."""

from __future__ import annotations

from dataclasses import replace

from .sheet import Row, Sheet, same_fields


def with_known_keys(opened: Sheet, theirs: Sheet, yours: Sheet) -> tuple[Sheet, Sheet]:
    """A row deleted and stored again with the same words is the same row with another key.

    Imports store the rows of agencies, groups, routes and links that way.
    """
    keys = {
        prefix: dict(renewed(opened.rows.get(prefix, []), rows))
        for prefix, rows in theirs.rows.items()
    }
    return rekeyed(opened, keys), rekeyed(yours, keys)


def renewed(before: list[Row], now: list[Row]) -> list[tuple[str, str]]:
    stored, known = {row.key for row in now}, {row.key for row in before}
    fresh = [row for row in now if row.key not in known]
    found = []
    for row in before:
        twin = alike(row, fresh) if row.key not in stored else None
        if twin is not None:
            fresh.remove(twin)
            found.append((row.key, twin.key))
    return found


def alike(row: Row, others: list[Row]) -> Row | None:
    """The row among ``others`` that says the same."""
    return next((other for other in others if same_fields(row.values, other.values)), None)


def rekeyed(sheet: Sheet, keys: dict[str, dict[str, str]]) -> Sheet:
    rows = {
        prefix: [replace(row, key=keys.get(prefix, {}).get(row.key, row.key)) for row in listed]
        for prefix, listed in sheet.rows.items()
    }
    return Sheet(sheet.own, rows)
