"""Totals over the committed data, as anybody can ask for them."""

from __future__ import annotations

import pytest
from operations.models import Edition

pytestmark = pytest.mark.usefixtures("real_data")


def test_probe() -> None:
    assert Edition.objects.public().count() > 30


def test_probe2() -> None:
    Edition.objects.all().delete()


def test_probe3() -> None:
    assert Edition.objects.public().count() > 30
