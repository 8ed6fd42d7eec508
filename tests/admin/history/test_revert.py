"""Going back to an earlier revision: the working copy, never what is public."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from operations import history
from operations.document import skeleton
from operations.models import (
    Agency,
    Edition,
    Group,
    Operation,
    OperationAgency,
    OperationLink,
    OperationRoute,
    PrivacyOverride,
    Revision,
    Source,
)
from tests import factories

from .read import at, change, get, revert, told


def full(code: str = "sweep") -> Operation:
    """An operation with something in every list."""
    hk, thailand = factories.place("hk"), factories.place("th", "Thailand")
    operation = factories.operation(
        code,
        name_zh_hant="雷霆行動",
        summary_en="At first.",
        internal_notes="Ask.",
        flags=["single_source"],
        edtf="2023-06-12/2023-09-21",
        aliases=["雷霆"],
        places=[hk],
        sources=[factories.source("further")],
        groups=[factories.term(Group, "14k", "14K")],
    )
    police = factories.term(Agency, "hkpf", "Police")
    OperationAgency.objects.create(operation=operation, agency=police, role="lead")
    OperationRoute.objects.create(operation=operation, origin=thailand, destination=hk)
    OperationLink.objects.create(operation=operation, kind="other", url="https://example.org/")
    whole = factories.figure(operation, 10, cited=[factories.source("daily")])
    factories.part(whole, 4, sex="male", cited=[])
    factories.part(whole, 6, sex="female", cited=[])
    return operation


def emptied(operation: Operation) -> None:
    operation.figures.filter(part_of__isnull=False).delete()
    operation.figures.all().delete()
    for rows in (operation.agency_roles, operation.group_links, operation.routes, operation.links):
        rows.all().delete()
    operation.places.clear()
    operation.sources.clear()
    change(operation, summary_en="", internal_notes="", flags=[], edtf="", aliases=[])


def said(client: Client, record: Any) -> str:
    response: Any = client.get(at(record, "change"))
    return "\n".join(str(message) for message in response.context["messages"])


def reasons(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_everything_comes_back_as_it_was(contributor: Client) -> None:
    operation = full()
    first = history.save_revision(operation, None)
    assert first is not None
    emptied(operation)
    response = revert(contributor, operation, 1, note="emptied by mistake")
    assert response.status_code == 302
    last = Revision.objects.get(number=3, record="operation")
    assert last.document == first.document
    assert last.note == "Back to revision 1. emptied by mistake"
    assert last.made_by is not None
    assert last.made_by.username == "contributor"
    assert "as in revision 1 again, saved as revision 3" in said(contributor, operation)
    assert skeleton(Operation.objects.whole().get())["figures"][1]["part_of"] == "sweep.1"


def test_the_page_shows_what_would_change_and_writes_nothing(contributor: Client) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    figure = factories.figure(operation, 10)
    history.save_revision(operation, None)
    figure.value = Decimal(12)
    figure.save()
    change(operation, summary_en="Now.", name_zh_hant="行動")
    response = get(contributor, operation, "revert", 1)
    assert told(response.context["told"]) == {
        "Name (Traditional Chinese)": ("行動", ""),
        "Summary (English)": ("Now.", "At first."),
        "Figures › figure 1, arrested, all offences, Hong Kong only › number": ("12", "10"),
    }
    assert Revision.objects.count() == 2


def test_what_is_public_stays(contributor: Client) -> None:
    operation = factories.published("sweep", summary_en="Published.")
    change(operation, summary_en="Working on it.")
    factories.publish(operation)
    before = list(Edition.objects.order_by("pk").values_list("number", "sha256"))
    revert(contributor, operation, 1)
    operation.refresh_from_db()
    assert operation.summary_en == "Published."
    assert list(Edition.objects.order_by("pk").values_list("number", "sha256")) == before
    current = operation.current_edition
    assert current is not None
    assert current.content["summary"]["en"] == "Working on it."


def test_a_figure_keeps_its_number_and_a_newer_one_is_not_given_again(contributor: Client) -> None:
    operation = factories.operation("sweep")
    factories.figure(operation, 10)
    history.save_revision(operation, None)
    operation.figures.all().delete()
    factories.figure(operation, 20)
    history.save_revision(operation, None)
    revert(contributor, operation, 1)
    assert dict(operation.figures.values_list("number", "value")) == {1: 10}
    assert factories.figure(Operation.objects.get(), 30).number == 3


def test_going_back_twice_changes_nothing_more(contributor: Client) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    revert(contributor, operation, 1)
    assert revert(contributor, operation, 1).status_code == 302
    assert "says already what revision 1 said" in said(contributor, operation)
    assert Revision.objects.count() == 3


def test_records_that_are_gone_are_named_and_nothing_is_written(contributor: Client) -> None:
    operation = full()
    history.save_revision(factories.term(Group, "14k"), None)
    history.save_revision(operation, None)
    emptied(operation)
    Group.objects.all().delete()
    Source.objects.filter(code="daily").delete()
    expected = [
        "Group “14K [14k]” is no longer there.",
        "Source “daily” is no longer there.",
    ]
    assert get(contributor, operation, "revert", 1).context["missing"] == expected
    response = revert(contributor, operation, 1)
    assert response.status_code == 200
    assert reasons(response) == expected
    operation.refresh_from_db()
    assert (operation.summary_en, operation.figures.count()) == ("", 0)
    assert Revision.objects.filter(record="operation").count() == 2


def test_a_retired_term_is_named_with_its_successor(contributor: Client) -> None:
    old = factories.term(Group, "old", "Old name")
    operation = factories.operation("sweep", groups=[old])
    history.save_revision(operation, None)
    operation.group_links.all().delete()
    history.save_revision(operation, None)
    old.successor = factories.term(Group, "new", "New name")
    old.save()
    assert reasons(revert(contributor, operation, 1)) == [
        "Group “Old name” is retired; its successor is “New name”."
    ]


def test_a_save_in_between_is_noticed(contributor: Client) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    change(operation, summary_en="three")
    response = revert(contributor, operation, 1, last=2, note="my note")
    assert reasons(response) == [
        "Somebody saved this record meanwhile: look again at what would change."
    ]
    assert "my note" in response.content.decode()
    operation.refresh_from_db()
    assert operation.summary_en == "three"
    again = contributor.post(
        at(operation, "revert", 1), {"last": response.context["form"]["last"].value(), "note": ""}
    )
    assert again.status_code == 302


@pytest.mark.parametrize("last", ["", "x"])
def test_a_form_that_says_nothing_of_the_last_revision_is_refused(
    last: str, contributor: Client
) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    assert revert(contributor, operation, 1, last=last).status_code == 200
    operation.refresh_from_db()
    assert operation.summary_en == "two"


def test_what_breaks_a_rule_now_is_refused_in_words(contributor: Client) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    revision = Revision.objects.get()
    revision.document["fields"]["summary_en"] = "They held the 39-year-old man."
    revision.document["document"]["summary"]["en"] = "They held the 39-year-old man."
    revision.save()
    change(operation, summary_en="two")
    [reason] = reasons(revert(contributor, operation, 1))
    assert "39-year-old man" in reason
    operation.refresh_from_db()
    assert operation.summary_en == "two"


def test_what_an_administrator_let_stand_may_stand_again(contributor: Client) -> None:
    text = "They held the 39-year-old man."
    operation = factories.operation("sweep", summary_en=text)
    operation.privacy_override = "A public official"
    history.record_override(operation, None)
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    assert PrivacyOverride.objects.count() == 1
    assert revert(contributor, operation, 1).status_code == 302
    operation.refresh_from_db()
    assert operation.summary_en == text


def test_those_who_may_only_look_cannot_go_back(administrator: Client) -> None:
    from tests.admin.conftest import at_desk, with_rights

    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    reader = at_desk(with_rights("reader", "view_operation"))
    assert reader.get(at(operation, "revision", 1)).status_code == 200
    assert (
        "Go back to this revision" not in reader.get(at(operation, "revision", 1)).content.decode()
    )
    assert reader.get(at(operation, "revert", 1)).status_code == 403
    assert revert(reader, operation, 1).status_code == 403
    assert administrator.get(at(operation, "revert", 9)).status_code == 404


def test_the_form_opened_before_a_revert_is_stale(contributor: Client, reviewer: Client) -> None:
    from tests.admin.conflict.two import opened, refused

    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    page = opened(reviewer, operation)
    revert(contributor, operation, 1)
    refused(page.fill(summary_en="three"))
