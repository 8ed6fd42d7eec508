"""The history of a record: who changed what, when, from what to what."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import history, publishing
from operations.models import Agency, Archive, Group, OperationAgency, OperationLink, Revision
from tests import factories
from tests.admin.conftest import at_desk, with_rights
from tests.admin.desk import Page, seen

from .read import at, change, changes_of, get, timeline, told


def test_a_save_is_told_field_by_field_with_who_and_why(
    contributor: Client, administrator: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.", status="ongoing")
    history.save_revision(operation, None)
    page = Page.open(contributor, at(operation, "change"))
    page.fill(summary_en="Now.", status="concluded", internal_notes="Ask.", revision_note="why")
    page.save()
    response = get(administrator, operation)
    assert timeline(response) == ["revision 2", "revision 1"]
    assert changes_of(response, 2) == {
        "Summary (English)": ("At first.", "Now."),
        "Status": ("Ongoing", "Concluded"),
        "Internal notes": ("", "Ask."),
    }
    html = response.content.decode()
    assert "contributor" in html
    assert "why" in html
    assert "an import or a command" in html


def test_rows_are_told_with_their_names(administrator: Client) -> None:
    operation = factories.operation("sweep")
    figure = factories.figure(operation, 100, cited=[factories.source("daily")])
    history.save_revision(operation, None)
    police = factories.term(Agency, "hkpf", "Hong Kong Police Force")
    OperationAgency.objects.create(operation=operation, agency=police, role="lead")
    OperationLink.objects.create(operation=operation, kind="other", url="https://example.org/")
    operation.places.add(factories.place("mo", "Macau"))
    figure.value = Decimal(120)
    figure.save()
    figure.citations.create(source=factories.source("release"), locator="para 2")
    factories.figure(operation, 7, measure="premises_raided", scope="not_applicable", cited=[])
    history.save_revision(operation, None)
    found = changes_of(get(administrator, operation), 2)
    assert found["Places"] == ("", "Macau")
    assert found["Agencies"] == ("", "Hong Kong Police Force (Lead)")
    where = "Figures › figure 1, arrested, all offences, Hong Kong only"
    assert found[f"{where} › number"] == ("100", "120")
    assert found[f"{where} › who says so"] == (
        "The Daily: Report daily",
        "The Daily: Report daily; The Daily: Report release, para 2",
    )
    assert any(after.startswith("7 ") for _before, after in found.values())
    assert not any("{" in text for sides in found.values() for text in sides)


def test_steps_and_editions_stand_in_between(contributor: Client, reviewer: Client) -> None:
    start = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        operation = factories.operation("sweep")
        factories.figure(operation, 100)
        history.save_revision(operation, None)
        clock.shift(timedelta(minutes=1))
        contributor.post(at(operation, "submit"))
        clock.shift(timedelta(minutes=1))
        reviewer.post(at(operation, "publish"), {"reason": "", **seen(operation)})
        clock.shift(timedelta(minutes=1))
        change(operation, summary_en="Later.")
        clock.shift(timedelta(minutes=1))
        publishing.withdraw(operation, by=None, withdrawal_class="legal", reason="By order.")
        response = get(reviewer, operation)
    assert timeline(response) == [
        "edition 2",
        "revision 2",
        "edition 1",
        "Submitted for review.",
        "revision 1",
    ]
    html = response.content.decode()
    assert "Edition 2: Withdrawn" in html
    assert "for a legal reason" in html
    assert "By order." in html


def test_a_save_stands_before_the_edition_of_the_same_second(reviewer: Client) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 900_000, tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        operation = factories.published("sweep")
    assert timeline(get(reviewer, operation)) == ["edition 1", "revision 1"]


CONTEXT: dict[str, tuple[Callable[[], Any], dict[str, Any], str]] = {
    "source": (lambda: factories.source("s"), {"title": "Renamed"}, "Title"),
    "group": (lambda: factories.term(Group, "g"), {"note_en": "Since."}, "Note (English)"),
    "assessment": (lambda: factories.assessment("a"), {"series": "Other"}, "Series"),
    "statement": (lambda: factories.statement("s"), {"date": "2024"}, "Date (EDTF)"),
    "finding": (lambda: factories.finding("f"), {"text_en": "Other."}, "Text (English)"),
}


@pytest.mark.parametrize("kind", CONTEXT)
def test_every_kind_of_record_has_its_history(kind: str, administrator: Client) -> None:
    make, values, heading = CONTEXT[kind]
    record: Any = make()
    history.save_revision(record, None)
    change(record, **values)
    response = get(administrator, record)
    assert heading in changes_of(response, 2)
    assert len(changes_of(response, 2)) == 1


def test_relations_and_archived_copies_are_told_by_name(administrator: Client) -> None:
    finding = factories.finding("way", origin=factories.place("th", "Thailand"))
    history.save_revision(finding, None)
    finding.via.set([factories.place("mo", "Macau")])
    change(finding, origin=factories.place("vn", "Vietnam"))
    assert changes_of(get(administrator, finding), 2) == {
        "From": ("Thailand", "Vietnam"),
        "Via": ("", "Macau"),
    }
    source = factories.source("daily")
    history.save_revision(source, None)
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    Archive.objects.create(source=source, url="https://archive.example/1", archived_at=moment)
    history.save_revision(source, None)
    assert changes_of(get(administrator, source), 2) == {
        "Archived copies": ("", "https://archive.example/1 (2026-01-02)")
    }


def test_a_term_that_is_gone_is_named_as_it_was_last(administrator: Client) -> None:
    group = factories.term(Group, "14k", "14K")
    history.save_revision(group, None)
    operation = factories.operation("sweep", groups=[group], places=[factories.place("mo")])
    history.save_revision(operation, None)
    operation.group_links.all().delete()
    operation.places.clear()
    history.save_revision(operation, None)
    group.delete()
    factories.place("mo").delete()
    found = changes_of(get(administrator, operation), 2)
    assert found["Places"] == ("mo (no longer there)", "")
    assert "14K [14k] (no longer there)" in str(found)


def test_one_revision_is_shown_whole(administrator: Client) -> None:
    operation = factories.operation("sweep", summary_zh_hant="摘要", internal_notes="Ask.")
    factories.figure(
        operation, 0, note_en="Said so.", note_zh_hant="據報", cited=[factories.source("daily")]
    )
    history.save_revision(operation, factories.user("amy"), "first")
    response = get(administrator, operation, "revision", 1)
    own, figure = response.context["parts"]
    words = {" › ".join(map(str, line.headings)): line.after for line in own.lines}
    assert words["Summary (Traditional Chinese)"] == "摘要"
    assert words["Internal notes"] == "Ask."
    assert figure.heading.startswith("Figure 1: 0 arrested — all offences, Hong Kong only")
    lines = {" › ".join(map(str, line.headings)): line.after for line in figure.lines}
    assert lines["number"] == "0"
    assert lines["note › in English"] == "Said so."
    assert lines["who says so"] == "The Daily: Report daily"
    html = response.content.decode()
    assert '<td lang="zh-Hant-HK"><pre>摘要</pre></td>' in html
    assert '<td lang="zh-Hant-HK"><pre>據報</pre></td>' in html
    assert "amy" in html


def test_any_two_are_compared(administrator: Client) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    for text in ("two", "three"):
        change(operation, summary_en=text)
    response = get(administrator, operation, "compare", before=1, after=3)
    assert told(response.context["told"]) == {"Summary (English)": ("one", "three")}
    back = get(administrator, operation, "compare", before=3, after=1)
    assert told(back.context["told"]) == {"Summary (English)": ("three", "one")}
    same = get(administrator, operation, "compare", before=2, after=2)
    assert "The two say the same." in same.content.decode()


@pytest.mark.parametrize(
    "query", [{}, {"before": "1", "after": "9"}, {"before": "x", "after": "1"}]
)
def test_a_comparison_with_what_is_not_there_says_so(
    query: dict[str, str], administrator: Client
) -> None:
    operation = factories.operation("sweep")
    history.save_revision(operation, None)
    response = get(administrator, operation, "compare", **query)
    assert response.context["told"] is None
    assert response.context["compare"].errors


def test_what_is_not_there_is_not_found(administrator: Client) -> None:
    operation = factories.operation("sweep")
    assert administrator.get(at(operation, "revision", 1)).status_code == 404
    gone = at(operation).replace(f"/{operation.pk}/", "/99999/")
    assert administrator.get(gone).status_code == 404
    assert administrator.get(gone.replace("99999", "x")).status_code == 404


def test_a_record_without_history_says_so(administrator: Client) -> None:
    response = get(administrator, factories.operation("sweep"))
    assert timeline(response) == []
    assert "Nothing was saved in this history yet." in response.content.decode()


def test_those_who_may_not_see_the_record_see_no_history(db: None) -> None:
    reader = at_desk(with_rights("reader", "view_operation"))
    finding = factories.finding("way")
    history.save_revision(finding, None)
    for url in (at(finding), at(finding, "revision", 1), at(finding, "compare")):
        assert reader.get(url).status_code == 403
    assert Client().get(at(finding)).status_code == 302


def test_a_long_history_comes_in_pages_at_a_constant_number_of_queries(
    administrator: Client,
) -> None:
    operation, editor = factories.operation("sweep"), User.objects.get()
    factories.figure(operation, 100)
    places = [factories.place(f"p{n}") for n in range(60)]

    def save(number: int) -> None:
        operation.places.set([places[number]])
        factories.figure(operation, number, period=str(1900 + number))
        change(operation, by=editor, summary_en=str(number))

    for number in range(3):
        save(number)
    factories.publish(operation)
    get(administrator, operation)
    with CaptureQueriesContext(connection) as few:
        assert len(timeline(get(administrator, operation))) == 4
    for number in range(3, 31):
        save(number)
    factories.publish(operation)
    with CaptureQueriesContext(connection) as many:
        response = get(administrator, operation)
    assert len(many) == len(few)
    assert len(timeline(response)) == 25
    assert timeline(get(administrator, operation, p=2))[-1] == "revision 1"
    assert re.search(r'href="\?p=2"', response.content.decode())


def test_words_of_a_form_are_used_for_codes(administrator: Client) -> None:
    source = factories.source("daily", kind="news_report")
    history.save_revision(source, None)
    change(source, kind="gov_press_release", language="zh-Hant")
    found = changes_of(get(administrator, source), 2)
    assert set(found) == {"Kind", "Language"}
    assert "gov_press_release" not in str(found)
    assert Revision.objects.count() == 2
