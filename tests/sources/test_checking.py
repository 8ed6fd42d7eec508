"""What became of an address, by stated rules, with a history, and never an edition."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from operations.codes import Outcome
from operations.models import Edition, Revision, Source, SourceCheck
from operations.sources.checking import check, read_as_it_is, set_by_hand, start_anew
from tests import factories

from .articles import FIRST, SECOND, THIRD, article
from .servers import Answer, Outside, Server, closing, redirect, response

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]
NOW = datetime(2026, 5, 1, 4, tzinfo=UTC)
ADDRESS = "http://news.example/page"


@pytest.fixture
def daily(server: Server) -> Source:
    server.pages["/page"] = response(article())
    return factories.source("daily", url=ADDRESS)


def on(day: int, source: Source) -> SourceCheck:
    with time_machine.travel(NOW + timedelta(days=day), tick=False):
        return check(Source.objects.get(pk=source.pk))


def health(source: Source) -> str:
    source.refresh_from_db()
    return source.health


def test_a_page_that_is_read_is_live(daily: Source) -> None:
    made = on(0, daily)
    assert health(daily) == "live"
    assert daily.checked_at == NOW
    assert (made.outcome, made.health, made.status, made.final) == ("read", "live", 200, ADDRESS)
    assert (made.size, len(made.fingerprint), made.note) == (len(article().encode()), 64, "")
    assert len(daily.text_as_read) == 3


def test_a_changed_number_in_the_text_is_a_change_until_an_editor_has_read_it(
    daily: Source, server: Server
) -> None:
    on(0, daily)
    server.pages["/page"] = response(article(FIRST.replace("6,400", "6,399"), SECOND, THIRD))
    made = on(1, daily)
    assert (health(daily), made.note) == (
        "changed",
        "1 paragraph is gone or reworded. 1 paragraph is new.",
    )
    on(2, daily)
    assert health(daily) == "changed"
    assert read_as_it_is(daily)
    assert health(daily) == "live"
    on(3, daily)
    assert health(daily) == "live"


def test_a_changed_advert_is_none(daily: Source, server: Server) -> None:
    on(0, daily)
    server.pages["/page"] = response(article(beside="A new advert that is as long as a paragraph."))
    on(1, daily)
    assert health(daily) == "live"


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_what_the_server_says_is_gone_is_gone_at_once(
    daily: Source, server: Server, status: str
) -> None:
    on(0, daily)
    server.pages["/page"] = response("sorry", status=status)
    on(1, daily)
    assert health(daily) == "gone"
    assert daily.checked_at == NOW + timedelta(days=1)


@pytest.mark.parametrize("status", ["401 No", "402 Pay"])
def test_a_log_in_is_a_paywall(daily: Source, server: Server, status: str) -> None:
    server.pages["/page"] = response("sorry", status=status)
    on(0, daily)
    assert health(daily) == "paywalled"


def test_a_page_that_says_it_is_not_free_is_paywalled(daily: Source, server: Server) -> None:
    data = {"@type": "NewsArticle", "isAccessibleForFree": False}
    server.pages["/page"] = response(article(data=data))
    on(0, daily)
    assert health(daily) == "paywalled"


def test_a_refusal_is_a_paywall_only_with_its_mark(daily: Source, server: Server) -> None:
    server.pages["/page"] = response(article(), status="403 Forbidden")
    on(0, daily)
    assert health(daily) == "not_checked"
    data = {"@type": "NewsArticle", "isAccessibleForFree": False}
    server.pages["/page"] = response(article(data=data), status="403 Forbidden")
    on(1, daily)
    assert health(daily) == "paywalled"


def test_a_permanent_redirect_is_recorded_and_the_address_stays(
    daily: Source, server: Server
) -> None:
    server.pages["/page"] = redirect("/new", "301 Moved")
    server.pages["/new"] = response(article())
    made = on(0, daily)
    assert (health(daily), made.moved_to) == ("moved", "http://news.example/new")
    assert daily.url == ADDRESS


@pytest.mark.parametrize(
    "to", ["http://www.news.example/page/", "http://news.example/page?utm_source=x"]
)
def test_the_same_address_in_another_spelling_is_not_moved(
    daily: Source, server: Server, reading: Outside, to: str
) -> None:
    reading.stand_in("www.news.example", "93.184.216.35", server)
    server.pages["/page"] = redirect(to, "301 Moved")
    server.pages["/page/"] = server.pages["/page?utm_source=x"] = response(article())
    made = on(0, daily)
    assert (health(daily), made.moved_to, made.final) == ("live", "", to)


def test_a_temporary_redirect_is_not_moved(daily: Source, server: Server) -> None:
    server.pages["/page"] = redirect("/today")
    server.pages["/today"] = response(article())
    on(0, daily)
    assert health(daily) == "live"


def test_moved_to_nothing_is_gone(daily: Source, server: Server) -> None:
    server.pages["/page"] = redirect("/new", "301 Moved")
    on(0, daily)
    assert health(daily) == "gone"


def test_one_failure_changes_nothing_and_three_days_in_a_row_do(
    daily: Source, server: Server
) -> None:
    on(0, daily)
    server.pages["/page"] = response(status="500 No")
    for day in (1, 2):
        made = on(day, daily)
        assert (made.outcome, made.health, health(daily)) == ("server_error", "", "live")
    assert daily.checked_at == NOW
    assert on(3, daily).health == "unreachable"
    assert health(daily) == "unreachable"
    server.pages["/page"] = response(article())
    on(4, daily)
    assert health(daily) == "live"


def test_three_failures_on_one_day_change_nothing(daily: Source, server: Server) -> None:
    server.pages["/page"] = closing()
    for _ in range(4):
        on(0, daily)
    assert health(daily) == "not_checked"


def test_a_good_day_ends_a_row(daily: Source, server: Server) -> None:
    good: list[bytes | Answer] = [closing(), closing(), response(article()), closing()]
    for day, answer in enumerate(good):
        server.pages["/page"] = answer
        on(day, daily)
    assert health(daily) == "live"


def test_a_day_on_which_nothing_is_learnt_does_not_end_a_row(daily: Source, server: Server) -> None:
    busy = response(status="429 Slow")
    answers: list[bytes | Answer] = [closing(), busy, closing(), closing()]
    for day, answer in enumerate(answers):
        server.pages["/page"] = answer
        on(day, daily)
    assert health(daily) == "unreachable"


def test_a_name_that_is_gone_for_three_days_is_gone(daily: Source, reading: Outside) -> None:
    on(0, daily)
    reading.names.clear()
    on(1, daily)
    on(2, daily)
    assert health(daily) == "live"
    on(3, daily)
    assert health(daily) == "gone"


def test_lost_and_failed_days_together_are_not_gone(
    daily: Source, server: Server, reading: Outside
) -> None:
    server.pages["/page"] = closing()
    on(0, daily)
    names = dict(reading.names)
    reading.names.clear()
    on(1, daily)
    on(2, daily)
    assert health(daily) == "unreachable"
    on(3, daily)
    assert health(daily) == "gone"
    reading.names |= names
    server.pages["/page"] = response(article())
    on(4, daily)
    assert health(daily) == "live"


def test_an_address_that_leads_to_the_front_page_for_three_days_is_gone(
    daily: Source, server: Server
) -> None:
    server.pages["/page"] = redirect("/", "301 Moved")
    server.pages["/"] = response(article("Today's news are quite different from yesterday's news."))
    made = on(0, daily)
    assert (made.note, health(daily)) == ("It leads to the front page of a site.", "not_checked")
    on(1, daily)
    on(2, daily)
    assert health(daily) == "gone"


def test_robots_leave_a_source_unchecked(daily: Source, server: Server) -> None:
    server.robots = response("User-agent: *\nDisallow: /", Content_Type="text/plain")
    made = on(0, daily)
    assert (made.outcome, made.health, health(daily)) == (Outcome.ROBOTS, "", "not_checked")
    assert server.hits == []


def test_what_was_set_by_hand_stands_until_it_is_taken_back(daily: Source) -> None:
    editor = factories.user()
    daily.health = "paywalled"
    daily.save()
    set_by_hand(daily, editor)
    made = on(0, daily)
    assert (made.outcome, made.health, health(daily)) == ("read", "", "paywalled")
    daily.health = "not_checked"
    daily.save()
    set_by_hand(daily, editor)
    on(1, daily)
    assert health(daily) == "live"
    by_hand = SourceCheck.objects.filter(outcome="by_hand").order_by("pk")
    assert list(by_hand.values_list("health", "made_by__username")) == [
        ("paywalled", "editor"),
        ("not_checked", "editor"),
    ]


def test_failures_at_an_old_address_do_not_count(daily: Source, server: Server) -> None:
    server.pages |= {"/page": closing(), "/other": closing()}
    on(0, daily)
    on(1, daily)
    Source.objects.filter(pk=daily.pk).update(url="http://news.example/other")
    on(2, daily)
    assert health(daily) == "not_checked"


def test_a_check_does_not_touch_what_an_editor_saves_meanwhile(daily: Source) -> None:
    stale = Source.objects.get(pk=daily.pk)
    Source.objects.filter(pk=daily.pk).update(title="A better title")
    check(stale)
    daily.refresh_from_db()
    assert (daily.title, daily.health) == ("A better title", "live")


def test_a_check_of_an_address_that_was_changed_meanwhile_says_nothing_of_the_new_one(
    daily: Source,
) -> None:
    stale = Source.objects.get(pk=daily.pk)
    Source.objects.filter(pk=daily.pk).update(url="http://news.example/other")
    check(stale)
    assert health(daily) == "not_checked"


def test_another_address_starts_anew(daily: Source) -> None:
    on(0, daily)
    daily.refresh_from_db()
    start_anew(daily)
    daily.refresh_from_db()
    assert (daily.health, daily.checked_at, daily.text_as_read) == ("not_checked", None, [])


def test_a_check_makes_no_edition_and_no_revision(daily: Source, server: Server) -> None:
    operation = factories.operation("sweep")
    factories.figure(operation, 100, cited=[daily])
    factories.publish(operation)
    before = Revision.objects.count()
    on(0, daily)
    server.pages["/page"] = response("sorry", status="410 Gone")
    on(1, daily)
    assert health(daily) == "gone"
    assert Edition.objects.count() == 1
    assert Revision.objects.count() == before
