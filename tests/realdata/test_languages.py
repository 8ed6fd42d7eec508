"""The real record in two languages: every passage of every kind of page says which it is in."""

from __future__ import annotations

import pytest
from django.test import Client

from operations.models import Assessment, Edition
from tests.pages.passages import wrongly_marked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_data")]

PAGES = (
    "/",
    "/operations/",
    "/operations/?q=水房",
    "/operations/?q=Sun+Yee+On",
    "/operations/?group=14k&from=2020",
    "/totals/?measure=persons_arrested&by=place",
    "/totals/?measure=persons_arrested&by=agency",
    "/totals/outcomes/",
    "/terms/agency/",
    "/terms/offence/",
    "/terms/offence/hk.200.129/",
    "/terms/group/14k/",
    "/sources/",
    "/context/",
    "/corrections/",
    "/about/",
)
# Every so many operations: all of them would take a minute.
STEP = 5


def test_every_passage_says_which_language_it_is_in(client: Client) -> None:
    assert Assessment.objects.exists()
    codes = Edition.objects.current().order_by("code").values_list("code", flat=True)
    pages = [*PAGES, *(f"/operations/{code}/" for code in [*codes][::STEP])]
    wrong = {}
    for page in (f"{prefix}{each}" for each in pages for prefix in ("", "/zh-hant")):
        found = list(wrongly_marked(client.get(page).text))
        if found:
            wrong[page] = found
    assert wrong == {}
