"""What is not published appears in no public byte."""

from __future__ import annotations

import pytest
from django.test import Client

from operations.models import Assessment, Operation, Source
from tests.factories import figure, operation, place, publish, published, source, user

from .addresses import public_addresses

pytestmark = pytest.mark.django_db

SECRETS = (
    b"SecretName",
    "秘密名稱".encode(),
    b"SecretNote",
    b"SecretSummary",
    b"SecretComment",
    b"SecretSource",
    b"secret-source",
    b"SecretLocator",
    b"SecretContext",
    b"secret-draft",
    b"secret-editor",
    b"98,765",
    b"98765",
)


def change_without_publishing(made: Operation) -> None:
    """Everything an editor could change, saved and not published."""
    made.name_en, made.name_zh_hant = "SecretName", "秘密名稱"
    made.internal_notes, made.summary_en = "SecretNote", "SecretSummary"
    made.review_comment = "SecretComment"
    made.save()
    secret = Source.objects.filter(code="secret-source").first()
    secret = secret or source("secret-source", title="SecretSource")
    changed = figure(made, 98765, cited=[secret])
    changed.citations.update(locator="SecretLocator")
    made.figures.filter(number=1).update(note_en="SecretNote", value=98765)


def test_a_working_copy_is_in_no_public_byte(client: Client) -> None:
    editor = user("secret-editor")
    made = published("known", name_en="Known", places=[place()], by=editor)
    made.name_en = "Better known"
    made.save()
    publish(made, "A better name.", by=editor)
    change_without_publishing(made)
    change_without_publishing(operation("secret-draft", places=[place()], parent=made))
    made.may_overlap.add(Operation.objects.get(code="secret-draft"))
    Assessment.objects.create(
        code="secret-draft", body_en="SecretContext", series="A report", year=2024, tier="tier_1"
    )
    for address in public_addresses("known", editions=2):
        response = client.get(address)
        assert response.status_code == 200, address
        body = response.getvalue()
        assert [secret for secret in SECRETS if secret in body] == [], address


@pytest.mark.parametrize(
    "address",
    [
        "/operations/secret-draft/",
        "/operations/secret-draft/editions/",
        "/operations/secret-draft/editions/1/",
        "/operations/secret-draft.json",
        "/operations/secret-draft/editions/1.json",
        "/sources/secret-source/",
    ],
)
def test_a_draft_is_not_found_anywhere(client: Client, address: str) -> None:
    change_without_publishing(operation("secret-draft"))
    assert client.get(address).status_code == 404


def test_a_draft_is_not_found_by_search_or_filter(client: Client) -> None:
    change_without_publishing(operation("secret-draft"))
    for query in ("q=SecretName", "measure=persons_arrested&min=98765"):
        assert 'data-total="0"' in client.get(f"/operations/?{query}").text
    # As unknown as one that does not exist: an empty list would tell that it does.
    for code in ("secret-source", "never-was"):
        assert client.get(f"/operations/?source={code}").status_code == 400
