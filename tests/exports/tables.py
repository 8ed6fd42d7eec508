"""Reading the files of tables back, as their users do."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pyarrow.parquet
from django.test import Client

from operations.models import Agency, Group, Offence, Operation, OperationAgency, Series
from tests import factories


def fetched(address: str, **headers: str) -> Any:
    """The answer, read to its end, which closes it; its bytes as ``read``."""
    response: Any = Client().get(address, headers=headers)
    assert response.status_code == 200
    response.read = response.getvalue()
    return response


def body(address: str) -> bytes:
    content: bytes = fetched(address).read
    return content


def read_csv(address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(address).decode("utf-8-sig"), newline="")))


def read_xlsx(address: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(body(address)))


def sheet_rows(address: str, name: str) -> list[dict[str, Any]]:
    header, *rows = read_xlsx(address)[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_parquet(address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyarrow.parquet.read_table(io.BytesIO(body(address))).to_pylist()
    return found


def sweep() -> Operation:
    """One operation in which most columns say something, published."""
    made = factories.operation(
        "sweep",
        name_en="Sweep, “the big one”",
        name_zh_hant="大掃蕩",
        aliases=["=SUM(A1)", "Big sweep"],
        summary_en="Line one.\nLine two.",
        edtf="2023-06-12/2023-09-21",
        flags=["single_source"],
        series=factories.term(Series, "sweeps"),
        places=[factories.place()],
        groups=[factories.term(Group, "14k"), factories.term(Group, "wo")],
        offences=[factories.term(Offence, "hk.200.129", relevance="trafficking_offence")],
    )
    for code, role in (("hkpf", "lead"), ("immd", "supporting")):
        agency = factories.term(Agency, code)
        OperationAgency.objects.create(operation=made, agency=agency, role=role)
    paper = factories.source("paper")
    whole = factories.figure(made, 6400, cited=[paper], as_at="2023-09-22")
    factories.part(whole, 4000, sex="male", age_from=17, cited=[paper])
    factories.part(whole, 2400, sex="female", cited=[paper])
    factories.figure(
        made,
        None,
        measure="cash_seized",
        scope="not_applicable",
        currency="HKD",
        qualifier="range",
        low="1.5",
        high="2.25",
        cited=[paper],
    )
    factories.publish(made)
    return made
