"""Faults as a file, to be gone through beside the spreadsheet."""

from __future__ import annotations

import csv
import io

from operations.models import Import
from operations.sheets.cells import neutral
from operations.sheets.writing import File

HEADER = ("sheet", "row", "column", "value", "message")


def faults_csv(record: Import) -> File:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADER)
    for fault in record.result.get("faults", []):
        sheet = fault["place"] if fault["row"] is None else fault["sheet"]
        texts = (sheet, fault["row"] or "", fault["column"], fault["value"], fault["message"])
        writer.writerow([neutral(str(text)) for text in texts])
    name = f"faults-{record.pk}.csv"
    return File(name, stream.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8")
