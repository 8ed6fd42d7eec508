"""Two editors publish at once: one waits for the other."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from operations import publishing
from operations.models import Operation
from operations.publishing.editions import lock
from tests import factories


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite lets one writer in at a time, whatever it does"
)
def test_a_second_publication_waits_and_builds_on_the_first() -> None:
    made = factories.published()
    started, ended = threading.Event(), threading.Event()

    def publish() -> None:
        started.set()
        try:
            publishing.publish(Operation.objects.get(pk=made.pk), by=None, reason="Second")
        finally:
            ended.set()
            connection.close()

    other = threading.Thread(target=publish)
    with transaction.atomic():
        lock(made)
        other.start()
        started.wait(5)
        Operation.objects.filter(pk=made.pk).update(name_en="First")
        publishing.publish(made, by=None, reason="First")
        assert not ended.wait(0.3)
        Operation.objects.filter(pk=made.pk).update(name_en="Second")
    other.join(10)
    names = made.editions.order_by("number").values_list("number", "name_en", "reason")
    assert list(names)[1:] == [(2, "First", "First"), (3, "Second", "Second")]
    assert list(publishing.verify()) == []
