"""Terms and sources: a save renews what quotes them; what is used stays."""

from __future__ import annotations

import pytest
from django.test import Client

from operations import publishing
from operations.models import Edition, Place, Revision, Series, Source
from tests import factories

from .desk import Page, address, errors


def test_a_renamed_term_reissues_the_documents_that_quote_it(administrator: Client) -> None:
    series = factories.term(Series, "lei", "Thunder")
    factories.published("sweep", series=series)
    page = Page.open(administrator, address("series", "change", series.pk))
    response = page.fill(name_en="Thunderbolt").save()
    assert response.status_code == 302, errors(response)
    edition = Edition.objects.get(number=2)
    assert edition.kind == "reissued"
    assert edition.content["series"]["name"]["en"] == "Thunderbolt"
    assert Revision.objects.get(record="series").code == "lei"


def test_a_changed_source_reissues_the_documents_that_cite_it(administrator: Client) -> None:
    daily = factories.source("daily")
    operation = factories.operation("sweep")
    factories.figure(operation, 100, cited=[daily])
    factories.publish(operation)
    page = Page.open(administrator, address("source", "change", daily.pk))
    page.fill(title="The true title").save()
    [source] = Edition.objects.get(number=2).content["sources"]
    assert source["title"] == "The true title"


def test_a_save_that_readers_do_not_notice_makes_no_edition(administrator: Client) -> None:
    daily = factories.source("daily")
    factories.figure(factories.operation("sweep"), 100, cited=[daily])
    page = Page.open(administrator, address("source", "change", daily.pk))
    page.fill(note="Ask again in May.").save()
    assert not Edition.objects.exists()
    assert Revision.objects.get(record="source").code == "daily"


@pytest.mark.parametrize("how", ["place", "figure", "parent", "edition"])
def test_a_term_in_use_cannot_be_deleted(administrator: Client, how: str) -> None:
    used = factories.place("hk")
    match how:
        case "place":
            factories.operation("sweep").places.add(used)
        case "figure":
            factories.figure(factories.operation("sweep"), counted_in=used)
        case "parent":
            factories.place("hk.kln", parent=used)
        case "edition":
            operation = factories.published("sweep", arrested=None, places=[used])
            operation.places.clear()
    url = address("place", "delete", used.pk)
    assert administrator.post(url, {"post": "yes"}).status_code == 403
    assert Place.objects.filter(code="hk").exists()


def test_a_term_that_nothing_names_is_deleted_by_administrators_only(
    administrator: Client, reviewer: Client
) -> None:
    unused = factories.place("hk.typo")
    url = address("place", "delete", unused.pk)
    assert reviewer.post(url, {"post": "yes"}).status_code == 403
    assert administrator.post(url, {"post": "yes"}).status_code == 302
    assert not Place.objects.filter(code="hk.typo").exists()


def test_a_cited_source_cannot_be_deleted(administrator: Client) -> None:
    daily = factories.source("daily")
    factories.figure(factories.operation("sweep"), cited=[daily])
    url = address("source", "delete", daily.pk)
    assert administrator.post(url, {"post": "yes"}).status_code == 403
    assert Source.objects.filter(code="daily").exists()


def test_a_code_stands_for_good(administrator: Client) -> None:
    place = factories.place("mo")
    page = Page.open(administrator, address("place", "change", place.pk))
    page.fill(code="macau").save()
    place.refresh_from_db()
    assert place.code == "mo"


WHY = "Published documents quote this, and saving it would change them at once."


def test_a_contributor_changes_what_no_reader_sees_quoted(contributor: Client) -> None:
    daily = factories.source("daily")
    factories.figure(factories.operation("draft"), 100, cited=[daily])
    page = Page.open(contributor, address("source", "change", daily.pk))
    page.fill(title="The true title")
    page.row("archives", url="https://example.org/copy", archived_at_0="2026-01-02")
    page.data["archives-0-archived_at_1"] = "03:04:05"
    response = page.save()
    assert response.status_code == 302, errors(response)
    daily.refresh_from_db()
    assert (daily.title, daily.archives.count()) == ("The true title", 1)


@pytest.mark.parametrize("how", ["cited", "named", "broader", "context"])
def test_a_contributor_reads_what_readers_see_quoted_and_is_told_why(
    contributor: Client, how: str
) -> None:
    record: Source | Place = factories.place("hk.kln", name_en="Kowloon")
    match how:
        case "cited":
            record = factories.source("daily", title="As it was")
            operation = factories.operation("sweep")
            factories.figure(operation, 100, cited=[record])
            factories.publish(operation)
        case "named":
            factories.published("sweep", places=[record])
        case "broader":
            factories.published("sweep", places=[factories.place("hk.ytm", parent=record)])
        case "context":
            publishing.publish_context(factories.finding("way", origin=record))
    before = Edition.objects.count()
    url = address(str(record._meta.model_name), "change", record.pk)
    shown = contributor.get(url)
    assert WHY in shown.text
    assert 'name="_save"' not in shown.text
    assert "<textarea" not in shown.text
    typed = {"name_en": "Changed", "title": "Changed", "archives-TOTAL_FORMS": "0"}
    assert contributor.post(url, typed).status_code == 403
    record.refresh_from_db()
    assert "Changed" not in str(record)
    assert Edition.objects.count() == before


def test_a_reviewer_changes_what_readers_see_quoted(reviewer: Client) -> None:
    series = factories.term(Series, "lei", "Thunder")
    factories.published("sweep", series=series)
    page = Page.open(reviewer, address("series", "change", series.pk))
    assert WHY not in reviewer.get(page.url).text
    assert page.fill(name_en="Thunderbolt").save().status_code == 302
    assert Edition.objects.get(number=2).content["series"]["name"]["en"] == "Thunderbolt"


def test_what_only_a_past_edition_quotes_is_a_contributor_s_again(contributor: Client) -> None:
    series = factories.term(Series, "lei", "Thunder")
    operation = factories.published("sweep", series=series)
    operation.series = None
    operation.save()
    factories.publish(operation, "It is of no series.")
    page = Page.open(contributor, address("series", "change", series.pk))
    assert page.fill(name_en="Thunderbolt").save().status_code == 302
    assert Edition.objects.count() == 2
