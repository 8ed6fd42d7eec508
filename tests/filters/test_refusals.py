"""Whatever is not understood is refused by its name, in plain words."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.filters import PARAMETERS
from operations.models import Group
from tests import factories
from tests.filters.ask import asked, refused

pytestmark = pytest.mark.django_db

DATE = "a day such as 2023-06-12, 2023-06 or 2023, from 1800 to 2100"
THEN = (
    "a day such as 2023-06-12, a time such as 2023-06-12T08:30:00Z, from 1800 to 2100,"
    " or the name of a release"
)
YEAR = "a year such as 2023, from 1800 to 2100"
NUMBER = "a number from 0, such as 1000"
BESIDE = "“measure” beside it, to say what is counted"
ARRESTS = "measure=persons_arrested&"


PLAIN_TEXT = "plain text in UTF-8, without control or direction marks"
NO_DATE = "no date beside it: undated operations have none"
NO_NUMBER = "no “stated=no” beside it: no number, no limit"


@pytest.mark.parametrize(
    ("query", "parameter", "value", "expected"),
    [
        ("year=20x3", "year", "20x3", YEAR),
        ("year=203", "year", "203", YEAR),
        ("year=02023", "year", "02023", YEAR),
        ("year=0200099999", "year", "0200099999", YEAR),
        ("year=1799", "year", "1799", YEAR),
        ("year=2101", "year", "2101", YEAR),
        ("year=２０２３", "year", "２０２３", YEAR),
        ("year=2023%0A", "year", "2023\N{REPLACEMENT CHARACTER}", YEAR),
        ("year=" + "9" * 500, "year", "9" * 80 + "…", YEAR),
        (ARRESTS + "min=abc", "min", "abc", NUMBER),
        (ARRESTS + "min=-1", "min", "-1", NUMBER),
        (ARRESTS + "min=1e3", "min", "1e3", NUMBER),
        (ARRESTS + "min=1_000", "min", "1_000", NUMBER),
        (ARRESTS + "min=1,000", "min", "1,000", NUMBER),
        (ARRESTS + "max=NaN", "max", "NaN", NUMBER),
        (ARRESTS + "max=Infinity", "max", "Infinity", NUMBER),
        (ARRESTS + "max=1.234", "max", "1.234", NUMBER),
        (ARRESTS + "max=" + "9" * 16, "max", "9" * 16, NUMBER),
        ("min=5", "min", "5", BESIDE),
        ("max=5&scope=vice", "max", "5", BESIDE),
        (ARRESTS + "min=5&max=4", "max", "4", "a number not below “min”"),
        ("from=2024-02-31", "from", "2024-02-31", DATE),
        ("from=2023-02-29", "from", "2023-02-29", DATE),
        ("to=2023-13", "to", "2023-13", DATE),
        ("to=2023-21", "to", "2023-21", DATE),
        ("to=2023-6-1", "to", "2023-6-1", DATE),
        ("from=12.06.2023", "from", "12.06.2023", DATE),
        ("from=2023-06-12/2023-09-21", "from", "2023-06-12/2023-09-21", DATE),
        ("as_of=yesterday", "as_of", "yesterday", THEN),
        ("from=2023-06-02&to=2023-06-01", "to", "2023-06-01", "a date not before “from”"),
        ("from=2024&to=2023", "to", "2023", "a date not before “from”"),
        ("as_of=2023&q=x", "as_of", "2023", "no “q” beside it: the past cannot be searched"),
        ("dates=inside", "dates", "inside", "one of: overlap, within"),
        ("undated=yes", "undated", "yes", "one of: include, exclude, only"),
        ("stated=maybe", "stated", "maybe", "one of: yes, no"),
        ("disputed=1", "disputed", "1", "one of: yes, no"),
        ("sort=nope", "sort", "nope", "one of: -date, date, -updated, -arrests, name"),
        ("sort=date&sort=name", "sort", "date, name", "one value, given once"),
        ("q=a&q=b", "q", "a, b", "one value, given once"),
        ("q=%00", "q", "\N{REPLACEMENT CHARACTER}", PLAIN_TEXT),
        ("q=a%E2%80%AEb", "q", "a\N{REPLACEMENT CHARACTER}b", PLAIN_TEXT),
        ("q=%FF", "q", "\N{REPLACEMENT CHARACTER}", PLAIN_TEXT),
        ("undated=only&year=2023", "undated", "only", NO_DATE),
        ("measure=persons_arrested&stated=no&min=5", "min", "5", NO_NUMBER),
        (
            "q=%CC%81",
            "q",
            "\N{COMBINING ACUTE ACCENT}",
            "a letter, digit or Chinese character at least",
        ),
        ("q=" + "x" * 20_000, "q", "x" * 80 + "…", "at most 200 characters"),
        ("group=no-such", "group", "no-such", "a code listed at /terms/group/, or not_stated"),
        ("group=14K", "group", "14K", "a code listed at /terms/group/, or not_stated"),
        (
            "group=14k&group=nope&group=no",
            "group",
            "nope, no",
            "a code listed at /terms/group/, or not_stated",
        ),
        (
            "agency=%00",
            "agency",
            "\N{REPLACEMENT CHARACTER}",
            "a code listed at /terms/agency/, or not_stated",
        ),
        (
            "place=" + "x" * 300,
            "place",
            "x" * 80 + "…",
            "a code listed at /terms/place/, or not_stated",
        ),
        ("counted_in=mars", "counted_in", "mars", "a code listed at /terms/place/"),
        ("series=nope", "series", "nope", "a code listed at /terms/series/, or not_stated"),
        ("offence=nope", "offence", "nope", "a code listed at /terms/offence/, or not_stated"),
        ("status=over", "status", "over", "one of: ongoing, concluded, not_stated"),
        (
            "flag=late",
            "flag",
            "late",
            "one of: primary_source_wanted, single_source, date_uncertain, not_stated",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(
    query: str, parameter: str, value: str, expected: str
) -> None:
    factories.term(Group, "14k")
    assert refused(query) == [(parameter, value, expected)]


@pytest.mark.parametrize("parameter", ["kind", "relevance", "measure", "scope"])
def test_a_code_that_its_list_does_not_have_is_answered_with_the_list(parameter: str) -> None:
    ((name, value, expected),) = refused(f"{parameter}=nope")
    assert (name, value) == (parameter, "nope")
    assert expected.startswith("one of: ")


@pytest.mark.parametrize("name", ["grup", "page", "Group", "group[]", "group__in", "limit", "id"])
def test_an_unknown_parameter_is_named_and_the_known_ones_are_listed(name: str) -> None:
    known = ", ".join(sorted(PARAMETERS))
    assert refused(f"{quote(name)}=14k") == [(name, "14k", f"a known parameter: {known}")]


def test_what_the_caller_reads_itself_is_known() -> None:
    assert refused("page=2", "page") == []
    ((name, _, expected),) = refused("pag=2", "page")
    assert name == "pag"
    assert " page, " in expected


def test_too_many_values_are_refused() -> None:
    query = "&".join(f"group=g{number}" for number in range(51))
    ((name, _, expected),) = refused(query)
    assert (name, expected) == ("group", "at most 50 values")


def test_everything_wrong_is_named_at_once() -> None:
    wrong = refused("grup=14k&year=20x3&min=abc&sort=nope&kind=a&kind=b")
    assert sorted(name for name, _, _ in wrong) == ["grup", "kind", "min", "sort", "year"]


def test_a_refusal_repeats_nothing_that_could_mislead_the_eye() -> None:
    ((_, value, _),) = refused("group=%E2%80%AEk41%07")
    assert value == "\N{REPLACEMENT CHARACTER}k41\N{REPLACEMENT CHARACTER}"


@given(st.sampled_from(PARAMETERS), st.text(max_size=30))
def test_no_text_whatever_ends_in_anything_but_an_answer_or_a_refusal(
    parameter: str, text: str
) -> None:
    query = f"{parameter}={quote(text)}"
    wrong = refused(query)
    assert {name for name, _, _ in wrong} <= {parameter}
    if not wrong:
        list(asked(query).ordered)


def test_every_wrong_parameter_is_named_at_once() -> None:
    errors = refused("grup=14k&from=2024-02-31&min=5&year=20x3")

    assert {name for name, _, _ in errors} == {"grup", "from", "min", "year"}


def test_a_limit_beside_a_malformed_measure_is_not_blamed() -> None:
    assert [name for name, _, _ in refused("measure=nope&min=5")] == ["measure"]
