"""What a package gets wrong is said in words that name the row, and nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from operations import importing
from operations.importing import load, read
from operations.models import Operation, Place
from operations.problems import Refused

from . import package as p

pytestmark = pytest.mark.django_db

ONE = "sweep-2020.1"


def with_figures(*rows: dict[str, Any]) -> dict[str, Any]:
    return p.operation(figures=list(rows))


def without(key: str) -> dict[str, Any]:
    row = p.operation()
    del row[key]
    return row


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a partition that does not add up": (
        with_figures(
            p.figure(ONE, 100),
            p.part("sweep-2020.2", ONE, 60, who={"sex": "male"}),
            p.part("sweep-2020.3", ONE, 30, who={"sex": "female"}),
        ),
        (
            "operation sweep-2020: The parts sweep-2020.2, sweep-2020.3 add up to 90; "
            "the whole sweep-2020.1 is 100; 10 missing."
        ),
    ),
    "value without measure": (
        with_figures(p.figure(ONE, measure="")),
        "operation sweep-2020: figure sweep-2020.1: measure: This field cannot be blank.",
    ),
    "an unknown measure": (
        with_figures(p.figure(ONE, measure="heads")),
        "operation sweep-2020: figure sweep-2020.1: measure: Value 'heads' is not a valid choice.",
    ),
    "low above high": (
        with_figures(p.figure(ONE, None, qualifier="range", low=9, high=5)),
        "operation sweep-2020: figure sweep-2020.1: Low, value and high must stand in this order.",
    ),
    "two preferred figures for one claim": (
        with_figures(
            p.figure(ONE, rank="preferred", rank_reason="later_figure"),
            p.figure("sweep-2020.2", 7, rank="preferred", rank_reason="later_figure"),
        ),
        (
            "operation sweep-2020: figure sweep-2020.2: "
            "Another figure of the same claim is preferred already."
        ),
    ),
    "end before start": (
        p.operation(dates={"edtf": "2020-02/2020-01", "derived": False, "note": p.pair()}),
        (
            "operation sweep-2020: edtf: “2020-02/2020-01” ends before it starts. "
            "Expected the earlier date first."
        ),
    ),
    "a loop of parts": (
        with_figures(p.part(ONE, "sweep-2020.2", 1), p.part("sweep-2020.2", ONE, 1)),
        "operation sweep-2020: figure sweep-2020.1: A figure cannot be a part of itself.",
    ),
    "a part of a stranger": (
        with_figures(p.part(ONE, "other-2020.1", 1)),
        "operation sweep-2020: there is no “other-2020.1”.",
    ),
    "an id of another operation": (
        with_figures(p.figure("other-2020.1")),
        "operation sweep-2020: “other-2020.1” is no id of a figure: expected sweep-2020.1, .2 …",
    ),
    "a number that is none": (
        with_figures(p.figure("sweep-2020.01")),
        "operation sweep-2020: “sweep-2020.01” is no id of a figure: expected sweep-2020.1, .2 …",
    ),
    "one figure twice": (
        with_figures(p.figure(ONE), p.figure(ONE, 7)),
        "operation sweep-2020: The figure sweep-2020.1 stands twice.",
    ),
    "one citation twice": (
        with_figures(p.figure(ONE, citations=[{"source": "paper", "locator": ""}] * 2)),
        (
            "operation sweep-2020: figure sweep-2020.1: "
            "Citation with this Figure, Source and Locator already exists."
        ),
    ),
    "an unknown place": (
        with_figures(p.figure(ONE, counted_in="hk.atlantis")),
        "operation sweep-2020: figure sweep-2020.1: there is no “hk.atlantis”.",
    ),
    "an unknown group": (
        p.operation(groups=[{"id": "no-such", "attribution": "not_stated"}]),
        "operation sweep-2020: there is no “no-such”.",
    ),
    "an unknown source": (
        p.operation(sources=[{"id": "no-such"}]),
        "operation sweep-2020: there is no “no-such”.",
    ),
    "an unknown parent": (
        p.operation(part_of="no-such"),
        "operation sweep-2020: there is no “no-such”.",
    ),
    "an unknown overlap": (
        p.operation(may_overlap=["no-such"]),
        "operation sweep-2020: there is no “no-such”.",
    ),
    "a route to where it starts": (
        p.operation(routes=[{"from": {"id": "hk"}, "to": {"id": "hk"}}]),
        "operation sweep-2020: A route leads from one place to another.",
    ),
    "one place twice": (
        p.operation(routes=[{"from": {"id": "mo"}, "to": {"id": "hk"}}] * 2),
        "operation sweep-2020: Route with this Operation, From and To already exists.",
    ),
    "a missing key": (without("links"), "operation sweep-2020: “links” is missing."),
    "a missing language": (
        p.operation(name={"en": "Sweep"}),
        "operation sweep-2020: “name.zh-Hant” is missing.",
    ),
    "a list that is a text": (
        p.operation(aliases="雷霆"),
        "operation sweep-2020: “aliases” is not a list.",
    ),
    "a number as text": (
        with_figures(p.figure(ONE, value="100")),  # type: ignore[arg-type]
        "operation sweep-2020: “figures[0].value” is not a number.",
    ),
    "a truth as number": (
        with_figures(p.figure(ONE, value=True)),
        "operation sweep-2020: “figures[0].value” is not a number.",
    ),
    "nothing where a text belongs": (
        p.operation(summary={"en": None, "zh-Hant": ""}),
        "operation sweep-2020: “summary.en” is not a text.",
    ),
    "a null character": (
        p.operation(aliases=["a\0b"]),
        "operation sweep-2020: “aliases[0]” holds a character that is no text.",
    ),
    "an id that is no slug": (
        p.operation("Sweep 2020", figures=[]),
        "operation Sweep 2020: code: Use lower-case letters and digits, joined by single hyphens.",
    ),
}


def refusal(folder: Path, *rows: dict[str, Any], **files: Any) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        p.loaded(folder, *rows, **files)
    assert not Operation.objects.exists()
    assert not Place.objects.exists()
    return refused.value.reasons


@pytest.mark.parametrize("case", WRONG)
def test_an_operation_is_refused_for(case: str, tmp_path: Path) -> None:
    row, said = WRONG[case]
    assert refusal(tmp_path, row) == (said,)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("summary_en", "the 39-year-old man surnamed Chan of Flat 12B"),
        ("summary_zh_hant", "39歲姓陳男子"),
    ],
)
def test_personal_data_is_refused_with_the_words_that_gave_it_away(
    field: str, text: str, tmp_path: Path
) -> None:
    language = "en" if field.endswith("en") else "zh-Hant"
    row = p.operation(summary={**p.pair(), language: text}, aliases=["姓陳的39歲男子"])
    said = refusal(tmp_path, row)
    assert {reason.split(": ")[1] for reason in said} == {field, "aliases"}
    assert any("39" in reason for reason in said)


FILES: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown parent term": (
        {"terms": {"group": [p.term("14k", parent="no-such")]}},
        "group 14k: there is no “no-such”.",
    ),
    "terms in a circle": (
        {"terms": {"group": [p.term("a", parent="b"), p.term("b", parent="a")]}},
        "group: Terms name each other in a circle: ",
    ),
    "one term twice": (
        {"terms": {"group": [p.term("a"), p.term("a")]}},
        "group.json: more than one row has the id a.",
    ),
    "a place without kind": (
        {"terms": {"place": [p.term("hk")]}},
        "place hk: “kind” is missing.",
    ),
    "a combined place of strangers": (
        {"terms": {"place": [p.place("hk"), p.place("hk+xx")]}},
        "place hk+xx: code: No such place: xx",
    ),
    "a source without title and address": (
        {"sources": [p.source("paper", title="", url="")]},
        "source paper: A source needs a title or an address.",
    ),
    "a day that is none": (
        {"sources": [p.source("paper", accessed_on="2020-02-31")]},
        "source paper: “2020-02-31” is not a day.",
    ),
    "an archive of nothing": (
        {
            "sources": [
                p.source("paper", archives=[{"url": "", "sha256": "", "archived_on": "2020-01-01"}])
            ]
        },
        "source paper: An archived copy needs an address or a hash.",
    ),
    "a year that is none": (
        {"assessments": [p.assessment(year=1)]},
        "assessment report-2020: year: Ensure this value is greater than or equal to 1900.",
    ),
    "a reply to nothing": (
        {"statements": [p.statement(answers="no-such")]},
        "statement reply-2020: there is no “no-such”.",
    ),
    "parts of an assessment that do not add up": (
        {
            "assessments": [
                p.assessment(
                    figures=[
                        p.figure("report-2020.1", 10),
                        p.part("report-2020.2", "report-2020.1", 4),
                    ]
                )
            ]
        },
        (
            "assessment report-2020: The parts report-2020.2 add up to 4; "
            "the whole report-2020.1 is 10; 6 missing."
        ),
    ),
    "a finding from nowhere": (
        {"findings": [p.finding(origin="no-such")]},
        "finding route-1: there is no “no-such”.",
    ),
    "a finding of no shape": (
        {"findings": [p.finding(via="hk")]},
        "finding route-1: “via” is not a list.",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_package_is_refused_for(case: str, tmp_path: Path) -> None:
    files, said = FILES[case]
    assert refusal(tmp_path, p.operation(), **files)[0].startswith(said)


BROKEN_FILES: dict[str, tuple[str, str, str]] = {
    "not JSON": ("operations/x.json", "{", "x.json: not JSON ("),
    "not UTF-8": ("operations/x.json", "\udcff", "x.json: not JSON ("),
    "too deep": ("operations/x.json", "[" * 100_000, "x.json: not JSON ("),
    "a list for an operation": ("operations/x.json", "[]", "x.json: expected one object."),
    "an object for a list": ("sources.json", "{}", "sources.json: expected a list of objects."),
    "texts for rows": ("terms/group.json", '["14k"]', "group.json: expected a list of objects."),
    "one operation in two files": (
        "operations/x.json",
        '{"id": "sweep-2020"}',
        "operations: more than one row has the id sweep-2020.",
    ),
}


@pytest.mark.parametrize("case", BROKEN_FILES)
def test_a_broken_file_is_named(case: str, tmp_path: Path) -> None:
    name, text, said = BROKEN_FILES[case]
    folder = p.write(tmp_path, p.operation())
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Refused) as refused:
        read(folder)
    assert refused.value.reasons[0].startswith(said)


def test_half_a_surrogate_pair_is_no_text(tmp_path: Path) -> None:
    folder = p.write(tmp_path, p.operation(name=p.pair("NAME")))
    file = folder / "operations" / "sweep-2020.json"
    file.write_text(file.read_text().replace("NAME", "\\ud83d"))
    with pytest.raises(Refused, match=r"“name\.en” holds a character that is no text"):
        load(read(folder))


def test_a_missing_folder_or_one_without_operations_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is not a folder"):
        read(tmp_path / "nowhere")
    with pytest.raises(Refused, match="There is no operation in"):
        read(p.write(tmp_path))


@pytest.mark.parametrize("fault", [TypeError, AttributeError, KeyError])
def test_a_fault_of_ours_keeps_its_traceback(
    fault: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Callable[[], None]:
        raise fault("ours")

    monkeypatch.setattr(importing.operations, "load_figures", broken)
    with pytest.raises(fault, match="ours"):
        p.loaded(tmp_path, p.operation())
