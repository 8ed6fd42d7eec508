"""What keeps programs and other sites out, and lets readers in, without account and cookie."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from operations.models import Report, ReportSender, SenderSalt
from tests.factories import published
from tests.pages.reading import text

from .sending import READER, TYPED, opened, post, send, ticket_in

pytestmark = pytest.mark.django_db

Clock = time_machine.Traveller
FORM = "/operations/raid/report/"


@pytest.fixture(autouse=True)
def raid() -> None:
    published("raid")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/operations/raid/report/"},
    ],
)
def test_a_form_of_this_site_is_taken(
    client: Client, clock: Clock, headers: dict[str, str]
) -> None:
    assert send(client, clock, FORM, {"headers": headers}).status_code == 303


def test_the_address_that_readers_type_is_ours_behind_a_proxy(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.SITE_URL = "https://tracker.example.org"
    ours = {"headers": {"Origin": "https://tracker.example.org"}}
    assert send(client, clock, FORM, ours).status_code == 303
    like_ours = {"headers": {"Origin": "https://tracker.example.org.evil.example"}}
    assert send(client, clock, FORM, like_ours).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "https://testserver"},
        {"Origin": "null"},
        {"Origin": "http://[broken"},
        {"Referer": "https://evil.example/http://testserver/"},
    ],
)
def test_a_form_from_another_site_is_not_taken_and_comes_back_whole(
    client: Client, clock: Clock, headers: dict[str, str]
) -> None:
    response = send(client, clock, FORM, {"headers": headers})
    assert response.status_code == 403
    assert "from a page of another site" in text(response)
    assert TYPED["wrong"] in response.text
    assert not Report.objects.exists()


@pytest.mark.parametrize("ticket", ["", "nonsense", "a:b:c", "\0"])
def test_a_form_that_this_site_did_not_make_is_not_taken(
    client: Client, clock: Clock, ticket: str
) -> None:
    response = send(client, clock, FORM, ticket=ticket)
    assert response.status_code == 400
    assert "does not come from this page" in text(response)
    clock.shift(20)
    again = post(client, FORM, {**TYPED, "ticket": ticket_in(response)})
    assert again.status_code == 303


def test_a_ticket_is_for_one_operation(client: Client, clock: Clock) -> None:
    published("other")
    form = opened(client, "/operations/other/report/")
    clock.shift(20)
    assert post(client, FORM, {**form, **TYPED}).status_code == 400


def test_a_form_is_not_sent_faster_than_it_can_be_read(client: Client, clock: Clock) -> None:
    form = opened(client, FORM)
    clock.shift(1)
    response = post(client, FORM, {**form, **TYPED})
    assert (response.status_code, response["Retry-After"]) == (429, "2")
    assert TYPED["wrong"] in response.text
    clock.shift(2)
    assert post(client, FORM, {**form, **TYPED}).status_code == 303


def test_a_form_holds_for_a_day(client: Client, clock: Clock) -> None:
    form = opened(client, FORM)
    clock.shift(24 * 3600 + 1)
    response = post(client, FORM, {**form, **TYPED})
    assert response.status_code == 400
    assert "open for more than a day" in text(response)
    clock.shift(20)
    assert post(client, FORM, {**TYPED, "ticket": ticket_in(response)}).status_code == 303


def test_a_double_click_makes_one_report(client: Client, clock: Clock) -> None:
    form = opened(client, FORM)
    clock.shift(20)
    first = post(client, FORM, {**form, **TYPED})
    second = post(client, FORM, {**form, **TYPED})
    assert second.status_code == 303
    assert Report.objects.count() == 1
    shown = [client.get(each["Location"]).text for each in (first, second)]
    assert all(Report.objects.get().reference in page for page in shown)


def test_a_form_that_was_sent_is_spent(client: Client, clock: Clock) -> None:
    form = opened(client, FORM)
    clock.shift(20)
    post(client, FORM, {**form, **TYPED})
    response = post(client, FORM, {**form, **TYPED, "wrong": "Something else."})
    assert response.status_code == 409
    assert "Something else." in response.text
    assert Report.objects.count() == 1
    clock.shift(20)
    new = {**TYPED, "wrong": "Something else.", "ticket": ticket_in(response)}
    assert post(client, FORM, new).status_code == 303
    assert Report.objects.count() == 2


def test_a_program_that_fills_in_everything_is_told_apart(client: Client, clock: Clock) -> None:
    response = send(client, clock, FORM, homepage="https://spam.example")
    assert response.status_code == 400
    assert "has to stay empty" in text(response)
    assert "spam.example" not in response.text
    assert "Leave this field empty" in text(response)
    assert not Report.objects.exists()


def test_a_client_may_send_so_many_an_hour(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.REPORTS_AN_HOUR = 2
    settings.CONTACT = "mailto:editors@example.org"
    assert send(client, clock, FORM).status_code == 303
    clock.shift(600)
    assert send(client, clock, FORM).status_code == 303
    refused = send(client, clock, FORM, wrong="A third thing.")
    # The first was sent 20 seconds after noon; now it is eleven minutes after noon.
    assert (refused.status_code, refused["Retry-After"]) == (429, str(3600 - 600 - 40))
    assert "A third thing." in refused.text
    assert 'href="mailto:editors@example.org"' in refused.text
    assert send(client, clock, FORM, {"REMOTE_ADDR": "8.8.4.4"}).status_code == 303
    clock.shift(3600 - 600 - 40)
    again = {**TYPED, "wrong": "A third thing.", "ticket": ticket_in(refused)}
    assert post(client, FORM, again).status_code == 303


@pytest.mark.parametrize(
    ("addresses", "second"),
    [
        (("2606:4700:1:2::1", "2606:4700:1:2:ffff::9"), 429),
        (("2606:4700:1:2::1", "2606:4700:1:3::1"), 303),
        (("::ffff:9.9.9.9", "9.9.9.9"), 429),
        (("9.9.9.9", "9.9.9.8"), 303),
    ],
)
def test_an_address_of_the_newer_kind_is_a_network(
    client: Client, clock: Clock, settings: Settings, addresses: tuple[str, str], second: int
) -> None:
    settings.REPORTS_AN_HOUR = 1
    answers = [send(client, clock, FORM, {"REMOTE_ADDR": each}) for each in addresses]
    assert [answer.status_code for answer in answers] == [303, second]


def test_a_header_is_believed_only_when_it_is_named(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.REPORTS_AN_HOUR = 1

    def sent(*, claims: str, connection: str = READER) -> int:
        extra = {"REMOTE_ADDR": connection, "headers": {"X-Forwarded-For": claims}}
        return int(send(client, clock, FORM, extra).status_code)

    assert sent(claims="1.1.1.1") == 303
    assert sent(claims="1.1.1.2") == 429
    settings.CLIENT_ADDRESS_HEADER = "X-Forwarded-For"
    assert sent(claims="1.1.1.1") == 303
    # What a visitor writes comes before what the proxy has seen.
    assert sent(claims="1.1.1.9, 1.1.1.1") == 429
    assert sent(claims="1.1.1.1, 1.1.1.9") == 303
    assert sent(claims="unknown", connection="1.0.0.1") == 303


def test_readers_behind_a_proxy_that_no_header_tells_of_share_a_wider_limit(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.REPORTS_AN_HOUR, settings.REPORTS_AN_HOUR_SHARED = 1, 3
    inside: list[dict[str, Any]] = [{"REMOTE_ADDR": f"10.0.0.{n}"} for n in range(4)]
    answers = [send(client, clock, FORM, extra).status_code for extra in inside]
    assert answers == [303, 303, 303, 429]


def test_no_address_is_stored_and_its_hash_goes_with_its_day(client: Client, clock: Clock) -> None:
    send(client, clock, FORM)
    [sender] = ReportSender.objects.all()
    assert READER not in str(ReportSender.objects.values())
    assert len(sender.client) == 64
    clock.shift(24 * 3600)
    send(client, clock, FORM)
    [later] = ReportSender.objects.all()
    assert later.client != sender.client
    assert [str(salt.day) for salt in SenderSalt.objects.all()] == ["2026-12-02"]
