"""``manage.py verify``."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import factories

pytestmark = pytest.mark.django_db


def verify() -> str:
    out = StringIO()
    call_command("verify", stdout=out)
    return out.getvalue()


def test_it_counts_what_holds() -> None:
    clean = "No personal data and no small count, public or in work.\n"
    assert verify() == f"0 editions: every hash, chain and index row holds.\n{clean}"
    factories.published()
    assert verify() == f"1 editions: every hash, chain and index row holds.\n{clean}"


def test_it_names_every_break_and_fails() -> None:
    made = factories.published("sweep")
    made.editions.update(name_en="Sweet", disputed=True)
    with pytest.raises(CommandError) as broken:
        verify()
    assert str(broken.value).splitlines() == [
        "sweep · 1: its index column name_en does not follow from the document",
        "sweep · 1: its index column disputed does not follow from the document",
    ]
