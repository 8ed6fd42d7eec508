"""Operations that point to each other, as far as readers can open them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from operations.index import RELATIONS
from operations.models import Edition, EditionTerm
from operations.wording import Named, both


@dataclass(frozen=True)
class Related:
    """What stands around one operation. Ids without a public operation have no names."""

    part_of: list[Named]
    parts: list[Named]
    may_overlap: list[Named]
    counted_by: list[Named]
    names: dict[str, Named]


def related(document: Mapping[str, Any]) -> Related:
    """Everything that this document points to, and every current document that points to it."""
    code = document["id"]
    pointed_to = pointed_to_by(document)
    around = [edition.content for edition in editions_around(code, pointed_to)]
    names = {other["id"]: Named(other["id"], tuple(both(other["name"]))) for other in around}
    pointing = [other for other in around if code in pointed_to_by(other)]
    overlapping = {other["id"] for other in pointing if code in other["may_overlap"]}
    return Related(
        part_of=listed({document["part_of"]} - {None}, names),
        parts=listed((other["id"] for other in pointing if other["part_of"] == code), names),
        may_overlap=listed({*document["may_overlap"], *overlapping}, names),
        counted_by=listed((other["id"] for other in pointing if code in covered(other)), names),
        names=names,
    )


def editions_around(code: str, pointed_to: set[str]) -> Iterable[Edition]:
    naming = EditionTerm.objects.filter(vocabulary__in=RELATIONS, term=code, edition=OuterRef("pk"))
    return Edition.objects.public().filter(Q(code__in=pointed_to) | Exists(naming))


def pointed_to_by(document: Mapping[str, Any]) -> set[str]:
    return ({document["part_of"]} - {None}) | {*document["may_overlap"]} | covered(document)


def covered(document: Mapping[str, Any]) -> set[str]:
    return {code for entry in document["figures"] for code in entry["covers"]}


def listed(codes: Iterable[str], names: Mapping[str, Named]) -> list[Named]:
    return [names.get(code, Named(code, ())) for code in sorted(set(codes))]
