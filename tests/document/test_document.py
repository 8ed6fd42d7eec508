"""The published document has the keys that the outside depends on, whatever is empty."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest

from operations import publishing
from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationLink,
    OperationRoute,
    Series,
)
from tests import factories

pytestmark = pytest.mark.django_db

# DESIGN section 5, and the names of every term that the document mentions.
TOP = {
    "id",
    "edition",
    "published_at",
    "name",
    "aliases",
    "summary",
    "kind",
    "status",
    "flags",
    "dates",
    "series",
    "part_of",
    "may_overlap",
    "agencies",
    "groups",
    "places",
    "offences",
    "methods",
    "routes",
    "figures",
    "disputed",
    "sources",
    "links",
    "vocabulary",
}
PAIR = {"en", "zh-Hant"}
NESTED = {
    "name": PAIR,
    "summary": PAIR,
    "dates": {"edtf", "earliest", "latest", "derived", "note"},
    "dates.note": PAIR,
    "series": {"id", "name"},
    "series.name": PAIR,
    "agencies": {"id", "name", "role"},
    "groups": {"id", "name", "attribution"},
    "places": {"id", "name"},
    "offences": {"id", "name", "relevance"},
    "methods": {"id", "name"},
    "routes": {"from", "to"},
    "routes.from": {"id", "name"},
    "figures": {
        "id",
        "measure",
        "unit",
        "value_type",
        "value",
        "low",
        "high",
        "currency",
        "qualifier",
        "scope",
        "counted_in",
        "period",
        "as_at",
        "reporting_status",
        "who",
        "offence",
        "part_of",
        "breakdown",
        "breakdown_set",
        "covers",
        "derived",
        "came_from",
        "confidence",
        "rank",
        "rank_reason",
        "rank_note",
        "headline",
        "note",
        "citations",
    },
    "figures.who": {
        "role",
        "sex",
        "age_group",
        "residency",
        "nationality",
        "age_from",
        "age_to",
        "source_term",
    },
    "figures.note": PAIR,
    "figures.rank_note": PAIR,
    "figures.citations": {"source", "locator"},
    "disputed": {"measure", "scope", "counted_in", "who", "figures", "note"},
    "disputed.note": PAIR,
    "sources": {
        "id",
        "title",
        "publisher",
        "original_publisher",
        "url",
        "published",
        "language",
        "kind",
        "tier",
        "accessed_on",
        "archives",
    },
    "links": {"kind", "url"},
    "vocabulary": {"agency", "group", "offence", "place", "series", "method"},
    "vocabulary.place.hk": {"name", "aliases", "broader"},
}


def full() -> Operation:
    """An operation that leaves nothing empty."""
    hk, th = factories.place("hk", name_zh_hant="香港"), factories.place("th")
    made = factories.operation(
        "sweep-2020",
        edtf="2020-01-01/2020-02-01",
        flags=["single_source"],
        series=factories.term(Series, "sweep"),
        parent=factories.published("campaign-2020"),
        groups=[factories.term(Group, "14k")],
        agencies=[factories.term(Agency, "hkpf")],
        places=[factories.place("hk.kln", parent=hk)],
        offences=[factories.term(Offence, "hk.200.129", relevance="trafficking_offence")],
        methods=[factories.term(Method, "debt", kind="control")],
    )
    made.may_overlap.add(factories.published("raid-2020"))
    OperationRoute.objects.create(operation=made, origin=th, destination=hk)
    OperationLink.objects.create(operation=made, kind="wikidata", url="https://example.org/Q1")
    factories.figure(made, 100)
    factories.figure(made, 80)
    factories.figure(made, 190, covers=[Operation.objects.get(code="raid-2020")])
    factories.publish(made)
    return made


def content(made: Operation) -> dict[str, Any]:
    return made.editions.latest("number").content


def objects_at(document: Any, path: str) -> list[Any]:
    found = [document]
    for key in path.split("."):
        if key == "hk":
            found = [entry["hk"] for entry in found]
            continue
        inner = [entry[key] for entry in found]
        found = [item for one in inner for item in (one if isinstance(one, list) else [one])]
    return found


def test_the_top_level_is_the_documented_one() -> None:
    assert content(full()).keys() == TOP


def test_every_object_has_the_documented_keys() -> None:
    document = content(full())
    for path, keys in NESTED.items():
        found = objects_at(document, path)
        assert found, path
        assert all(entry.keys() == keys for entry in found), path


def test_an_empty_operation_misses_no_key() -> None:
    made = factories.published("bare", arrested=None)
    document = content(made)
    assert document.keys() == TOP
    empty = {key: document[key] for key in TOP - {"id", "edition", "published_at", "vocabulary"}}
    assert empty == {
        "name": {"en": "Operation bare", "zh-Hant": ""},
        "aliases": [],
        "summary": {"en": "", "zh-Hant": ""},
        "kind": "anti_vice",
        "status": "not_stated",
        "flags": [],
        "dates": {
            "edtf": "",
            "earliest": None,
            "latest": None,
            "derived": False,
            "note": {"en": "", "zh-Hant": ""},
        },
        "series": None,
        "part_of": None,
        "may_overlap": [],
        "agencies": [],
        "groups": [],
        "places": [],
        "offences": [],
        "methods": [],
        "routes": [],
        "figures": [],
        "disputed": [],
        "sources": [],
        "links": [],
    }


def test_what_is_not_said_of_a_figure_is_null() -> None:
    made = factories.published(arrested=None)
    factories.figure(made, None, value_type="not_stated", cited=[])
    document = publishing.preview(made)
    [figure] = document["figures"]
    nothing = {key for key, value in figure.items() if value is None}
    assert nothing == {
        "value",
        "low",
        "high",
        "currency",
        "period",
        "as_at",
        "offence",
        "part_of",
        "came_from",
        "breakdown",
        "breakdown_set",
        "rank_reason",
    }
    assert figure["citations"] == figure["covers"] == []
    assert (document["edition"], document["published_at"]) == (None, None)


def test_links_between_operations_and_terms_are_written_out() -> None:
    document = content(full())
    assert document["part_of"] == "campaign-2020"
    assert document["may_overlap"] == ["raid-2020"]
    assert [figure["covers"] for figure in document["figures"]] == [[], [], ["raid-2020"]]
    assert document["vocabulary"]["place"] == {
        "hk": {"name": {"en": "Hong Kong", "zh-Hant": "香港"}, "aliases": [], "broader": []},
        "hk.kln": {"name": {"en": "Hk.Kln", "zh-Hant": ""}, "aliases": [], "broader": ["hk"]},
        "th": {"name": {"en": "Th", "zh-Hant": ""}, "aliases": [], "broader": []},
    }


def test_numbers_are_json_numbers_whole_where_they_are_whole() -> None:
    made = factories.published(arrested=None)
    factories.figure(made, 6400)
    factories.figure(
        made, measure="drugs_mass", scope="drugs", value="0.5", counted_in=factories.place()
    )
    factories.figure(made, None, sex="male", qualifier="range", low=5, high=10)
    factories.publish(made)
    text = made.editions.latest("number").document
    assert '"value":6400,"value_type"' in text
    assert '"value":0.5,"value_type"' in text
    assert '"low":5,' in text
    assert '"high":10,' in text


def test_rivals_that_cannot_both_be_true_are_disputed_and_one_leads() -> None:
    document = content(full())
    assert [figure["headline"] for figure in document["figures"]] == [True, False, False]
    assert document["disputed"] == [
        {
            "measure": "persons_arrested",
            "scope": "all_offences",
            "counted_in": "hk",
            "who": dict.fromkeys(("role", "sex", "age_group", "residency", "nationality")),
            "figures": ["sweep-2020.1", "sweep-2020.2"],
            "note": {"en": "", "zh-Hant": ""},
        }
    ]


def test_the_text_is_canonical() -> None:
    edition = full().editions.latest("number")
    again = json.dumps(
        json.loads(edition.document), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert edition.document == again
    assert orjson.loads(edition.document)["name"] == edition.content["name"]


def test_nothing_private_is_in_the_document() -> None:
    editor = factories.user("amy-the-editor")
    made = factories.published(by=editor, internal_notes="Ask the desk")
    source = made.figures.get().citations.get().source
    source.note = "Paid for"
    source.health = "gone"
    source.save()
    text = made.editions.get().document
    for word in ("amy-the-editor", "Ask the desk", "Paid for", "gone", "workflow", "draft"):
        assert word not in text
