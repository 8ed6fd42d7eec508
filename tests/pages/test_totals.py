"""``/totals/``: what was added up, what was left out, and the way to every source."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from operations.models import Agency
from tests.factories import figure, operation, part, place, publish, published, term

from .reading import ids, read, text

pytestmark = pytest.mark.django_db

ARRESTS = "/totals/?measure=persons_arrested"


def year_of_thunder() -> None:
    """One sweep, a raid inside it, an interim count, and a number of another scope."""
    sweep = published(
        "sweep", name_en="The Sweep", name_zh_hant="大掃蕩", arrested=4320, edtf="2024-06/2024-08"
    )
    raid = operation("raid", parent=sweep, edtf="2024-06")
    figure(raid, 114, scope="vice")
    publish(raid)
    other = operation("other", edtf="2024-09")
    figure(other, 185)
    publish(other)
    early = operation("early", edtf="2024-10")
    figure(early, 9, reporting_status="interim")
    publish(early)
    vice = operation("vice", edtf="2024-11")
    figure(vice, 28, scope="vice")
    publish(vice)


def links(page: str) -> list[str]:
    return [unescape(address) for address in re.findall(r'href="([^"]+)"', page)]


def test_the_total_is_said_with_its_qualifier_scope_place_and_size(client: Client) -> None:
    year_of_thunder()
    words = read(client, f"{ARRESTS}&year=2024")
    assert "at least 4,505 arrested — all offences, Hong Kong only, in 2 operations" in words
    assert "Arrested, not convicted." in words
    assert "5 operations fit; 3 state this figure as a number." in words


def test_an_exact_total_needs_no_at_least(client: Client) -> None:
    published("one", arrested=5)
    words = read(client, ARRESTS)
    assert "5 arrested — all offences, Hong Kong only, in 1 operation " in words
    assert "at least" not in words


def test_why_it_is_a_lower_bound(client: Client) -> None:
    year_of_thunder()
    made = operation("vague", edtf="2024-12")
    figure(made, 80, qualifier="at_least")
    publish(made)
    words = read(client, f"{ARRESTS}&year=2024")
    assert "“At least”, because the true number may be higher:" in words
    assert "2 operations that fit are left out, for the reasons given beside them." in words
    assert "1 number counted is not exact in its source." in words


def test_what_was_counted_leads_to_its_figure_and_from_there_to_its_sources(
    client: Client,
) -> None:
    year_of_thunder()
    page = client.get(f"{ARRESTS}&year=2024")
    words = text(page)
    assert "The Sweep 大掃蕩 4,320 arrested — all offences, Hong Kong only 4,320" in words
    address = next(link for link in links(page.text) if link.endswith("#sweep.1"))
    assert address == "/operations/sweep/#sweep.1"
    operation_page = client.get("/operations/sweep/").text
    start = operation_page.index('id="sweep.1"')
    assert 'href="#source-' in operation_page[start:]


def test_what_was_left_out_says_why_and_links_to_the_other_operation(client: Client) -> None:
    year_of_thunder()
    page = client.get(f"{ARRESTS}&year=2024")
    words = text(page)
    assert (
        "Operation raid Lies inside another operation of the list that states this measure: "
        "The Sweep 大掃蕩"
    ) in words
    assert "Operation early States an interim number only" in words
    assert (
        "Operation vice States a number of another scope, place or currency only: vice offences"
    ) in words
    assert ids(page) == ["sweep", "other", "early", "raid", "vice"]


def test_a_place_stated_instead_is_named(client: Client) -> None:
    made = operation("joint")
    figure(made, 7, counted_in=place("mo", "Macau"))
    publish(made)
    place()
    words = read(client, ARRESTS)
    assert "States a number of another scope, place or currency only: Macau" in words


def test_no_total_is_not_zero(client: Client) -> None:
    published("silent", arrested=None)
    place()
    words = read(client, ARRESTS)
    assert (
        "There is no total: no operation states “arrested” (all offences, Hong Kong only) as a "
        "number that may be counted. That is not zero."
    ) in words
    assert "Arrested, not convicted." not in words


def test_zero_is_a_total(client: Client) -> None:
    published("none-found", arrested=0)
    assert "0 arrested — all offences, Hong Kong only, in 1 operation" in read(client, ARRESTS)


def test_a_measure_that_does_not_add_up_is_refused_with_the_reason(client: Client) -> None:
    for code in ("one", "two"):
        made = operation(code)
        figure(made, 50, measure="officers_deployed", scope="not_applicable")
        publish(made)
    words = read(client, "/totals/?measure=officers_deployed")
    assert (
        "There is no total: numbers of “officers deployed” of this scope are never added" in words
    )
    assert "Its number cannot be added to others" in words


def test_money_is_said_in_its_one_currency(client: Client) -> None:
    for code, currency in (("a", "HKD"), ("b", "MOP")):
        made = operation(code)
        figure(made, 1500, measure="cash_seized", scope="not_applicable", currency=currency)
        publish(made)
    words = read(client, "/totals/?measure=cash_seized")
    assert "cash seized: at least 1,500 Hong Kong dollars — Hong Kong only, in 1 operation" in words
    assert "States a number of another scope, place or currency only: Macau patacas" in words


def test_only_the_scope_of_sex_trafficking_is_called_so(client: Client) -> None:
    made = operation("uk")
    figure(made, 4, scope="sex_trafficking")
    publish(made)
    published("vice", arrested=9)
    words = read(client, f"{ARRESTS}&scope=sex_trafficking")
    assert "at least 4 arrested — sex trafficking, Hong Kong only, in 1 operation" in words
    without = read(client, ARRESTS)
    start = without.rindex("at least 9 arrested")
    assert "sex trafficking" not in without[start : without.index("What was left out")]


def test_measure_scope_and_place_choose_the_figure_and_leave_nobody_out(client: Client) -> None:
    year_of_thunder()
    page = client.get(f"{ARRESTS}&scope=vice&counted_in=hk&year=2024")
    assert "at least 28 arrested — vice offences, Hong Kong only, in 1 operation" in text(page)
    assert len(ids(page)) == 5


def test_min_speaks_of_the_figure_and_narrows(client: Client) -> None:
    year_of_thunder()
    page = client.get(f"{ARRESTS}&min=1000")
    assert ids(page) == ["sweep"]


def test_without_a_measure_the_form_explains_itself(client: Client) -> None:
    year_of_thunder()
    words = read(client, "/totals/")
    assert "A total here takes one figure an operation and refuses the rest." in words
    assert "Over all published operations." in words
    assert "What was counted" not in words


def test_conditions_are_kept_by_the_form_and_can_be_dropped(client: Client) -> None:
    year_of_thunder()
    page = client.get("/totals/?measure=persons_arrested&year=2024&status=not_stated&by=year").text
    assert '<input type="hidden" name="year" value="2024">' in page
    assert '<option value="persons_arrested" selected>' in page
    assert '<option value="year" selected>' in page
    addresses = links(page)
    assert "/totals/?year=2024&measure=persons_arrested&by=year" in addresses
    assert "/operations/?year=2024&status=not_stated" in addresses


def test_what_the_form_left_empty_leaves_the_address(client: Client) -> None:
    response = client.get("/totals/?measure=persons_arrested&scope=&counted_in=&by=")
    assert response.status_code == 302
    assert response["Location"] == ARRESTS


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("measure=nope", ["measure"]),
        ("measure=persons_arrested&measure=persons_charged", ["measure"]),
        ("measure=persons_arrested&scope=nope", ["scope"]),
        ("measure=persons_arrested&counted_in=nowhere", ["counted_in"]),
        ("measure=persons_arrested&by=month", ["by"]),
        ("measure=persons_arrested&by=year&by=group", ["by"]),
        ("measure=persons_arrested&year=20x3", ["year"]),
        ("measure=persons_arrested&grup=14k", ["grup"]),
        ("measure=persons_arrested&page=2", ["page"]),
        ("measure=%00&by=%00", ["measure", "by"]),
        ("year=20x3", ["year"]),
        ("min=5", ["min"]),
        ("by=nope", ["by"]),
    ],
)
def test_a_bad_query_is_a_400_that_names_the_parameter(
    client: Client, query: str, names: list[str]
) -> None:
    year_of_thunder()
    response = client.get(f"/totals/?{query}")
    assert response.status_code == 400
    assert re.findall(r"<strong><bdi>([^<]+)</bdi></strong>", response.text) == names
    assert ids(response) == []


def test_what_was_wrong_stays_in_the_form_to_be_put_right(client: Client) -> None:
    page = client.get("/totals/?measure=persons_arrested&scope=nope&from=2024-02-31").text
    assert '<option value="nope" selected>nope</option>' in page
    assert 'name="from" value="2024-02-31"' in page
    assert 'type="hidden" name="from"' not in page


def test_a_row_leads_to_the_list_behind_it_and_to_its_own_total(client: Client) -> None:
    force = term(Agency, "hkpf", "Hong Kong Police")
    customs = term(Agency, "ced", "Customs")
    published("a", arrested=5, agencies=[force])
    published("b", arrested=7, agencies=[force, customs])
    page = client.get(f"{ARRESTS}&by=agency").text
    addresses = links(page)
    for key, found in (("hkpf", ["a", "b"]), ("ced", ["b"])):
        assert f"/operations/?agency={key}" in addresses
        assert sorted(ids(client.get(f"/operations/?agency={key}"))) == found
    assert (
        "/totals/?agency=hkpf&measure=persons_arrested&scope=all_offences&counted_in=hk"
    ) in addresses


def test_rows_that_overlap_say_that_they_do_not_add_up(client: Client) -> None:
    force, customs = term(Agency, "hkpf", "Police"), term(Agency, "ced", "Customs")
    published("b", arrested=7, agencies=[force, customs])
    words = read(client, f"{ARRESTS}&by=agency")
    assert "These rows overlap and do not add up to the total" in words
    published("c", arrested=1, edtf="2020")
    assert "do not add up" not in read(client, f"{ARRESTS}&by=year")


def test_a_row_beside_the_condition_itself_names_its_operations(client: Client) -> None:
    """``agency=hkpf`` with ``agency=ced`` would mean either; alone it would find others too."""
    force, customs = term(Agency, "hkpf", "Police"), term(Agency, "ced", "Customs")
    published("joint", arrested=7, agencies=[force, customs])
    published("alone", arrested=3, agencies=[customs])
    page = client.get(f"{ARRESTS}&agency=hkpf&by=agency")
    assert "/operations/?agency=hkpf" in links(page.text)
    assert "/operations/?agency=ced" not in links(page.text)
    assert "Customs The operations behind it Operation joint 7 arrested — all" in text(page)


def test_a_row_of_a_place_says_where_the_number_was_counted(client: Client) -> None:
    """An operation that took place in Macau too adds nobody who was counted there."""
    published("joint", arrested=7, places=[place(), place("mo", "Macau")])
    words = read(client, f"{ARRESTS}&by=place")
    assert "Macau 7 arrested — all offences, Hong Kong only 1 1" in words
    assert "Rows are places where operations took place, not where people were counted." in words


def test_a_year_leads_to_a_list_that_holds_what_began_in_it(client: Client) -> None:
    published("short", arrested=5, edtf="2023-03")
    published("long", arrested=7, edtf="2023-11/2024-02")
    published("later", arrested=1, edtf="2024-06")
    published("some-day", arrested=2)
    page = client.get(f"{ARRESTS}&by=year")
    addresses = links(page.text)
    assert "/operations/?year=2023" in addresses
    assert sorted(ids(client.get("/operations/?year=2023"))) == ["long", "short"]
    assert "/operations/?year=2024&dates=within" in addresses
    assert ids(client.get("/operations/?year=2024&dates=within")) == ["later"]
    assert "No date is known, so it belongs to no year" in text(page)


def test_a_list_that_holds_more_than_the_row_says_so(client: Client) -> None:
    published("one", arrested=5, edtf="2023-11/2024-02")
    published("two", arrested=7, edtf="2024-06/2025-02")
    words = read(client, f"{ARRESTS}&by=year")
    assert (
        "2024 The list also holds operations that began in another year and were still going on. "
        "7 arrested — all offences, Hong Kong only 1 1"
    ) in words


def test_a_year_within_conditions_on_dates_keeps_them(client: Client) -> None:
    published("one", arrested=5, edtf="2023-11/2024-02")
    published("two", arrested=7, edtf="2024-06")
    addresses = links(client.get(f"{ARRESTS}&year=2024&by=year").text)
    assert "/operations/?year=2024&from=2023-01-01&to=2023-12-31" in addresses
    found = client.get("/operations/?year=2024&from=2023-01-01&to=2023-12-31")
    assert ids(found) == ["one"]


def test_rows_by_scope_lead_to_what_states_that_scope(client: Client) -> None:
    year_of_thunder()
    page = client.get(f"{ARRESTS}&by=scope")
    assert "/operations/?measure=persons_arrested&scope=vice&counted_in=hk" in links(page.text)
    assert "each scope is a different quantity" in text(page)


def test_the_past_is_added_up_and_leads_to_its_editions(client: Client) -> None:
    published("one", arrested=5)
    page = client.get(f"{ARRESTS}&as_of=2100-01-01")
    assert "/operations/one/editions/1/#one.1" in links(page.text)
    assert "no published operation fits" in read(client, f"{ARRESTS}&as_of=2001")


def test_it_can_be_read_in_chinese_pages(client: Client) -> None:
    year_of_thunder()
    page = client.get("/zh-hant/totals/?measure=persons_arrested")
    assert page.status_code == 200
    assert "/zh-hant/operations/sweep/#sweep.1" in links(page.text)
    assert '<html lang="zh-Hant-HK">' in page.text


def test_parts_are_never_counted(client: Client) -> None:
    made = operation("whole")
    whole = figure(made, 30)
    part(whole, 10, sex="male")
    part(whole, 20, sex="female")
    publish(made)
    assert "30 arrested — all offences, Hong Kong only, in 1 operation" in read(client, ARRESTS)


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 7),
        ("&by=year", 7),
        ("&by=agency", 9),
        ("&agency=hkpf&by=agency", 13),
    ],
)
def test_the_number_of_queries_does_not_grow(
    client: Client, query: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    force = term(Agency, "hkpf", "Police")
    for size in (3, 30):
        for number in range(size):
            published(f"{size}-{number}", edtf=f"{2000 + number % 9}", agencies=[force])
        with django_assert_num_queries(queries):
            assert client.get(f"{ARRESTS}{query}").status_code == 200
