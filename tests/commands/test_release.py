"""``manage.py release`` knows under which address the record is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from operations.releases import known
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    factories.published("raid")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8000", "http://localhost", "https://[::1]", "http://0.0.0.0:8000"],
)
def test_an_address_of_this_machine_is_refused(settings: Settings, address: str) -> None:
    settings.SITE_URL = address
    with pytest.raises(CommandError, match="leads nowhere but on this machine: set SITE_URL"):
        call_command("release")
    assert known() == []


def test_in_debug_mode_it_is_taken_and_named(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SITE_URL, settings.DEBUG = "http://127.0.0.1:8000", True
    call_command("release")
    assert capsys.readouterr().out.startswith("The address in it is http://127.0.0.1:8000.\n")
    [made] = known()
    assert "http://127.0.0.1:8000/data/" in (made.folder / "CITATION.cff").read_text()
