"""Every figure of a document has its place: under its claim, or under its whole."""

from __future__ import annotations

from typing import Any

from operations.wording import Claim, Line, record

from .build import VOCABULARY, entry

SOURCE = {
    "id": "release",
    "title": "A release",
    "publisher": "The Police",
    "original_publisher": "",
    "url": "",
    "published": None,
    "language": "en",
    "kind": "agency_press_release",
    "tier": 1,
}


def stated(number: int, value: float, **changes: Any) -> dict[str, Any]:
    """Figure ``op.<number>`` of a document, leading unless told otherwise."""
    return entry(value) | {
        "id": f"op.{number}",
        "part_of": None,
        "breakdown": None,
        "breakdown_set": None,
        "covers": [],
        "confidence": "high",
        "rank": "normal",
        "rank_reason": None,
        "rank_note": {"en": "", "zh-Hant": ""},
        "headline": True,
        "note": {"en": "", "zh-Hant": ""},
        "citations": [{"source": "release", "locator": ""}],
        **changes,
    }


def part(number: int, value: float, *, of: int = 1, **changes: Any) -> dict[str, Any]:
    who = entry(who=changes.pop("who", {}))["who"]
    relation = {"part_of": f"op.{of}", "breakdown": "partition", "breakdown_set": "by_place"}
    return stated(number, value, **{**relation, **changes}, who=who)


def claims(*figures: dict[str, Any]) -> list[Claim]:
    document = {
        "id": "op",
        "figures": list(figures),
        "sources": [SOURCE],
        "disputed": [],
        "vocabulary": VOCABULARY,
    }
    return record(document).claims


def everything(lines: tuple[Line, ...]) -> list[str]:
    found: list[str] = []
    for line in lines:
        found.append(line.id)
        for split in line.splits:
            found += everything(split.lines)
    return found


def test_the_figure_of_a_list_row_comes_first() -> None:
    raided = stated(1, 5, measure="premises_raided", unit="premises", scope="not_applicable")
    found = claims(raided, stated(2, 40, counted_in="mo"), stated(3, 30))
    assert [claim.lines[0].id for claim in found] == ["op.3", "op.1", "op.2"]


def test_a_part_says_only_what_its_whole_does_not() -> None:
    women = {"sex": "female", "role": "in_commercial_sex_status_unknown"}
    whole = stated(1, 58, counted_in="hk+cn.gd", who=entry(who=women)["who"])
    (claim,) = claims(
        whole,
        part(2, 25, counted_in="hk", who=women),
        part(3, 33, counted_in="mo", who=women | {"age_group": "adult"}),
    )
    (split,) = claim.lines[0].splits
    assert split.name == "by place"
    assert [line.part_words for line in split.lines] == ["Hong Kong only", "adults; Macau only"]
    assert split.total == "25 + 33 = 58"


def test_a_part_of_another_measure_says_which() -> None:
    whole = stated(1, 50, measure="persons_arrested_or_taken_in")
    (claim,) = claims(whole, part(2, 50, breakdown="partial"))
    assert claim.lines[0].splits[0].lines[0].part_words == "arrested"


def test_parts_that_do_not_add_up_are_not_spelt_out() -> None:
    (claim,) = claims(
        stated(1, 347),
        part(2, 200, who={"sex": "male"}, breakdown="partial"),
        part(3, 68, who={"sex": "female"}, breakdown="partial"),
    )
    assert claim.lines[0].splits[0].total == ""


def test_parts_of_parts_stand_under_them() -> None:
    (claim,) = claims(
        stated(1, 30),
        part(2, 20, who={"sex": "female"}, breakdown="partial"),
        part(3, 5, of=2, who={"sex": "female", "age_group": "minor"}, breakdown="partial"),
    )
    assert everything(claim.lines) == ["op.1", "op.2", "op.3"]


def test_a_part_without_its_whole_does_not_vanish() -> None:
    (claim,) = claims(part(7, 5, of=1, who={"sex": "male"}))
    assert everything(claim.lines) == ["op.7"]


def test_a_part_that_only_repeats_the_key_of_its_whole_is_no_rival_of_it() -> None:
    seizure: dict[str, Any] = {
        "measure": "weapons_seized",
        "unit": "item",
        "scope": "not_applicable",
    }
    (claim,) = claims(stated(1, 30, **seizure), part(2, 10, headline=False, **seizure))
    assert claim.rivals == ()
    assert claim.lines[0].splits[0].lines[0].why_not == ""
