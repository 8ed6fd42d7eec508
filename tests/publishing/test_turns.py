"""Publications take turns: keys appear in their order, and nobody waits for each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models.signals import post_save

from operations import merging, publishing, roles
from operations.models import Merger, Operation, Series
from tests import factories
from tests.admin.conftest import at_desk, employ
from tests.admin.desk import Page, address
from tests.api.ask import read
from tests.importing import package as p

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor == 'sqlite'", reason="SQLite lets one writer in at a time by itself"
    ),
]
A_MOMENT = 0.5
Work = Callable[[], Any]


class Other(threading.Thread):
    """Work of somebody else, on a connection of its own; ``join`` raises what stopped it."""

    def __init__(self, work: Work) -> None:
        super().__init__(daemon=True)
        self.work = work
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            self.work()
        except Exception as error:  # noqa: BLE001 - raised again by whoever waits for it
            self.fault = error
        finally:
            connection.close()

    def join(self, timeout: float | None = 20) -> None:
        super().join(timeout)
        assert not self.is_alive()
        if self.fault:
            raise self.fault


@contextmanager
def amid(model: Any, work: Work) -> Iterator[None]:
    """Let somebody else begin once a row of ``model`` is written, while that transaction runs."""
    others: list[Other] = []

    def begin(**_: Any) -> None:
        if not others:
            others.append(Other(work))
            others[0].start()
            sleep(A_MOMENT)

    post_save.connect(begin, sender=model)
    try:
        yield
    finally:
        post_save.disconnect(begin, sender=model)
        for other in others:
            other.join()
    assert others


def withdrawn(code: str) -> Work:
    def work() -> None:
        operation = Operation.objects.get(code=code)
        publishing.withdraw(
            operation, by=None, withdrawal_class="privacy", reason="To protect somebody."
        )

    return work


def test_whoever_follows_the_changes_misses_no_edition_that_was_begun_first_and_ended_last() -> (
    None
):
    first, second = factories.operation("first"), factories.operation("second")
    written, may_end = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            publishing.publish(first, by=None)
            written.set()
            may_end.wait(10)

    slow = Other(slowly)
    slow.start()
    assert written.wait(10)
    quick = Other(lambda: publishing.publish(second, by=None))
    quick.start()
    sleep(A_MOMENT)
    seen = read("/api/changes/")["results"]
    may_end.set()
    slow.join()
    quick.join()
    since = f"?since={seen[-1]['cursor']}" if seen else ""
    seen += read(f"/api/changes/{since}")["results"]
    assert [row["operation"] for row in seen] == ["first", "second"]


def test_a_load_and_a_withdrawal_do_not_wait_for_each_other(tmp_path: Path) -> None:
    rows = [p.operation("first"), p.operation("second")]
    p.loaded(tmp_path, *rows)
    for row in rows:
        row["summary"] = p.pair("Now with a summary.")
    with amid(Operation, withdrawn("first")):
        p.loaded(tmp_path, *rows)
    assert [row["kind"] for row in read("/api/changes/")["results"]] == [
        "published",
        "published",
        "corrected",
        "corrected",
        "withdrawn",
    ]


def two_series() -> tuple[Series, Series]:
    old, new = factories.term(Series, "lei"), factories.term(Series, "thunderbolt")
    factories.published("sweep", series=old)
    return old, new


def test_merging_terms_and_a_withdrawal_do_not_wait_for_each_other() -> None:
    old, new = two_series()
    with amid(Merger, withdrawn("sweep")):
        merging.terms.merge(old, new, by=None, reason="One and the same.")
    assert [row["kind"] for row in read("/api/changes/")["results"]] == [
        "published",
        "reissued",
        "withdrawn",
    ]


def test_parting_terms_and_a_withdrawal_do_not_wait_for_each_other() -> None:
    old, new = two_series()
    merging.terms.merge(old, new, by=None, reason="One and the same.")
    with amid(Merger, withdrawn("sweep")):
        merging.terms.undo(old, by=None)
    assert [row["kind"] for row in read("/api/changes/")["results"]][-2:] == [
        "reissued",
        "withdrawn",
    ]


def merged(old: Series, new: Series) -> Work:
    return lambda: merging.terms.merge(old, new, by=None, reason="One and the same.")


def page_of(term: Series) -> Page:
    administrator = at_desk(employ("administrator", roles.ADMINISTRATOR))
    return Page.open(administrator, address("series", "change", term.pk))


def test_saving_a_term_and_merging_it_do_not_wait_for_each_other() -> None:
    old, new = two_series()
    page = page_of(old).fill(name_en="Thunder")
    with amid(Series, merged(old, new)):
        assert page.save().status_code == 302
    assert Series.objects.get(pk=old.pk).successor == new


def test_going_back_in_a_term_and_merging_it_do_not_wait_for_each_other() -> None:
    old, new = two_series()
    page = page_of(old).fill(name_en="Thunder")
    page.save()
    Page.open(page.client, page.url).fill(name_en="Storm").save()
    back = address("series", "revert", old.pk, 1)
    with amid(Series, merged(old, new)):
        assert page.client.post(back, {"last": 2}).status_code == 302
    assert Series.objects.get(pk=old.pk).successor == new


def test_whoever_names_an_operation_does_not_wait_until_it_is_published() -> None:
    """Or two would wait for each other when that publication wants the one that names it, too."""
    named, naming = factories.operation("named"), factories.operation("naming")
    with transaction.atomic():
        publishing.lock(named)
        other = Other(lambda: naming.may_overlap.add(named))
        other.start()
        other.join(5)
    assert [each.code for each in naming.may_overlap.all()] == ["named"]
