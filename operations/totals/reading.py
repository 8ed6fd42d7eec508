"""The index → plain data, in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from operations.index import COVERS, MAY_OVERLAP, PART_OF, RELATIONS
from operations.models import Edition, EditionFigure, EditionTerm

from .model import Case, Claim

CLAIM_FIELDS = (
    "figure",
    "scope",
    "counted_in",
    "currency",
    "value_type",
    "qualifier",
    "reporting_status",
    "value",
    "low",
    "covers_others",
    "disputed",
)
Editions = QuerySet[Edition]
Related = Mapping[str, list[str]]


def read_cases(editions: Editions, measure: str, world: Editions) -> list[Case]:
    """The matching operations with what they state of ``measure``, in three queries.

    Chains of ``part_of`` are followed through ``world``, for a parent that does not match
    can lie inside a grandparent that does.
    """
    claims = read_claims(editions, measure)
    related = read_relations(world)
    parents = {code: others[0] for code, others in related[PART_OF].items()}
    return [
        Case(
            id=code,
            year=earliest.year if earliest else None,
            claims=tuple(claims.get(code, ())),
            part_of=ancestors(code, parents),
            may_overlap=frozenset(related[MAY_OVERLAP].get(code, ())),
            covers=tuple(sorted(related[COVERS].get(code, ()))),
        )
        for code, earliest in editions.order_by().values_list("code", "earliest")
    ]


def read_claims(editions: Editions, measure: str) -> dict[str, list[Claim]]:
    """Whole headlines of a measure: nobody singled out, no yearly counts."""
    rows = EditionFigure.objects.filter(
        edition__in=keys(editions), measure=measure, singled_out=False, period=""
    )
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in rows.order_by().values("edition__code", *CLAIM_FIELDS):
        found[row.pop("edition__code")].append(Claim(**row))
    return found


def read_relations(world: Editions) -> dict[str, Related]:
    """How operations point to each other: by relation, from which, to which."""
    rows = EditionTerm.objects.filter(edition__in=keys(world), vocabulary__in=RELATIONS)
    found: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in RELATIONS}
    for name, code, other in rows.order_by("term").values_list(
        "vocabulary", "edition__code", "term"
    ):
        found[name][code].append(other)
    return {name: dict(related) for name, related in found.items()}


def read_terms(editions: Editions, vocabulary: str) -> Related:
    """The terms that each operation names, broader ones included."""
    rows = EditionTerm.objects.filter(edition__in=keys(editions), vocabulary=vocabulary)
    found: dict[str, list[str]] = defaultdict(list)
    for code, term in rows.order_by("term").values_list("edition__code", "term"):
        found[code].append(term)
    return dict(found)


def keys(editions: Editions) -> QuerySet[Any, Any]:
    return editions.order_by().values("pk")


def ancestors(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Everything that an operation lies inside, nearest first; stops where a loop would begin."""
    found: list[str] = []
    above = parents.get(code)
    while above is not None and above not in (code, *found):
        found.append(above)
        above = parents.get(above)
    return tuple(found)
