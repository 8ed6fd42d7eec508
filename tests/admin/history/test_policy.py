"""The pages of a history and of a conflict under the strict policy."""

from __future__ import annotations

from django.test import Client

from operations import history
from tests import factories
from tests.admin.conflict.two import both, refused, saved
from tests.admin.test_policy import INLINE, SCRIPT, check

from .read import at, change


def test_the_pages_of_a_history(administrator: Client) -> None:
    operation = factories.published("sweep")
    change(operation, summary_en="two")
    for page in (
        at(operation),
        at(operation, "compare") + "?before=1&after=2",
        at(operation, "revision", 1),
        at(operation, "revert", 1),
        at(operation, "clean"),
    ):
        check(administrator, page)


def test_a_conflict(administrator: Client) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    first, second = both(administrator, administrator, operation)
    saved(first.fill(summary_en="two"))
    html = refused(second.fill(summary_en="three")).content.decode()
    assert SCRIPT.findall(html) == []
    assert INLINE.findall(html) == []
