"""What every test needs."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import settings

# The machine is shared; a slow moment is not a wrong answer.
settings.register_profile("tracker", deadline=None)
settings.load_profile("tracker")


@pytest.fixture(autouse=True)
def english() -> None:
    """Start in English, whatever language the request of the test before left behind."""
    translation.activate("en")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests on the real data with one worker: it loads them once, not each of both."""
    for item in items:
        if "realdata" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("realdata"))
