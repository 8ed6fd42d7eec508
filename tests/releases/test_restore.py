"""A release gives back in an empty database what was public, byte for byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from operations import publishing
from operations import releases as packages
from operations.models import Edition, Operation
from tests import factories
from tests.exports.tables import body
from tests.releases.world import happen

pytestmark = pytest.mark.django_db(transaction=True)

EXPORTS = [
    "/operations.json",
    "/operations.ndjson",
    "/operations.csv",
    "/figures.json",
    "/figures.ndjson",
    "/figures.csv",
    "/api/changes/?limit=100",
    "/operations/sweep/editions/2.json",
]
STORED = (
    *("pk", "code", "number", "kind", "reason", "document", "sha256", "chain", "previous_chain"),
    *("valid_from", "valid_to", "redacted_at", "redaction_class", "withdrawal_class"),
)


def everything() -> dict[str, bytes]:
    return {address: body(address) for address in EXPORTS}


def stored() -> list[dict[str, Any]]:
    return list(Edition.objects.order_by("pk").values(*STORED))


def start_anew() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert not Edition.objects.exists()


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): each.read_bytes() for each in files}


def restore(folder: Path) -> None:
    call_command("load_data", str(folder), restore=True, verbosity=0)


def test_editions_exports_and_the_release_itself_are_the_same_afterwards(releases: Path) -> None:
    happen()
    exports, editions = everything(), stored()
    first, _new = make()
    held = bytes_of(first.folder)
    moved = releases.parent / "elsewhere"
    shutil.move(first.folder, moved)

    start_anew()
    restore(moved)

    again = stored()
    for row in (*editions, *again):
        # Seconds are what releases tell of a redaction.
        row["redacted_at"] = row["redacted_at"] and row["redacted_at"].replace(microsecond=0)
    assert again == editions
    assert everything() == exports
    second, is_new = make()
    assert is_new
    assert bytes_of(second.folder) == held


def make() -> tuple[packages.Release, bool]:
    return packages.make()


def test_old_addresses_answer_as_before() -> None:
    happen()
    made, _new = make()
    start_anew()
    restore(made.folder)
    client = Client()
    assert client.get("/operations/withdrawn/").status_code == 410
    assert client.get("/operations/erased.json").status_code == 410
    assert client.get("/operations/sweep/editions/1.json").status_code == 410
    assert client.get("/operations/duplicate.json").status_code == 308
    assert client.get("/operations/survivor/editions/1/").status_code == 200
    assert client.get("/api/assessments/report-2024/").status_code == 200


def test_editors_go_on_where_they_were() -> None:
    happen()
    made, _new = make()
    start_anew()
    restore(made.folder)
    last = Edition.objects.latest("pk").pk
    sweep = Operation.objects.get(code="sweep")
    # No edition tells anything that saving again would not.
    assert publishing.publish(sweep, by=None) is None
    added = factories.figure(sweep, 5, measure="persons_charged")
    assert added.number == 5
    edition = factories.publish(sweep, "Charges added.")
    assert edition is not None
    assert (edition.number, edition.pk > last) == (4, True)
    assert list(publishing.verify()) == []


def test_a_release_goes_through_the_door_like_any_package() -> None:
    happen()
    made, _new = make()
    start_anew()
    call_command("load_data", str(made.folder), verbosity=0)
    public = Edition.objects.public()
    assert set(public.values_list("code", flat=True)) == {"sweep", "survivor"}
    assert Edition.objects.filter(number=1).count() == 2
    call_command("load_data", str(made.folder), verbosity=0)
    assert Edition.objects.count() == 2


def test_a_database_in_use_is_left_alone() -> None:
    happen()
    made, _new = make()
    before = stored()
    with pytest.raises(CommandError, match=r"needs an empty database; this one has operations, "):
        restore(made.folder)
    assert stored() == before


def test_a_file_that_was_touched_is_named_and_nothing_is_written() -> None:
    happen()
    made, _new = make()
    (made.folder / "sources.json").write_text("[]")
    start_anew()
    with pytest.raises(CommandError, match=r"^sources\.json is not the file that was released\.$"):
        restore(made.folder)
    assert not Operation.objects.exists()


def test_a_text_that_is_not_what_its_hash_seals_is_refused_though_the_sums_agree() -> None:
    happen()
    made, _new = make()
    file = made.folder / "editions.ndjson"
    lines = file.read_text().splitlines()
    row = json.loads(lines[1])
    row["document"]["summary"]["en"] = "Forged."
    lines[1] = json.dumps(row)
    file.write_text("\n".join(lines) + "\n")
    from operations.releases.write import write_sums

    (made.folder / "SHA256SUMS").unlink()
    write_sums(made.folder)
    start_anew()
    with pytest.raises(CommandError, match="its SHA-256 is not that of its document"):
        restore(made.folder)
    assert not Operation.objects.exists()


def test_a_folder_of_fixtures_is_no_release(tmp_path: Path) -> None:
    (tmp_path / "operations").mkdir(exist_ok=True)
    with pytest.raises(CommandError, match=r"is not a release: it lacks SHA256SUMS"):
        restore(tmp_path)
