"""What the tools of others say of a release: each description of it is valid and true."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import mlcroissant
import pytest
import yaml
from frictionless import Package
from jsonschema import Draft202012Validator

from operations.columns import FIGURES, OPERATIONS, TABLES

pytestmark = [
    pytest.mark.django_db,
    # The library that the Croissant reader rests on says so of itself.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]


def faults(folder: Path) -> list[list[Any]]:
    """What Frictionless finds: the file, and the kind of fault."""
    report = Package(str(folder / "datapackage.json")).validate()
    found: list[list[Any]] = report.flatten(["name", "type"])
    return found


def rows_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_frictionless_accepts_the_package(package: Path) -> None:
    report = Package(str(package / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "note"]) == []
    tables = {task.name: task.stats["rows"] for task in report.tasks if task.type == "table"}
    assert tables == {"operations": 2, "figures": 5}
    named = {*(str(task.place) for task in report.tasks), "datapackage.json", "SHA256SUMS"}
    files = {str(f.relative_to(package)) for f in package.rglob("*") if f.is_file()}
    assert named == files


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("figures.csv", ("survivor,survivor.1,", "nobody,survivor.1,"), "foreign-key"),
        ("figures.csv", ("sweep.2,", "sweep.1,"), "primary-key"),
        ("figures.csv", (",6400,", ",many,"), "type-error"),
        ("operations.csv", (",anti_vice,", ",guesswork,"), "constraint-error"),
        ("operations.ndjson", ("sweep", "swoop"), "hash-count"),
    ],
)
def test_frictionless_would_have_found_what_is_wrong(
    package: Path, tmp_path: Path, file: str, change: tuple[str, str], fault: str
) -> None:
    copy = shutil.copytree(package, tmp_path / "copy")
    before = (copy / file).read_text("utf-8")
    after = before.replace(*change, 1)
    assert after != before
    (copy / file).write_text(after, "utf-8")
    assert fault in [kind for _name, kind in faults(copy)]


def test_mlcroissant_reads_the_records(package: Path, caplog: pytest.LogCaptureFixture) -> None:
    files: Any = {f"{name}.csv": package / f"{name}.csv" for name in TABLES}
    found: Any = mlcroissant.Dataset(jsonld=str(package / "croissant.json"), mapping=files)
    assert (found.metadata.issues.errors, found.metadata.issues.warnings) == (set(), set())
    operations, figures = (list(found.records(name)) for name in TABLES)
    assert caplog.messages == []
    assert list(operations[0]) == [f"operations/{name}" for name in OPERATIONS.names]
    assert list(figures[0]) == [f"figures/{name}" for name in FIGURES.names]
    assert [row["operations/name_zh_hant"] for row in operations] == [None, "大掃蕩".encode()]
    assert [row["figures/value"] for row in figures[:4]] == [100.0, 6400.0, 4000.0, 2400.0]
    assert operations[1]["operations/earliest"].isoformat() == "2023-06-12T00:00:00"


@pytest.mark.parametrize(
    ("name", "schema"), [("operations", "operation.schema.json"), ("figures", "figure.schema.json")]
)
def test_every_document_and_figure_has_the_shape_of_its_schema(
    package: Path, name: str, schema: str
) -> None:
    promised = json.loads((package / schema).read_text("utf-8"))
    Draft202012Validator.check_schema(promised)
    checker = Draft202012Validator(promised, format_checker=Draft202012Validator.FORMAT_CHECKER)
    rows = rows_of(package / f"{name}.ndjson")
    assert len(rows) == {"operations": 2, "figures": 5}[name]
    for row in rows:
        assert [f"{error.json_path}: {error.message}" for error in checker.iter_errors(row)] == []
    del rows[0]["id"]
    assert not checker.is_valid(rows[0])


def without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def test_a_figure_of_an_edition_older_than_a_key_has_the_shape_too(package: Path) -> None:
    checker = Draft202012Validator(json.loads((package / "figure.schema.json").read_text("utf-8")))
    [figure, *_rest] = rows_of(package / "figures.ndjson")
    needless = [key for key in figure if checker.is_valid(without(figure, key))]
    assert needless == ["came_from"]


def test_documents_of_every_edition_have_the_shape_too(package: Path) -> None:
    promised = json.loads((package / "operation.schema.json").read_text("utf-8"))
    documents = [row["document"] for row in rows_of(package / "editions.ndjson")]
    readable = [document for document in documents if document]
    assert (len(documents), len(readable)) == (11, 6)
    for document in readable:
        Draft202012Validator(promised).validate(document)


def test_the_citation_file_is_yaml_with_what_its_format_requires(package: Path) -> None:
    found = yaml.safe_load((package / "CITATION.cff").read_text("utf-8"))
    required = {"cff-version", "message", "title", "authors"}
    assert required <= set(found)
    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "dataset"
    assert found["authors"] == [{"name": "Enforcement operation tracker"}]
    assert found["license"] == "CC-BY-4.0"
    # Quoted, or YAML makes a date of it, which the format does not take.
    assert isinstance(found["date-released"], str)
    assert found["url"] == f"http://testserver/data/{package.name}/"
