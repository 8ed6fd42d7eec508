"""What was published can be loaded elsewhere and gives the same documents again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from operations import publishing
from operations.importing import load, read
from operations.models import (
    VOCABULARIES,
    Assessment,
    Edition,
    EditionFigure,
    EditionTerm,
    Figure,
    Finding,
    Group,
    Method,
    Offence,
    Operation,
    Place,
    Revision,
    Series,
    Source,
    Statement,
    Term,
)
from operations.models.base import bilingual
from tests import factories

from . import package as p

pytestmark = pytest.mark.django_db

OWN = {"edition", "published_at"}
CONTEXT: tuple[Any, ...] = (Statement, Assessment, Finding)


def publish_a_world() -> None:
    """Operations and context that leave no part of a document out."""
    hk = factories.place("hk", name_zh_hant="香港", aliases=["HKSAR"])
    district = factories.place("hk.kln", parent=hk)
    factories.place("mo")
    campaign = factories.operation("campaign", edtf="2020-01/..", status="ongoing")
    raid = factories.operation("raid", edtf="2020-02~")
    sweep = factories.operation(
        "sweep",
        edtf="2020-01-01/2020-02-01",
        edtf_derived=True,
        date_note_en="By its address.",
        flags=["single_source", "date_uncertain"],
        aliases=["掃黃", "Sweep"],
        series=factories.term(Series, "sweeps"),
        parent=campaign,
        places=[district],
        groups=[factories.term(Group, "14k")],
        offences=[factories.term(Offence, "hk.200.129", relevance="trafficking_offence")],
        methods=[factories.term(Method, "debt", kind="control")],
        sources=[factories.source("further", accessed_on="2026-01-02")],
    )
    sweep.may_overlap.add(raid)
    whole = factories.figure(sweep, 100, age_from=17, age_to=70, as_at="2020-01-31")
    factories.part(whole, 60, sex="male")
    factories.part(whole, 40, sex="female")
    factories.figure(sweep, 90, rank="deprecated", rank_reason="duplicate")
    factories.figure(sweep, None, qualifier="range", low=5, high=10, role="customer")
    factories.figure(sweep, 160, covers=[raid], counted_in=factories.place("hk+mo"))
    money = {"measure": "cash_seized", "scope": "not_applicable", "currency": "HKD"}
    factories.figure(sweep, "1234.5", **money)
    factories.figure(sweep, None, scope="vice", value_type="not_stated", cited=[])
    publishing.publish_together([campaign, raid, sweep], by=None)
    report = factories.assessment("report", covers="2020")
    factories.figure(report, 3, period="2020")
    reply = factories.statement("reply", answers=report, date="2020-06")
    route = factories.finding("route", origin=hk, group=Group.objects.get())
    route.via.add(district)
    for record in (report, reply, route):
        record.sources.add(Source.objects.get(code="further"))
        publishing.publish_context(record)


def published() -> dict[str, Any]:
    """Every public document, but for number and time."""
    operations = {
        edition.code: {key: value for key, value in edition.content.items() if key not in OWN}
        for edition in Edition.objects.public()
    }
    context = {
        record.code: json.loads(record.document)
        for model in CONTEXT
        for record in model.objects.public()
    }
    return operations | context


def export(folder: Path) -> Path:
    """Published documents as they are, and the code lists that they quote."""
    for edition in Edition.objects.public():
        p.save(folder / "operations" / f"{edition.code}.json", edition.content)
    sources: dict[str, Any] = {}
    for model in CONTEXT:
        found = [json.loads(record.document) for record in model.objects.public()]
        p.save(folder / f"{model._meta.model_name}s.json", found)
        sources |= quoted_sources(found)
    sources |= quoted_sources([edition.content for edition in Edition.objects.public()])
    p.save(folder / "sources.json", list(sources.values()))
    for name, vocabulary in VOCABULARIES.items():
        rows = [term_row(term) for term in vocabulary._default_manager.order_by("-code")]
        p.save(folder / "terms" / f"{name}.json", rows)
    return folder


def quoted_sources(documents: list[dict[str, Any]]) -> dict[str, Any]:
    return {source["id"]: source for document in documents for source in document["sources"]}


def term_row(term: Term) -> dict[str, Any]:
    own = ("kind", "relevance", "ordinance", "section", "max_penalty", "iccs", "htcds", "ctdc")
    return {
        "id": term.code,
        "name": term.names,
        "note": bilingual(term.note_en, term.note_zh_hant),
        "aliases": term.aliases,
        "evidence": term.evidence,
        "parent": term.parent.code if term.parent else None,
        "not_covered": bilingual("", ""),
        "title_as_of": None,
        **{key: getattr(term, key) for key in own if hasattr(term, key)},
    }


def empty_the_database() -> None:
    Figure.objects.update(part_of=None, breakdown="", breakdown_set="")
    Operation.objects.update(parent=None, series=None)
    for model in (EditionTerm, EditionFigure, Edition, *CONTEXT, Operation):
        model.objects.all().delete()
    Place.objects.update(parent=None)
    rest: tuple[Any, ...] = (Source, Revision, *VOCABULARIES.values())
    for other in rest:
        other.objects.all().delete()


def test_published_documents_load_into_an_empty_database_and_come_out_the_same(
    tmp_path: Path,
) -> None:
    publish_a_world()
    before = published()
    assert len(before) == 6
    package = read(export(tmp_path))
    empty_the_database()
    load(package)
    assert published() == before
    assert {edition.number for edition in Edition.objects.all()} == {1}
    assert list(publishing.verify()) == []


def test_published_documents_load_over_themselves_and_nothing_happens(tmp_path: Path) -> None:
    publish_a_world()
    editions = list(Edition.objects.values())
    done = load(read(export(tmp_path)))
    assert (done.changed, done.editions) == (0, 0)
    assert list(Edition.objects.values()) == editions
    assert not Revision.objects.filter(record="operation").exists()
