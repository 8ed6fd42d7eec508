"""Which figures speak of the same quantity, and which make the same claim about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from operations.codes import Measure, Scope

from .model import Figure, id_order, in_order


class ClaimKey(NamedTuple):
    """What is counted, where, of whom. Figures of one key are rivals.

    ``only`` holds the figure's own id when measure or scope is ``other``: nothing says that
    two "others" are the same thing, so such a figure has no rival. ``covers`` keeps a count
    that includes other operations from being a rival of the operation's own.
    """

    owner: str
    measure: str
    currency: str
    scope: str
    counted_in: str
    period: str
    offence: str
    role: str
    sex: str
    age_group: str
    residency: str
    nationality: str
    covers: str = ""
    only: str = ""


def claim_key(figure: Figure) -> ClaimKey:
    """The key of a figure. Ages, the source's own word, as-at and status are no part of it."""
    alone = figure.measure == Measure.OTHER or figure.scope == Scope.OTHER
    return ClaimKey(
        owner=figure.owner,
        measure=figure.measure,
        currency=figure.currency,
        scope=figure.scope,
        counted_in=figure.counted_in,
        period=figure.period,
        offence=figure.offence,
        role=figure.role,
        sex=figure.sex,
        age_group=figure.age_group,
        residency=figure.residency,
        nationality=figure.nationality,
        covers=",".join(sorted(figure.covers)),
        only=figure.id if alone else "",
    )


def by_key(figures: Iterable[Figure]) -> dict[ClaimKey, list[Figure]]:
    """The figures under their keys, keys and figures in the order of their lowest ids."""
    groups: dict[ClaimKey, list[Figure]] = {}
    for figure in in_order(figures):
        groups.setdefault(claim_key(figure), []).append(figure)
    return groups


def same_claim(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same thing of the same quantity.

    Same key, value (kind and bounds included), qualifier, reporting status and as-at, where
    an unknown as-at matches any. Because of the last it is not transitive: "as at 14 October"
    and "as at 15 October" both match a figure without date, and not each other. Use
    ``claims`` to group.
    """
    dates = {one.as_at, other.as_at} - {""}
    return _statement(one) == _statement(other) and len(dates) <= 1


def claims(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures grouped into claims: one claim is one figure with several citations.

    Every as-at makes a claim of its own; figures without one join the claim with the latest
    (a source that gives no date is taken to repeat the newest count, never to make one more).
    Parts of different wholes and of different sets stay apart, since a figure has its place
    in one set only: merge wholes first and point their parts at the survivor. Groups, and
    the figures in them, come in the order of their lowest ids, whatever the input order.
    """
    buckets: dict[tuple[object, ...], list[Figure]] = {}
    for figure in in_order(figures):
        place = (figure.part_of, figure.breakdown, figure.breakdown_set)
        buckets.setdefault((*_statement(figure), *place), []).append(figure)
    groups = [group for bucket in buckets.values() for group in _by_as_at(bucket)]
    return sorted(groups, key=lambda group: id_order(group[0]))


def _statement(figure: Figure) -> tuple[object, ...]:
    """All that must be equal in one claim, save the as-at."""
    return (
        claim_key(figure),
        figure.value_type,
        figure.value,
        figure.low,
        figure.high,
        figure.qualifier,
        figure.reporting_status,
    )


def _by_as_at(bucket: list[Figure]) -> list[list[Figure]]:
    """Split figures that differ in as-at alone, the undated ones going with the latest."""
    newest = max((figure.as_at_day or date.min, figure.as_at) for figure in bucket)[1]
    groups: dict[str, list[Figure]] = {}
    for figure in bucket:
        groups.setdefault(figure.as_at or newest, []).append(figure)
    return list(groups.values())
