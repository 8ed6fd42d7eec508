"""The form refuses a small count, and an administrator's reason lets it stand."""

from __future__ import annotations

import pytest
from django.test import Client

from operations.models import Figure, Operation, PrivacyOverride
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors

REASON = "the court published the split"
TRAITS = {"role": "in_commercial_sex_status_unknown", "sex": "female", "scope": "vice"}


def typed(client: Client, reason: str = "") -> Page:
    page = thunderbolt.empty(client).fill(privacy_override=reason)
    daily = factories.source("daily")
    page.row("figures", **thunderbolt.whole(factories.place(), daily, value="9", **TRAITS))
    return page


def test_nine_people_described_by_role_and_sex_are_refused_on_their_row(
    contributor: Client,
) -> None:
    response = typed(contributor, REASON).save()
    assert response.status_code == 200
    assert "“9”: fewer than 10 victims, minors or people in commercial sex" in errors(response)
    assert not Operation.objects.exists()


def test_an_administrator_lets_them_stand_until_the_number_is_touched(
    administrator: Client, contributor: Client
) -> None:
    assert typed(administrator, REASON).save().status_code == 302
    recorded = PrivacyOverride.objects.values_list("record", "code", "field", "reason")
    assert list(recorded) == [("figure", "thunderbolt-2023.1", "value", REASON)]
    operation = Operation.objects.get()
    page = Page.open(contributor, address("operation", "change", operation.pk))
    page.change_row("figures", 1, note_en="As the court put it.")
    assert page.save().status_code == 302
    assert page.change_row("figures", 1, value="8").save().status_code == 200
    assert Figure.objects.get().value == 9


@pytest.mark.parametrize(
    "coarser", [{"sex": ""}, {"value": "", "value_type": "suppressed"}, {"value": "10"}]
)
def test_told_more_coarsely_it_is_saved(contributor: Client, coarser: dict[str, str]) -> None:
    page = typed(contributor)
    response = page.change_row("figures", 1, **coarser).save()
    assert response.status_code == 302, errors(response)
