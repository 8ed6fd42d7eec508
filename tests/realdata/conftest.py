"""The committed data in a database: loaded once, and as it was again for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from fixtures.convert.raw import FIXTURES
from operations.importing import load, read


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All of ``fixtures/`` in one transaction around the whole folder of tests.

    Each test runs in a savepoint of it. The end of the folder rolls it back, so that no other
    test ever meets the data.
    """
    around = transaction.atomic()
    with django_db_blocker.unblock(), translation.override("en"):
        around.__enter__()
        load(read(FIXTURES))
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def real_data(loaded: None, db: None) -> None:
    """The committed data, published; whatever a test changes is undone after it."""
