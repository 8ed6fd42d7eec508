"""Two saves at the very same moment: the second waits, and then sees the first."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, transaction

from operations import history
from operations.models import Operation
from tests import factories
from tests.admin.conftest import at_desk
from tests.admin.history.read import change

from .two import lines, opened


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite lets one writer in at a time, whatever it does"
)
def test_the_second_of_two_saves_at_once_is_refused() -> None:
    client = at_desk(factories.user("boss", is_staff=True, is_superuser=True))
    operation = factories.operation("sweep", summary_en="At first.")
    history.save_revision(operation, None)
    page = opened(client, operation).fill(summary_en="By the second.")
    started, answers = threading.Event(), list[Any]()

    def save() -> None:
        started.set()
        try:
            answers.append(page.save())
        finally:
            connection.close()

    other = threading.Thread(target=save)
    with transaction.atomic():
        list(Operation.objects.select_for_update().filter(pk=operation.pk))
        other.start()
        started.wait(5)
        change(operation, summary_en="By the first.")
        other.join(0.5)
        assert answers == []
    other.join(20)
    [answer] = answers
    assert answer.status_code == 200
    assert lines(answer)["summary_en"].theirs == "By the first."
    operation.refresh_from_db()
    assert operation.summary_en == "By the first."
