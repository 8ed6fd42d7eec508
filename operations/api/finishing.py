"""What is added to the OpenAPI document last: shapes, examples, headers, what the API is about."""

from __future__ import annotations

from typing import Any

from operations.exports.licence import LICENCE, LICENCE_URL
from operations.problems import CONTENT_TYPE, Invalid, problem
from operations.shapes import COMPONENTS, Schema

from . import examples

DESCRIPTION = """\
Published law-enforcement operations against sex trafficking, vice syndicates and triads connected
with Hong Kong, and the figures that named sources give for them.

A figure is a claim, with its scope. “Arrested” is not “guilty”, and a vice or triad arrest is not
a trafficking arrest. Figures are not to be added up without their scopes, parts and rivals.

Repeating a parameter means “or”, different ones mean “and”, an empty one is the same as none; a
parameter that is not understood is an error that names it, never “everything”. Errors are problem
details (RFC 9457).
"""
TAGS = {
    "operations": "What happened: one document an operation.",
    "figures": "What was counted: every figure of the operations chosen.",
    "totals": "Sums that say what they counted and what they left out, and why.",
    "changes": "Every edition in the order of publication: what a copy needs to stay whole.",
    "sources": "What was read, and what became of its address.",
    "terms": "The vocabularies that documents name.",
    "assessments": "Yearly reports on Hong Kong.",
    "statements": "What governments and treaty bodies said.",
}
TEXT: Schema = {"type": "string"}
About = tuple[str, Schema, Any]
LIMITS: dict[str, About] = {
    "RateLimit-Policy": ("Requests and seconds that one client has.", TEXT, '"public";q=600;w=60'),
    "RateLimit": ("Requests left, and seconds until there are more.", TEXT, '"public";r=599;t=60'),
}
# Always there where they are listed; limits are not, because a site may have none.
OWN: dict[str, dict[str, About]] = {
    "308": {"Location": ("Where the survivor is.", TEXT, "/api/operations/severed-kite-2025/")},
    "405": {"Allow": ("What can be done.", TEXT, "GET, HEAD, OPTIONS")},
    "429": {"Retry-After": ("Seconds to wait.", {"type": "integer", "minimum": 1}, 60)},
}
GONE: dict[str, Any] = {"class": "duplicate", "reason": "Recorded twice by mistake."}
REFUSALS: dict[str, dict[str, Any]] = {
    "400": problem(
        400,
        "The query cannot be answered.",
        [Invalid("year", "20x3", "a year such as 2023, from 1800 to 2100")],
    ),
    "404": problem(404, "There is no such operation or edition."),
    "405": problem(405, 'Method "POST" not allowed.'),
    "406": problem(406, "This address answers with application/json only."),
    "410": problem(410, "duplicate of another record", **GONE),
    "429": problem(429, "Too many requests from your address; come back in 60 seconds."),
    "500": problem(500, "Something went wrong on our side."),
}


def complete(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Last step of the generation."""
    result["components"]["schemas"] = COMPONENTS
    result["info"] |= {"description": DESCRIPTION, "license": {"name": LICENCE, "url": LICENCE_URL}}
    result["tags"] = [{"name": name, "description": text} for name, text in TAGS.items()]
    for path in result["paths"].values():
        finish(path["get"])
    return result


def finish(operation: dict[str, Any]) -> None:
    for parameter in operation["parameters"]:
        finish_parameter(parameter, operation["operationId"])
    for status, response in operation["responses"].items():
        headers = {
            **{name: header(*about) for name, about in LIMITS.items()},
            **{name: header(*about, required=True) for name, about in OWN.get(status, {}).items()},
        }
        response["headers"] = headers
        for media_type, content in response.get("content", {}).items():
            content["example"] = answer(operation["operationId"], status, media_type)


def finish_parameter(parameter: dict[str, Any], operation: str) -> None:
    example = examples.of_parameter(operation, parameter["name"])
    if parameter["in"] != "query" or parameter.get("required"):
        parameter["example"] = example
    else:
        # In the schema, where nobody fills it in beforehand: all of them at once ask for nothing.
        parameter["schema"] = {**parameter["schema"], "examples": [example]}
        # As forms send what was not filled in: the same as none.
        parameter["allowEmptyValue"] = True


def header(description: str, schema: Schema, example: Any, *, required: bool = False) -> Schema:
    return {
        "description": description,
        "schema": schema,
        "example": example,
        "required": required,
    }


def answer(operation: str, status: str, media_type: str) -> Any:
    return REFUSALS[status] if media_type == CONTENT_TYPE else examples.read(operation)
