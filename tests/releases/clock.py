"""A clock for tests that make releases, which wait until a second is over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone


def let_waiting_set_the_clock_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of sleeping, go on as if the time had passed."""
    real, slept = timezone.now, list[float]()

    def now() -> datetime:
        return real() + timedelta(seconds=sum(slept))

    monkeypatch.setattr("django.utils.timezone.now", now)
    monkeypatch.setattr("operations.releases.moment.sleep", slept.append)
