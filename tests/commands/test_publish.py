"""``manage.py publish``."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from operations.models import Edition
from tests import factories

pytestmark = pytest.mark.django_db


def publish(*ids: str, reason: str = "") -> str:
    out = StringIO()
    call_command("publish", *ids, reason=reason, stdout=out)
    return out.getvalue()


def test_it_says_which_edition_and_which_had_nothing_new() -> None:
    factories.operation("one")
    factories.published("two")
    assert publish("one", "two") == "one: edition 1\ntwo: nothing new to publish\n"


def test_a_correction_needs_its_reason() -> None:
    made = factories.published("sweep")
    factories.figure(made, 7, sex="male")
    with pytest.raises(CommandError, match="sweep: Say why, for readers"):
        publish("sweep")
    assert publish("sweep", reason="A count was missing") == "sweep: edition 2\n"
    assert Edition.objects.public().get().reason == "A count was missing"


def test_an_unknown_id_is_said() -> None:
    with pytest.raises(CommandError, match="There is no operation “nobody”"):
        publish("nobody")


def test_every_broken_rule_is_named() -> None:
    made = factories.operation("sweep")
    factories.part(factories.figure(made, 10), 4)
    factories.part(factories.figure(made, 10, scope="vice"), 3)
    with pytest.raises(CommandError) as refused:
        publish("sweep")
    assert [line.split(" ")[0] for line in str(refused.value).splitlines()] == ["sweep:", "sweep:"]
