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
