"""Every field of a document has a name, and every value words, when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from operations import publishing
from operations.document import Lookup, build_context
from operations.models import Agency, Group, Method, Offence, Operation, Place, Series
from operations.wording.changes import changes
from operations.wording.changes.fields import FIELDS, LANGUAGES, SECTIONS
from operations.wording.changes.shape import LISTS, shape
from tests.factories import (
    assessment,
    figure,
    finding,
    operation,
    part,
    place,
    source,
    statement,
    term,
)

pytestmark = pytest.mark.django_db


def full() -> Operation:
    """An operation with something in every list of its document."""
    made = operation(
        "one",
        name_zh_hant="一",
        summary_en="Summary.",
        summary_zh_hant="摘要。",
        aliases=["Uno"],
        edtf="2020",
        series=term(Series, "a", "Alpha"),
        agencies=[term(Agency, "hkpf", "Police")],
        groups=[term(Group, "14k", "14K")],
        places=[place()],
        offences=[term(Offence, "o", "An offence")],
        methods=[term(Method, "m", "A method", kind="recruitment")],
    )
    made.routes.create(origin=place("th", "Thailand"), destination=place())
    made.links.create(kind="wikidata", url="https://www.wikidata.org/wiki/Q1")
    whole = figure(made, 30, cited=[source("s", accessed_on="2024-01-01")])
    part(whole, 10, sex="male")
    figure(made, 99)
    return made


def keys_in(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every value that can change by itself."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from keys_in(inner, (*keys, key))
    elif keys[0] in LISTS and len(keys) == 1:
        for each in value:
            yield from keys_in({key: each[key] for key in each if key != "id"}, (*keys, each["id"]))
    else:
        yield keys


# They are never compared, or are told as a whole.
UNTOLD = {"id", "edition", "published_at", "vocabulary", "series"}


def test_every_field_of_a_document_has_a_name() -> None:
    document = publishing.preview(full())
    shapes = {shape(keys) for keys in keys_in(document) if keys[0] not in UNTOLD}
    inner = {each[:-1] if each[-1] in LANGUAGES else each for each in shapes}
    named = {(section,) for section in SECTIONS} | set(FIELDS)
    told_by_their_terms = {(section, "name") for section in LISTS}
    assert inner - named - told_by_their_terms == set()


def test_every_field_of_context_has_a_name() -> None:
    report = assessment(note_en="A note.")
    figure(report, 5)
    records = (report, statement(date="2020"), finding(origin=place()))
    for record in records:
        assert set(build_context(record, Lookup())) - {"id"} <= set(SECTIONS)


def test_a_document_can_be_told_from_nothing_and_back() -> None:
    document = publishing.preview(full())
    for made, side in ((changes({}, document), "after"), (changes(document, {}), "before")):
        told = {change.change.keys[0]: getattr(change, side) for change in made}
        assert told["name"] == "Operation one / 一"
        assert told["agencies"] == "Police (Lead)"
        assert told["routes"] == "Thailand → Hong Kong"
        assert told["series"] == "Alpha"
        assert told["dates"] == "2020"
        assert told["links"] == "Wikidata: https://www.wikidata.org/wiki/Q1"
        assert told["figures"].startswith("30 arrested — all offences, Hong Kong only; 10 arrested")
        assert told["disputed"] == (
            "30 arrested — all offences, Hong Kong only against "
            "99 arrested — all offences, Hong Kong only"
        )


def test_context_is_told_too() -> None:
    before = build_context(finding("one", origin=place()), Lookup())
    after = {**before, "from": {"id": "mo", "name": {"en": "Macau", "zh-Hant": ""}}}
    [change] = changes(before, after)
    assert (change.headings, change.before, change.after) == (("From",), "Hong Kong", "Macau")


def test_only_what_decides_is_told_of_what_follows_from_it() -> None:
    before = publishing.preview(full())
    one, *others = before["figures"]
    money = {**one, "measure": "cash_seized", "unit": "money"}
    found = changes(before, {**before, "figures": [money, *others]})
    assert [change.path for change in found] == ["figures.one.1.measure"]


def test_a_route_of_renamed_places_is_told_by_the_renaming_alone() -> None:
    made = full()
    before = publishing.preview(made)
    Place.objects.filter(code="th").update(name_en="Kingdom of Thailand")
    found = changes(before, publishing.preview(Operation.objects.get(pk=made.pk)))
    assert [(change.field, change.before, change.after) for change in found] == [
        ("Kingdom of Thailand › name › in English", "Thailand", "Kingdom of Thailand")
    ]
