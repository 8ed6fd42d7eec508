"""The whole data set against the privacy rules: what saving refuses must stand nowhere.

Rules grow, packages are restored, tables are written by hand: so everything that readers can open
and everything that editors work on is searched again, with what an administrator let stand left
out. The words found are not repeated, for a log is no place for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import Any

import orjson
from django.apps import apps

from operations import privacy
from operations.models import Assessment, Edition, Finding, PrivacyOverride, Statement
from operations.models.base import Guarded
from operations.privacy import small_counts

from .verify import BATCH, Break

# Ids, codes, dates, addresses and the bibliography of sources: nobody's free text.
NOT_FREE_TEXT = frozenset(
    {"id", "edtf", "earliest", "latest", "published_at", "sources", "links", "citations"}
    | {"as_at", "period", "part_of", "covers", "may_overlap", "figures", "broader", "came_from"}
)
EXCERPT_LENGTH = 200
# ``verify`` names a document that is not what the door writes; here it only must not stop the rest.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
Found = tuple[str, privacy.Finding]


def scan() -> Iterator[Break]:
    """Every text or number that breaks a privacy rule and that nobody let stand."""
    let_stand = Overrides()
    yield from scan_editions(let_stand)
    yield from scan_context(let_stand)
    yield from scan_working_copies(let_stand)


class Overrides:
    """What administrators let stand, by the record's name; read once."""

    def __init__(self) -> None:
        given = PrivacyOverride.objects.values_list("code", "excerpt").distinct()
        self.known = set(given.iterator())

    def allow(self, name: str, finding: privacy.Finding) -> bool:
        return (name, finding.excerpt[:EXCERPT_LENGTH]) in self.known


def scan_editions(let_stand: Overrides) -> Iterator[Break]:
    """Past editions too: they keep their addresses."""
    readable = Edition.objects.filter(redacted_at=None).only("code", "number", "document", "reason")
    for edition in readable.order_by("pk").iterator(chunk_size=BATCH):
        for where, finding in in_text(edition.reason, "reason"):
            if not let_stand.allow(edition.code, finding):
                yield broken(str(edition), where, finding)
        yield from scan_document(edition.code, str(edition), edition.document, let_stand)


def scan_context(let_stand: Overrides) -> Iterator[Break]:
    for model in (Assessment, Statement, Finding):
        for record in model.objects.public().iterator(chunk_size=BATCH):
            code = str(record)
            name = f"{record._meta.model_name} {code} (public)"
            yield from scan_document(code, name, record.document, let_stand)


def scan_document(code: str, name: str, text: str, let_stand: Overrides) -> Iterator[Break]:
    """One public document; a tombstone has none."""
    with suppress(*UNREADABLE):
        document = orjson.loads(text or "{}")
        for where, finding in own_texts(document):
            if not let_stand.allow(code, finding):
                yield broken(name, where, finding)
        yield from scan_figures(name, document, let_stand)
        yield from scan_vocabulary(name, document, let_stand)


def scan_figures(name: str, document: dict[str, Any], let_stand: Overrides) -> Iterator[Break]:
    for entry in document.get("figures", ()):
        places = [citation["locator"] for citation in entry["citations"]]
        located = chain.from_iterable(in_text(text, "locator") for text in places)
        counted = (("value", finding) for finding in small_counts.find(cell(entry)))
        for where, finding in chain(own_texts(entry), located, counted):
            if not let_stand.allow(entry["id"], finding):
                yield broken(f"{name}, {entry['id']}", where, finding)


def scan_vocabulary(name: str, document: dict[str, Any], let_stand: Overrides) -> Iterator[Break]:
    for terms in document.get("vocabulary", {}).values():
        for code, entry in terms.items():
            for where, finding in own_texts(entry):
                if not let_stand.allow(code, finding):
                    yield broken(f"{name}, {code}", where, finding)


def scan_working_copies(let_stand: Overrides) -> Iterator[Break]:
    for model in apps.get_models():
        if issubclass(model, Guarded):
            for record in model._default_manager.iterator(chunk_size=BATCH):
                yield from scan_record(record, let_stand)


def scan_record(record: Guarded, let_stand: Overrides) -> Iterator[Break]:
    for where, findings in record.personal_data().items():
        for finding in findings:
            if not let_stand.allow(record.guarded_name, finding):
                name = f"{record._meta.model_name} {record.guarded_name} (working copy)"
                yield broken(name, where, finding)


def own_texts(content: Any, where: str = "") -> Iterator[Found]:
    """What is found in the free texts of a document, but not in its figures and terms."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in NOT_FREE_TEXT | {"vocabulary"}:
                yield from own_texts(value, f"{where}.{key}".strip("."))
    elif isinstance(content, list):
        for value in content:
            yield from own_texts(value, where)
    elif isinstance(content, str):
        yield from in_text(content, where)


def in_text(text: str, where: str) -> Iterator[Found]:
    return ((where, finding) for finding in privacy.find(text))


def cell(entry: dict[str, Any]) -> small_counts.Cell:
    """A figure of a document, for the small-count rule."""
    return small_counts.Cell(
        measure=entry["measure"],
        numbers=(entry["value"], entry["low"], entry["high"]),
        counted_in=entry["counted_in"],
        who={trait: entry["who"][trait] or "" for trait in small_counts.TRAITS},
        currency=entry["currency"] or "",
        derived=entry["derived"],
    )


def broken(name: str, where: str, finding: privacy.Finding) -> Break:
    return Break(name, f"{where}: {finding.explanation}")
