"""Everybody tries every address of the admin; access.py says who may.

An address that the table does not name fails the test, so that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client, RequestFactory

from operations import roles
from operations.models import Operation, Source
from tests import factories

from .access import ACTIONS, TABLE
from .access_records import MAKERS, stars
from .access_walk import ADMIN, Row, addresses, rows
from .conftest import at_desk, employ

PEOPLE = "aoCEA"
METHODS = ("get", "post")
ROWS = list(rows(TABLE))
PARTS = sorted({row.part for row in ROWS})


@pytest.fixture(autouse=True)
def data_dir(settings: LazySettings, tmp_path: Path) -> None:
    """Files that are brought or kept go to a folder of the test."""
    settings.DATA_DIR = tmp_path


def test_no_address_is_missing_from_the_table_and_none_is_left_over() -> None:
    assert sorted({row.address for row in ROWS}) == sorted(addresses())


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
        if row.part != part:
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
    """Not told to log in or to keep out, and not sent back to the first page.

    Who is told what is wrong with what they sent (400) was let in. Strangers who send something
    get it back on a page that keeps it (403).
    """
    cookies = dict(client.cookies)
    with undone():
        response = getattr(client, method)(url, {"post": "yes"} if method == "post" else None)
    if response.streaming:
        # Read to its end, it closes its file; closing it by hand closes the test's connection too.
        response.getvalue()
    client.cookies.clear()
    client.cookies.update(cookies)
    assert response.status_code in {200, 301, 302, 400, 403, 404, 405}, (url, response.status_code)
    target = response.headers.get("Location", "")
    is_sent_away = target == ADMIN or target.startswith(f"{ADMIN}login/")
    return response.status_code <= 400 and not is_sent_away


def filled(row: Row) -> str:
    address = row.address
    if "*" in address:
        for key in stars(address, row.state):
            address = address.replace("*", key, 1)
    return f"{ADMIN}{address}" + (f"?{row.query}" if row.query else "")


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
