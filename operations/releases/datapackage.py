"""``datapackage.json``: the release as a Frictionless Data Package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from operations.codebook.credit import credit
from operations.columns import TABLES
from operations.columns.table_schema import table_schema
from operations.exports.addresses import absolute
from operations.exports.licence import LICENCE, LICENCE_URL

from .files import digest, inside, media_type
from .prose import TITLE
from .state import State

NAME = "enforcement-operation-tracker"
FIGURES_OF_OPERATIONS = [
    {"fields": ["operation"], "reference": {"resource": "operations", "fields": ["id"]}}
]


def description(state: State, folder: Path) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": NAME,
        "id": absolute(f"/data/{state.name}/"),
        "title": TITLE,
        "version": state.version,
        "created": state.version,
        "homepage": absolute("/"),
        "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
        "contributors": [{"title": "Enforcement operation tracker", "role": "author"}],
        "description": f"Counts only: nobody is named. {credit()}",
        "resources": [resource(folder, name) for name in inside(folder)],
    }


def resource(folder: Path, name: str) -> dict[str, Any]:
    file = folder / name
    found: dict[str, Any] = {
        "name": name.lower().replace("/", "--").replace("_", "-"),
        "path": name,
        "format": file.suffix.lstrip("."),
        "mediatype": media_type(name),
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest(file)}",
    }
    table = TABLES.get(file.stem) if file.suffix == ".csv" else None
    if table is None:
        # Else Frictionless reads NDJSON, Parquet and JSON Schemas as tables of its own making.
        return {**found, "type": "file"}
    keys = {"foreignKeys": FIGURES_OF_OPERATIONS} if table.name == "figures" else {}
    schema = {**table_schema(table), **keys}
    whole = {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}
    return {**found, "name": table.name, "type": "table", **whole}
