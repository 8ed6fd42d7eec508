"""Steps before publication."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from operations import publishing
from operations.models import Edition, Operation
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db

STEPS: dict[str, Callable[[Operation], None]] = {
    "in_review": publishing.submit,
    "returned": lambda made: publishing.return_to_author(made, "Cite the release."),
    "ready": publishing.mark_ready,
}
ALLOWED = {
    ("draft", "in_review"),
    ("returned", "in_review"),
    ("in_review", "returned"),
    ("ready", "returned"),
    ("in_review", "ready"),
}


@pytest.mark.parametrize("then", STEPS)
@pytest.mark.parametrize("now", ["draft", "in_review", "returned", "ready"])
def test_each_step_starts_from_its_own_states(now: str, then: str) -> None:
    made = factories.operation(workflow=now)
    if (now, then) in ALLOWED:
        STEPS[then](made)
        assert made.workflow == then
    else:
        with pytest.raises(Refused, match="cannot become"):
            STEPS[then](made)
    assert Operation.objects.get().workflow == made.workflow


def test_a_comment_goes_with_a_return_and_ends_with_the_next_step() -> None:
    made = factories.operation(workflow="in_review")
    publishing.return_to_author(made, " Cite the release. ")
    assert made.review_comment == "Cite the release."
    publishing.submit(made)
    assert made.review_comment == ""


@pytest.mark.parametrize("comment", ["", " \n", "Ask the 39-year-old man surnamed Chan"])
def test_a_return_says_what_to_change_and_names_nobody(comment: str) -> None:
    made = factories.operation(workflow="in_review")
    with pytest.raises(Refused):
        publishing.return_to_author(made, comment)
    assert Operation.objects.get().workflow == "in_review"


def test_what_breaks_a_rule_does_not_reach_a_reviewer() -> None:
    made = factories.operation("sweep")
    factories.part(factories.figure(made, 10), 4)
    with pytest.raises(Refused, match="6 missing"):
        publishing.submit(made)
    assert made.workflow == "draft"


def test_the_state_of_the_database_counts_and_not_of_a_copy_in_hand() -> None:
    made = factories.operation()
    stale = Operation.objects.get(pk=made.pk)
    publishing.submit(made)
    with pytest.raises(Refused, match="cannot become"):
        publishing.submit(stale)


def test_no_step_is_seen_by_readers() -> None:
    made = factories.published()
    before = Edition.objects.values().get()
    publishing.submit(made)
    publishing.return_to_author(made, "Cite the release.")
    publishing.submit(made)
    publishing.mark_ready(made)
    assert Edition.objects.values().get() == before
