"""The admin's first page: what waits, only for who can do something about it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import history, publishing
from operations.models import Operation, Report
from tests import factories

from .desk import address, seen


def queue(client: Client) -> dict[str, Any]:
    response: Any = client.get("/admin/")
    assert response.status_code == 200
    return {waiting.section.name: waiting for waiting in response.context["queue"]}


def names(client: Client, section: str) -> list[str]:
    return [line.name for line in queue(client)[section].lines]


def listed(client: Client, url: str) -> list[str]:
    response: Any = client.get(url)
    assert response.status_code == 200
    return [row.code for row in response.context["cl"].result_list]


def drafted(code: str, author: User | None = None) -> Operation:
    operation = factories.operation(code)
    factories.figure(operation, 100)
    history.save_revision(operation, author)
    return operation


def disputed(code: str) -> Operation:
    operation = factories.operation(code)
    factories.figure(operation, 100)
    factories.figure(operation, 200)
    factories.publish(operation)
    return operation


def changed(operation: Operation, by: User | None = None) -> Operation:
    operation.summary_en += "More."
    operation.save()
    history.save_revision(operation, by)
    return operation


def everything(n: int) -> None:
    """One more record under every heading."""
    publishing.submit(drafted(f"submitted-{n}"))
    ready, returned = drafted(f"ready-{n}"), drafted(f"returned-{n}")
    publishing.submit(ready)
    publishing.mark_ready(ready)
    publishing.submit(returned)
    publishing.return_to_author(returned, "Cite the release.")
    changed(factories.published(f"changed-{n}"))
    disputed(f"disputed-{n}")
    wanted = factories.operation(f"wanted-{n}", flags=["primary_source_wanted", "single_source"])
    factories.source(f"gone-{n}", health="gone")
    Report.objects.create(operation=wanted, wrong=f"The date {n}")


def test_nothing_waits_at_first(contributor: Client, reviewer: Client) -> None:
    for client in (contributor, reviewer):
        assert queue(client) == {}
        assert "Nothing waits for you." in client.get("/admin/").text


def test_each_sees_what_they_can_do_something_about(
    contributor: Client, reviewer: Client, administrator: Client
) -> None:
    everything(1)
    assert list(queue(contributor)) == ["returned", "changed-since", "disputed", "source-wanted"]
    for client in (reviewer, administrator):
        assert list(queue(client)) == [
            "reported",
            "returned",
            "in-review",
            "ready",
            "changed-since",
            "disputed",
            "source-wanted",
            "sources-gone",
        ]


def test_every_heading_counts_all_shows_the_first_and_leads_to_the_list(reviewer: Client) -> None:
    for n in range(7):
        everything(n)
    page = reviewer.get("/admin/").text
    for waiting in queue(reviewer).values():
        assert (waiting.total, len(waiting.lines), waiting.more) == (7, 5, 2)
        assert waiting.section.everything.replace("&", "&amp;") in page
        response: Any = reviewer.get(waiting.section.everything)
        assert response.context["cl"].result_count == 7, waiting.section.name
        assert reviewer.get(waiting.lines[0].url).status_code == 200
    assert page.count("See all 7") == 8
    assert "The date 0" in page
    assert "The date 5" not in page


def test_the_page_asks_as_often_for_many_as_for_few(reviewer: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reviewer.get("/admin/").status_code == 200
        return len(captured)

    everything(0)
    few = queries()
    for n in range(1, 12):
        everything(n)
    assert queries() == few


def test_one_s_own_returned_work_comes_first_with_what_was_said(
    contributor: Client, reviewer: Client
) -> None:
    me = User.objects.get(username="contributor")
    for code, author in (("theirs", None), ("mine", me)):
        operation = drafted(code, author)
        publishing.submit(operation, by=author)
        reviewer.post(address("operation", "return", operation.pk), {"comment": f"Why {code}?"})
    assert names(contributor, "returned") == ["Operation mine", "Operation theirs"]
    [mine, _theirs] = queue(contributor)["returned"].lines
    assert mine.about == "reviewer: “Why mine?”"
    assert names(reviewer, "returned") == ["Operation theirs", "Operation mine"]


def test_a_reviewer_is_told_whose_work_waits(reviewer: Client) -> None:
    me = User.objects.get(username="reviewer")
    publishing.submit(drafted("theirs", factories.user("amy")))
    publishing.submit(drafted("mine", me))
    first, second = queue(reviewer)["in-review"].lines
    assert first.about.startswith("last saved by amy, ")
    assert second.about.startswith("last saved by you, ")
    assert first.url == address("operation", "review", Operation.objects.get(code="theirs").pk)


def test_what_is_discarded_published_or_withdrawn_waits_no_more(reviewer: Client) -> None:
    codes = ("discarded", "published", "withdrawn", "waiting")
    made = {code: changed(factories.published(code)) for code in codes}
    assert len(names(reviewer, "changed-since")) == 4
    for name, answers in (
        ("discard", {}),
        ("publish", {"reason": "Better."}),
        ("withdraw", {"withdrawal_class": "legal", "reason": "An order."}),
    ):
        operation = made[{"discard": "discarded", "publish": "published"}.get(name, "withdrawn")]
        url = address("operation", name, operation.pk)
        assert reviewer.post(url, {**seen(operation), **answers}).status_code == 302
    waiting = queue(reviewer)["changed-since"]
    assert [line.name for line in waiting.lines] == ["Operation waiting"]
    assert listed(reviewer, waiting.section.everything) == ["waiting"]


def test_a_dispute_counts_once_readers_see_it(reviewer: Client) -> None:
    draft = factories.operation("draft")
    factories.figure(draft, 100)
    factories.figure(draft, 200)
    disputed("public")
    gone = disputed("gone")
    publishing.withdraw(gone, by=None, withdrawal_class="legal", reason="An order.")
    assert listed(reviewer, queue(reviewer)["disputed"].section.everything) == ["public"]


def test_a_source_waits_when_it_is_not_what_it_was(reviewer: Client) -> None:
    for health in ("gone", "moved", "changed", "live", "paywalled", "not_checked"):
        factories.source(health.replace("_", "-"), health=health)
    waiting = queue(reviewer)["sources-gone"]
    assert {line.about for line in waiting.lines} == {"gone", "moved", "changed"}
    assert listed(reviewer, waiting.section.everything) == ["changed", "gone", "moved"]


def test_an_answered_report_waits_no_more(reviewer: Client) -> None:
    operation = factories.operation()
    for state in ("accepted", "declined"):
        Report.objects.create(operation=operation, wrong="x", state=state)
    assert queue(reviewer) == {}
