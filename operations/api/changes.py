"""``/api/changes/``: every edition after a cursor, so that a copy elsewhere can be kept whole."""

from __future__ import annotations

from typing import Any

import orjson
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from operations.codes import EditionKind
from operations.document.canonical import timestamp
from operations.filters import malformed, unknown
from operations.filters.fields import SingleField
from operations.models import Edition
from operations.publishing import cursors
from operations.shapes import Schema, ref

from .base import PublicView
from .documentation import LIMIT, TEXT, nullable_address, problems, query
from .parameters import DEFAULT_LIMIT, LimitField, refuse

PARAMETERS = [
    query(
        "since", TEXT, "The cursor of the last change known; everything unless given, or with 0."
    ),
    LIMIT,
]
PAGE: Schema = {
    "type": "object",
    "properties": {
        "results": {"type": "array", "items": ref("Change")},
        "next": nullable_address(),
    },
    "required": ["results", "next"],
    "additionalProperties": False,
}


BEGINNING = "0"


class SinceField(SingleField):
    """The key of an edition as it was given out; 0 for the beginning.

    What fits no edition goes with a copy that was kept while the site itself was set back to an
    older state. To answer it would leave its owner behind for ever.
    """

    def read(self, value: str) -> int:
        if value == BEGINNING:
            return 0
        if not cursors.stands(value):
            raise ValidationError(
                _("the cursor of a result of this address as it is now; begin again without one")
            )
        return cursors.key(value)


class ChangesForm(forms.Form):
    since = SinceField(required=False)
    limit = LimitField(required=False)


class ChangeList(PublicView):
    """Every edition after a cursor, in the order in which they were published.

    Start without `since`, put each `document` in place of the one with the same `operation`, drop
    the operation where it is null, and keep the last `cursor`: what is left is what is public.
    Come back with it as `since`.
    """

    @extend_schema(
        operation_id="changes_list",
        tags=["changes"],
        parameters=PARAMETERS,
        responses={
            200: OpenApiResponse(PAGE, "One page, oldest first."),
            **problems(400, 405, 406, 429),
        },
    )
    def get(self, request: Request) -> Response:
        since, limit = ask(request.query_params)
        later = Edition.objects.filter(pk__gt=since).order_by("pk")
        found = list(later[: limit + 1])
        shown = found[:limit]
        following = None
        if len(found) > limit:
            address = request.build_absolute_uri()
            following = replace_query_param(address, "since", cursors.cursor(shown[-1]))
        return Response({"results": [change(edition) for edition in shown], "next": following})


def ask(query: QueryDict) -> tuple[int, int]:
    """Cursor and size of the page; ``InvalidQuery`` for anything not understood."""
    form = ChangesForm(query)
    refuse([*unknown(query, form.fields), *malformed(form, query)])
    return form.cleaned_data["since"] or 0, form.cleaned_data["limit"] or DEFAULT_LIMIT


def change(edition: Edition) -> dict[str, Any]:
    """One edition. A redacted one is a tombstone too: its text must not be handed on."""
    kind = EditionKind.REDACTED if edition.is_redacted else edition.kind
    return {
        "cursor": cursors.cursor(edition),
        "operation": edition.code,
        "edition": edition.number,
        "kind": kind,
        "reason": edition.reason,
        "published_at": timestamp(edition.valid_from),
        "sha256": edition.sha256,
        "document": orjson.Fragment(edition.document) if edition.document else None,
    }
