"""What a facet offers, and under which conditions it counts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from operations.models import Agency, Group, Offence, Series
from tests import factories
from tests.filters.ask import found

from .ask import choices, counts, facets_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record() -> None:
    """Four operations: two of 14K (one also of Wo Shing Wo), one of no group, one undated."""
    force = factories.term(Agency, "hkpf", "Hong Kong Police Force")
    bureau = factories.term(Agency, "hkpf.otb", "Triad Bureau", parent=force)
    hongkong = factories.place("hk")
    kowloon = factories.place("hk.kln", "Kowloon", parent=hongkong)
    mong_kok = factories.place("hk.ytm", "Yau Tsim Mong", parent=kowloon)
    triad = factories.term(Group, "14k", "14K")
    other = factories.term(Group, "wo", "Wo Shing Wo")
    border = factories.term(Offence, "hk.200.129", relevance="trafficking_offence")
    series = factories.term(Series, "thunderbolt", "Thunderbolt")
    factories.published(
        "a",
        edtf="2023-06-12/2024-01-05",
        kind="anti_triad",
        agencies=[force, bureau],
        places=[kowloon, mong_kok],
        groups=[triad],
        offences=[border],
        series=series,
        flags=["single_source"],
    )
    factories.published("b", edtf="2018", groups=[triad, other], agencies=[bureau])
    factories.published("c", edtf="2021-05", places=[hongkong], kind="anti_triad")
    factories.published("d")


def test_a_broader_term_counts_each_operation_once() -> None:
    assert counts("", "agency") == {
        "Hong Kong Police Force": 2,
        "no agency named": 2,
        "Triad Bureau": 2,
    }
    assert counts("", "place") == {
        "Hong Kong": 2,
        "no place named": 2,
        "Kowloon": 1,
        "Yau Tsim Mong": 1,
    }


def test_siblings_do_not_vanish_when_one_is_chosen() -> None:
    expected = {"14K": 2, "no group named": 2, "Wo Shing Wo": 1}
    assert counts("", "group") == expected
    assert counts("group=wo", "group") == expected
    assert counts("group=wo", "kind") == {"Anti-vice operation": 1}
    assert counts("group=wo&kind=anti_triad", "group") == {
        "14K": 1,
        "no group named": 1,
        "Wo Shing Wo": 0,
    }


def test_a_choice_without_a_result_is_not_offered_unless_it_is_chosen() -> None:
    assert "Wo Shing Wo" not in counts("year=2021", "group")
    assert counts("year=2021&group=wo", "group") == {"no group named": 1, "Wo Shing Wo": 0}


def test_not_stated_finds_what_names_nothing_and_widens_like_any_value() -> None:
    assert found("group=not_stated") == ["c", "d"]
    assert found("group=not_stated&group=wo") == ["b", "c", "d"]
    assert found("flag=not_stated") == ["b", "c", "d"]
    assert found("relevance=not_stated") == found("offence=not_stated") == ["b", "c", "d"]
    assert found("series=not_stated&place=not_stated") == ["b", "d"]
    assert found("agency=not_stated") == ["c", "d"]


def test_decades_hold_their_years_newest_first() -> None:
    facet = facets_of("")["year"]
    assert [(str(c.words), c.count, dict(c.sets)) for c in facet.choices] == [
        ("2020s", 2, {"from": ["2020"], "to": ["2029"]}),
        ("2010s", 1, {"from": ["2010"], "to": ["2019"]}),
    ]
    assert counts("", "year") == {
        "2020s": 2,
        "2024": 1,
        "2023": 1,
        "2021": 1,
        "2010s": 1,
        "2018": 1,
    }


def test_within_counts_only_what_lies_in_the_year() -> None:
    assert counts("dates=within", "year") == {
        "2020s": 2,
        "2021": 1,
        "2010s": 1,
        "2018": 1,
    }


@pytest.mark.parametrize("query", ["year=2021", "from=2020&to=2029", "from=2021-05-02", "to=2010"])
def test_a_choice_of_dates_takes_the_place_of_every_other(query: str) -> None:
    assert counts(query, "year")["2018"] == 1
    assert counts(query, "undated") == {"no date stated": 1, "date stated": 3}


def test_the_decade_that_is_asked_for_is_marked_as_chosen() -> None:
    def marked(query: str) -> list[str]:
        return [str(choice.words) for choice in facets_of(query)["year"].chosen]

    assert marked("from=2020&to=2029") == ["2020s"]
    assert marked("from=2020-01-01&to=2029-12") == ["2020s"]
    assert marked("from=2020&to=2028") == []
    assert marked("year=2021&year=1901") == ["2021", "1901"]


def test_the_ends_of_what_can_be_asked_are_decades_too() -> None:
    factories.published("end", edtf="2100")
    factories.published("start", edtf="1800")
    facet = facets_of("")["year"]
    assert facet.choices[0].sets == {"from": ["2100"], "to": ["2100"]}
    assert facet.choices[-1].sets == {"from": ["1800"], "to": ["1809"]}


def test_an_operation_that_goes_on_touches_every_year_that_is_offered() -> None:
    factories.published("on", edtf="2019-05/..")
    assert counts("", "year")["2024"] == 2
    assert counts("", "year")["2018"] == 1


def test_a_scope_counts_with_all_that_is_said_of_the_figure() -> None:
    made = factories.operation("e")
    factories.figure(made, 900, scope="vice", counted_in=factories.place("mo"))
    factories.figure(made, 5, scope="triad", counted_in=factories.place("hk"))
    factories.publish(made)
    arrests = "measure=persons_arrested&min=50"
    assert counts("", "scope") == {"all offences": 4, "triad offences": 1, "vice offences": 1}
    assert counts(arrests, "scope") == {"all offences": 4, "vice offences": 1}
    assert counts(f"{arrests}&counted_in=mo&scope=triad", "scope") == {
        "vice offences": 1,
        "triad offences": 0,
    }
    assert counts("stated=no&counted_in=mo", "scope")["vice offences"] == 4


def test_a_code_that_is_no_term_any_more_is_not_offered() -> None:
    Group.objects.filter(code="wo").update(code="wo-gone")
    assert counts("", "group") == {"14K": 2, "no group named": 2}


def test_names_are_in_the_language_that_there_is() -> None:
    Group.objects.filter(code="14k").update(name_zh_hant="十四K")
    from django.utils import translation

    with translation.override("zh-hant"):
        found = {str(c.words): c.words.lang for c in facets_of("")["group"].all}
    assert found["十四K"] == "zh-Hant-HK"
    assert found["Wo Shing Wo"] == "en"


def test_a_list_of_the_past_has_the_counts_of_the_past() -> None:
    assert list(choices("as_of=2001-01-01")) == []
    assert counts("as_of=2100-01-01", "group")["14K"] == 2


def test_the_number_of_queries_is_constant_but_for_facets_in_use() -> None:
    def cost(query: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            list(choices(query))
        # What the query itself needs to be read.
        with CaptureQueriesContext(connection) as reading:
            found(query)
        return len(captured) - len(reading) + 1

    # Terms, columns, dates, scopes, and the names of five vocabularies.
    assert cost("") == 9
    for number in range(30):
        factories.published(f"more-{number}", groups=[factories.term(Group, f"g{number}")])
    assert cost("") == 9
    assert cost("group=14k") == 10
    assert cost("group=14k&kind=anti_triad&agency=hkpf") == 12
