"""Daily work: put into the queue once, done once, and each day puts in the next."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.conf import LazySettings
from django.core.management import call_command
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from operations import housekeeping
from operations.models import HousekeepingDay, SourceCheck, SourceLookup
from operations.sources.fetching import fetcher
from tests import factories
from tests.sources.servers import Outside

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)
NIGHT = datetime(2026, 5, 1, 19, 30, 5, tzinfo=UTC)  # 3:30 on 2 May in Hong Kong


@pytest.fixture
def queue(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue that waits, and an outside without any name in it."""
    nowhere = Outside().fetcher()
    monkeypatch.setattr(fetcher, "standard", lambda: nowhere)
    settings.FETCH_SOURCES = True
    # The worker would close the connection that holds the test's transaction.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def said() -> str:
    out = StringIO()
    call_command("schedule", stdout=out)
    return out.getvalue()


def days() -> list[datetime]:
    waiting = DBTaskResult.objects.filter(status="READY", task_path__endswith=".housekeeping")
    return sorted(waiting.values_list("run_after", flat=True))


def work() -> None:
    """The worker, until nothing is due."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, queue_name="*")


@pytest.mark.usefixtures("queue")
@time_machine.travel(NOON, tick=False)
def test_it_is_put_into_the_queue_once() -> None:
    for _ in range(3):
        assert said() == "The next daily work is due on 2026-05-02.\n"
    assert days() == [datetime(2026, 5, 1, 19, 30, tzinfo=UTC)]


@pytest.mark.usefixtures("queue")
@time_machine.travel(datetime(2026, 4, 30, 17, tzinfo=UTC), tick=False)
def test_before_the_hour_it_is_due_the_same_night() -> None:
    assert said() == "The next daily work is due on 2026-05-01.\n"


@pytest.mark.usefixtures("queue")
def test_a_task_that_the_queue_lost_is_put_in_again() -> None:
    with time_machine.travel(NOON, tick=False):
        said()
        DBTaskResult.objects.all().delete()
        said()
        assert len(days()) == 1


def test_without_a_queue_nothing_waits_and_nothing_runs() -> None:
    assert said() == "This queue runs everything at once, so nothing can wait in it.\n"
    assert not HousekeepingDay.objects.exists()


@pytest.mark.usefixtures("queue")
def test_a_day_is_done_once_and_puts_in_the_next() -> None:
    with time_machine.travel(NOON, tick=False):
        said()
        source = factories.source(url="http://news.example/")
    with time_machine.travel(NIGHT, tick=False):
        housekeeping.housekeeping.call("2026-05-02")
        assert housekeeping.housekeeping.call("2026-05-02") == {}
        assert [moment.day for moment in days()] == [1, 2]
        checks = DBTaskResult.objects.filter(task_path__endswith=".check_source")
        assert [task.args_kwargs["args"] for task in checks] == [[source.pk]]
    done = HousekeepingDay.objects.get(day=date(2026, 5, 2))
    assert done.report == {
        "sources": {"queued": 1, "purged": 0},
        "reports": 0,
        "tasks": None,
        "log-ins": 0,
    }
    assert done.finished_at == NIGHT


@pytest.mark.usefixtures("queue")
def test_the_worker_does_what_is_due_and_leaves_tomorrow() -> None:
    with time_machine.travel(NOON, tick=False):
        said()
        factories.source(url="http://news.example/")
        work()
        assert not SourceCheck.objects.exists()
    with time_machine.travel(NIGHT, tick=False):
        work()
    assert SourceCheck.objects.get().outcome == "no_such_name"
    assert days() == [datetime(2026, 5, 2, 19, 30, tzinfo=UTC)]


@pytest.mark.usefixtures("queue")
def test_a_machine_that_was_off_does_one_day_and_goes_on() -> None:
    with time_machine.travel(NOON, tick=False):
        said()
    with time_machine.travel(datetime(2026, 5, 9, 4, tzinfo=UTC), tick=False):
        said()
        work()
        work()
    assert days() == [datetime(2026, 5, 9, 19, 30, tzinfo=UTC)]
    assert HousekeepingDay.objects.exclude(finished_at=None).count() == 1


@pytest.mark.usefixtures("queue")
def test_a_job_that_fails_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, settings: LazySettings
) -> None:
    jobs = (("bad", lambda: 1 / 0), ("good", lambda: 7))
    monkeypatch.setattr(housekeeping, "JOBS", jobs)
    settings.DAILY_JOBS = {}
    assert housekeeping.housekeeping.call("2026-05-02") == {"bad": "failed", "good": 7}
    assert "Housekeeping: bad failed" in caplog.text


def test_old_look_ups_are_purged() -> None:
    with time_machine.travel(NOON, tick=False):
        SourceLookup.objects.create(url="http://news.example/old")
    with time_machine.travel(NIGHT, tick=False):
        SourceLookup.objects.create(url="http://news.example/new")
    with time_machine.travel(datetime(2026, 5, 8, 10, tzinfo=UTC), tick=False):
        assert dict(housekeeping.JOBS)["sources"]() == {"queued": 0, "purged": 1}
    assert SourceLookup.objects.get().url == "http://news.example/new"


@pytest.mark.usefixtures("queue")
def test_where_nothing_is_fetched_nothing_is_queued(settings: LazySettings) -> None:
    settings.FETCH_SOURCES = False
    factories.source(url="http://news.example/")
    assert dict(housekeeping.JOBS)["sources"]() == {"queued": 0, "purged": 0}


@pytest.mark.usefixtures("queue")
@time_machine.travel(NIGHT, tick=False)
def test_what_readers_typed_and_who_logged_in_is_forgotten_in_time() -> None:
    housekeeping.housekeeping.call("2026-05-02")
    report = HousekeepingDay.objects.get(day=date(2026, 5, 2)).report
    assert set(report) == {"sources", "reports", "tasks", "log-ins"}
    assert (report["reports"], report["log-ins"]) == (0, 0)
