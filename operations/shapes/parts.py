"""Small JSON Schema pieces that the shapes of documents are put together from."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
ID: Schema = {"type": "string", "description": "A permanent public id.", "examples": ["14k"]}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
EDTF: Schema = {
    "type": "string",
    "description": "Extended Date/Time Format (ISO 8601-2), levels 0 and 1.",
    "examples": ["2023-06-12/2023-09-21"],
}
SHA256: Schema = {"type": "string", "pattern": "^([0-9a-f]{64})?$"}
TEXTS: Schema = {"type": "array", "items": TEXT}


# Where the OpenAPI document holds them.
INSIDE = "#/components/schemas/"


def ref(name: str) -> Schema:
    return {"$ref": f"{INSIDE}{name}"}


def code(choices: type[TextChoices]) -> Schema:
    """A code of a closed list."""
    return {"type": "string", "enum": list(choices.values)}


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    if "$ref" in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    wider = {**schema, "type": [schema["type"], "null"]}
    return {**wider, "enum": [*schema["enum"], None]} if "enum" in schema else wider


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def entry(description: str = "", **properties: Schema) -> Schema:
    """An object that always has exactly these keys."""
    return {**document(description, **properties), "required": list(properties)}


def document(description: str, **properties: Schema) -> Schema:
    """An object that has exactly these keys unless ``fields`` or ``exclude`` left some out."""
    described = {"description": description} if description else {}
    return {
        "type": "object",
        **described,
        "properties": properties,
        "additionalProperties": False,
    }


BILINGUAL = entry(
    "English and Traditional Chinese; empty where there is none.",
    **{"en": TEXT, "zh-Hant": TEXT},
)
NAMED = entry("A term with its names.", id=ID, name=ref("Bilingual"))
