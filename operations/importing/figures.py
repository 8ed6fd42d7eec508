"""Figures of the interchange format → working copy, matched by their permanent number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import ProtectedError

from operations.models import Citation, Figure, FigureOwner, Offence, Operation, Place, Source

from .saving import naming, put, text
from .vocabulary import find

NULLABLE_TEXTS = ("currency", "period", "as_at", "breakdown", "breakdown_set", "rank_reason")
PLAIN = ("measure", "value_type", "qualifier", "scope", "reporting_status", "derived", "rank")
WHO_CODES = ("role", "sex", "age_group", "residency", "nationality")


def load_figures(owner: FigureOwner, rows: list[dict[str, Any]]) -> None:
    """Make the owner's figures those of ``rows``; a number that is gone is never given again."""
    field = owner._meta.model_name
    existing = {figure.number: figure for figure in Figure.objects.filter(**{str(field): owner})}
    numbers = {number_of(row["id"], owner): row for row in rows}
    remove([figure for number, figure in existing.items() if number not in numbers])
    saved: dict[str, Figure] = {}
    for number, row in wholes_first(numbers):
        with naming(f"figure {row['id']}"):
            figure = existing.get(number) or Figure(**{str(field): owner}, number=number)
            part_of = saved[row["part_of"]] if row["part_of"] else None
            put(figure, {**values(row), "part_of": part_of})
            figure.validate_constraints()
            load_citations(figure, row["citations"])
            figure.covers.set(known_operations(row["covers"]))
            saved[row["id"]] = figure
    if numbers:
        owner.keep_figure_number(max(numbers))


def number_of(figure_id: str, owner: FigureOwner) -> int:
    prefix, _, number = figure_id.rpartition(".")
    if prefix != owner.code or not number.isdecimal() or int(number) < 1:
        raise KeyError(figure_id)
    return int(number)


def wholes_first(numbers: dict[int, dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Rows in an order in which every part comes after its whole."""
    by_id = {row["id"]: row for row in numbers.values()}

    def depth(row: dict[str, Any], seen: int = 0) -> int:
        if row["part_of"] is None or seen > len(by_id):
            return seen
        return depth(by_id[row["part_of"]], seen + 1)

    return sorted(numbers.items(), key=lambda item: (depth(item[1]), item[0]))


def remove(figures: list[Figure]) -> None:
    """Delete parts before their wholes."""
    while figures:
        left = []
        for figure in figures:
            try:
                figure.delete()
            except ProtectedError:
                left.append(figure)
        if len(left) == len(figures):
            raise KeyError(left[0].public_id)
        figures = left


def values(row: dict[str, Any]) -> dict[str, Any]:
    who = row["who"]
    return {
        **{field: row[field] for field in PLAIN},
        **{field: row[field] or "" for field in NULLABLE_TEXTS},
        **{field: decimal(row[field]) for field in ("value", "low", "high")},
        **{field: who[field] or "" for field in WHO_CODES},
        "age_from": who["age_from"],
        "age_to": who["age_to"],
        "source_term": who["source_term"],
        "counted_in": find(Place, row["counted_in"]),
        "offence": find(Offence, row["offence"]),
        "confidence": row["confidence"],
        **text(row["rank_note"], "rank_note"),
        **text(row["note"], "note"),
    }


def decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def load_citations(figure: Figure, rows: list[dict[str, str]]) -> None:
    wanted = [(row["source"], row["locator"]) for row in rows]
    kept = list(figure.citations.values_list("source__code", "locator"))
    if kept == wanted:
        return
    figure.citations.all().delete()
    for code, locator in wanted:
        put(Citation(), {"figure": figure, "source": source(code), "locator": locator})


def source(code: str) -> Source:
    found = Source.objects.filter(code=code).first()
    if found is None:
        raise KeyError(code)
    return found


def known_operations(codes: list[str]) -> list[Operation]:
    found = {operation.code: operation for operation in Operation.objects.filter(code__in=codes)}
    return [found[code] for code in codes]
