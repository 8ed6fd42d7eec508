"""Two editors with the same form open, and the page that the second one gets back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client

from operations import history
from tests.admin.desk import Page, address, errors, held


@dataclass
class Line:
    """One line of the panel, without the words that say what became of it."""

    outcome: str
    opened: str
    theirs: str
    yours: str


def opened(client: Client, record: Any) -> Page:
    return Page.open(client, address(record._meta.model_name, "change", record.pk))


def both(first: Client, second: Client, record: Any) -> tuple[Page, Page]:
    """The same record on two desks, its history begun."""
    history.save_revision(record, None)
    return opened(first, record), opened(second, record)


def saved(page: Page, button: str = "_save") -> None:
    response = page.save(button)
    assert response.status_code == 302, errors(response)


def refused(page: Page) -> Any:
    """The answer to a save that must not go through."""
    response = page.save()
    assert response.status_code == 200
    assert response.context["conflict"] is not None, errors(response)
    return response


def lines(response: Any) -> dict[str, Line]:
    return {
        line.place: Line(str(line.outcome), line.opened, line.theirs, line.yours)
        for line in response.context["conflict"].lines
    }


def again(page: Page, response: Any) -> Page:
    """The page that came back, as the browser holds it now."""
    data = held(response.context["adminform"].form)
    for inline in response.context["inline_admin_formsets"]:
        data |= held(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= held(form)
    return Page(page.client, page.url, data, page.blanks)


def having_seen(page: Page, response: Any, *take: str) -> Page:
    """The same with “I have seen this” ticked, and “take theirs” at some places."""
    return again(page, response).fill(seen=response.context["conflict"].token, take=list(take))
