"""Everybody tries every address of the admin; access.py says who may.

An address that the table does not name fails the test, so that none is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import URLPattern
from django_tasks_db.models import DBTaskResult

from operations import history, publishing, roles
from operations.models import (
    VOCABULARIES,
    Edition,
    Operation,
    PrivacyOverride,
    Report,
    Revision,
    Source,
)
from tests import factories

from .access import ACTIONS, TABLE
from .conftest import at_desk, employ

PEOPLE = "aoCEA"
METHODS = ("get", "post")
ADMIN = "/admin/"


@dataclass(frozen=True)
class Row:
    """One line of the table: ``may`` holds the letters for GET and POST."""

    address: str
    state: str
    query: str
    may: tuple[str, str]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.address or "index", self.state)))


def rows(table: str) -> Iterator[Row]:
    models = [""]
    for line in table.splitlines():
        if line.startswith("#") or not line.strip():
            models = models if line.strip() else [""]
        elif line.startswith("MODEL = "):
            models = line.removeprefix("MODEL = ").split()
        else:
            *address, get, post = ["", *line.split()]
            path, _, query = (address[1] if len(address) > 1 else "").partition("?")
            state = address[2] if len(address) > 2 else ""
            for model in models if "MODEL" in path else [""]:
                yield Row(path.replace("MODEL", model), state, query, (get, post))


ROWS = list(rows(TABLE))
PARTS = sorted({"/".join(row.address.split("/")[:2]) for row in ROWS})


def routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    """Every address of the admin site, with ``*`` for what is filled in."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield from spelt_out(re.sub(r"<[^>]+>", "*", route))
        else:
            yield from routes(pattern.url_patterns, route)


def spelt_out(route: str) -> list[str]:
    """The two addresses that Django writes as expressions: lists of an app, and all others."""
    if route == "(?P*.*)$":
        return []
    found = re.fullmatch(r"\^\(\?P\*([a-z_|]+)\)/\$", route)
    return [f"{label}/" for label in found[1].split("|")] if found else [route]


def test_no_address_is_missing_from_the_table_and_none_is_left_over() -> None:
    urls: Any = admin.site.urls[0]
    assert sorted({row.address for row in ROWS}) == sorted(set(routes(urls)))


def everybody() -> dict[str, Client]:
    names = {"C": roles.CONTRIBUTOR, "E": roles.EDITOR, "A": roles.ADMINISTRATOR}
    clients = {letter: at_desk(employ(f"at-{name}", name)) for letter, name in names.items()}
    return {"a": Client(), "o": at_desk(factories.user("outsider")), **clients}


@pytest.mark.django_db
@pytest.mark.parametrize("part", PARTS)
def test_everybody_may_open_what_the_table_says_and_nothing_else(part: str) -> None:
    people = everybody()
    found, expected = {}, {}
    for row in ROWS:
        if "/".join(row.address.split("/")[:2]) != part:
            continue
        with undone():
            url = filled(row)
            for method, may in zip(METHODS, row.may, strict=True):
                expected[f"{method} {row}"] = may
                let_in = [who for who in PEOPLE if is_let_in(people[who], method, url)]
                found[f"{method} {row}"] = "".join(let_in) or "-"
    assert found == expected


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def is_let_in(client: Client, method: str, url: str) -> bool:
    """Not told to log in or to keep out, and not sent back to the first page."""
    cookies = dict(client.cookies)
    with undone():
        response = getattr(client, method)(url, {"post": "yes"} if method == "post" else None)
    client.cookies.clear()
    client.cookies.update(cookies)
    assert response.status_code in {200, 301, 302, 403, 404, 405}, (url, response.status_code)
    target = response.headers.get("Location", "")
    is_sent_away = target == ADMIN or target.startswith(f"{ADMIN}login/")
    return response.status_code < 400 and not is_sent_away


def filled(row: Row) -> str:
    address = row.address
    if "*" in address:
        app, model = address.split("/")[:2]
        key = made(app, model, row.state).pk if app != "r" else 1
        address = address.replace("*", str(key))
    return f"{ADMIN}{address}" + (f"?{row.query}" if row.query else "")


def made(app: str, model: str, state: str) -> Any:
    """A record to try it on."""
    maker = MAKERS[model if app != "auth" else f"auth.{model}"]
    record = maker()
    if state == "@public":
        publish = factories.publish if model == "operation" else publishing.publish_context
        publish(record)
    elif state == "@quoted":
        quote(record, model)
        assert publishing.is_quoted(record)
    return record


def quote(record: Any, model: str) -> None:
    operation = factories.operation("quoting")
    if model in {"agency", "group"}:
        kind = {"agency": {"role": "lead"}, "group": {"attribution": "not_stated"}}[model]
        links = operation.agency_roles if model == "agency" else operation.group_links
        links.create(**{model: record}, **kind)
    elif model == "series":
        operation.series = record
        operation.save()
    else:
        getattr(operation, f"{model}s").add(record)
    factories.publish(operation)


def edition() -> Edition:
    return factories.published().editions.get()


def revision() -> Revision:
    found = history.save_revision(factories.operation(), None)
    assert found is not None
    return found


MAKERS: dict[str, Callable[[], Any]] = {
    "operation": factories.operation,
    "source": factories.source,
    **{name: partial(factories.term, model, "tried") for name, model in VOCABULARIES.items()},
    "assessment": factories.assessment,
    "statement": factories.statement,
    "finding": factories.finding,
    "edition": edition,
    "revision": revision,
    "privacyoverride": lambda: PrivacyOverride.objects.create(record="x", code="y", field="z"),
    "report": lambda: Report.objects.create(operation=factories.operation(), wrong="the date"),
    "auth.user": lambda: factories.user("tried"),
    "auth.group": lambda: Group.objects.create(name="tried"),
    "dbtaskresult": lambda: DBTaskResult.objects.create(
        task_path="operations.publishing.reissue.reissue_batch", args_kwargs={}, priority=0
    ),
}


def test_lists_offer_no_way_to_delete_or_change_many_at_once(db: None) -> None:
    found: dict[tuple[str, str], str] = {}
    for letter, role in zip("CEA", roles.ROLES, strict=True):
        request = RequestFactory().get(ADMIN)
        request.user = User.objects.get(pk=employ(f"at-{role}", role).pk)
        for model, model_admin in admin.site._registry.items():  # noqa: SLF001
            for action in model_admin.get_actions(request):
                key = (model._meta.label_lower, action)
                found[key] = found.get(key, "") + letter
    assert found == ACTIONS


@pytest.mark.parametrize("model", ["operation", "source", "place", "finding"])
def test_an_action_that_is_not_offered_does_nothing(administrator: Client, model: str) -> None:
    record = MAKERS[model]()
    chosen = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    administrator.post(f"{ADMIN}operations/{model}/", chosen)
    assert type(record).objects.filter(pk=record.pk).exists()


def test_who_is_switched_off_is_let_in_nowhere(contributor: Client) -> None:
    User.objects.filter(username="contributor").update(is_active=False)
    assert not is_let_in(contributor, "get", f"{ADMIN}operations/operation/")


def test_who_loses_the_role_loses_the_desk_s_rights_at_once(contributor: Client) -> None:
    User.objects.get(username="contributor").groups.clear()
    assert not is_let_in(contributor, "get", f"{ADMIN}operations/operation/")
    assert Operation.objects.count() == Source.objects.count() == 0
