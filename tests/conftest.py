"""What every test needs."""

from __future__ import annotations

import os

import pytest
from django.utils import translation
from hypothesis import settings

# The machine is shared; a slow moment is not a wrong answer.
settings.register_profile("tracker", deadline=None)
settings.load_profile("tracker")

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


@pytest.fixture(autouse=True)
def english() -> None:
    """Start in English, whatever language the request of the test before left behind."""
    translation.activate("en")


# First, because xdist groups the tests by the marks that they have when it is asked.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests on the real data with one worker: it loads them once, not each of both.

    On the second database only what asks a database is run again; the rest cannot differ.
    """
    for item in items:
        if "realdata" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("realdata"))
    if "DATABASE_URL" in os.environ:
        asking = [item for item in items if asks_a_database(item)]
        config.hook.pytest_deselected(items=[i for i in items if not asks_a_database(i)])
        items[:] = asking


def asks_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & DATABASE_FIXTURES) or item.get_closest_marker("django_db") is not None
