"""Parameters that name terms and codes: repeated is “or”, different ones are “and”."""

from __future__ import annotations

import pytest

from operations import publishing
from operations.models import Agency, Assessment, Group, Offence, Series
from tests import factories
from tests.filters.ask import found, refused

pytestmark = pytest.mark.django_db


def test_an_agency_includes_its_bureaus_but_not_the_other_way_round() -> None:
    force = factories.term(Agency, "hkpf")
    region = factories.term(Agency, "hkpf.kw", parent=force)
    bureau = factories.term(Agency, "hkpf.kw.ssp", parent=region)
    other = factories.term(Agency, "immd")
    factories.published("by-force", agencies=[force])
    factories.published("by-bureau", agencies=[bureau])
    factories.published("by-other", agencies=[other])
    assert found("agency=hkpf") == ["by-bureau", "by-force"]
    assert found("agency=hkpf.kw") == ["by-bureau"]
    assert found("agency=hkpf.kw.ssp") == ["by-bureau"]
    assert found("agency=immd") == ["by-other"]


def test_an_area_includes_its_districts() -> None:
    hongkong = factories.place("hk")
    kowloon = factories.place("hk.kln", parent=hongkong)
    mong_kok = factories.place("hk.yau_tsim_mong", parent=kowloon)
    factories.published("in-district", places=[mong_kok])
    factories.published("in-territory", places=[hongkong])
    assert found("place=hk.kln") == ["in-district"]
    assert found("place=hk") == ["in-district", "in-territory"]


def test_where_figures_are_counted_is_not_where_an_operation_took_place() -> None:
    made = factories.operation("alpha", places=[factories.place("hk")])
    factories.figure(made, 5, counted_in=factories.place("mo"))
    factories.publish(made)
    assert found("place=mo") == []
    assert found("counted_in=mo") == ["alpha"]


def test_repeating_a_parameter_widens_and_another_one_narrows() -> None:
    triads = {code: factories.term(Group, code) for code in ("14k", "wo-shing-wo", "sun-yee-on")}
    series = factories.term(Series, "thunderbolt")
    factories.published("a", groups=[triads["14k"]], series=series)
    factories.published("b", groups=[triads["wo-shing-wo"]])
    factories.published("c", groups=[triads["14k"], triads["wo-shing-wo"]])
    assert found("group=14k") == ["a", "c"]
    assert found("group=14k&group=wo-shing-wo") == ["a", "b", "c"]
    assert found("group=14k&series=thunderbolt") == ["a"]
    assert found("group=sun-yee-on") == []
    assert found("group=14k&group=14k") == ["a", "c"]


def test_an_offence_is_found_by_itself_and_by_its_relevance() -> None:
    border = factories.term(Offence, "hk.200.129", relevance="trafficking_offence")
    vice = factories.term(Offence, "hk.200.139", relevance="vice_offence")
    factories.published("border", offences=[border])
    factories.published("vice", offences=[vice])
    assert found("offence=hk.200.129") == ["border"]
    assert found("relevance=trafficking_offence") == ["border"]
    assert found("relevance=vice_offence&relevance=trafficking_offence") == ["border", "vice"]
    assert found("relevance=triad_offence") == []


def test_kind_status_and_flag_are_exact() -> None:
    factories.published("a", kind="anti_triad", status="concluded", flags=["single_source"])
    factories.published("b", kind="anti_vice", status="ongoing")
    assert found("kind=anti_triad") == ["a"]
    assert found("kind=anti_triad&kind=anti_vice") == ["a", "b"]
    assert found("kind=trafficking_case") == []
    assert found("status=ongoing") == ["b"]
    assert found("flag=single_source") == ["a"]
    assert found("flag=date_uncertain") == []
    assert found("kind=anti_triad&status=ongoing") == []


def test_a_source_finds_what_cites_it() -> None:
    made = factories.operation("alpha", sources=[factories.source("further")])
    factories.figure(made, 5, cited=[factories.source("cited")])
    factories.publish(made)
    factories.published("beta")
    assert found("source=cited") == ["alpha"]
    assert found("source=further") == ["alpha"]


def test_a_source_that_only_a_draft_cites_does_not_answer_to_its_id() -> None:
    factories.figure(factories.operation("draft"), 5, cited=[factories.source("secret")])
    expected = [("source", "secret", "an id listed at /sources/")]
    assert refused("source=secret") == expected
    assert refused("source=no-such-source") == [
        ("source", "no-such-source", "an id listed at /sources/")
    ]


def test_a_source_of_public_context_finds_no_operation_but_is_known() -> None:
    record = Assessment.objects.create(
        code="tip-2023", body_en="A department", series="A report", year=2023, tier="tier_2"
    )
    record.sources.add(factories.source("yearly-report"))
    publishing.publish_context(record)
    factories.published("alpha")
    assert found("source=yearly-report") == []


def test_a_term_that_was_withdrawn_from_an_operation_no_longer_finds_it() -> None:
    group = factories.term(Group, "14k")
    made = factories.published("alpha", groups=[group])
    made.group_links.all().delete()
    assert found("group=14k") == ["alpha"]
    factories.publish(made, "Not linked after all.")
    assert found("group=14k") == []


@pytest.mark.parametrize("name", ["series", "group", "agency", "kind", "measure", "year", "source"])
def test_an_empty_value_is_one_not_given_as_forms_send_them(name: str) -> None:
    factories.published("alpha")
    assert found(f"{name}=") == ["alpha"]
    assert found(f"{name}=&{name}=&q=&from=&min=&stated=&as_of=&sort=") == ["alpha"]
