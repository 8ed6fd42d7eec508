"""What changed between two editions: field by field, in words."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from operations import publishing
from operations.models import Agency, Group, Operation, Place, Series
from tests.factories import figure, operation, place, publish, published, source, term

from .reading import read

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[tuple[str, str, str, str]]:
    """Section, field, before and after of each row of a page of changes."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    found = []
    for section in re.findall(r"<section.*?</section>", response.text, re.DOTALL):
        [heading] = re.findall(r"<h2[^>]*>(.*?)</h2>", section)
        body = section.partition("<tbody>")[2]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
            cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
            field, before, after = (unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells)
            found.append((unescape(heading), field, before, after))
    return found


def thunderbolt() -> Operation:
    """868 interim, then 2,320 final, then renamed."""
    made = operation("one", name_en="First name", kind="anti_vice", places=[place()])
    cited = source("release", publisher="A bureau", title="A release")
    number = figure(made, 868, reporting_status="interim", cited=[cited])
    publish(made)
    number.value, number.reporting_status = Decimal(2320), "final"
    number.save()
    publish(made, "The final number.")
    made.name_en = "Second name"
    made.save()
    publish(made, "The name was wrong.")
    return made


def test_a_changed_number_is_told_by_what_it_counts(client: Client) -> None:
    thunderbolt()
    whose = "Figure 1, arrested, all offences, Hong Kong only"
    assert rows(client, "/operations/one/editions/2/changes/") == [
        ("Figures", f"{whose} › reporting status", "interim", "final"),
        ("Figures", f"{whose} › number", "868", "2,320"),
    ]


def test_any_two_editions_can_be_compared(client: Client) -> None:
    thunderbolt()
    found = rows(client, "/operations/one/editions/3/changes/?since=1")
    assert ("Name", "In English", "First name", "Second name") in found
    assert [row[2:] for row in found if row[0] == "Figures"] == [
        ("interim", "final"),
        ("868", "2,320"),
    ]
    words = read(client, "/operations/one/editions/3/changes/?since=1")
    assert "What changed: Second name" in words
    assert re.search(r"Edition 2, [^:]+: Corrected The final number\.", words)
    assert re.search(r"Edition 3, [^:]+: Corrected The name was wrong\.", words)


def test_what_comes_and_goes_is_told_whole(client: Client) -> None:
    made = operation("one", agencies=[term(Agency, "hkpf", "Police")])
    gone = figure(made, 5, cited=[source("old", publisher="The Daily", title="Five")])
    publish(made)
    gone.delete()
    made.agency_roles.all().delete()
    made.group_links.create(group=term(Group, "14k", "14K"), attribution="ngo")
    figure(made, None, value_type="not_stated", cited=[source("new", title="<b>New</b>")])
    publish(made, "All else.")
    assert rows(client, "/operations/one/editions/2/changes/") == [
        ("Agencies", "Removed", "Police (Lead)", "nothing"),
        ("Reported link to", "Added", "nothing", "14K (Non-governmental organisation)"),
        (
            "Figures",
            "Added",
            "nothing",
            "arrested: not stated by any source read — all offences, Hong Kong only",
        ),
        ("Figures", "Removed", "5 arrested — all offences, Hong Kong only", "nothing"),
        ("Sources", "Added", "nothing", "The Daily: <b>New</b>"),
        ("Sources", "Removed", "The Daily: Five", "nothing"),
    ]


def test_dates_are_said_once(client: Client) -> None:
    made = operation("one", edtf="2020")
    publish(made)
    made.edtf = "2021-03"
    made.save()
    publish(made, "Another date.")
    assert rows(client, "/operations/one/editions/2/changes/") == [
        ("Dates", "When", "2020", "March 2021")
    ]


def test_a_reissue_says_what_was_renamed(client: Client) -> None:
    made = operation("one", agencies=[term(Agency, "hkpf", "Police")])
    figure(made, 1, counted_in=place("mo", "Macao"))
    publish(made)
    for model, code, name in ((Agency, "hkpf", "Police Force"), (Place, "mo", "Macau")):
        renamed = model.objects.get(code=code)
        renamed.name_en = name
        renamed.save()
        publishing.reissue(renamed, by=None)
    found = rows(client, "/operations/one/editions/3/changes/?since=1")
    assert found == [
        ("Names of terms", "Police Force › name › in English", "Police", "Police Force"),
        ("Names of terms", "Macau › name › in English", "Macao", "Macau"),
    ]
    words = read(client, "/operations/one/editions/3/changes/?since=1")
    assert "Names and sources were brought up to date" in words


def test_another_series_is_one_change(client: Client) -> None:
    made = operation("one", series=term(Series, "a", "Alpha"))
    publish(made)
    made.series = term(Series, "b", "Beta")
    made.save()
    publish(made, "The other series.")
    assert rows(client, "/operations/one/editions/2/changes/") == [
        ("Series", "Series", "Alpha", "Beta")
    ]


def test_the_first_edition_has_nothing_before_it(client: Client) -> None:
    published("one")
    read(client, "/operations/one/editions/1/changes/", 404)


@pytest.mark.parametrize("since", ["0", "2", "3", "9", "x", "-1", "", "1&since=1", "٢"])
def test_an_edition_that_is_not_earlier_is_a_wrong_parameter(client: Client, since: str) -> None:
    thunderbolt()
    words = read(client, f"/operations/one/editions/2/changes/?since={since}", 400)
    assert "expected: the number of one edition before edition 2." in words


def test_an_unknown_parameter_is_refused(client: Client) -> None:
    thunderbolt()
    for name in ("changes/", "changes.json"):
        assert client.get(f"/operations/one/editions/2/{name}?until=1").status_code == 400


def test_the_form_takes_two_editions_in_either_order(client: Client) -> None:
    thunderbolt()
    assert (
        'action="/operations/one/editions/changes/"' in client.get("/operations/one/editions/").text
    )
    for query in ("since=1&until=3", "since=3&until=1"):
        response = client.get(f"/operations/one/editions/changes/?{query}")
        assert response.status_code == 302
        assert response["Location"] == "/operations/one/editions/3/changes/?since=1"
    chinese = client.get("/zh-hant/operations/one/editions/changes/?since=1&until=3")
    assert chinese["Location"] == "/zh-hant/operations/one/editions/3/changes/?since=1"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "since : expected: the number of one edition."),
        ("since=1", "until : expected: the number of one edition."),
        ("since=1&until=1", "“ 1 ” was given; expected: another edition than “since”."),
        ("since=1&until=2&page=3", "expected: a known parameter: since, until."),
    ],
)
def test_a_bad_pair_is_a_clear_error(client: Client, query: str, expected: str) -> None:
    thunderbolt()
    assert expected in read(client, f"/operations/one/editions/changes/?{query}", 400)


def test_no_form_is_shown_where_nothing_can_be_compared(client: Client) -> None:
    published("one")
    assert "choose-changes" not in client.get("/operations/one/editions/").text


def test_a_redacted_edition_is_gone_here_too(client: Client) -> None:
    made = thunderbolt()
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="It hurt.", numbers=[2])
    for address in (
        "/operations/one/editions/2/changes/",
        "/operations/one/editions/3/changes/?since=2",
    ):
        assert "to protect people" in read(client, address, 410)
    words = read(client, "/operations/one/editions/3/changes/")
    assert "From edition 1" in words
    assert "text redacted: to protect people" in words
    assert "The final number." not in words
    listed = client.get("/operations/one/editions/").text
    assert "/editions/3/changes/" in listed
    assert "/editions/2/changes/" not in listed


def test_a_tombstone_has_no_changes_to_show(client: Client) -> None:
    made = thunderbolt()
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Wrong.")
    assert "its sources proved unreliable" in read(
        client, "/operations/one/editions/4/changes/", 410
    )
    assert rows(client, "/operations/one/editions/2/changes/")


def test_the_corrections_lead_to_what_changed(client: Client) -> None:
    made = thunderbolt()
    text = client.get("/corrections/").text
    assert "/operations/one/editions/2/changes/" in text
    assert "/operations/one/editions/3/changes/" in text
    publishing.redact(made, by=None, withdrawal_class="legal", reason="Law.", numbers=[1, 3])
    text = client.get("/corrections/").text
    assert "/changes/" not in text


def test_the_chinese_page_speaks_of_the_same_rows(client: Client) -> None:
    thunderbolt()
    found = rows(client, "/zh-hant/operations/one/editions/2/changes/")
    assert [row[3] for row in found][-1] == "2,320"
