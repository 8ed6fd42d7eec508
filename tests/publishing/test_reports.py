"""A reader's report that is accepted leads to an edition that says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations import publishing
from operations.models import Edition, Operation
from operations.problems import Refused
from tests.factories import published, report
from tests.pages.reading import read

pytestmark = pytest.mark.django_db


def corrected(**values: Any) -> tuple[Operation, Any]:
    """An operation changed and not yet published, and a report about it."""
    made = published("raid")
    made.summary_en = "Now with a summary."
    made.save()
    return made, report(made, **{"state": "accepted", **values})


def test_the_edition_says_where_it_came_from_and_the_report_names_it(client: Client) -> None:
    made, accepted = corrected()
    edition = publishing.publish(made, by=None, reason=" A summary. ", reports=[accepted])
    assert edition is not None
    assert (edition.kind, edition.reason) == (
        "corrected",
        "Corrected after a reader's report. A summary.",
    )
    accepted.refresh_from_db()
    assert accepted.edition_after == 2
    for address in ("/corrections/", "/operations/raid/", "/operations/raid/editions/"):
        assert "Corrected after a reader's report. A summary." in read(client, address)
    assert list(publishing.verify()) == []


def test_without_a_report_nothing_is_said_of_readers() -> None:
    made, _waiting = corrected()
    edition = publishing.publish(made, by=None, reason="A summary.")
    assert edition is not None
    assert edition.reason == "A summary."


def test_a_report_does_not_spare_the_reason() -> None:
    made, accepted = corrected()
    with pytest.raises(Refused, match="Say why, for readers"):
        publishing.publish(made, by=None, reason="  ", reports=[accepted])


def test_an_edition_that_is_not_made_answers_no_report() -> None:
    made = published("raid")
    accepted = report(made, state="accepted")
    assert publishing.publish(made, by=None, reason="x", reports=[accepted]) is None
    accepted.refresh_from_db()
    assert accepted.edition_after is None


@pytest.mark.parametrize("values", [{"state": "open"}, {"state": "declined"}, {"edition_after": 1}])
def test_only_a_report_that_waits_for_an_edition_gets_one(values: dict[str, Any]) -> None:
    made, other = corrected(**values)
    with pytest.raises(Refused, match="does not wait for an edition"):
        publishing.publish(made, by=None, reason="x", reports=[other])
    assert Edition.objects.count() == 1


def test_a_report_on_another_operation_is_refused() -> None:
    made, _accepted = corrected()
    stray = report(published("other"), state="accepted")
    with pytest.raises(Refused, match="is not about raid"):
        publishing.publish(made, by=None, reason="x", reports=[stray])
    assert Edition.objects.filter(code="raid").count() == 1
