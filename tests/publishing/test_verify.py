"""Every way of changing the past is named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from operations import index, publishing
from operations.document import seal
from operations.models import Edition, EditionFigure, EditionTerm, Group, Operation
from operations.publishing.chain import chain_hash
from tests import factories

pytestmark = pytest.mark.django_db

SHA = "its SHA-256 is not that of its document"
CHAIN = "its chain hash does not follow from its content"
LINK = "its link to the edition before is not that edition's chain hash"
MISSING = "an edition before it is missing"
BEGIN = "it does not begin when the edition before ends"
ENDED = "the last edition of its operation has ended"
NOT_EMPTY = "it has no document, but its index is not empty"


def history() -> Operation:
    """Three editions: published, corrected, withdrawn."""
    made = factories.published("sweep", name_en="Sweep", groups=[factories.term(Group, "14k")])
    factories.figure(made, 7, sex="male")
    factories.publish(made, "A count was missing")
    publishing.withdraw(made, by=None, withdrawal_class="legal", reason="A court order")
    return made


def edition(number: int) -> Edition:
    return Edition.objects.get(number=number)


def tamper(number: int, **changes: Any) -> None:
    Edition.objects.filter(number=number).update(**changes)


def breaks() -> list[str]:
    return [str(found) for found in publishing.verify()]


def test_an_honest_history_has_no_break_and_every_edition_is_seen() -> None:
    history()
    factories.published("other")
    seen: list[str] = []
    assert list(publishing.verify(on_each=lambda each: seen.append(str(each)))) == []
    assert seen == ["sweep · 1", "sweep · 2", "sweep · 3", "other · 1"]


def test_a_changed_document_is_named() -> None:
    history()
    tamper(1, document=edition(1).document.replace('"value":100', '"value":1000'))
    assert breaks() == [f"sweep · 1: {SHA}"]


def test_a_new_hash_does_not_hide_it() -> None:
    history()
    text = edition(1).document.replace("Sweep", "Sweet")
    tamper(1, document=text, sha256=seal(text))
    assert f"sweep · 1: {CHAIN}" in breaks()
    assert "sweep · 1: its index column name_en does not follow from the document" in breaks()


def test_nor_does_a_new_chain_hash() -> None:
    history()
    changed = edition(1)
    changed.reason = "Another"
    tamper(1, reason="Another", chain=chain_hash(changed))
    assert breaks() == [f"sweep · 2: {LINK}"]


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": "Because"},
        {"kind": "corrected"},
        {"sha256": "0" * 64},
        {"chain": "0" * 64},
        {"code": "sweet"},
    ],
)
def test_what_the_chain_seals_cannot_change(changes: dict[str, Any]) -> None:
    made = factories.published("sweep")
    made.editions.update(**changes)
    assert any(CHAIN in found or SHA in found for found in breaks())


def test_a_changed_class_or_time_is_named() -> None:
    history()
    tamper(3, withdrawal_class="privacy")
    assert breaks() == [f"sweep · 3: {CHAIN}"]
    tamper(3, withdrawal_class="legal", valid_from=edition(3).valid_from + timedelta(seconds=1))
    assert breaks() == [f"sweep · 3: {BEGIN}", f"sweep · 3: {CHAIN}"]


def test_a_changed_survivor_is_named() -> None:
    twin, survivor, other = (factories.published(code) for code in ("twin", "survivor", "other"))
    publishing.merge(twin, survivor, by=None, reason="Same")
    twin.editions.filter(number=2).update(merged_into=other)
    assert breaks() == [f"twin · 2: {CHAIN}"]


def test_a_deleted_edition_is_named() -> None:
    history()
    edition(2).delete()
    assert breaks() == [
        f"sweep · 3: {MISSING}",
        f"sweep · 3: {LINK}",
        f"sweep · 3: {BEGIN}",
    ]


def test_a_deleted_first_edition_is_named() -> None:
    history()
    edition(1).delete()
    assert breaks() == [f"sweep · 2: {MISSING}", f"sweep · 2: {LINK}"]


def test_a_deleted_last_edition_is_named() -> None:
    history()
    factories.published("other")
    edition(3).delete()
    assert breaks() == [f"sweep · 2: {ENDED}"]


def test_an_edition_reopened_or_ended_is_named() -> None:
    history()
    tamper(3, valid_to=timezone.now() + timedelta(days=1))
    assert breaks() == [f"sweep · 3: {ENDED}"]
    tamper(2, valid_to=edition(2).valid_from)
    assert f"sweep · 3: {BEGIN}" in breaks()


OTHER_VALUES: dict[str, Any] = {
    "name_en": "Sweet",
    "name_zh_hant": "掃",
    "undated": False,
    "sort_date": date(2020, 1, 1),
    "earliest": date(2020, 1, 1),
    "latest": date(2020, 1, 1),
    "open_ended": True,
    "operation_kind": "trafficking_case",
    "status": "ongoing",
    "disputed": True,
    "arrests": 1,
}


@pytest.mark.parametrize("column", index.EMPTY)
def test_an_index_column_follows_from_the_document(column: str) -> None:
    factories.published("sweep")
    tamper(1, **{column: OTHER_VALUES[column]})
    assert breaks() == [f"sweep · 1: its index column {column} does not follow from the document"]


@pytest.mark.parametrize("column", index.EMPTY)
def test_a_tombstone_and_a_redacted_edition_have_an_empty_index(column: str) -> None:
    made = factories.published("sweep")
    publishing.redact(made, by=None, withdrawal_class="legal", reason="A court order")
    tamper(1, **{column: OTHER_VALUES[column]})
    tamper(2, **{column: OTHER_VALUES[column]})
    assert breaks() == [f"sweep · 1: {NOT_EMPTY}", f"sweep · 2: {NOT_EMPTY}"]


def test_a_missing_or_added_term_is_named() -> None:
    history()
    said = "its index of terms does not follow from the document"
    EditionTerm.objects.filter(edition=edition(1), term="14k").delete()
    EditionTerm.objects.create(edition=edition(2), vocabulary="group", term="wo")
    EditionTerm.objects.create(edition=edition(3), vocabulary="group", term="14k")
    assert breaks() == [
        f"sweep · 1: {said}",
        f"sweep · 2: {said}",
        f"sweep · 3: {NOT_EMPTY}",
    ]


def test_a_missing_changed_or_added_figure_is_named() -> None:
    history()
    said = "its index of figures does not follow from the document"
    EditionFigure.objects.filter(edition=edition(1)).delete()
    EditionFigure.objects.filter(edition=edition(2), figure="sweep.2").update(value=8)
    assert breaks() == [f"sweep · 1: {said}", f"sweep · 2: {said}"]


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "{}", "null", '{"id":"sweep"}', '{"id":"sweep","edition":1,"published_at":0}'],
)
def test_a_document_that_is_none_is_named_and_stops_nothing(text: str) -> None:
    factories.published("sweep")
    factories.published("other")
    tampered = Edition.objects.filter(code="sweep")
    tampered.update(document=text, sha256=seal(text))
    tampered.update(chain=chain_hash(tampered.get()))
    found = breaks()
    assert any("its document cannot be read" in each for each in found)
    assert all(each.startswith("sweep · 1") for each in found)


def test_another_documents_text_is_named() -> None:
    made, other = factories.published("sweep"), factories.published("other")
    text = other.editions.get().document
    made.editions.update(document=text, sha256=seal(text))
    assert "sweep · 1: its document names another id, number or time" in breaks()


def test_text_that_is_not_canonical_is_named() -> None:
    made = factories.published("sweep")
    text = made.editions.get().document.replace(":", ": ", 1)
    made.editions.update(document=text, sha256=seal(text))
    made.editions.update(chain=chain_hash(made.editions.get()))
    assert breaks() == ["sweep · 1: its document is not canonical JSON"]


def test_a_document_cannot_be_emptied_without_redaction() -> None:
    made = factories.published("sweep")
    made.editions.update(document="", sha256=seal(""))
    assert "sweep · 1: it has no document and is no tombstone" in breaks()


def test_a_redacted_text_that_came_back_is_named() -> None:
    made = history()
    text = edition(1).document
    publishing.redact(made, by=None, withdrawal_class="legal", reason="x", numbers=[1])
    tamper(1, document=text)
    assert breaks() == ["sweep · 1: it is redacted but has a text"]
