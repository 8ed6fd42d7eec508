"""Kept copies: editors read them, administrators remove them, readers see hash and date."""

from __future__ import annotations

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from operations import roles
from operations.models import Archive, Source
from operations.sources import archiving
from operations.sources.checking import check
from tests import factories
from tests.admin.conftest import at_desk, employ
from tests.admin.desk import Page, address

from .articles import FIRST, article
from .servers import Server, response

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]


@pytest.fixture
def copy(server: Server) -> Archive:
    server.pages["/page"] = response(article())
    check(factories.source("daily", url="http://news.example/page"))
    return Archive.objects.get()


@pytest.fixture
def administrator() -> Client:
    return at_desk(employ("administrator", roles.ADMINISTRATOR))


def url(copy: Archive, step: str = "") -> str:
    return f"/admin/operations/source/{copy.source_id}/copies/{copy.pk}/{step}"


def test_an_editor_downloads_a_copy_and_it_is_recorded(copy: Archive) -> None:
    came = at_desk(employ("reviewer", roles.EDITOR)).get(url(copy))
    assert came.status_code == 200
    assert b"".join(came.streaming_content) == archiving.path_of(copy).read_bytes()  # type: ignore[attr-defined]
    assert came["Content-Type"] == "application/warc"
    assert came["Content-Disposition"].startswith('attachment; filename="daily-')
    assert "no-store" in came["Cache-Control"]
    assert came["X-Content-Type-Options"] == "nosniff"
    assert "Downloaded a kept copy" in LogEntry.objects.get().change_message


def test_nobody_else_does(copy: Archive) -> None:
    contributor = at_desk(employ("contributor", roles.CONTRIBUTOR))
    assert contributor.get(url(copy)).status_code == 403
    assert Client().get(url(copy)).status_code == 302
    assert (
        url(copy)
        not in contributor.get(address("source", "change", copy.source_id)).content.decode()
    )


@pytest.mark.parametrize("step", ["", "quote/", "remove/"])
def test_a_copy_of_another_source_is_not_there(
    administrator: Client, copy: Archive, step: str
) -> None:
    other = factories.source()
    wrong = url(copy, step).replace(f"/{copy.source_id}/", f"/{other.pk}/")
    method = administrator.post if step else administrator.get
    assert method(wrong).status_code == 404
    assert method(wrong.replace(f"/{other.pk}/", "/nonsense/", 1)).status_code == 404


def test_readers_see_hash_and_day_and_nothing_else(client: Client, copy: Archive) -> None:
    operation = factories.operation("sweep")
    factories.figure(operation, 100, cited=[copy.source])
    factories.publish(operation)
    page = client.get("/sources/daily/").content.decode()
    assert copy.sha256 in page
    assert "Copy kept by this site" in page
    entry = client.get("/api/sources/daily/").json()
    day = copy.archived_at.date().isoformat()
    assert entry["kept_copies"] == [{"sha256": copy.sha256, "archived_on": day}]
    assert entry["archives"] == []
    for text in (page, client.get("/api/sources/daily/").content.decode()):
        assert ".warc" not in text
        assert FIRST not in text


def test_an_administrator_removes_a_copy_and_says_why(administrator: Client, copy: Archive) -> None:
    path = archiving.path_of(copy)
    assert administrator.get(url(copy, "remove/")).status_code == 200
    assert administrator.post(url(copy, "remove/"), {"reason": " "}).status_code == 200
    assert path.exists()
    assert administrator.post(url(copy, "remove/"), {"reason": "A court order."}).status_code == 302
    assert not path.exists()
    copy.refresh_from_db()
    assert (len(copy.sha256), copy.file) == (64, "")
    assert "A court order." in LogEntry.objects.get().change_message
    assert administrator.get(url(copy)).status_code == 404


def test_an_editor_removes_none(copy: Archive) -> None:
    reviewer = at_desk(employ("reviewer", roles.EDITOR))
    for came in (reviewer.get(url(copy, "remove/")), reviewer.post(url(copy, "remove/"))):
        assert came.status_code == 403


def test_saving_the_form_leaves_kept_copies_alone(administrator: Client, copy: Archive) -> None:
    form = Page.open(administrator, address("source", "change", copy.source_id))
    assert not any(key.startswith("archives-0-sha256") for key in form.data)
    form.row(
        "archives",
        url="https://archive.example/1",
        archived_at_0="2026-01-01",
        archived_at_1="10:00:00",
    )
    assert form.save().status_code == 302
    assert Archive.objects.filter(kept=True).get().sha256 == copy.sha256
    assert Archive.objects.filter(kept=False).get().quoted


def test_a_deleted_source_leaves_no_file(administrator: Client, copy: Archive) -> None:
    path = archiving.path_of(copy)
    gone = administrator.post(address("source", "delete", copy.source_id), {"post": "yes"})
    assert gone.status_code == 302
    assert not Source.objects.exists()
    assert not path.exists()


def test_the_form_has_nothing_inline(administrator: Client, copy: Archive) -> None:
    for page in (address("source", "change", copy.source_id), url(copy, "remove/")):
        html = administrator.get(page).content.decode()
        assert not re.findall(r"<style\b|<[^>]+\s(?:style|on[a-z]+)=|<script>", html)


@pytest.mark.parametrize("query", ["", "?_popup=1"])
def test_enter_in_a_field_neither_looks_up_nor_saves(
    administrator: Client, copy: Archive, query: str
) -> None:
    """A form whose first button is disabled is not sent by Enter."""
    url = address("source", "change", copy.source_id) + query
    html = administrator.get(url).content.decode()
    form = html[html.index('id="source_form"') :]
    buttons = re.findall(r'<(?:input|button)[^>]+type="submit"[^>]*>', form)
    assert buttons[0] == '<input type="submit" disabled hidden>'
    assert any('name="_save"' in button for button in buttons[1:])
