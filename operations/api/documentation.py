"""What the OpenAPI document says of each view, so that parameters and answers have one source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import django_filters
from django.utils.text import format_lazy
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from operations.filters import MEANINGS, PARAMETERS, EditionFilter
from operations.filters.fields import MOST_VALUES, VALUE_LENGTH
from operations.filters.filterset import Choice, Codes, Day, Moment, Number, Search
from operations.models import VOCABULARIES
from operations.shapes import Schema, nullable, ref

from .parameters import COUNT, DEFAULT_LIMIT, MOST

PROBLEM_JSON = "application/problem+json"
SORTS = ("-date", "date")

TEXT: Schema = {"type": "string", "maxLength": VALUE_LENGTH}
DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
# A day as above; or a time of day, to the minute or second, with its offset from UTC.
MOMENT: Schema = {
    "type": "string",
    "pattern": (
        r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T([0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
        r"|[0-9]{6}Z))?)?)?$"
    ),
}

PROBLEMS = {
    400: "A parameter that is unknown, malformed or contradicts another; each one is named.",
    404: "Nothing is published under this address.",
    405: "The API is read only.",
    406: "The API answers in JSON only.",
    429: "Too many requests; “Retry-After” says when to come back.",
}


def query(name: str, schema: Schema, description: Any) -> OpenApiParameter:
    return OpenApiParameter(name, type=schema, description=description)


def schema_of(given: django_filters.Filter) -> Schema:
    """The values that one parameter of the filter takes."""
    words = list(given.extra.get("choices", ()))
    match given:
        case Codes():
            one = {"type": "string", "enum": words} if words else TEXT
            return {"type": "array", "items": one, "maxItems": MOST_VALUES}
        case Choice():
            return {"type": "string", "enum": words}
        case Moment():
            return MOMENT
        case Day():
            return DAY
        case Number():
            return {"type": "number", "minimum": 0}
        case Search():
            return TEXT
    raise TypeError(given)


def description_of(name: str, given: django_filters.Filter) -> Any:
    """What it does; and what is expected, where that is not a list of words."""
    expected = given.extra.get("expected")
    if expected is None or given.extra.get("choices"):
        return MEANINGS[name]
    return format_lazy("{} Expected: {}.", MEANINGS[name], expected)


def filter_parameters() -> list[OpenApiParameter]:
    """Those that choose operations. Repeating one means “or”, different ones mean “and”."""
    return [
        query(name, schema_of(given), description_of(name, given))
        for name, given in EditionFilter.base_filters.items()
        if name in PARAMETERS and name != "sort"
    ] + [SORT]


# A walk from page to page needs an order that holds while operations are renewed.
SORT = query(
    "sort",
    {"type": "string", "enum": list(SORTS), "default": SORTS[0]},
    format_lazy(
        "{} Lists and files also know -updated, -arrests, name; the API does not.",
        MEANINGS["sort"],
    ),
)
KEYS = [
    query(
        name,
        {"type": "string", "maxLength": 1000},
        f"Keys of the documents to {verb}, with commas between them.",
    )
    for name, verb in (("fields", "answer with"), ("exclude", "leave out"))
]

LIMIT = query(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
    "How many results a page has at most.",
)
CURSOR = query("cursor", TEXT, "Where the page begins; take it from “next” or “previous”.")


def counting(*, counts: bool) -> OpenApiParameter:
    """``counts`` says whether it is done when nothing is said of it."""
    words = "Whether to count all results; without, “count” is null."
    costs = " Every document is read for it, so it is not done unless it is asked for."
    return query(
        "count",
        {"type": "string", "enum": list(COUNT), "default": "yes" if counts else "no"},
        words + ("" if counts else costs),
    )


def nullable_address() -> Schema:
    """The address of another page, or null where there is none."""
    return nullable({"type": "string", "format": "uri"})


def any_of(components: Iterable[str]) -> Schema:
    """One of several shapes; of more than one where the keys that differ were left out."""
    shapes = [ref(name) for name in components]
    return shapes[0] if len(shapes) == 1 else {"anyOf": shapes}


def page_of(components: Iterable[str]) -> Schema:
    properties = {
        "next": nullable_address(),
        "previous": nullable_address(),
        "count": nullable({"type": "integer"}),
        "results": {"type": "array", "items": any_of(components)},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def problems(*statuses: int) -> dict[Any, Any]:
    return {
        (status, PROBLEM_JSON): OpenApiResponse(ref("Problem"), PROBLEMS[status])
        for status in statuses
    }


def describes_list(
    component: str | Iterable[str],
    tag: str,
    *,
    filtered: bool = False,
    counts: bool = True,
    of: Any = (),
) -> Callable[[Any], Any]:
    """A list of documents; ``filtered`` when the parameters that choose operations apply."""
    paging = [LIMIT, CURSOR, counting(counts=counts), *KEYS]
    components = [component] if isinstance(component, str) else list(component)
    return extend_schema(
        operation_id=f"{tag}_list",
        tags=[tag],
        parameters=[*of, *(filter_parameters() if filtered else []), *paging],
        responses={
            200: OpenApiResponse(page_of(components), "One page."),
            **problems(400, *([404] if of else []), 405, 406, 429),
        },
    )


def describes_item(
    component: str | Iterable[str],
    tag: str,
    *,
    may_be_gone: bool = False,
    of: Any = (),
    also: Any = (),
) -> Callable[[Any], Any]:
    """One document by its id; ``also`` are parameters beside the keys wanted."""
    components = [component] if isinstance(component, str) else list(component)
    gone: dict[Any, Any] = {
        308: OpenApiResponse(None, "Merged; the address of the survivor is in “Location”."),
        (410, PROBLEM_JSON): OpenApiResponse(ref("Gone"), "Withdrawn or redacted, with the class."),
    }
    return extend_schema(
        operation_id=f"{tag}_retrieve",
        tags=[tag],
        parameters=[*of, path("code", {"type": "string"}, "The id."), *KEYS, *also],
        responses={
            200: OpenApiResponse(any_of(components), "It."),
            **problems(400, 404, 405, 406, 429),
            **(gone if may_be_gone else {}),
        },
    )


def path(name: str, schema: Schema, description: str) -> OpenApiParameter:
    return OpenApiParameter(
        name, type=schema, description=description, location=OpenApiParameter.PATH
    )


AS_OF = query("as_of", MOMENT, MEANINGS["as_of"])
VOCABULARY = path("vocabulary", {"type": "string", "enum": list(VOCABULARIES)}, "Which code list.")
