"""Every example of the documentation works, on a server, with what readers have at hand."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from operations import publishing, releases
from operations.document import canonical, seal
from operations.models import Edition, Group, Series
from tests import factories
from tests.docs.blocks import Block, blocks

pytestmark = pytest.mark.django_db(transaction=True)

Row = dict[str, Any]
# What each block must print, in the order of the document.
PRINTED = {
    "Files 1": ["X-Row-Count: 4", 'rel="license"', "operation,id,measure", "thunderbolt-2023.1"],
    "Files 2": ["304"],
    "Files 3": ["id,edition,", "thunderbolt-2023"],
    "Files 4": ["id,edition,", "thunderbolt-2021"],
    "Files 5": ['"parameter":"grup"'],
    "pandas 1": ["thunderbolt-2023", "雷霆2023", "6400"],
    "pandas 2": ["14k", "2023-06-12", "thunderbolt-2021"],
    "DuckDB 1": [],
    "DuckDB 2": ["雷霆2023", "all_offences", "6400"],
    "DuckDB 3": ["('thunderbolt-2023', '雷霆2023', 3, 1)"],
    "Spreadsheets 1": ["['figures', 'codebook', 'about']", "'thunderbolt-2023.1', 'p"],
    "Sums 1": ["exactly 8720"],
    "Coming back for what changed 1": ["['thunderbolt-2021', 'thunderbolt-2023'] come back"],
    "The past 1": ["thunderbolt-2023,2,雷霆2023", '{"agencies"', '"after":6400,"before":868'],
    "Maps 1": ['"type":"FeatureCollection"', '"count":1'],
    "Maps 2": ['"next":null', '"id":"hk.wan_chai"', '"kind":"district"'],
    "Citing 1": ["@", "editions/2/"],
    "Verifying an edition or a release 1": [],
    "Verifying an edition or a release 2": ["whole"],
    "Verifying an edition or a release 3": ["3 chains hold"],
}
ELSEWHERE = {"r": "Rscript"}
PAGES = ["using-the-data.md", "verifying.md"]


def happen() -> None:
    """Two sweeps, one of them corrected, and something that was withdrawn."""
    series = factories.term(Series, "thunderbolt")
    group, paper = factories.term(Group, "14k"), factories.source("paper")
    shared = {"series": series, "groups": [group]}
    hk = factories.place()
    wan_chai = factories.place("hk.wan_chai", "Wan Chai", kind="district", parent=hk)
    earlier = factories.operation(
        "thunderbolt-2021", edtf="2021", aliases=["旺角行動"], places=[hk], **shared
    )
    factories.figure(earlier, 2320, cited=[paper])
    factories.publish(earlier)
    later = factories.operation(
        "thunderbolt-2023",
        name_zh_hant="雷霆2023",
        edtf="2023-06-12/2023-09-21",
        places=[wan_chai],
        **shared,
    )
    whole = factories.figure(later, 868, cited=[paper])
    factories.publish(later)
    whole.value = 6400  # type: ignore[assignment]
    whole.save()
    factories.part(whole, 4000, sex="male", cited=[paper])
    factories.part(whole, 2400, sex="female", cited=[paper])
    factories.publish(later, "The final number.")
    gone = factories.published("gone")
    publishing.withdraw(gone, by=None, withdrawal_class="unreliable", reason="Never took place.")


@pytest.mark.parametrize("page", PAGES)
def test_every_block_does_what_the_page_says(
    live_server: LiveServer, tmp_path: Path, settings: Settings, page: str
) -> None:
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    happen()
    made, _new = releases.make()
    # The recipes for a release are for its folder.
    folder = shutil.copytree(made.folder, tmp_path / "here") if page == PAGES[1] else tmp_path
    for block in blocks(page):
        if block.language not in ELSEWHERE:
            check(block, live_server.url, Path(folder))


def check(block: Block, site: str, folder: Path) -> None:
    printed = block.run(site, folder)
    for words in PRINTED[block.name]:
        assert words in printed, f"{block.name}: {printed}"
    if block.name == "Verifying an edition or a release 1":
        edition = Edition.objects.get(code="thunderbolt-2023", number=1)
        assert printed.split() == [edition.sha256, "edition.json"]


def test_every_block_is_one_that_the_tests_know() -> None:
    found = [block for page in PAGES for block in blocks(page)]
    assert [b.name for b in found if b.language not in ELSEWHERE] == list(PRINTED)
    assert {block.language for block in found} == {"sh", "python", "sql", "r"}


@pytest.mark.parametrize("page", [PAGES[1]])
def test_the_recipe_finds_what_was_altered(tmp_path: Path, settings: Settings, page: str) -> None:
    settings.DATA_DIR = tmp_path
    happen()
    made, _new = releases.make()
    recipes = blocks(page)
    file = made.folder / "editions.ndjson"
    text = file.read_text("utf-8")
    for given, instead in (
        ("6400", "6401"),
        ("The final number.", "The usual."),
        ('"edition":2', '"edition":3'),
    ):
        assert given in text
        file.write_text(text.replace(given, instead, 1), "utf-8")
        for recipe in recipes[1:]:
            with pytest.raises(AssertionError):
                recipe.run("", made.folder)


def redacted_with_a_text(row: Row) -> None:
    """What stands there now was never published, and its hash is that of the forged text."""
    row["document"]["summary"]["en"] = "Forged."
    row["sha256"] = sha256(row["document"])
    row["redacted_at"], row["redaction_class"] = "2026-12-01T03:04:05Z", "privacy"


def without_its_text(row: Row) -> None:
    row["document"] = None


def empty_from_the_start(row: Row) -> None:
    """An edition that is none, with every hash worked out anew."""
    row["document"], row["sha256"] = None, hashlib.sha256(b"").hexdigest()
    keys = ("operation", "edition", "kind", "reason", "class", "merged_into", "sha256", "previous")
    row["chain"] = sha256({**{key: row[key] for key in keys}, "valid_from": row["published_at"]})


@pytest.mark.parametrize("forge", [redacted_with_a_text, without_its_text, empty_from_the_start])
def test_the_recipe_for_chains_finds_what_was_forged(
    tmp_path: Path, settings: Settings, forge: Callable[[Row], None]
) -> None:
    settings.DATA_DIR = tmp_path
    factories.published("raid")
    made, _new = releases.make()
    [row] = map(json.loads, (made.folder / "editions.ndjson").read_text("utf-8").splitlines())
    recipe = blocks(PAGES[1])[2]
    assert "1 chains hold" in recipe.run("", made.folder)
    forge(row)
    (made.folder / "editions.ndjson").write_text(json.dumps(row), "utf-8")
    with pytest.raises(AssertionError):
        recipe.run("", made.folder)


def sha256(content: Row) -> str:
    return seal(canonical(content))


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not on this machine")
def test_the_examples_in_r_work(live_server: LiveServer, tmp_path: Path) -> None:
    happen()
    for block in blocks(PAGES[0]):
        if block.language == "r":
            from tests.docs.blocks import output

            text = block.text.replace("https://tracker.example.org", live_server.url)
            assert "6400" in output(["Rscript", "-e", text], tmp_path)
