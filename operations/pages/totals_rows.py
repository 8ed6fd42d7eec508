"""The rows of a grouped total, each leading to the list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse

from operations import wording
from operations.filters import select
from operations.models import VOCABULARIES
from operations.totals import Asked, By, Row, Total
from operations.totals.asking import CHOOSING, choosing_operations
from operations.totals.reading import read_terms
from operations.totals.words import Places, amount_and_where

from .totals_lines import Known

DATES = ("from", "to", "year", "dates", "undated")


@dataclass(frozen=True)
class RowLine:
    """``listed`` is the address of the list behind it; without one its operations are named.

    ``explained`` is the total of that list. A list that also holds others says so.
    """

    name: wording.Text
    words: str
    counted: int
    matching: int
    listed: str
    explained: str
    holds_others: bool
    operations: list[Known]


@dataclass(frozen=True)
class Behind:
    """The query of the operations behind a row, and whether it finds others too."""

    query: QueryDict
    holds_others: bool = False


def row_lines(
    asked: Asked, total: Total, known: Mapping[str, Known], places: Places
) -> Iterator[RowLine]:
    wider = named_by_the_wider_list(asked)
    for row in total.rows:
        codes = operations_of(row)
        behind = behind_row(asked, row, set(codes), known, wider)
        exact = behind is not None and not behind.holds_others
        yield RowLine(
            name=wording.pick(row.name),
            words=amount_and_where(row.sum, places),
            counted=len(row.sum.counted),
            matching=row.sum.matching,
            listed=address("operations", behind.query) if behind else "",
            explained=address("totals", asking(behind.query, row)) if behind and exact else "",
            holds_others=behind is not None and behind.holds_others,
            operations=[] if behind else [known[code] for code in codes],
        )


def operations_of(row: Row) -> list[str]:
    """Ids of everything that fits a row."""
    counted = [one.id for one in row.sum.counted]
    return sorted(counted + [one.id for one in row.sum.left_out])


def named_by_the_wider_list(asked: Asked) -> dict[str, set[str]]:
    """Which operations name which term, without the condition that is grouped by.

    Two values of one parameter mean either of them, so a row's own term can only stand in
    the place of that condition; this tells whether the same operations are found then.
    """
    by = asked.chosen["by"]
    query = choosing_operations(asked.query)
    if by not in query or by not in VOCABULARIES:
        return {}
    query.pop(by)
    found: dict[str, set[str]] = {}
    for code, terms in read_terms(select(query).editions, by).items():
        for term in terms:
            found.setdefault(term, set()).add(code)
    return found


def behind_row(
    asked: Asked,
    row: Row,
    codes: set[str],
    known: Mapping[str, Known],
    wider: Mapping[str, set[str]],
) -> Behind | None:
    """None where no list holds just these operations."""
    by, key = asked.chosen["by"], row.key
    query = choosing_operations(asked.query)
    query.pop("sort", None)
    if by == By.SCOPE:
        return Behind(asking(query, row))
    if key is None:
        return None
    if by == By.YEAR:
        return behind_year(query, int(key), codes, known)
    if by in query and wider.get(key) != codes:
        return None
    query.setlist(by, [key])
    return Behind(query)


def behind_year(
    query: QueryDict, year: int, codes: set[str], known: Mapping[str, Known]
) -> Behind | None:
    """A list knows when an operation took place, not when it began.

    So the year is asked for in a way that finds all that began in it, and the operations at
    hand tell whether it finds others as well.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    asked_for = {name for name in DATES if any(query.getlist(name))}
    query.pop("undated", None)
    inside = {each.id for each in known.values() if lies_within(each, first, last)}
    if not asked_for & {"from", "to", "year", "dates"} and inside == codes:
        query["year"], query["dates"] = str(year), "within"
        return Behind(query)
    if "year" not in asked_for:
        query["year"] = str(year)
    elif not asked_for & {"from", "to"}:
        query["from"], query["to"] = first.isoformat(), last.isoformat()
    else:
        return None
    if query.get("dates") == "within":
        return Behind(query) if inside == codes else None
    touching = {each.id for each in known.values() if overlaps(each, first, last)}
    return Behind(query, holds_others=touching != codes)


def lies_within(one: Known, first: date, last: date) -> bool:
    return bool(one.earliest and one.latest and first <= one.earliest and one.latest <= last)


def overlaps(one: Known, first: date, last: date) -> bool:
    if one.earliest is None or one.earliest > last:
        return False
    return one.open_ended or (one.latest is not None and one.latest >= first)


def asking(query: QueryDict, row: Row) -> QueryDict:
    """A query with the figure of a row."""
    question, full = row.sum.question, query.copy()
    for name in CHOOSING:
        full[name] = getattr(question, name)
    return full


def address(name: str, query: QueryDict) -> str:
    text = query.urlencode()
    return f"{reverse(name)}?{text}" if text else reverse(name)
