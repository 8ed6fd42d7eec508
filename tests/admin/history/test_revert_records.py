"""Going back with sources, terms and context records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from operations import history
from operations.models import Archive, Group
from tests import factories

from .read import change, get, revert, told

RECORDS: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "source": (
        lambda: factories.source("s", accessed_on="2024-01-02"),
        {"title": "Other", "accessed_on": None},
    ),
    "group": (
        lambda: factories.term(Group, "g", parent=factories.term(Group, "broad")),
        {"parent": None, "aliases": ["x"]},
    ),
    "assessment": (lambda: factories.assessment("a"), {"series": "Other", "year": 2020}),
    "statement": (
        lambda: factories.statement("s", answers=factories.assessment("asked")),
        {"answers": None, "subject_zh_hant": "答覆"},
    ),
    "finding": (
        lambda: factories.finding("f", origin=factories.place("th")),
        {"origin": None, "text_en": "Other."},
    ),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_every_kind_of_record_goes_back(kind: str, administrator: Client) -> None:
    make, values = RECORDS[kind]
    made = make()
    record = type(made)._default_manager.get(pk=made.pk)
    first = history.save_revision(record, None)
    assert first is not None
    change(record, **values)
    assert told(get(administrator, record, "revert", 1).context["told"])
    assert revert(administrator, record, 1).status_code == 302
    last = history.latest(record)
    assert last is not None
    assert (last.number, last.document) == (3, first.document)


def test_figures_and_sources_of_a_statement_go_back(administrator: Client) -> None:
    record = factories.statement("reply")
    whole = factories.figure(record, 10, cited=[factories.source("daily")])
    factories.part(whole, 4, sex="male", breakdown="partial")
    record.sources.set([factories.source("further")])
    first = history.save_revision(record, None)
    assert first is not None
    record.figures.filter(part_of=whole).delete()
    whole.delete()
    record.sources.clear()
    history.save_revision(record, None)
    assert revert(administrator, record, 1).status_code == 302
    last = history.latest(record)
    assert last is not None
    assert last.document == first.document


def test_going_back_with_a_source_renews_what_quotes_it_like_any_save(
    administrator: Client,
) -> None:
    source = factories.source("daily", title="At first")
    history.save_revision(source, None)
    operation = factories.operation("sweep")
    factories.figure(operation, 10, cited=[source])
    factories.publish(operation)
    Archive.objects.create(source=source, sha256="a" * 64, archived_at="2026-01-02T00:00:00Z")
    change(source, title="Then", health="gone")
    assert revert(administrator, source, 1).status_code == 302
    source.refresh_from_db()
    assert (source.title, source.health, source.archives.count()) == ("At first", "gone", 1)
    current = operation.current_edition
    assert current is not None
    assert current.content["sources"][0]["title"] == "At first"
    assert current.kind == "reissued"
