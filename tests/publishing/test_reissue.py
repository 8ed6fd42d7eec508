"""Renewing published documents: from what was published, never from what waits for review."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from operations import publishing
from operations.models import (
    Agency,
    Archive,
    Edition,
    Group,
    Method,
    Offence,
    Operation,
    OperationRoute,
    Place,
    Series,
    Source,
    Term,
)
from tests import factories

pytestmark = pytest.mark.django_db

# ``publishing.reissue`` is the function; the module is reached by its name.
module = importlib.import_module("operations.publishing.reissue")


def rename(term: Term, name_en: str = "Renamed") -> int:
    term.name_en = name_en
    term.save()
    return publishing.reissue(term, by=None)


def last(made: Operation) -> Edition:
    return made.editions.latest("number")


def test_a_renamed_term_renews_the_documents_that_name_it() -> None:
    group = factories.term(Group, "14k", "14K")
    made, other = factories.published(groups=[group]), factories.published()
    assert rename(group, "14K Triad") == 1
    assert last(made).content["groups"][0]["name"]["en"] == "14K Triad"
    assert last(made).content["vocabulary"]["group"]["14k"]["name"]["en"] == "14K Triad"
    assert (last(made).kind, last(made).reason) == ("reissued", "Renewed: 14k")
    assert " 14 k triad " in last(made).searched.words
    assert last(other).number == 1
    assert list(publishing.verify()) == []


def series_of(made: Operation, term: Any) -> None:
    made.series = term
    made.save()


PLACES_OF_A_TERM: dict[str, tuple[type[Term], Callable[[Operation, Any], Any]]] = {
    "series": (Series, series_of),
    "group": (Group, lambda made, term: made.groups.add(term)),
    "agency": (
        Agency,
        lambda made, term: made.agencies.add(term, through_defaults={"role": "lead"}),
    ),
    "offence": (Offence, lambda made, term: made.offences.add(term)),
    "method": (Method, lambda made, term: made.methods.add(term)),
    "place": (Place, lambda made, term: made.places.add(term)),
    "start of a route": (Place, lambda made, term: route(made, term, factories.place("hk"))),
    "end of a route": (Place, lambda made, term: route(made, factories.place("hk"), term)),
    "where a figure is counted": (
        Place,
        lambda made, term: factories.figure(made, counted_in=term),
    ),
    "offence of a figure": (Offence, lambda made, term: factories.figure(made, offence=term)),
}


def route(made: Operation, origin: Place, destination: Place) -> None:
    OperationRoute.objects.create(operation=made, origin=origin, destination=destination)


@pytest.mark.parametrize("where", PLACES_OF_A_TERM)
def test_a_term_is_found_wherever_a_document_quotes_it(where: str) -> None:
    model, put = PLACES_OF_A_TERM[where]
    extra = {"kind": "control"} if model is Method else {}
    term = factories.term(model, "xx", "Old name", **extra)
    made = factories.operation("sweep")
    put(made, term)
    factories.publish(made)
    assert rename(term, "New name") == 1
    assert last(made).number == 2
    assert "New name" in last(made).document
    assert "Old name" not in last(made).document
    assert list(publishing.verify()) == []


def test_a_code_inside_other_words_is_no_quotation() -> None:
    made = factories.published(name_en='"14k":', summary_en="14k", aliases=["14k"])
    assert rename(factories.term(Group, "14k")) == 0
    assert last(made).number == 1


def test_a_moved_term_moves_its_ancestors_in_documents_and_index() -> None:
    area = factories.place("hk.kln")
    district = factories.place("hk.mong_kok", parent=area)
    own = factories.published("own", places=[district])
    counted = factories.operation("counted")
    factories.figure(counted, counted_in=district)
    factories.publish(counted)
    area.parent = factories.place("hk")
    area.save()
    assert publishing.reissue(area, by=None) == 2
    for made in (own, counted):
        entry = last(made).content["vocabulary"]["place"]["hk.mong_kok"]
        assert entry["broader"] == ["hk.kln", "hk"]
    assert last(own).terms.filter(vocabulary="place", term="hk").exists()
    assert list(publishing.verify()) == []


def test_a_change_that_no_document_shows_makes_no_edition() -> None:
    group = factories.term(Group, "14k")
    made = factories.published(groups=[group])
    group.note_en = "An editor's note"
    group.save()
    assert publishing.reissue(group, by=None) == 1
    assert last(made).number == 1


def test_a_changed_source_is_quoted_anew_and_its_tier_decides_again() -> None:
    encyclopedia = factories.source("wiki", kind="encyclopedia")
    paper = factories.source("paper")
    made = factories.operation()
    factories.figure(made, 100, cited=[encyclopedia])
    factories.figure(made, 90, cited=[paper])
    factories.publish(made)
    assert [figure["headline"] for figure in last(made).content["figures"]] == [False, True]
    paper.kind, paper.title = "aggregator", "A copy"
    paper.save()
    assert publishing.reissue(paper, by=None) == 1
    document = last(made).content
    assert [figure["headline"] for figure in document["figures"]] == [True, False]
    assert [source["title"] for source in document["sources"]] == ["A copy", "Report wiki"]
    assert last(made).disputed is True
    assert list(publishing.verify()) == []


def test_an_archived_copy_shows_and_health_does_not() -> None:
    source = factories.source("paper")
    made = factories.published(sources=[source])
    source.health = "gone"
    source.save()
    publishing.reissue(source, by=None)
    assert last(made).number == 1
    Archive.objects.create(source=source, sha256="a" * 64, archived_at=timezone.now())
    publishing.reissue(source, by=None)
    assert last(made).number == 2


def test_what_waits_for_review_does_not_leak() -> None:
    group, secret = factories.term(Group, "14k"), factories.term(Group, "secret")
    made = factories.published("sweep", groups=[group], name_en="Sweep")
    made.name_en = "Not yet approved"
    made.save()
    made.groups.add(secret)
    figure = factories.figure(made, 999, sex="male", note_en="Not yet approved")
    figure.covers.add(factories.published("raid"))
    before = last(made).content
    rename(group, "14K Triad")
    after = last(made).content
    assert after["name"]["en"] == "Sweep"
    assert "Not yet approved" not in last(made).document
    assert "secret" not in last(made).document
    assert after["figures"] == before["figures"]
    assert after["groups"] == [{**before["groups"][0], "name": {"en": "14K Triad", "zh-Hant": ""}}]


def test_after_a_reissue_there_is_nothing_new_to_publish() -> None:
    group = factories.term(Group, "14k")
    made = factories.published(groups=[group])
    rename(group)
    assert publishing.publish(made, by=None, reason="Again") is None


def test_what_is_not_public_is_not_renewed() -> None:
    group = factories.term(Group, "14k")
    draft, gone = factories.operation(groups=[group]), factories.published(groups=[group])
    publishing.withdraw(gone, by=None, withdrawal_class="legal", reason="A court order")
    assert rename(group) == 0
    assert not draft.editions.exists()
    assert last(gone).kind == "withdrawn"


def test_a_reissue_keeps_whether_an_edition_was_single_checked(settings: Any) -> None:
    settings.FOUR_EYES = False
    group, alone = factories.term(Group, "14k"), factories.user()
    made = factories.published(author=alone, by=alone, groups=[group])
    rename(group)
    assert last(made).single_checked is True


class Queue:
    """Stands in for the task: keeps what was enqueued."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def enqueue(self, keys: list[int], reason: str) -> None:
        self.batches.append(keys)


def test_many_documents_are_renewed_in_the_background_in_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = factories.term(Group, "14k")
    made = [factories.published(groups=[group]) for _ in range(5)]
    queue = Queue()
    monkeypatch.setattr(module, "REISSUE_AT_ONCE", 2)
    monkeypatch.setattr(module, "reissue_batch", queue)
    assert rename(group) == 5
    assert list(map(len, queue.batches)) == [2, 2, 1]
    renewed = [key for batch in queue.batches for key in batch]
    assert sorted(renewed) == sorted(each.pk for each in made)
    assert {last(each).number for each in made} == {1}


def test_the_background_task_does_what_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    group = factories.term(Group, "14k")
    made = [factories.published(groups=[group]) for _ in range(3)]
    monkeypatch.setattr(module, "REISSUE_AT_ONCE", 2)
    assert rename(group, "14K Triad") == 3
    for each in made:
        assert last(each).content["groups"][0]["name"]["en"] == "14K Triad"
    assert list(publishing.verify()) == []


def test_a_term_and_a_source_deleted_from_the_lists_stay_in_published_documents() -> None:
    old, kept = factories.term(Group, "old", "Old Society"), factories.term(Group, "14k")
    made = factories.published(groups=[old, kept], sources=[factories.source("gone")])
    made.group_links.filter(group=old).delete()
    made.sources.clear()
    old.delete()
    Source.objects.filter(code="gone").delete()
    rename(kept)
    document = last(made).content
    assert [group["name"]["en"] for group in document["groups"]] == ["Old Society", "Renamed"]
    assert "gone" in [source["id"] for source in document["sources"]]


def test_the_same_document_is_the_same_text() -> None:
    made = factories.published()
    document = json.loads(last(made).document)
    assert document == last(made).content
