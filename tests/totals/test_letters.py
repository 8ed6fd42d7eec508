"""Drafts that ask for outcomes: dates, code name and offences, and never a person."""

from __future__ import annotations

from typing import Any

import pytest

from operations.totals.letters import request_drafts

NAME = {"en": "Operation Thunder", "zh-Hant": "雷霆"}


def document(**changes: Any) -> dict[str, Any]:
    return {
        "name": NAME,
        "dates": {"edtf": "2023-06-12"},
        "agencies": [],
        "offences": [],
        "places": [{"id": "hk"}],
        "vocabulary": {"place": {"hk.wan_chai": {"broader": ["hk.hki", "hk"]}}},
        **changes,
    }


def agency(name: str, role: str = "lead") -> dict[str, Any]:
    return {"id": name, "name": {"en": name, "zh-Hant": ""}, "role": role}


def english(**changes: Any) -> str:
    return request_drafts(document(**changes))["en"]


def test_the_whole_draft_in_english() -> None:
    assert english(
        agencies=[agency("Police"), agency("Customs", "joint")],
        offences=[
            {"id": "a", "name": {"en": "Blackmail", "zh-Hant": "勒索"}},
            {"id": "b", "name": {"en": "Wounding", "zh-Hant": "傷人"}},
        ],
    ) == (
        "To: the officer for access to information, Police\n\n"
        "Request for information: outcome of Operation Thunder\n\n"
        "Under the Code on Access to Information I ask for the following information about "
        "Operation Thunder.\n"
        "Dates of the operation: 12 June 2023.\n"
        "Offences named in published reports: Blackmail; Wounding.\n\n"
        "1. How many of the people arrested in this operation were charged, and with which "
        "offences?\n"
        "2. How many of them were prosecuted, and at which level of court?\n"
        "3. How many were convicted, how many were acquitted, and in how many cases were charges "
        "withdrawn?\n"
        "4. Which kinds of sentence were imposed, and how many of each?\n"
        "5. How many people were screened for signs of trafficking, how many were identified as "
        "victims, and how many of them were assisted?\n\n"
        "I ask for numbers only, and for no information about any person. If a number is under 10, "
        "a range is enough. Where a number is not held, please say so; where another body holds "
        "it, please name that body or pass the request on.\n"
    )


def test_the_chinese_draft_says_the_same() -> None:
    offences = [{"id": "a", "name": {"en": "Blackmail", "zh-Hant": "勒索"}}]
    found = request_drafts(document(offences=offences))["zh-Hant"]
    assert found.startswith(
        "致：負責該次行動的部門 公開資料主任\n\n索取資料：「雷霆」行動的結果\n\n"
    )
    assert "本人現根據《公開資料守則》，索取有關「雷霆」行動的下列資料。" in found
    assert "行動日期：2023年6月12日。" in found
    assert "已公開的報道所述罪行：勒索。" in found
    assert "不索取任何個人的資料" in found


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    found = english(dates={"edtf": ""})
    assert "the agency that led the operation" in found
    assert "Dates of the operation: not stated in the published sources known to us." in found
    assert "published reports: not stated in the published sources known to us." in found


def test_a_name_in_one_language_serves_both() -> None:
    only_chinese = request_drafts(document(name={"en": "", "zh-Hant": "雷霆"}))
    assert "outcome of 雷霆" in only_chinese["en"]


def test_where_nobody_led_all_are_asked() -> None:
    assert "information, Police; Customs\n" in english(
        agencies=[agency("Police", "joint"), agency("Customs", "joint")]
    )


@pytest.mark.parametrize(
    ("places", "law"),
    [
        (["hk"], "the Code on Access to Information I ask"),
        (["hk.wan_chai"], "the Code on Access to Information I ask"),
        (
            ["hk", "mo"],
            "the Code on Access to Information, or else {}, I ask",
        ),
        (["gb"], "{} I ask"),
        ([], "{} I ask"),
    ],
)
def test_the_code_binds_bodies_in_hong_kong_only(places: list[str], law: str) -> None:
    elsewhere = "the law on access to information that applies to you"
    found = english(places=[{"id": place} for place in places])
    assert f"Under {law.format(elsewhere)} for the" in found
