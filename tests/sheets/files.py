"""Spreadsheets as people make them, and the way through the admin with one."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

import orjson
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from operations.models import Import

Row = dict[str, Any]


def header(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def csv_file(rows: list[Row], *, sign: str = ",", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, header(rows), delimiter=sign, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def workbook(**sheets: list[Row]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(header(rows))
        for row in rows:
            sheet.append([row.get(column) for column in header(rows)])
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx_file(**sheets: list[Row]) -> bytes:
    return saved(workbook(**sheets))


def json_file(*operations: Row, **more: Any) -> bytes:
    return orjson.dumps({"operations": list(operations), **more})


@dataclass
class Brought:
    """A file that was brought: the import, or the page that refused it."""

    client: Client
    record: Import | None
    refused: list[str]

    @property
    def state(self) -> str:
        assert self.record is not None, self.refused
        self.record.refresh_from_db()
        return self.record.state

    @property
    def result(self) -> dict[str, Any]:
        assert self.record is not None, self.refused
        self.record.refresh_from_db()
        found: dict[str, Any] = self.record.result
        return found

    @property
    def faults(self) -> list[tuple[int | None, str, str]]:
        """Row, column and sentence of each."""
        found = self.result["faults"]
        return [(fault["row"], fault["column"], fault["message"]) for fault in found]

    @property
    def spots(self) -> list[tuple[str, str]]:
        """Where each fault is, and in which column."""
        return [(fault["place"], fault["column"]) for fault in self.result["faults"]]

    def page(self) -> str:
        assert self.record is not None, self.refused
        address = reverse("admin:operations_import_change", args=[self.record.pk])
        return self.client.get(address).content.decode()

    def step(self, name: str) -> Brought:
        assert self.record is not None, self.refused
        address = reverse(f"admin:operations_import_{name}", args=[self.record.pk])
        response = self.client.post(address, follow=True)
        assert response.status_code == 200
        return self

    def confirm(self) -> Brought:
        assert self.state == "checked", self.result
        return self.step("confirm")


def bring(client: Client, content: bytes, name: str) -> Brought:
    """Bring a file through the form of the admin, as a browser does."""
    file = SimpleUploadedFile(name, content)
    before = set(Import.objects.values_list("pk", flat=True))
    response: Any = client.post(reverse("admin:operations_import_add"), {"brought": file})
    made = Import.objects.exclude(pk__in=before).first()
    if made is None:
        assert response.status_code == 200
        return Brought(client, None, list(response.context["form"].errors["brought"]))
    assert response.status_code == 302
    return Brought(client, made, [])
