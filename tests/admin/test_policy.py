"""The admin under the strict policy: nothing inline, on any of its pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from operations.models import Operation
from tests import factories

from . import thunderbolt
from .desk import address

SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>", re.IGNORECASE
)
INLINE = re.compile(r"<style\b|<[^>]+\s(?:style|on[a-z]+)=|javascript:", re.IGNORECASE)
MODELS = (
    "operation",
    "source",
    "agency",
    "group",
    "offence",
    "place",
    "series",
    "method",
    "assessment",
    "statement",
    "finding",
)


def check(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200, url
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    html = response.content.decode()
    assert SCRIPT.findall(html) == [], url
    assert INLINE.findall(html) == [], url


def test_the_pattern_finds_what_it_looks_for() -> None:
    assert SCRIPT.findall("<script>x</script>") == ["<script>"]
    assert INLINE.findall('<p style="x">') != []
    assert INLINE.findall('<a onclick="x">') != []


@pytest.mark.django_db
def test_the_login_page() -> None:
    check(Client(), "/admin/login/")


def test_the_index_and_the_pages_about_oneself(administrator: Client) -> None:
    for url in ("/admin/", "/admin/operations/", "/admin/password_change/", "/admin/auth/user/"):
        check(administrator, url)


@pytest.mark.parametrize("model", MODELS)
def test_lists_and_empty_forms(administrator: Client, model: str) -> None:
    check(administrator, address(model, "changelist"))
    check(administrator, address(model, "add"))


@pytest.mark.parametrize("model", ["edition", "revision", "privacyoverride", "report"])
def test_the_lists_that_only_show(administrator: Client, model: str) -> None:
    check(administrator, address(model, "changelist"))


def test_an_operation_with_everything_around_it(administrator: Client) -> None:
    thunderbolt.filled(administrator).save()
    operation = Operation.objects.get()
    factories.publish(operation)
    steps = ["change", "preview", "changes", "publish", "withdraw", "merge", "redact", "history"]
    steps += ["review", "ready", "return", "discard"]
    for name in steps:
        check(administrator, address("operation", name, operation.pk))
    edition = operation.editions.get()
    check(administrator, address("edition", "change", edition.pk))
    check(administrator, address("operation", "changelist") + "?q=thunder&earliest__year=2023")
