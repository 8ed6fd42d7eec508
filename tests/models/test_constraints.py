"""What the database holds about operations, sources, terms, links and editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError

from operations.models import (
    Agency,
    Archive,
    Edition,
    EditionTerm,
    Group,
    Offence,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationRoute,
    Revision,
    Series,
    Source,
)
from tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def refuses(change: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


def create(model: type[models.Model], **values: Any) -> Callable[[], Any]:
    return lambda: model._default_manager.bulk_create([model(**values)])


def test_an_operation_does_not_end_before_it_starts() -> None:
    made = factories.operation(edtf="2023-06-12/2023-09-21")
    rows = Operation.objects.filter(pk=made.pk)
    refuses(lambda: rows.update(latest=date(2023, 6, 11)))
    rows.update(latest=date(2023, 6, 12))
    rows.update(latest=None)


def test_an_operation_is_not_its_own_parent() -> None:
    made = factories.operation()
    refuses(lambda: Operation.objects.filter(pk=made.pk).update(parent=made))


def test_an_id_is_given_once() -> None:
    factories.operation("taken")
    refuses(create(Operation, code="taken", name_en="Another", kind="anti_vice"))


def test_a_source_has_a_title_or_an_address() -> None:
    nothing = {"publisher": "P", "language": "en", "kind": "wire"}
    refuses(create(Source, code="bare", **nothing))
    create(Source, code="titled", title="A page", **nothing)()
    create(Source, code="addressed", url="https://example.org/", **nothing)()


def test_an_archived_copy_has_an_address_or_a_hash() -> None:
    refuses(create(Archive, source=factories.source(), archived_at=NOW))


@pytest.mark.parametrize("field", ["parent", "successor"])
def test_a_term_is_not_its_own_broader_term_or_successor(field: str) -> None:
    group = factories.term(Group, "14k")
    refuses(lambda: Group.objects.filter(pk=group.pk).update(**{field: group}))


def test_an_agency_a_group_and_a_route_stand_once() -> None:
    made = factories.operation()
    agency, group = factories.term(Agency, "hkpf"), factories.term(Group, "14k")
    here, there = factories.place("hk"), factories.place("mo")
    for once in (
        create(OperationAgency, operation=made, agency=agency, role="lead"),
        create(OperationGroup, operation=made, group=group),
        create(OperationRoute, operation=made, origin=there, destination=here),
    ):
        once()
        refuses(once)


def test_a_route_leads_from_one_place_to_another() -> None:
    here = factories.place("hk")
    route = create(OperationRoute, operation=factories.operation(), origin=here, destination=here)
    refuses(route)


def test_a_source_is_cited_once_a_place_in_it() -> None:
    figure = factories.figure(factories.operation())
    [citation] = figure.citations.all()
    again = {"figure": figure, "source": citation.source, "locator": citation.locator}
    refuses(create(type(citation), **again))
    create(type(citation), **{**again, "locator": "table 2"})()


def test_what_a_record_names_cannot_be_deleted() -> None:
    made = factories.operation(
        series=factories.term(Series, "thunderbolt"),
        offences=[factories.term(Offence, "hk.200.129")],
        groups=[factories.term(Group, "14k")],
        agencies=[factories.term(Agency, "hkpf")],
        parent=factories.operation("campaign"),
    )
    figure = factories.figure(made, offence=factories.term(Offence, "hk.151.18"))
    [citation] = figure.citations.all()
    factories.part(figure, 60)
    for needed in (
        Series.objects.get(code="thunderbolt"),
        Group.objects.get(code="14k"),
        Agency.objects.get(code="hkpf"),
        Offence.objects.get(code="hk.151.18"),
        factories.place("hk"),
        Operation.objects.get(code="campaign"),
        citation.source,
        figure,
    ):
        with pytest.raises((ProtectedError, RestrictedError)):
            needed.delete()


def test_a_published_operation_cannot_be_deleted() -> None:
    made = factories.published()
    with pytest.raises(ProtectedError):
        made.delete()
    assert Edition.objects.public().count() == 1


def test_an_operation_has_one_current_edition() -> None:
    made = factories.published()
    [edition] = made.editions.all()
    second = {
        "operation": made,
        "code": made.code,
        "number": 2,
        "kind": "corrected",
        "valid_from": NOW,
        "sort_date": date(2020, 1, 1),
    }
    refuses(create(Edition, **second))
    refuses(create(Edition, **{**second, "number": 1, "valid_to": NOW}))
    made.editions.update(valid_to=edition.valid_from)
    create(Edition, **second)()


def test_an_edition_does_not_end_before_it_begins() -> None:
    made = factories.published()
    [edition] = made.editions.all()
    early = edition.valid_from - timedelta(seconds=1)
    refuses(lambda: made.editions.update(valid_to=early))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "withdrawn"},
        {"kind": "redacted"},
        {"kind": "merged"},
        {"kind": "published", "withdrawal_class": "legal"},
    ],
)
def test_a_tombstone_says_its_class_or_its_survivor(changes: dict[str, str]) -> None:
    made = factories.published()
    refuses(lambda: made.editions.update(**changes))


def test_only_a_merger_has_a_survivor() -> None:
    made = factories.published()
    refuses(lambda: made.editions.update(merged_into=factories.operation()))


def test_index_rows_and_revisions_stand_once() -> None:
    made = factories.published()
    [edition] = made.editions.all()
    term = {"edition": edition, "vocabulary": "group", "term": "14k"}
    create(EditionTerm, **term)()
    refuses(create(EditionTerm, **term))
    refuses(
        create(Revision, record="operation", code=made.code, number=1, document={}),
    )
