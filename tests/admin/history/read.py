"""Reading the pages of a history."""

from __future__ import annotations

from typing import Any

from django.test import Client

from operations import history
from tests.admin.desk import address

Sides = tuple[str, str]


def at(record: Any, name: str = "history", *args: Any) -> str:
    return address(record._meta.model_name, name, record.pk, *args)


def get(client: Client, record: Any, name: str = "history", *args: Any, **query: Any) -> Any:
    response = client.get(at(record, name, *args), query)
    assert response.status_code == 200
    return response


def told(found: Any) -> dict[str, Sides]:
    """Headings → before and after."""
    return {" › ".join(map(str, each.headings)): (each.before, each.after) for each in found}


def timeline(response: Any) -> list[str]:
    """The events in short: “revision 2”, “edition 1”, or the words of a step."""
    return [short(event) for event in response.context["events"]]


def short(event: Any) -> str:
    if event.save:
        return f"revision {event.save.revision.number}"
    if event.edition:
        return f"edition {event.edition.number}"
    return str(event.step.get_change_message())


def changes_of(response: Any, number: int) -> dict[str, Sides]:
    """What the timeline says that a revision changed."""
    saves = [event.save for event in response.context["events"] if event.save]
    [save] = [save for save in saves if save.revision.number == number]
    return told(save.changes)


def change(record: Any, note: str = "", by: Any = None, **values: Any) -> None:
    """Save a record with its history."""
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    history.save_revision(record, by, note)


def revert(client: Client, record: Any, number: int, **given: Any) -> Any:
    last = history.last_number(history.record_name(record), record.code)
    return client.post(at(record, "revert", number), {"last": last, "note": "", **given})
