"""What the page of one import shows, and what its script asks for."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.models import Import, ImportState, Operation
from operations.sheets import bring
from operations.sheets.progress import progress

BUSY = (
    ImportState.WAITING,
    ImportState.CHECKING,
    ImportState.CONFIRMED,
    ImportState.WRITING,
)
SHOWN_FAULTS, SHOWN_CHANGES = 200, 200
# Seconds in the queue after which no worker seems to be there.
PATIENCE = 10


def is_busy(record: Import) -> bool:
    return record.state in BUSY


def page(record: Import) -> dict[str, Any]:
    result = record.result
    faults = result.get("faults", [])
    shown = result.get("changes", [])[:SHOWN_CHANGES]
    return {
        "record": record,
        "result": result,
        "counts": counted(result),
        "status": status(record),
        "busy": is_busy(record),
        "faults": faults[:SHOWN_FAULTS],
        "more_faults": max(0, result.get("faults_total", 0) - SHOWN_FAULTS),
        "added": with_keys([change for change in shown if change["is_new"]]),
        "changes": with_keys([change for change in shown if not change["is_new"]]),
        "more_changes": max(0, written(result) - SHOWN_CHANGES),
        "nothing": record.state == ImportState.CHECKED and not does_anything(result),
        "can_discard": record.state in (*bring.SETTLED, *bring.stuck(record)),
        "can_repeat": bool(record.file) and record.state in (*bring.SETTLED, *bring.stuck(record)),
        "can_confirm": record.state == ImportState.CHECKED and does_anything(result),
    }


def written(result: dict[str, Any]) -> int:
    return int(result.get("new", 0)) + int(result.get("changed", 0))


def does_anything(result: dict[str, Any]) -> bool:
    return bool(written(result) or result.get("sources"))


def counted(result: dict[str, Any]) -> list[tuple[str, int]]:
    names = {"operations": _("operations"), "figures": _("figures"), "sources": _("sources")}
    return [(names[name], n) for name, n in result.get("counts", {}).items() if n]


def with_keys(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each operation with its key, for a link; a new one has it once it is written."""
    codes = [change["code"] for change in changes]
    keys = dict(Operation.objects.filter(code__in=codes).values_list("code", "pk"))
    return [{**change, "key": keys.get(change["code"])} for change in changes]


def status(record: Import) -> dict[str, Any]:
    """How far it is, in words and numbers."""
    said = progress(record) if is_busy(record) else {}
    since = (timezone.now() - record.changed_at).total_seconds()
    waits = record.state in (ImportState.WAITING, ImportState.CONFIRMED) and since > PATIENCE
    return {
        "state": record.state,
        "busy": is_busy(record),
        "label": record.get_state_display(),
        "done": said.get("done", 0),
        "total": said.get("total", 0),
        "faults": said.get("faults", []),
        "count": said.get("count", 0),
        "words": words(said),
        "no_worker": waits,
        "stalled": is_busy(record) and bool(bring.stuck(record)),
    }


def words(said: dict[str, Any]) -> str:
    if not said.get("total"):
        return _("The file is being read …") if said else ""
    found = _("%(done)s of %(total)s operations") % {"done": said["done"], "total": said["total"]}
    if said.get("count"):
        faults = ngettext("%(n)s fault so far", "%(n)s faults so far", said["count"])
        found += " · " + faults % {"n": said["count"]}
    return found
