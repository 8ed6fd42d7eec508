"""Figures of the interchange format → working copy, matched by their permanent number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from operations.codes import Rank
from operations.models import Citation, Figure, FigureOwner, Offence, Operation, Place, Source

from .saving import Unknown, find, named, naming, put, text

NULLABLE_TEXTS = ("currency", "period", "as_at", "breakdown", "breakdown_set", "rank_reason")
PLAIN = ("measure", "value_type", "qualifier", "scope", "reporting_status", "derived", "rank")
NUMBER = re.compile("[1-9][0-9]{0,5}")
WHO_CODES = ("role", "sex", "age_group", "residency", "nationality")


def load_figures(owner: FigureOwner, rows: list[dict[str, Any]]) -> None:
    """Make the owner's figures those of ``rows``; a number that is gone is never given again."""
    field = owner._meta.model_name
    held = Figure.objects.filter(**{str(field): owner})
    existing = {figure.number: figure for figure in held}
    numbers = numbered(rows, owner)
    # Preference is given at the end: it may pass from one figure to another, and which claim a
    # figure makes is known once the operations are stored that it covers.
    saved: dict[str, Figure] = {}
    for number, row in wholes_first(numbers):
        with naming(f"figure {row['id']}"):
            figure = existing.get(number) or Figure(**{str(field): owner}, number=number)
            put(figure, {**values(row), "part_of": whole_of(row, saved), "rank": unpreferred(row)})
            load_citations(figure, row["citations"])
            figure.covers.set(named(Operation, row["covers"]))
            saved[row["id"]] = figure
    remove([figure for number, figure in existing.items() if number not in numbers])
    prefer(rows, saved)
    if numbers:
        owner.keep_figure_number(max(numbers))


def prefer(rows: list[dict[str, Any]], saved: dict[str, Figure]) -> None:
    for row in rows:
        if row["rank"] == Rank.PREFERRED:
            with naming(f"figure {row['id']}"):
                put(saved[row["id"]], {"rank": Rank.PREFERRED})


def unpreferred(row: dict[str, Any]) -> str:
    return str(Rank.NORMAL if row["rank"] == Rank.PREFERRED else row["rank"])


def numbered(rows: list[dict[str, Any]], owner: FigureOwner) -> dict[int, dict[str, Any]]:
    numbers: dict[int, dict[str, Any]] = {}
    for row in rows:
        number = number_of(row["id"], owner)
        if number in numbers:
            raise ValidationError(_("The figure %(id)s stands twice.") % {"id": row["id"]})
        numbers[number] = row
    return numbers


def number_of(figure_id: str, owner: FigureOwner) -> int:
    number = figure_id.removeprefix(f"{owner.code}.")
    if not NUMBER.fullmatch(number):
        words = {"id": figure_id, "owner": owner.code}
        raise ValidationError(
            _("“%(id)s” is no id of a figure: expected %(owner)s.1, .2 …") % words
        )
    return int(number)


def cited(rows: list[dict[str, Any]]) -> set[str]:
    """Ids of the sources that figures cite."""
    return {citation["source"] for row in rows for citation in row["citations"]}


def wholes_first(numbers: dict[int, dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Rows in an order in which every part comes after its whole."""
    by_id = {row["id"]: row for row in numbers.values()}

    def depth(row: dict[str, Any], seen: int = 0) -> int:
        if row["part_of"] is None or seen > len(by_id):
            return seen
        if row["part_of"] not in by_id:
            raise Unknown(row["part_of"])
        return depth(by_id[row["part_of"]], seen + 1)

    return sorted(numbers.items(), key=lambda item: (depth(item[1]), item[0]))


def whole_of(row: dict[str, Any], saved: dict[str, Figure]) -> Figure | None:
    if row["part_of"] is not None and row["part_of"] not in saved:
        raise ValidationError(_("A figure cannot be a part of itself."))
    return saved[row["part_of"]] if row["part_of"] else None


def remove(figures: list[Figure]) -> None:
    """Delete figures that nothing kept is a part of; among themselves they may be parts."""
    going = Figure.objects.filter(pk__in=[figure.pk for figure in figures])
    going.update(part_of=None, breakdown="", breakdown_set="")
    going.delete()


def values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **plain_values(row),
        "counted_in": find(Place, row["counted_in"]),
        "offence": find(Offence, row["offence"]),
    }


def plain_values(row: dict[str, Any]) -> dict[str, Any]:
    """The columns of a figure that name no other record."""
    who = row["who"]
    return {
        **{field: row[field] for field in PLAIN},
        **{field: row[field] or "" for field in NULLABLE_TEXTS},
        **{field: decimal(row[field]) for field in ("value", "low", "high")},
        **{field: who[field] or "" for field in WHO_CODES},
        "age_from": who["age_from"],
        "age_to": who["age_to"],
        "source_term": who["source_term"],
        "confidence": row["confidence"],
        **({"came_from": row["came_from"] or ""} if "came_from" in row else {}),
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
        put(Citation(), {"figure": figure, "source": find(Source, code), "locator": locator})
