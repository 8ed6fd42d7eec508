"""Who may manage whom, each with each, at every door."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import factories

from . import desk
from .desk import seated, staff

WHO = ("Contributor", "Editor", "Administrator", "superuser")
# Rows act on columns: change (c), link (l), second factor (s); "v" only looks.
TABLE = {
    "Contributor": ("", "", "", ""),
    "Editor": ("", "", "", ""),
    "Administrator": ("cls", "cls", "cls", "v"),
    "superuser": ("cls", "cls", "cls", "cls"),
}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_groups")]


def person(name: str, who: str) -> User:
    if who == "superuser":
        return staff(name, is_superuser=True)
    return staff(name, who)


def may(client: Client, other: User) -> str:
    """What the pages let happen, found out by doing it."""
    address = f"/admin/auth/user/{other.pk}/"
    looked = client.get(f"{address}change/").status_code == 200
    form = {
        "first_name": "Changed",
        "last_name": "",
        "email": "",
        "is_active": "on",
        "role": str(desk.group("Editor").pk),
    }
    client.post(f"{address}change/", form)
    changed = User.objects.get(pk=other.pk).first_name == "Changed"
    done = "c" if changed else "v" if looked else ""
    for letter, name in (("l", "link"), ("s", "second-factor")):
        allowed = client.get(f"{address}{name}/").status_code == 200
        # What may not be seen may not be done either.
        assert (client.post(f"{address}{name}/").status_code in {200, 302}) is allowed
        done += letter if allowed else ""
    return done


@pytest.mark.parametrize("actor", WHO)
def test_who_may_manage_whom(actor: str) -> None:
    client = seated(person("actor", actor))
    found = tuple(may(client, person(f"other-{n}", who)) for n, who in enumerate(WHO))
    assert found == TABLE[actor]


@pytest.mark.parametrize("actor", WHO)
def test_who_may_add_people_and_see_who_logged_in(actor: str) -> None:
    client = seated(person("actor", actor))
    addresses = ["auth/user/", "auth/user/add/"]
    addresses += [f"accounts/{name}/" for name in ("login", "failedlogin", "event")]
    codes = {client.get(f"/admin/{address}").status_code for address in addresses}
    assert codes == ({200} if actor in {"Administrator", "superuser"} else {403})


def test_outsiders_reach_nothing() -> None:
    other = staff("other", "Editor")
    reader = seated(factories.user("reader"))
    for client in (Client(), reader):
        for name in ("change", "link", "second-factor", "history", "delete"):
            address = f"/admin/auth/user/{other.pk}/{name}/"
            for answer in (client.get(address), client.post(address)):
                assert answer["Location"] == f"/admin/login/?next={address}"


def test_somebody_who_is_not_there_is_not_found_or_not_told() -> None:
    root = seated(person("root", "superuser"))
    assert root.get("/admin/auth/user/999999/link/").status_code == 404
    contributor = seated(person("con", "Contributor"))
    assert contributor.get("/admin/auth/user/999999/link/").status_code == 403
