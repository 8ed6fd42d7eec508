"""``/operations/<id>/editions/<n>/changes.json``: what differs from an earlier edition."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from operations.document import canonical, difference, renamings
from operations.document.canonical import timestamp
from operations.models import Edition

from .answers import machine
from .between import between


@machine
def changes_json(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """Every place that differs, with both values; ``since`` names the earlier edition.

    ``{"operation", "since", "edition", "editions": [{"edition", "kind", "reason",
    "published_at", "sha256", "single_checked"}], "changes": [{"path": [key, …], "before",
    "after"}]}``. Items of lists are named by their id. Paths that begin with ``vocabulary`` are
    of terms that the document names.
    """
    found = between(code, number, request.GET)
    before, after = found.documents
    changes = [*difference(before, after), *renamings(before, after)]
    content = {
        "operation": code,
        "since": found.since.number,
        "edition": number,
        "editions": [step(edition) for edition in found.steps],
        "changes": [
            {"path": list(change.keys), "before": change.before, "after": change.after}
            for change in changes
        ],
    }
    return HttpResponse(canonical(content), content_type="application/json")


def step(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition.number,
        "kind": edition.kind,
        "reason": edition.reason,
        "published_at": timestamp(edition.valid_from),
        "sha256": edition.sha256,
        "single_checked": edition.single_checked,
    }
