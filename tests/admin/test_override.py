"""An administrator may let a text stand; the text, the reason and the name are recorded."""

from __future__ import annotations

from django.test import Client

from operations.models import Operation, PrivacyOverride
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors

PERSON = "the 39-year-old man surnamed Chan"
REASON = "named in an open judgment"


def typed(client: Client, reason: str = "") -> Page:
    page = thunderbolt.empty(client).fill(internal_notes=PERSON, privacy_override=reason)
    daily = factories.source("daily")
    page.row(
        "figures", **thunderbolt.whole(factories.place(), daily, note_en=PERSON, locator_1=PERSON)
    )
    return page


def test_an_administrator_overrides_with_a_reason_and_it_is_recorded(
    administrator: Client,
) -> None:
    response = typed(administrator, REASON).save()
    assert response.status_code == 302, errors(response)
    recorded = PrivacyOverride.objects.values_list("record", "field", "reason")
    assert set(recorded) == {
        ("operation", "internal_notes", REASON),
        ("figure", "note_en", REASON),
        ("citation", "locator", REASON),
    }
    first = PrivacyOverride.objects.filter(record="operation").first()
    assert first is not None
    assert first.made_by is not None
    assert (first.code, first.made_by.username) == ("thunderbolt-2023", "administrator")


def test_without_a_reason_an_administrator_is_refused_like_everybody(
    administrator: Client,
) -> None:
    assert typed(administrator).save().status_code == 200
    assert not PrivacyOverride.objects.exists()


def test_others_do_not_see_the_field_and_cannot_send_it(contributor: Client) -> None:
    page = contributor.get(address("operation", "add")).content.decode()
    assert "privacy_override" not in page
    assert typed(contributor, REASON).save().status_code == 200
    assert not Operation.objects.exists()


def test_a_text_that_was_let_stand_stands_while_nobody_touches_it(
    administrator: Client, contributor: Client
) -> None:
    typed(administrator, REASON).save()
    operation = Operation.objects.get()
    before = PrivacyOverride.objects.count()
    page = Page.open(contributor, address("operation", "change", operation.pk))
    assert page.fill(edtf="2023-06").save().status_code == 302
    assert PrivacyOverride.objects.count() == before
    page.fill(internal_notes=PERSON + " again")
    assert "internal_notes" in page.save().context["adminform"].form.errors


def test_a_reason_without_anything_to_override_records_nothing(administrator: Client) -> None:
    thunderbolt.empty(administrator).fill(privacy_override=REASON).save()
    assert Operation.objects.exists()
    assert not PrivacyOverride.objects.exists()
