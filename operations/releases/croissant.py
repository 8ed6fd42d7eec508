"""``croissant.json``: the two tables as Croissant (MLCommons) describes data sets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from operations.columns import TABLES, Column, Kind, Table
from operations.exports.addresses import absolute
from operations.exports.licence import LICENCE_URL

from .files import digest, media_type
from .prose import TITLE
from .state import State

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
TYPES = {
    Kind.WHOLE: "sc:Integer",
    Kind.NUMBER: "sc:Float",
    Kind.FLAG: "sc:Boolean",
    Kind.DAY: "sc:Date",
    Kind.MOMENT: "sc:DateTime",
}


def description(state: State, folder: Path) -> dict[str, Any]:
    address = absolute(f"/data/{state.name}/")
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": "enforcement-operation-tracker",
        "description": f"{TITLE}. Counts only: nobody is named.",
        "url": address,
        "license": LICENCE_URL,
        # Semantic versions are all that the format takes, and releases have dates.
        "version": state.moment.strftime("%Y.%-m.%-d"),
        "datePublished": state.version,
        "creator": {"@type": "Organization", "name": "Enforcement operation tracker"},
        "citeAs": f"{TITLE}, as of {state.version}. {address}",
        "distribution": [file_object(table, folder, address) for table in TABLES.values()],
        "recordSet": [record_set(table) for table in TABLES.values()],
    }


def file_object(table: Table, folder: Path, address: str) -> dict[str, Any]:
    name = f"{table.name}.csv"
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": f"{address}{name}",
        "encodingFormat": media_type(name),
        "contentSize": f"{(folder / name).stat().st_size} B",
        "sha256": digest(folder / name),
    }


def record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "key": {"@id": f"{table.name}/id"},
        "field": [field(table, column) for column in table.columns],
    }


def field(table: Table, column: Column) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description or column.title,
        "dataType": TYPES.get(column.kind, "sc:Text"),
        "source": {
            "fileObject": {"@id": f"{table.name}.csv"},
            "extract": {"column": column.name},
        },
    }
