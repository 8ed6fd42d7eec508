"""A package that was tampered with is refused in a sentence, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from operations import publishing
from operations.models import Group, Operation
from tests import factories
from tests.releases.anew import Change, released_anew, restore, sum_up, with_line

pytestmark = pytest.mark.django_db(transaction=True)

ENDING: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": "Harm."}


@pytest.fixture
def folder(releases: Path) -> Path:
    """Lines 1 to 3 are “kept”, whose first text was redacted; 4 and 5 are “withdrawn”."""
    group = factories.term(Group, "14k")
    kept = factories.published("kept", groups=[group])
    Operation.objects.filter(pk=kept.pk).update(summary_en="Second.")
    factories.publish(kept, "Corrected.")
    Operation.objects.filter(pk=kept.pk).update(summary_en="Third.")
    factories.publish(kept, "Corrected again.")
    publishing.redact(kept, **ENDING, numbers=[1])
    publishing.withdraw(factories.published("withdrawn"), **ENDING)
    return released_anew()


def refusal(folder: Path) -> str:
    with pytest.raises(CommandError) as refused:
        restore(folder)
    assert not Operation.objects.exists()
    assert not Group.objects.exists()
    return str(refused.value)


def test_what_was_not_touched_is_taken(folder: Path) -> None:
    sum_up(folder)
    restore(folder)
    assert list(publishing.verify()) == []


def test_a_file_that_the_sums_do_not_list(folder: Path) -> None:
    file = folder / "terms" / "group.json"
    file.write_text(file.read_text("utf-8").replace("14K", "15K"), "utf-8")
    sums = folder / "SHA256SUMS"
    lines = [line for line in sums.read_text().splitlines() if "group.json" not in line]
    sums.write_text("\n".join(lines) + "\n")
    assert refusal(folder) == "SHA256SUMS does not list terms/group.json."


def test_a_file_that_is_gone(folder: Path) -> None:
    (folder / "terms" / "group.json").unlink()
    assert refusal(folder) == "terms/group.json is not the file that was released."


def test_a_list_of_sums_that_is_none(folder: Path) -> None:
    (folder / "SHA256SUMS").write_bytes(b"\xff\xfe")
    assert refusal(folder) == "SHA256SUMS is no list of sums."


def test_a_last_tombstone_that_was_cut_off(folder: Path) -> None:
    file = folder / "editions.ndjson"
    lines = file.read_text("utf-8").splitlines()
    assert json.loads(lines[4])["kind"] == "withdrawn"
    file.write_text("\n".join(lines[:4]) + "\n", "utf-8")
    sum_up(folder)
    assert refusal(folder) == (
        "editions.ndjson, operations.ndjson: they disagree on what is public: withdrawn."
    )


def test_a_public_document_that_no_edition_has(folder: Path) -> None:
    with_line(folder, 1, lambda row: row.update(aliases=["Forged"]), "operations.ndjson")
    assert "they disagree on what is public: kept." in refusal(folder)


FORGED: dict[str, tuple[int, Change, str]] = {
    "a reason on a redacted edition": (
        1,
        lambda row: row.update(reason="Chan did it."),
        "it is redacted, but has a reason or a text.",
    ),
    "a text on a redacted edition": (
        1,
        lambda row: row.update(document={"id": "kept", "figures": [], "sources": []}),
        "it is redacted, but has a reason or a text.",
    ),
    "a redaction of no class": (
        1,
        lambda row: row.update(redaction_class="Chan"),
        "redaction_class: there is no “Chan”.",
    ),
    "a redaction without class": (
        1,
        lambda row: row.update(redaction_class=""),
        "a redaction has a time and a class; one of them is missing.",
    ),
    "a class of a redaction that was none": (
        2,
        lambda row: row.update(redaction_class="privacy"),
        "a redaction has a time and a class; one of them is missing.",
    ),
    "an unknown kind": (
        2,
        lambda row: row.update(kind="Chan"),
        "kind: there is no “Chan”.",
    ),
    "an unknown class": (
        5,
        lambda row: row.update({"class": "Chan"}),
        "class: there is no “Chan”.",
    ),
    "a missing key": (3, lambda row: row.pop("kind"), "“kind” is missing."),
    "a missing document": (3, lambda row: row.pop("document"), "“document” is missing."),
    "a key of another type": (
        3,
        lambda row: row.update(edition="3"),
        "“edition” is not a whole number.",
    ),
    "an id that is none": (
        3,
        lambda row: row.update(operation="Not An Id", document=None),
        "Use lower-case letters and digits, joined by single hyphens.",
    ),
    "the document of another": (
        3,
        lambda row: row["document"].update(id="other"),
        "its document is of other.",
    ),
    "a time that is none": (
        3,
        lambda row: row.update(published_at="noon"),
        "“noon” is no time of a release.",
    ),
    "a cursor twice": (3, lambda row: row.update(cursor="1"), "it cannot be read (IntegrityError("),
    "a cursor that is none": (
        3,
        lambda row: row.update(cursor="x"),
        "it cannot be read (ValueError(",
    ),
    "a document without figures": (
        3,
        lambda row: row["document"].pop("figures"),
        "it cannot be read (KeyError('figures')).",
    ),
    "a number of figures beyond all": (
        1,
        lambda row: row.update(last_figure_number=10**9),
        "it cannot be read (ValueError(1000000000)).",
    ),
}


@pytest.mark.parametrize(("line", "change", "words"), FORGED.values(), ids=FORGED)
def test_a_forged_line(folder: Path, line: int, change: Change, words: str) -> None:
    with_line(folder, line, change)
    said = refusal(folder)
    assert said.startswith(f"editions.ndjson, line {line}: ")
    assert words in said


def test_a_line_that_is_no_json(folder: Path) -> None:
    file = folder / "editions.ndjson"
    file.write_text("[1\n" + file.read_text("utf-8"), "utf-8")
    sum_up(folder)
    assert refusal(folder).startswith(
        "editions.ndjson, line 1: it cannot be read (JSONDecodeError("
    )


def test_a_merger_into_nothing(folder: Path) -> None:
    with_line(folder, 5, lambda row: row.update(kind="merged", merged_into="nobody"))
    assert refusal(folder) == "operation withdrawn: there is no “nobody”."
