"""Assessments, statements and findings: published beside the record, by the same rules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from operations import publishing
from operations.models import Assessment, Group, Place, Source, Statement
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def document(record: Any) -> dict[str, Any]:
    record.refresh_from_db()
    found: dict[str, Any] = json.loads(record.document)
    return found


def test_a_record_is_public_once_published_and_saving_changes_nothing() -> None:
    record = factories.assessment("report-2024")
    assert not Assessment.objects.public().exists()
    assert publishing.publish_context(record) is True
    record.series = "Waiting for review"
    record.save()
    assert document(record)["series"] == "Yearly report"
    assert list(Assessment.objects.public()) == [record]


def test_nothing_changed_is_no_publication() -> None:
    record = factories.assessment()
    publishing.publish_context(record)
    moment = record.published_at
    assert publishing.publish_context(record) is False
    record.refresh_from_db()
    assert record.published_at == moment


def test_an_assessment_states_its_figures_which_one_leads_and_its_sources() -> None:
    record = factories.assessment("report-2024", covers="2023-04/2024-03")
    factories.figure(record, 12, cited=[factories.source("later")], as_at="2024-03-31")
    factories.figure(record, 9, cited=[factories.source("earlier")], as_at="2024-01-31")
    record.sources.add(factories.source("cover"))
    publishing.publish_context(record)
    shown = document(record)
    assert shown["covers"] == "2023-04/2024-03"
    assert [figure["id"] for figure in shown["figures"]] == ["report-2024.1", "report-2024.2"]
    assert [figure["headline"] for figure in shown["figures"]] == [True, False]
    assert [source["id"] for source in shown["sources"]] == ["cover", "earlier", "later"]


def test_a_finding_names_its_terms() -> None:
    record = factories.finding(
        origin=factories.place("th", "Thailand"),
        destination=factories.place("hk"),
        group=factories.term(Group, "14k"),
    )
    record.via.add(factories.place("mo", "Macau"))
    publishing.publish_context(record)
    shown = document(record)
    assert shown["from"] == {"id": "th", "name": {"en": "Thailand", "zh-Hant": ""}}
    assert shown["via"] == [{"id": "mo", "name": {"en": "Macau", "zh-Hant": ""}}]
    assert (shown["method"], shown["offence"]) == (None, None)


def test_figures_that_break_a_rule_are_not_published() -> None:
    record = factories.statement("reply")
    factories.part(factories.figure(record, 10), 4)
    with pytest.raises(Refused, match="6 missing"):
        publishing.publish_context(record)
    assert not Statement.objects.public().exists()


def test_drafts_do_not_leak_through_context() -> None:
    draft = factories.assessment("draft-report")
    record = factories.statement(answers=draft)
    factories.figure(record, covers=[factories.operation("draft-raid")])
    publishing.publish_context(record)
    assert document(record)["answers"] is None
    assert document(record)["figures"][0]["covers"] == []
    publishing.publish_context(draft)
    publishing.publish_context(record)
    assert document(record)["answers"] == "draft-report"


def test_renamed_terms_and_changed_sources_show_without_what_waits_for_review() -> None:
    source = factories.source("paper")
    record = factories.finding(text_en="Public text.", origin=factories.place("th", "Siam"))
    record.sources.add(source)
    publishing.publish_context(record)
    record.text_en = "Waiting for review."
    record.save()
    Place.objects.filter(code="th").update(name_en="Thailand")
    publishing.reissue(Place.objects.get(code="th"), by=None)
    Source.objects.update(title="A new title")
    publishing.reissue(Source.objects.get(), by=None)
    shown = document(record)
    assert shown["from"]["name"]["en"] == "Thailand"
    assert shown["sources"][0]["title"] == "A new title"
    assert shown["text"]["en"] == "Public text."


def test_a_withdrawn_operation_is_no_longer_pointed_to() -> None:
    raid = factories.published("raid")
    record = factories.statement()
    factories.figure(record, covers=[raid])
    publishing.publish_context(record)
    assert document(record)["figures"][0]["covers"] == ["raid"]
    publishing.withdraw(raid, by=None, withdrawal_class="legal", reason="A court order")
    assert document(record)["figures"][0]["covers"] == []
