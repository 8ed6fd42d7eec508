"""One stylesheet is served, joined from the small files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import Client

from operations.pages import stylesheet


def test_every_small_file_is_joined_in_the_stated_order() -> None:
    assert sorted(stylesheet.PARTS) == sorted(path.stem for path in stylesheet.FOLDER.glob("*.css"))
    text = stylesheet.joined()
    starts = [
        text.index((stylesheet.FOLDER / f"{part}.css").read_text()) for part in stylesheet.PARTS
    ]
    assert starts == sorted(starts)
    assert (stylesheet.PARTS[0], stylesheet.PARTS[-1]) == ("tokens", "print")


def test_the_joined_file_is_found_and_keeps_its_time_while_nothing_changes(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    found = Path(str(finders.find("operations/site.css")))
    assert found.is_relative_to(tmp_path)
    assert found.read_text(encoding="utf-8") == stylesheet.joined()
    written = found.stat().st_mtime_ns
    finders.find("operations/site.css")
    assert found.stat().st_mtime_ns == written
    found.write_text("a part was another before")
    finders.find("operations/site.css")
    assert found.read_text(encoding="utf-8") == stylesheet.joined()
    assert finders.find("operations/css/no-such.css") is None


@pytest.mark.django_db
def test_a_page_asks_for_one_stylesheet_and_gets_it(client: Client) -> None:
    page = client.get("/about/").text
    assert page.count('rel="stylesheet"') == 1
    assert "<style" not in page
    answer = client.get("/static/operations/site.css")
    assert b"".join(answer).decode() == stylesheet.joined()


def test_production_collects_it_named_by_its_content(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path / "data", tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    collected: Any = storages.create_storage(settings.STORAGES["staticfiles"])
    name = collected.stored_name("operations/site.css")
    assert name != "operations/site.css"
    assert (tmp_path / "static" / name).read_text(encoding="utf-8") == stylesheet.joined()


def test_the_stylesheet_is_small_and_asks_no_other_host() -> None:
    text = stylesheet.joined()
    assert len(text.encode()) < 30_000
    assert "url(" not in text
    assert "@import" not in text
