"""Values as cells that no spreadsheet runs."""

from __future__ import annotations

from typing import Any

import pytest

from operations.exports.cells import safe


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Operation Thunder", "Operation Thunder"),
        ("", ""),
        (None, ""),
        (["hkpf", "immd"], "hkpf; immd"),
        ([], ""),
        ("=1+1", "'=1+1"),
        ("+852", "'+852"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        (["=1", "a"], "'=1; a"),
        ("a=1", "a=1"),
        ("雷霆", "雷霆"),
    ],
)
def test_a_cell_never_begins_a_formula(value: Any, cell: str) -> None:
    assert safe(value) == cell
