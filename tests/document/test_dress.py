"""Dressing again changes nothing; what is gone keeps its words."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from operations.document import Lookup, build, dress
from operations.models import Group, Operation, Series, Source
from tests import factories

pytestmark = pytest.mark.django_db


def whole(made: Operation) -> Operation:
    return Operation.objects.whole().get(pk=made.pk)


def test_dressing_a_document_again_gives_the_same() -> None:
    made = factories.operation(
        series=factories.term(Series, "sweep"),
        groups=[factories.term(Group, "14k")],
        parent=factories.published(),
        places=[factories.place("hk")],
    )
    factories.figure(made, 100)
    factories.figure(made, 90)
    document = build(whole(made), Lookup())
    assert dress(document, Lookup()) == document


def test_dressing_leaves_its_input_alone() -> None:
    made = factories.published("one", groups=[factories.term(Group, "14k")])
    document = build(whole(made), Lookup())
    Group.objects.update(name_en="Renamed")
    dress(document, Lookup())
    assert document["groups"][0]["name"]["en"] == "14K"


def test_a_term_or_source_deleted_since_keeps_its_published_words() -> None:
    old = factories.term(Group, "old", "Old Society")
    made = factories.published(groups=[old], sources=[factories.source("gone", title="A page")])
    document = build(whole(made), Lookup())
    made.group_links.all().delete()
    made.sources.clear()
    old.delete()
    Source.objects.filter(code="gone").delete()
    again = dress(document, Lookup())
    assert again == document
    assert again["groups"][0]["name"]["en"] == "Old Society"
    assert again["sources"][0]["title"] == "A page"


def test_a_draft_a_stranger_and_itself_are_not_pointed_to() -> None:
    made = factories.operation("one", parent=factories.operation("draft-campaign"))
    made.may_overlap.add(factories.operation("draft-raid"))
    factories.figure(made, covers=[factories.operation("draft-part")])
    document = build(whole(made), Lookup())
    assert (document["part_of"], document["may_overlap"]) == (None, [])
    assert document["figures"][0]["covers"] == []
    pointing = {**document, "part_of": "one", "may_overlap": ["nobody"]}
    assert dress(pointing, Lookup(also_public=["one"])) == document


def test_building_asks_a_constant_number_of_questions() -> None:
    few, many = factories.operation(), factories.operation()
    for made, count in ((few, 2), (many, 12)):
        for n in range(count):
            factories.part(factories.figure(made, 100 + n), 100 + n)
    assert questions(few) == questions(many)


def questions(made: Operation) -> int:
    """How many queries it takes to build, all lookups included."""
    with CaptureQueriesContext(connection) as captured:
        build(whole(made), Lookup())
    return len(captured)
