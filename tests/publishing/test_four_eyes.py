"""Nobody publishes their own last change alone, whichever way they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from operations import history, publishing
from operations.models import Edition, Finding, Operation
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db

WAYS: dict[str, Callable[[Operation, User | None], Any]] = {
    "publish": lambda made, by: publishing.publish(made, by=by),
    "together": lambda made, by: publishing.publish_together([made], by=by),
    "approve": lambda made, by: publishing.mark_ready(made, by=by),
}


def written_by(author: User | None) -> Operation:
    made = factories.operation(workflow="in_review")
    factories.figure(made)
    history.save_revision(made, author)
    return made


@pytest.mark.parametrize("way", WAYS)
def test_the_author_of_the_last_change_is_refused(way: str) -> None:
    author = factories.user("author", is_superuser=True)
    made = written_by(author)
    with pytest.raises(Refused, match="The last change is your own"):
        WAYS[way](made, author)
    made.refresh_from_db()
    assert (made.workflow, made.public_revision) == ("in_review", None)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("wrote", ["somebody else", "a command"])
def test_anybody_else_may(way: str, wrote: str) -> None:
    author = factories.user("author") if wrote == "somebody else" else None
    made = written_by(author)
    WAYS[way](made, factories.user("second"))
    made.refresh_from_db()
    assert made.workflow == ("ready" if way == "approve" else "draft")


@pytest.mark.parametrize("way", ["publish", "together"])
def test_a_command_may_and_is_no_single_check(way: str) -> None:
    made = written_by(factories.user("author"))
    WAYS[way](made, None)
    assert Edition.objects.get().single_checked is False


def test_without_the_rule_the_author_may_and_the_edition_says_so(settings: Any) -> None:
    settings.FOUR_EYES = False
    author = factories.user("author")
    made = written_by(author)
    publishing.publish(made, by=author)
    assert Edition.objects.get().single_checked is True


def test_of_nothing_new_there_is_nothing_to_check() -> None:
    author = factories.user("author")
    made = factories.published(author=author)
    made.internal_notes = "Ask the desk."
    made.save()
    history.save_revision(made, author)
    assert publishing.publish(made, by=author) is None
    assert publishing.waits(made) is False


def test_context_is_refused_like_an_operation(settings: Any) -> None:
    author, finding = factories.user("author"), factories.finding()
    history.save_revision(finding, author)
    with pytest.raises(Refused, match="The last change is your own"):
        publishing.publish_context(finding, by=author)
    assert publishing.publish_context(finding, by=factories.user("second")) is True
    assert finding.single_checked is False
    settings.FOUR_EYES = False
    finding.text_en = "Another route is reported."
    finding.save()
    history.save_revision(finding, author)
    assert publishing.publish_context(finding, by=author) is True
    assert Finding.objects.get().single_checked is True
    assert publishing.publish_context(finding, by=author) is False
