"""``/data/``: what can be taken away, and releases that never change."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from operations import releases
from tests.exports.tables import fetched, sweep
from tests.releases.clock import let_waiting_set_the_clock_on

pytestmark = pytest.mark.django_db

KEPT = "public, max-age=0, s-maxage=60, must-revalidate"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.DATA_DIR = tmp_path
    let_waiting_set_the_clock_on(monkeypatch)
    return tmp_path


def released() -> releases.Release:
    made, _new = releases.make()
    return made


def test_without_a_release_the_page_says_so() -> None:
    page = Client().get("/data/").content.decode()
    assert "None has been made yet." in page
    assert Client().get("/data.json").json() == {"licence": "CC-BY-4.0", "releases": []}


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_the_page_names_every_file_and_every_release(prefix: str) -> None:
    sweep()
    made = released()
    page = Client().get(f"{prefix}/data/").content.decode()
    for address in ("/operations.csv", "/figures.parquet", "/operations.ndjson", "/api/"):
        assert f'href="{address}"' in page
    assert f'href="{prefix}/data/{made.name}/"' in page
    assert f'href="/data/{made.name}/operations.csv"' in page
    own = Client().get(f"{prefix}/data/{made.name}/").content.decode()
    top = {name: digest for name, digest in made.sums.items() if "/" not in name}
    assert len(top) == len(made.sums) - 7
    for name, digest in top.items():
        assert f'href="/data/{made.name}/{name}"' in own
        assert digest in own
    assert f'href="/data/{made.name}/SHA256SUMS"' in own
    if not prefix:
        assert "7 more files are in its folders terms/ and operations/" in own


def test_every_file_is_served_with_its_hash() -> None:
    sweep()
    made = released()
    for name, digest in made.sums.items():
        response = fetched(f"/data/{made.name}/{name}")
        assert hashlib.sha256(response.read).hexdigest() == digest
        assert response["ETag"] == f'"{digest}"'
        assert response["Cache-Control"] == KEPT
        assert response["Access-Control-Allow-Origin"] == "*"


def test_programs_find_the_main_files_and_one_sum_for_all() -> None:
    sweep()
    made = released()
    answer = fetched("/data.json")
    [listed] = json.loads(answer.read)["releases"]
    address = f"http://testserver/data/{made.name}/"
    assert (listed["name"], listed["version"]) == (made.name, made.version)
    assert (listed["address"], listed["taken_down"]) == (address, None)
    assert [each["path"] for each in listed["files"]] == [n for n in made.sums if "/" not in n]
    for file in listed["files"]:
        assert file["address"] == f"{address}{file['path']}"
        assert file["sha256"] == made.sums[file["path"]]
        assert file["bytes"] == (made.folder / file["path"]).stat().st_size
    sums = (made.folder / "SHA256SUMS").read_bytes()
    assert listed["sums"] == {
        "path": "SHA256SUMS",
        "address": f"{address}SHA256SUMS",
        "files": len(made.sums),
        "sha256": hashlib.sha256(sums).hexdigest(),
    }
    assert answer["Cache-Control"] == KEPT
    again = Client().get("/data.json", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("operations.csv", "text/csv; charset=utf-8"),
        ("README.md", "text/markdown; charset=utf-8"),
        ("CITATION.cff", "text/yaml; charset=utf-8"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
        ("operations.ndjson", "application/x-ndjson"),
        ("figures.parquet", "application/vnd.apache.parquet"),
    ],
)
def test_a_file_says_what_it_is(name: str, said: str) -> None:
    sweep()
    assert fetched(f"/data/{released().name}/{name}")["Content-Type"] == said


def test_a_file_that_is_known_is_not_sent_again() -> None:
    sweep()
    address = f"/data/{released().name}/operations.csv"
    tag = fetched(address)["ETag"]
    assert Client().get(address, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/data/nope/",
        "/data/2026-01-01T000000Z/",
        "/data/2026-01-01T000000Z/operations.csv",
        "/data/%2e%2e/tracker.sqlite3",
        "/data/RELEASE/nope.csv",
        "/data/RELEASE/../../secret-key",
        "/data/RELEASE/%2e%2e/%2e%2e/secret-key",
        "/data/RELEASE/terms",
        "/data/RELEASE/operations/../sources.json",
    ],
)
def test_nothing_else_is_served(path: str, folder: Path) -> None:
    sweep()
    name = released().name
    (folder / "secret-key").write_text("secret")
    assert Client().get(path.replace("RELEASE", name)).status_code == 404


def test_the_latest_release_has_an_address_that_leads_to_it() -> None:
    assert Client().get("/data/latest/").status_code == 404
    sweep()
    name = released().name
    page = Client().get("/data/latest/").content.decode()
    assert f'href="/data/{name}/operations.csv"' in page
    file = Client().get("/data/latest/figures.csv")
    assert (file.status_code, file["Location"]) == (302, f"/data/{name}/figures.csv")
    assert Client().get("/data/latest/nope.csv").status_code == 404


def test_unknown_parameters_are_refused() -> None:
    sweep()
    name = released().name
    for path in ("/data/", "/data.json", f"/data/{name}/", f"/data/{name}/operations.csv"):
        assert Client().get(f"{path}?nope=1").status_code == 400


def test_a_list_of_sums_leads_nowhere_else(folder: Path) -> None:
    sweep()
    made = released()
    (folder / "secret-key").write_text("secret")
    (made.folder / "link").symlink_to(folder / "secret-key")
    with (made.folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"{'0' * 64}  ../../secret-key\n{'0' * 64}  link\n{'0' * 64}  gone.csv\n")
    for path in ("../../secret-key", "%2e%2e/%2e%2e/secret-key", "link", "gone.csv"):
        assert Client().get(f"/data/{made.name}/{path}").status_code == 404
    [listed] = Client().get("/data.json").json()["releases"]
    assert not {"link", "gone.csv"} & {each["path"] for each in listed["files"]}
    assert Client().get(f"/data/{made.name}/").status_code == 200
