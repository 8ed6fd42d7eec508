"""The public form: what it asks, what it says, and what becomes of what is typed."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client

from operations import publishing
from operations.models import Report
from tests.factories import figure, operation, publish, published, source
from tests.pages.passages import wrongly_marked
from tests.pages.reading import text

from .sending import TYPED, opened, post, send

pytestmark = pytest.mark.django_db

Clock = time_machine.Traveller
WHOLE = "/operations/raid/report/"
FIGURE = "/operations/raid/report/?figure=raid.1"


def test_a_report_on_a_figure_arrives_as_it_was_typed(client: Client, clock: Clock) -> None:
    made = published("raid")
    response = send(client, clock, FIGURE, wrong="  The release says 120.\nNot 100.  ")
    assert response.status_code == 303
    report = Report.objects.get()
    assert (report.operation, report.figure, report.edition_before) == (made, "raid.1", 1)
    assert report.wrong == "The release says 120.\nNot 100."
    assert report.source_url == "https://example.org/release"
    assert report.contact == "reader@example.org"
    assert (report.kind, report.removal_class, report.state) == ("correction", "", "open")
    assert (report.language, report.due_on) == ("en", None)


def test_only_what_is_wrong_has_to_be_said(client: Client, clock: Clock) -> None:
    published("raid")
    assert send(client, clock, WHOLE, source="", contact="").status_code == 303
    report = Report.objects.get()
    assert (report.figure, report.source_url, report.contact) == ("", "", "")


@pytest.mark.parametrize("removal_class", ["privacy", "legal", "other"])
def test_a_removal_has_its_class_and_the_day_by_which_it_is_answered(
    client: Client, clock: Clock, removal_class: str
) -> None:
    published("raid")
    send(client, clock, f"/zh-hant{WHOLE}", about=removal_class)
    report = Report.objects.get()
    assert (report.kind, report.removal_class) == ("removal", removal_class)
    assert str(report.due_on) == "2026-12-08"
    assert report.language == "zh-hant"


def test_the_page_after_it_gives_a_reference_and_no_more(client: Client, clock: Clock) -> None:
    published("raid")
    sent = send(client, clock, FIGURE)
    report = Report.objects.get()
    page = client.get(sent["Location"])
    assert page.status_code == 200
    assert report.reference in text(page)
    for private in (report.wrong, report.contact, report.source_url):
        assert private not in page.text
        assert private not in sent["Location"]
    removal = client.get(send(client, clock, FIGURE, about="privacy")["Location"])
    assert "answered within 7 days" in text(removal)


@pytest.mark.parametrize("given", ["", "?report=K7QM-3TXW", "?report=", "?report=x&report=y"])
def test_the_page_after_it_repeats_nothing_that_this_site_did_not_say(
    client: Client, given: str
) -> None:
    published("raid")
    assert client.get(f"/operations/raid/report/sent/{given}").status_code == 400


def test_the_page_after_one_operation_is_not_that_of_another(client: Client, clock: Clock) -> None:
    published("raid")
    published("other")
    address = send(client, clock, FIGURE)["Location"]
    assert client.get(address.replace("/raid/", "/other/")).status_code == 400


def test_the_form_says_in_words_what_it_is_about(client: Client) -> None:
    made = operation("raid", name_en="Raid", name_zh_hant="突擊")
    whole = figure(made, 6400, cited=[source("release", title="Results", publisher="The Police")])
    figure(made, 300, part_of=whole, breakdown="partial", breakdown_set="sex", sex="male")
    publish(made)
    words = text(client.get(FIGURE))
    for expected in (
        "Something wrong with this figure?",
        "6,400 arrested — all offences, Hong Kong only",
        "Arrested, not convicted.",
        "The Police, 25 September 2023: Results",
        "answered within 7 days",
        "deleted 365 days after the report is closed",
        "It is deleted 30 days after the report is closed, and at the latest 180 days",
    ):
        assert expected in words
    part = text(client.get("/operations/raid/report/?figure=raid.2"))
    assert "Part of: 6,400 arrested" in part
    assert "Something wrong with this record?" in text(client.get(WHOLE))


def test_each_figure_and_the_record_lead_to_the_form(client: Client) -> None:
    made = operation("raid")
    whole = figure(made, 100)
    figure(made, 120)
    figure(made, 30, part_of=whole, breakdown="partial", breakdown_set="sex", sex="male")
    publish(made)
    page = client.get("/operations/raid/").text
    for number in (1, 2, 3):
        assert page.count(f'href="/operations/raid/report/?figure=raid.{number}"') == 1
    assert page.count('href="/operations/raid/report/"') == 1
    chinese = client.get("/zh-hant/operations/raid/").text
    assert 'href="/zh-hant/operations/raid/report/?figure=raid.1"' in chinese


def test_a_past_edition_leads_to_the_form_of_the_record_only(client: Client) -> None:
    made = published("raid")
    made.summary_en = "More."
    made.save()
    publish(made)
    past = client.get("/operations/raid/editions/1/").text
    assert "report/?figure=" not in past
    assert 'href="/operations/raid/report/"' in past


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"wrong": "   "}, "wrong", "Say in a sentence or two what is wrong."),
        ({"about": ""}, "about", "Choose what it is about."),
        ({"about": "nonsense"}, "about", "Select a valid choice."),
        ({"source": "see the news"}, "source", "Give a web address"),
        ({"source": "javascript:alert(1)"}, "source", "Give a web address"),
        ({"source": "ftp://example.org/x"}, "source", "Give a web address"),
        ({"contact": "reader"}, "contact", "Give an e-mail address"),
        ({"wrong": "長" * 2001}, "wrong", "at most 2000 characters"),
        ({"wrong": "nul \0 here"}, "wrong", "Null characters are not allowed."),
    ],
)
def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(
    client: Client, clock: Clock, wrong: dict[str, str], field: str, message: str
) -> None:
    published("raid")
    response = send(client, clock, FIGURE, None, **wrong)
    assert response.status_code == 400
    assert not Report.objects.exists()
    form = response.context["form"]
    assert message in str(form.errors[field])
    first = "_0" if field == "about" else ""
    assert f'<a href="#id_{field}{first}">' in response.text
    assert f'id="id_{field}_error"' in response.text
    assert "<title>Not sent yet: " in response.text
    for name, value in {**TYPED, **wrong}.items():
        assert form[name].value().replace("\r\n", "\n") == value
    assert "6,400" not in response.text
    assert "100 arrested" in response.text


def test_after_an_error_the_same_form_can_be_sent_at_once(client: Client, clock: Clock) -> None:
    published("raid")
    form = opened(client, FIGURE)
    clock.shift(20)
    refused = post(client, FIGURE, {**form, **TYPED, "wrong": ""})
    assert f'name="ticket" value="{form["ticket"]}"' in refused.text
    assert post(client, FIGURE, {**form, **TYPED}).status_code == 303


def test_two_thousand_characters_fit_however_a_browser_sends_them(
    client: Client, clock: Clock
) -> None:
    published("raid")
    longest = "行\n" * 1000
    assert send(client, clock, WHOLE, wrong=f"{longest[:-1]}字").status_code == 303
    assert len(Report.objects.get().wrong) == 2000


def test_what_is_far_too_long_is_not_even_read(client: Client) -> None:
    published("raid")
    response = post(client, WHOLE, {"wrong": "x" * 300_000})
    assert response.status_code == 413
    assert "fewer words" in text(response)


def test_a_figure_that_went_while_the_reader_was_typing_is_still_reported(
    client: Client, clock: Clock
) -> None:
    made = published("raid")
    figure(made, 7, measure="persons_charged")
    publish(made)
    form = opened(client, FIGURE)
    clock.shift(20)
    made.figures.get(number=1).delete()
    publish(made)
    refused = post(client, FIGURE, {**form, **TYPED, "wrong": ""})
    assert "100 arrested" in text(refused)
    assert post(client, FIGURE, {**form, **TYPED}).status_code == 303
    report = Report.objects.get()
    assert (report.figure, report.edition_before) == ("raid.1", 2)


@pytest.mark.parametrize(
    "query",
    ["?figure=raid.9", "?figure=other.1", "?figure=", "?figure=raid.1&figure=raid.1", "?nope=1"],
)
def test_what_the_form_cannot_be_about_is_refused(client: Client, query: str) -> None:
    published("raid")
    assert client.get(WHOLE + query).status_code == 400


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("code", ["draft", "never-was"])
def test_a_draft_is_as_unknown_as_what_never_was(client: Client, method: str, code: str) -> None:
    operation("draft", name_en="SecretName")
    response = getattr(client, method)(f"/operations/{code}/report/")
    assert response.status_code == 404
    assert "SecretName" not in response.text


def test_the_form_of_a_merged_operation_is_that_of_the_survivor(client: Client) -> None:
    survivor, merged = published("survivor"), published("raid")
    publishing.merge(merged, survivor, by=None, reason="The same.")
    response = client.get(f"/zh-hant{WHOLE}")
    assert response.status_code == 308
    assert response["Location"] == "/zh-hant/operations/survivor/report/"


def test_what_was_taken_off_can_still_be_reported(client: Client, clock: Clock) -> None:
    made = published("raid")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="No source stands.")
    page = client.get(WHOLE)
    assert page.status_code == 410
    assert "earlier editions" in text(page)
    assert 'href="/operations/raid/report/"' in client.get("/operations/raid/").text
    assert send(client, clock, WHOLE, about="privacy").status_code == 303
    assert Report.objects.get().operation == made


def test_nobody_may_keep_the_form_nor_find_it_in_a_search(client: Client, clock: Clock) -> None:
    published("raid")
    sent = send(client, clock, FIGURE)
    for response in (client.get(FIGURE), client.post(FIGURE), client.get(sent["Location"]), sent):
        assert "no-store" in response["Cache-Control"]
        assert "public" not in response["Cache-Control"]
        assert "ETag" not in response
        assert not response.cookies
    for address in (FIGURE, WHOLE, sent["Location"]):
        assert '<meta name="robots" content="noindex' in client.get(address).text
    assert "Disallow: /*/report/" in client.get("/robots.txt").text.splitlines()
    assert "/report/" not in client.get("/sitemap-operations.xml").text


def test_the_form_can_be_read_and_sent_and_nothing_else() -> None:
    client = Client(enforce_csrf_checks=True)
    published("raid")
    response = client.put(WHOLE)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    response = client.post("/operations/raid/report/sent/")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    # Without a ticket, not without a cookie.
    assert "does not come from this page" in text(client.post(WHOLE))


def test_words_of_each_language_are_marked_as_such(client: Client, clock: Clock) -> None:
    made = operation("raid", name_en="Operation Raid", name_zh_hant="突擊行動")
    figure(made, 100, cited=[source("cited", title="掃黃行動", language="zh-Hant")])
    publish(made)
    sent: Any = send(client, clock, FIGURE)
    for address in (FIGURE, WHOLE, sent["Location"], "/about/"):
        assert list(wrongly_marked(client.get(address).text)) == []
