"""One citation in each format, plain and with everything that could break a format."""

from __future__ import annotations

import json
import re

import pytest

from operations.citing import FORMATS, in_words
from operations.citing.bibtex import bibtex
from operations.citing.csl import csl
from operations.citing.ris import ris

from .build import UGLY, citation

# What the schema of CSL data knows of what is written here.
CSL_KEYS = {
    *("id", "type", "title", "author", "publisher", "version", "URL", "accessed"),
    *("abstract", "note", "issued"),
}


def test_bibtex() -> None:
    assert bibtex(citation()) == (
        "@misc{one-edition-2,\n"
        "  author = {{The tracker}},\n"
        "  title = {{Operation One / 行動一}},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  version = {Edition 2 (SHA-256 0123456789ab)},\n"
        "  publisher = {{The tracker}},\n"
        "  url = {http://testserver/operations/one/editions/2/?a=1%20&b=c_d},\n"
        "  urldate = {2026-11-05},\n"
        "  note = {5 arrested. / 5人被捕。}\n"
        "}\n"
    )


def test_ris_with_the_day_of_publication_in_hong_kong() -> None:
    assert ris(citation()) == (
        "TY  - DATA\r\n"
        "ID  - one-edition-2\r\n"
        "AU  - The tracker\r\n"
        "TI  - Operation One / 行動一\r\n"
        "PY  - 2026\r\n"
        "DA  - 2026/03/02\r\n"
        "PB  - The tracker\r\n"
        "ET  - Edition 2 (SHA-256 0123456789ab)\r\n"
        "UR  - http://testserver/operations/one/editions/2/?a=1%20&b=c_d\r\n"
        "Y2  - 2026/11/05\r\n"
        "AB  - 5 arrested.\r\n"
        "N1  - 5人被捕。\r\n"
        "ER  - \r\n"
    )


def test_csl_json() -> None:
    assert json.loads(csl(citation())) == [
        {
            "id": "one-edition-2",
            "type": "dataset",
            "title": "Operation One / 行動一",
            "author": [{"literal": "The tracker"}],
            "publisher": "The tracker",
            "version": "Edition 2 (SHA-256 0123456789ab)",
            "URL": "http://testserver/operations/one/editions/2/?a=1%20&b=c_d",
            "accessed": {"date-parts": [[2026, 11, 5]]},
            "issued": {"date-parts": [[2026, 3, 2]]},
            "abstract": "5 arrested.",
            "note": "5人被捕。",
        }
    ]


def test_plain_text_is_there_in_both_languages() -> None:
    texts = in_words(citation())
    assert texts["en"] == (
        "The tracker: “Operation One”. 5 arrested. Edition 2 (SHA-256 0123456789ab). "
        "http://testserver/operations/one/editions/2/?a=1%20&b=c_d (read on 5 November 2026)"
    )
    for part in ("追蹤", "行動一", "5人被捕。", "第2版", "2026年11月5日"):
        assert part in texts["zh-Hant"]
    assert "http://testserver/zh-hant/operations/one/editions/2/" in texts["zh-Hant"]


def test_bibtex_prints_every_sign_and_leaves_no_brace_open() -> None:
    entry = bibtex(citation(states={"en": UGLY, "zh-Hant": ""}))
    note = next(line for line in entry.splitlines() if line.startswith("  note"))
    assert note == (
        r"  note = {A \textbraceleft{}brace\textbraceright{}, \textbraceright{} and "
        r"\textbraceleft{} alone; \textbackslash{}back 50\% \& \#1\_2 \$3 \textasciitilde{}x"
        r"\textasciicircum{}2 <b>"
        '"quoted"</b> ER - TY - JOUR 雷霆@x}'
    )
    assert entry.count("{") == entry.count("}")
    depths = [
        entry[: end + 1].count("{") - entry[: end + 1].count("}") for end in range(len(entry))
    ]
    assert min(depths) == 0
    assert depths.index(0, 6) == len(entry) - 2


def test_no_value_of_ris_begins_a_line_of_its_own() -> None:
    reference = ris(
        citation(title={"en": UGLY, "zh-Hant": UGLY}, states={"en": UGLY, "zh-Hant": ""})
    )
    lines = reference.split("\r\n")
    assert lines.pop() == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert [line for line in lines if line.startswith(("TY", "ER"))] == ["TY  - DATA", "ER  - "]
    assert "\n" not in reference.replace("\r\n", "")


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00"])
def test_whatever_ends_a_line_becomes_a_space(end: str) -> None:
    title = {"en": f"One{end}ER  - ", "zh-Hant": ""}
    assert "TI  - One ER -\r\n" in ris(citation(title=title))
    assert "{{One ER -}}" in bibtex(citation(title=title))


def test_csl_json_holds_every_sign_as_it_is() -> None:
    [item] = json.loads(csl(citation(states={"en": UGLY, "zh-Hant": UGLY})))
    assert item["abstract"] == item["note"] == UGLY
    assert set(item) <= CSL_KEYS


def test_an_empty_record_has_no_day_of_publication() -> None:
    empty = citation(issued=None)
    assert "year" not in bibtex(empty)
    assert "PY  - " not in ris(empty)
    assert "issued" not in json.loads(csl(empty))[0]


def test_a_name_that_both_languages_share_is_said_once() -> None:
    same = citation(title={"en": "14K", "zh-Hant": "14K"})
    assert "title = {{14K}}" in bibtex(same)


def test_every_format_has_a_suffix_and_a_media_type_of_its_own() -> None:
    assert [each.suffix for each in FORMATS] == ["bib", "ris", "csl.json"]
    assert len({each.media_type for each in FORMATS}) == 3
