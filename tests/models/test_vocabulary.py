"""Terms: permanent codes, no loops, places and their combinations."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from operations.models import Group, Place, Source, Term
from tests import factories

pytestmark = pytest.mark.django_db


def words(record: Term | Source) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.message_dict


def test_a_term_is_not_broader_than_itself_at_any_depth() -> None:
    triads = factories.term(Group, "triads")
    family = factories.term(Group, "wo", parent=triads)
    society = factories.term(Group, "wo-shing-wo", parent=family)
    triads.parent = society
    assert words(triads) == {"parent": ["A term cannot be broader than itself."]}
    assert Group.objects.get(code="wo-shing-wo").ancestors() == ["wo", "triads"]


def test_a_loop_that_is_there_anyway_ends_a_lineage() -> None:
    one = factories.term(Group, "one")
    two = factories.term(Group, "two", parent=one)
    Group.objects.filter(pk=one.pk).update(parent=two)
    assert Group.objects.get(code="one").ancestors() == ["two", "one"]


def test_a_term_does_not_succeed_itself() -> None:
    old = factories.term(Group, "old")
    new = factories.term(Group, "new", successor=old)
    old.successor = new
    assert words(old) == {"successor": ["A term cannot succeed itself."]}


def test_codes_of_terms_and_sources_are_permanent() -> None:
    for record in (factories.term(Group, "14k"), factories.source("scmp-2020")):
        record.code = "renamed"
        [said] = words(record)["code"]
        assert said.startswith("An id is permanent")


@pytest.mark.parametrize("code", ["", " hk", "hk ", "hk\n", "香港", ".hk", "hk/kln"])
def test_a_code_is_plain(code: str) -> None:
    assert "code" in words(Group(code=code, name_en="Group"))


def test_a_combined_place_joins_known_places() -> None:
    factories.place("hk")
    joined = Place(code="hk+mo+xx", name_en="All", kind="combined")
    assert words(joined) == {"code": ["No such place: mo, xx"]}
    factories.place("mo")
    Place(code="hk+mo", name_en="Both", kind="combined").full_clean()


@pytest.mark.parametrize(("code", "kind"), [("hk+mo", "territory"), ("hk", "combined")])
def test_only_combined_places_have_a_plus(code: str, kind: str) -> None:
    assert "kind" in words(Place(code=code, name_en="Place", kind=kind))


def test_a_source_without_title_and_address_is_refused_in_words() -> None:
    source = Source(code="bare", publisher="The Daily", language="en", kind="wire")
    assert words(source) == {"__all__": ["A source needs a title or an address."]}
