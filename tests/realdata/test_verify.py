from __future__ import annotations

import io

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.usefixtures("real_data")


def test_the_committed_data_holds_and_harms_nobody() -> None:
    out = io.StringIO()
    call_command("verify", stdout=out)
    assert "68 editions: every hash, chain and index row holds." in out.getvalue()
    assert "No personal data and no small count" in out.getvalue()
