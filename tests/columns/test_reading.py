"""What a column reads of a document, also of one that is older than a key."""

from __future__ import annotations

import pytest

from operations.columns import FIGURES, OPERATIONS
from operations.columns.column import Column
from operations.exports.cells import safe

LISTS = [column for column in (*OPERATIONS.columns, *FIGURES.columns) if "[]" in column.path]


@pytest.mark.parametrize("column", LISTS, ids=lambda column: str(column.name))
def test_a_list_that_a_document_lacks_is_empty(column: Column) -> None:
    assert column.read({}) == []
    assert column.read({column.path.split("[]")[0]: None}) == []


def test_an_item_that_says_nothing_keeps_its_place_in_a_cell() -> None:
    [relevance] = OPERATIONS.chosen(["relevance"])
    offences = [{"relevance": "vice_offence"}, {"relevance": None}, {"relevance": "other"}]
    assert safe(relevance.read({"offences": offences})) == "vice_offence; ; other"
