"""Addresses that were there before are given their keys; two at one address both stay."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from operations.models import Source
from tests import factories


@pytest.mark.django_db
def test_sources_of_before_keep_what_they_are() -> None:
    migration = import_module("operations.migrations.0008_sources")
    for code, url in (("one", "https://a.example/x"), ("two", "https://b.example/"), ("no", "")):
        factories.source(code, url=url)
    twin = factories.source("twin", url="http://www.a.example/x/", different_page="to be told")
    Source.objects.update(url_key="")
    Source.objects.filter(pk=twin.pk).update(different_page="")
    migration.fill(apps, None)
    rows = Source.objects.order_by("pk").values_list("code", "url_key", "different_page")
    assert list(rows) == [
        ("one", "a.example/x", ""),
        ("two", "b.example", ""),
        ("no", "", ""),
        ("twin", "a.example/x", "Held before addresses were compared; look at one."),
    ]
