"""Editions are permanent, and the corrections log says what changed and why."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from operations import history, publishing
from operations.models import Edition, Operation
from tests.factories import figure, operation, publish, published, user

from .reading import read

pytestmark = pytest.mark.django_db


def corrected(code: str = "one") -> Operation:
    """An operation whose name was corrected in its second edition."""
    made = published(code, name_en="First name")
    made.name_en = "Second name"
    made.save()
    publish(made, "The name was wrong.")
    return made


def test_every_edition_is_listed_with_kind_reason_and_hash(client: Client) -> None:
    corrected()
    words = read(client, "/operations/one/editions/")
    for edition in Edition.objects.all():
        assert edition.sha256 in words
    assert "Published" in words
    assert "Corrected The name was wrong." in words


def test_an_edition_stays_as_it_was_and_says_whether_it_is_current(client: Client) -> None:
    corrected()
    first, second = (read(client, f"/operations/one/editions/{n}/") for n in (1, 2))
    assert "First name" in first
    assert "Second name" not in first.partition("Sources")[0]
    assert "It is no longer current." in first
    assert "This is edition 2, the current one." in second
    assert "no longer current" not in read(client, "/operations/one/")


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "9" * 5000])
def test_an_edition_that_never_was_is_not_found(client: Client, number: str) -> None:
    corrected()
    assert client.get(f"/operations/one/editions/{number}/").status_code == 404
    assert client.get(f"/operations/one/editions/{number}.json").status_code == 404


def test_a_draft_has_no_editions(client: Client) -> None:
    operation("draft")
    assert client.get("/operations/draft/editions/").status_code == 404


def test_only_the_redacted_edition_is_gone(client: Client) -> None:
    made = corrected()
    publishing.redact(made, by=None, withdrawal_class="legal", reason="By law.", numbers=[1])
    assert "Why: for a legal reason." in read(client, "/operations/one/editions/1/", 410)
    assert "Second name" in read(client, "/operations/one/")
    listed = client.get("/operations/one/editions/")
    assert "text redacted: for a legal reason" in listed.text
    assert 'href="/operations/one/editions/1/"' not in listed.text


def test_a_single_checked_edition_is_marked(client: Client, settings: Any) -> None:
    settings.FOUR_EYES = False
    editor: User = user()
    made = operation("alone")
    figure(made)
    history.save_revision(made, editor)
    publishing.publish(made, by=editor, reason="")
    assert "single-checked" in read(client, "/operations/alone/")
    assert "single-checked" in read(client, "/operations/alone/editions/")
    assert "editor" not in client.get("/operations/alone/").text.replace("editorial", "")


def test_the_log_lists_corrections_newest_first_and_no_first_editions(client: Client) -> None:
    corrected("one")
    survivor, twin = published("survivor"), published("twin")
    publishing.merge(twin, survivor, by=None, reason="The same.")
    publishing.withdraw(survivor, by=None, withdrawal_class="out_of_scope", reason="Elsewhere.")
    Edition.objects.filter(code="survivor", kind="withdrawn").update(
        valid_from="2030-01-01T00:00:00Z"
    )
    words = read(client, "/corrections/")
    assert "1 January 2030 survivor (edition 2) Withdrawn: outside the scope" in words
    assert "Merged: survivor The same." in words
    assert "Second name (edition 2) Corrected The name was wrong." in words
    assert "First name" not in words
    assert words.index("Withdrawn") < words.index("Corrected The name")


def test_an_empty_log_says_so(client: Client) -> None:
    published()
    assert "Nothing has been corrected yet." in read(client, "/corrections/")
    assert client.get("/corrections/?page=2").status_code == 404
    assert client.get("/corrections/?kind=merged").status_code == 400


def test_a_redaction_is_logged_without_what_it_hid(client: Client) -> None:
    made = corrected()
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="To protect somebody.")
    words = read(client, "/corrections/")
    assert "one (edition 3) Redacted: to protect people To protect somebody." in words
    assert "Second name" not in words
    assert "The name was wrong" not in words
