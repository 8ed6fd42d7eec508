"""What people really send: other encodings, formulas, locks, bombs. Each ends in a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from operations.models import Figure, Import, Operation

from . import files
from .files import Row
from .world import World

pytestmark = pytest.mark.django_db

PLAIN: Row = {"id": "raid", "name_en": "Raid", "kind": "anti_vice", "dates": "2024-01"}
CHINESE: Row = {**PLAIN, "name_zh_hant": "灣仔掃黃行動，拘捕多名人士"}


def claim(**more: Any) -> Row:
    return {
        "operation": "raid",
        "measure": "persons_arrested",
        "scope": "all_offences",
        "counted_in": "hk",
        "value": 10,
        **more,
    }


def refused(desk: Client, content: bytes, name: str = "file.csv") -> list[str]:
    brought = files.bring(desk, content, name)
    assert brought.record is None
    assert not Import.objects.exists()
    return brought.refused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "big5hkscs"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_in_the_encodings_of_hong_kong(
    desk: Client, world: World, encoding: str, sign: str
) -> None:
    content = files.csv_file([CHINESE], sign=sign, encoding=encoding)
    files.bring(desk, content, "operations.csv").confirm()
    assert Operation.objects.get().name_zh_hant == CHINESE["name_zh_hant"]


def test_a_worked_out_encoding_is_told(desk: Client, world: World) -> None:
    traditional = files.bring(desk, files.csv_file([CHINESE], encoding="big5"), "o.csv")
    assert traditional.result["notices"] == ["Read as Big5. Look at the Chinese below."]
    simple = {**PLAIN, "name_zh_hant": "湾仔扫黄行动，拘捕多名人士，警方说"}
    mainland = files.bring(desk, files.csv_file([simple], encoding="gbk"), "o.csv")
    assert mainland.result["notices"] == ["Read as GBK. Look at the Chinese below."]


def test_chinese_that_can_be_read_two_ways_is_refused(desk: Client) -> None:
    content = b"id,name_zh_hant\nraid,\xb0\xa1\xb0\xa1\n"
    [sentence] = refused(desk, content)
    assert sentence.startswith("The Chinese characters of this file can be read in more than one")


def test_a_misspelt_column_names_the_nearest(desk: Client) -> None:
    content = files.csv_file([{**PLAIN, "sumary_en": "x"}])
    assert refused(desk, content) == [
        "file: there is no column “sumary_en”. Did you mean “summary_en”?"
    ]


def test_a_column_that_stands_twice_is_refused(desk: Client) -> None:
    content = b"id,kind,kind\nraid,anti_vice,anti_vice\n"
    assert refused(desk, content) == ["file: the column “kind” stands twice."]


def test_a_missing_column_is_named(desk: Client) -> None:
    content = files.xlsx_file(figures=[{"measure": "persons_arrested", "value": 1}])
    assert refused(desk, content) == ["figures: the column “operation” is missing."]


def test_a_table_that_nobody_knows_is_refused(desk: Client) -> None:
    [sentence] = refused(desk, b"name,colour\nx,red\n")
    assert "It holds: name, colour." in sentence


@pytest.mark.parametrize("content", [b"", b"  \n"])
def test_an_empty_file_is_refused(desk: Client, content: bytes) -> None:
    assert len(refused(desk, content)) == 1


def test_a_header_without_rows_is_refused(desk: Client) -> None:
    assert refused(desk, b"id,name_en,kind\n\n,,\n") == ["There is no row under the header."]


def test_quotes_that_do_not_match_are_refused(desk: Client) -> None:
    [sentence] = refused(desk, b'id,name_en,kind\nraid,"Raid,anti_vice\n')
    assert sentence.startswith("Row 2 is not CSV: a quotation mark is missing")


def test_bytes_that_are_no_table_are_refused(desk: Client) -> None:
    assert refused(desk, b"\x00\x01\x02\xff" * 50, "x.csv") == [
        "This is neither a CSV file nor a spreadsheet nor JSON."
    ]


def test_a_spreadsheet_called_csv_is_read_as_what_it_is(desk: Client, world: World) -> None:
    brought = files.bring(desk, files.xlsx_file(operations=[PLAIN]), "operations.csv")
    assert brought.state == "checked"


def test_titles_of_columns_do_as_well_as_names(desk: Client, world: World) -> None:
    row = {"id": "raid", "Name (English)": "Raid", "名稱（繁體中文）": "掃黃", "kind": "anti_vice"}
    files.bring(desk, files.csv_file([row]), "o.csv").confirm()
    made = Operation.objects.get()
    assert (made.name_en, made.name_zh_hant) == ("Raid", "掃黃")


def test_empty_rows_and_comments_are_passed_over(desk: Client, world: World) -> None:
    content = b"id,name_en,kind\n# this is a note,,\n,,\nraid,Raid,anti_vice\n\n"
    files.bring(desk, content, "o.csv").confirm()
    assert Operation.objects.get().code == "raid"


def test_cells_beyond_the_header_are_told(desk: Client, world: World) -> None:
    brought = files.bring(desk, b"id,name_en,kind\nraid,Raid,anti_vice,what\n", "o.csv")
    assert brought.faults == [(2, "", "The row has more cells than the header.")]


@pytest.mark.parametrize(
    ("typed", "value"), [("6,400", 6400), ("６４００", 6400), ("1,234.50", 1234.5), (" 12 ", 12)]
)
def test_numbers_as_people_type_them(desk: Client, world: World, typed: str, value: float) -> None:
    content = files.xlsx_file(operations=[PLAIN], figures=[claim(value=typed)])
    files.bring(desk, content, "x.xlsx").confirm()
    figure = Figure.objects.get()
    assert figure.value == value


@pytest.mark.parametrize(
    "typed", ["約4000", "about 4000", "4000+", "100-200", "6.400", "-3", "１萬"]
)
def test_words_in_a_number_are_refused_with_the_way_out(
    desk: Client, world: World, typed: str
) -> None:
    content = files.xlsx_file(operations=[PLAIN], figures=[claim(value=typed)])
    [first, *_rest] = files.bring(desk, content, "x.xlsx").faults
    assert first[:2] == (2, "value")
    assert first[2].startswith(f"“{typed if typed != '１萬' else '1萬'}” is not a number.")
    assert "“qualifier”" in first[2]


def dated(value: Any, pattern: str) -> bytes:
    book = files.workbook(operations=[{**PLAIN, "dates": value}])
    book["operations"]["D2"].number_format = pattern
    return files.saved(book)


@pytest.mark.parametrize(
    ("value", "pattern", "edtf"),
    [
        (date(2023, 6, 12), "yyyy-mm-dd", "2023-06-12"),
        (datetime(2023, 6, 12), "dd/mm/yyyy", "2023-06-12"),  # noqa: DTZ001
        # What a spreadsheet makes of “2024-11”: nobody said that it was the first.
        (date(2024, 11, 1), "mmm-yy", "2024-11"),
        (date(2024, 1, 1), "yyyy", "2024"),
        (2024, "General", "2024"),
    ],
)
def test_dates_are_as_precise_as_the_cell_shows_them(
    desk: Client, world: World, value: Any, pattern: str, edtf: str
) -> None:
    files.bring(desk, dated(value, pattern), "x.xlsx").confirm()
    assert Operation.objects.get().edtf == edtf


def test_a_date_that_became_a_serial_number_is_refused(desk: Client, world: World) -> None:
    brought = files.bring(desk, dated(45089, "General"), "x.xlsx")
    [(row, column, sentence)] = brought.faults
    assert (row, column) == (2, "dates")
    assert "(2023-06-12)" in sentence


def test_a_time_of_day_is_refused(desk: Client, world: World) -> None:
    content = dated(datetime(2023, 6, 12, 23, 30), "yyyy-mm-dd hh:mm")  # noqa: DTZ001
    assert files.bring(desk, content, "x.xlsx").faults == [
        (2, "dates", "A time of day. Write the date alone, as text.")
    ]


def test_formulas_are_refused(desk: Client, world: World) -> None:
    content = files.xlsx_file(operations=[PLAIN], figures=[claim(value="=4+6")])
    assert (2, "value", "A formula. Paste its value in its place.") in files.bring(
        desk, content, "x.xlsx"
    ).faults


def test_merged_cells_are_refused(desk: Client, world: World) -> None:
    book = files.workbook(operations=[PLAIN, {**PLAIN, "id": "other"}])
    book["operations"].merge_cells("C2:C3")
    faults = files.bring(desk, files.saved(book), "x.xlsx").faults
    message = "The cells C2:C3 are merged: split them, and fill each."
    assert (2, "kind", message) in faults
    assert (3, "kind", message) in faults


def test_hidden_and_unknown_sheets_are_told(desk: Client, world: World) -> None:
    book = files.workbook(operations=[PLAIN], notes=[{"a": "b"}], figures=[claim()])
    book["figures"].sheet_state = "hidden"
    brought = files.bring(desk, files.saved(book), "x.xlsx").confirm()
    assert brought.result["notices"] == [
        "The sheet “figures” is hidden and was not read.",
        "The sheet “notes” was not read.",
    ]
    assert not Figure.objects.exists()


def test_a_zip_bomb_is_refused_unopened(desk: Client) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b" " * 90 * 1024 * 1024)
    assert len(stream.getvalue()) < 200_000
    assert refused(desk, stream.getvalue(), "x.xlsx") == [
        "The file unfolds to more than 80 MB. Bring it in smaller pieces."
    ]


def test_a_zip_that_is_no_spreadsheet_is_refused(desk: Client) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as other:
        other.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(desk, stream.getvalue(), "x.ods") == [
        "This is no .xlsx file. Save the table as .xlsx or CSV."
    ]


def test_a_damaged_spreadsheet_is_refused(desk: Client) -> None:
    content = files.xlsx_file(operations=[PLAIN])
    assert refused(desk, content[: len(content) // 2], "x.xlsx") == [
        "The file is damaged: it cannot be unfolded."
    ]


def test_a_spreadsheet_of_broken_xml_is_refused(desk: Client) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as broken:
        broken.writestr("xl/workbook.xml", "<workbook")
    [sentence] = refused(desk, stream.getvalue(), "x.xlsx")
    assert sentence.startswith("The file is damaged: it cannot be read as a spreadsheet")


def test_locked_and_old_files_are_refused(desk: Client) -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    locked = start + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le")
    assert refused(desk, locked, "x.xlsx") == [
        "The file is protected by a password. Take the password off and save it."
    ]
    assert refused(desk, start + b"\0" * 600, "x.xls") == [
        "This is an Excel file of the old kind. Save it as .xlsx."
    ]


def test_a_file_that_is_too_large_is_refused(desk: Client) -> None:
    assert refused(desk, b"id,name_en,kind\n" + b"x" * (20 * 1024 * 1024)) == [
        "The file is larger than 20 MB."
    ]


def test_too_many_rows_are_refused(desk: Client) -> None:
    rows = b"id,name_en,kind\n" + b"raid,Raid,anti_vice\n" * 20_001
    brought = files.bring(desk, rows, "o.csv")
    assert brought.state == "failed"
    assert brought.result["reasons"] == ["More than 20000 rows are too many at once."]


@pytest.mark.parametrize("content", [b"{", b'{"operations": 3}', b"[1, 2]", b"[[[["])
def test_json_that_is_none_is_refused(desk: Client, content: bytes) -> None:
    assert len(refused(desk, content, "x.json")) == 1


def test_json_of_the_wrong_shape_names_every_spot(desk: Client, world: World) -> None:
    content = files.json_file({"id": "raid", "name": "Raid", "figures": [{"id": "raid.1"}]})
    brought = files.bring(desk, content, "x.json")
    assert ("operations[0]", "kind") in brought.spots
    assert ("operations[0]", "name") in brought.spots
    assert ("operations[0].figures[0]", "measure") in brought.spots
    assert not Operation.objects.exists()


def test_a_number_that_is_none_is_refused_in_json(desk: Client) -> None:
    assert len(refused(desk, b'{"operations": [], "x": NaN}', "x.json")) == 1
    assert len(refused(desk, b'{"operations": [], "x": 1e999}', "x.json")) == 1
