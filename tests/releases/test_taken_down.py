"""A text that is redacted leaves the releases that hold it."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest
from django.test import Client

from operations import publishing
from operations import releases as packages
from operations.models import Edition
from tests import factories
from tests.exports.tables import body, fetched
from tests.releases.world import corrected

pytestmark = pytest.mark.django_db

TEXT = "A text that names somebody."


@pytest.fixture
def old() -> packages.Release:
    """A release that holds, in its history, the text of an edition that was redacted since."""
    made = factories.published("raid", summary_en=TEXT)
    corrected(made, "Clean.")
    release = make()
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[1])
    return release


def make() -> packages.Release:
    made, _new = packages.make()
    return made


def test_before_the_redaction_every_file_is_there() -> None:
    made = factories.published("raid", summary_en=TEXT)
    corrected(made, "Clean.")
    release = make()
    assert TEXT.encode() in body(f"/data/{release.name}/editions.ndjson")


def test_its_files_are_gone_at_once(old: packages.Release) -> None:
    assert TEXT in (old.folder / "editions.ndjson").read_text()
    for name in old.sums:
        answer = Client().get(f"/data/{old.name}/{name}")
        assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
        assert "Cache-Control" not in answer
    assert answer.json() == {
        "type": "about:blank",
        "title": "Gone",
        "status": 410,
        "detail": "to protect people",
        "errors": [],
        "class": "privacy",
        "reason": "This release holds a text that was redacted after it was made.",
    }
    assert Client().get(f"/data/{old.name}/nope.csv").status_code == 404
    tag = f'"{old.sums["editions.ndjson"]}"'
    kept = Client().get(f"/data/{old.name}/editions.ndjson", headers={"if-none-match": tag})
    assert kept.status_code == 410


def test_its_sums_stay_and_its_page_says_why(old: packages.Release) -> None:
    page = Client().get(f"/data/{old.name}/").content.decode()
    assert "a text in it was redacted after it was made. Why: to protect people." in page
    assert "A copy that others took cannot be called back" in page
    assert old.sums["editions.ndjson"] in page
    assert f'href="/data/{old.name}/SHA256SUMS"' in page
    assert f'href="/data/{old.name}/editions.ndjson"' not in page
    assert body(f"/data/{old.name}/SHA256SUMS") == (old.folder / "SHA256SUMS").read_bytes()


def test_lists_say_that_it_was_taken_down(old: packages.Release) -> None:
    [listed] = fetched("/data.json").json()["releases"]
    at = Edition.objects.get(number=1).redacted_at
    assert at is not None
    assert listed["taken_down"] == {"at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "class": "privacy"}
    [editions] = [each for each in listed["files"] if each["path"] == "editions.ndjson"]
    assert editions == {
        "path": "editions.ndjson",
        "address": None,
        "mediatype": "application/x-ndjson",
        "bytes": None,
        "sha256": old.sums["editions.ndjson"],
    }
    page = Client().get("/data/").content.decode()
    assert "Taken down, because a text in it was redacted: to protect people." in page
    assert f'href="/data/{old.name}/operations.csv"' not in page
    assert Client().get("/data/latest/").status_code == 404


def test_the_next_release_deletes_the_texts_and_keeps_the_sums(old: packages.Release) -> None:
    sums = (old.folder / "SHA256SUMS").read_bytes()
    new = make()
    assert [each.name for each in packages.known()] == [new.name, old.name]
    assert left(old.folder) == {"SHA256SUMS": sums}
    assert Client().get(f"/data/{old.name}/editions.ndjson").status_code == 410
    assert Client().get(f"/data/{old.name}/").status_code == 200
    assert Client().get("/data/latest/README.md")["Location"] == f"/data/{new.name}/README.md"
    assert TEXT.encode() not in body(f"/data/{new.name}/editions.ndjson")
    [newest, oldest] = fetched("/data.json").json()["releases"]
    assert (newest["taken_down"], oldest["taken_down"]["class"]) == (None, "privacy")
    assert [each["sha256"] for each in oldest["files"]] == [
        digest for name, digest in old.sums.items() if "/" not in name
    ]


def left(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): each.read_bytes() for each in files}


def test_drafts_of_a_command_that_was_killed_go_too(old: packages.Release) -> None:
    killed, written_now = (old.folder.parent / f".draft-{name}" for name in ("old", "new"))
    for draft in (killed, written_now):
        draft.mkdir()
        (draft / "editions.ndjson").write_text(TEXT)
    yesterday = time() - 25 * 60 * 60
    os.utime(killed, (yesterday, yesterday))
    make()
    assert (killed.exists(), written_now.exists()) == (False, True)


def test_releases_that_never_held_the_text_stay(old: packages.Release) -> None:
    raid = Edition.objects.latest("pk").operation
    second = make()
    corrected(raid, "Cleaner.")
    publishing.redact(raid, by=None, withdrawal_class="legal", reason="Law.", numbers=[3])
    third = make()
    states = {each.name: each.redaction is not None for each in packages.known()}
    assert states == {third.name: False, second.name: False, old.name: True}
    assert TEXT.encode() not in body(f"/data/{second.name}/editions.ndjson")
