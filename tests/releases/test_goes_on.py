"""A release stays what it was while the record goes on, and is whole or not there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from operations import publishing
from operations import releases as packages
from operations.models import Operation
from operations.problems import Refused
from tests import factories
from tests.exports.tables import read_csv, sweep

pytestmark = pytest.mark.django_db


def make() -> packages.Release:
    made, _new = packages.make()
    return made


def test_a_release_stays_as_it_was_when_the_record_goes_on() -> None:
    made = sweep()
    first = make()
    Operation.objects.filter(pk=made.pk).update(summary_en="Later.")
    factories.publish(made, "Later.")
    second = make()
    assert [each.name for each in packages.known()] == [second.name, first.name]
    [row] = read_csv(f"/data/{first.name}/operations.csv")
    assert row["summary_en"] == "Line one.\nLine two."
    [row] = read_csv(f"/data/{second.name}/operations.csv")
    assert row["summary_en"] == "Later."
    [row] = read_csv(f"/operations.csv?as_of={first.name}")
    assert row["summary_en"] == "Line one.\nLine two."


def test_the_change_log_begins_where_the_release_before_ended() -> None:
    made = sweep()
    first = make()
    assert " sweep edition 1: published. test\n" in text(first, "CHANGELOG.md")
    Operation.objects.filter(pk=made.pk).update(summary_en="Later.")
    factories.publish(made, "It was wrong.")
    second = make()
    log = text(second, "CHANGELOG.md")
    assert log.startswith(f"# Changes since {first.name}\n")
    assert " sweep edition 2: corrected. It was wrong.\n" in log
    assert "edition 1" not in log


def test_a_half_written_release_is_not_seen(releases: Path) -> None:
    sweep()
    made = make()
    (releases / ".draft-x").mkdir()
    (releases / "2026-01-01T000000Z").mkdir()
    assert packages.known() == [made]
    [listed] = Client().get("/data.json").json()["releases"]
    assert listed["name"] == made.name
    assert Client().get("/data/2026-01-01T000000Z/").status_code == 404


def test_a_release_that_was_touched_is_never_overwritten() -> None:
    sweep()
    made = make()
    sums = made.folder / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("operations.csv", "other.csv"))
    with pytest.raises(Refused, match="exists and is never changed, but would differ in"):
        packages.make()


def test_nothing_published_is_nothing_to_release() -> None:
    with pytest.raises(Refused, match="nothing to release"):
        packages.make()


def test_a_redacted_text_is_in_no_later_release() -> None:
    made = sweep()
    Operation.objects.filter(pk=made.pk).update(summary_en="Clean.")
    factories.publish(made, "Cleaned.")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[1])
    found: Any = make()
    for file in found.folder.rglob("*"):
        if file.is_file() and file.suffix not in {".xlsx", ".parquet"}:
            assert b"Line two." not in file.read_bytes()
    lines = (found.folder / "editions.ndjson").read_text().splitlines()
    first = json.loads(lines[0])
    assert (first["document"], first["redaction_class"], len(first["sha256"])) == (
        None,
        "privacy",
        64,
    )


def text(made: packages.Release, name: str) -> str:
    return (made.folder / name).read_text("utf-8")
