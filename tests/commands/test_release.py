"""``manage.py release`` knows under which address the record is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
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
def test_an_address_of_this_machine_is_warned_of(
    settings: Settings, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    settings.SITE_URL = address
    call_command("release")
    said = capsys.readouterr()
    assert said.out.startswith(f"The address in it is {address}.\n")
    assert said.err.startswith("Nobody else can follow that address: set SITE_URL")
    [made] = known()
    assert f"{address}/data/" in (made.folder / "CITATION.cff").read_text()


def test_an_address_of_the_world_is_only_named(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SITE_URL = "https://tracker.example.org"
    call_command("release")
    said = capsys.readouterr()
    assert said.out.startswith("The address in it is https://tracker.example.org.\n")
    assert said.err == ""
