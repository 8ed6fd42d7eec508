"""Loading a package: through the door, all or nothing, and again without doubling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from operations import publishing
from operations.importing import Loaded, load, read
from operations.models import (
    Archive,
    Assessment,
    Citation,
    Edition,
    Figure,
    Finding,
    Group,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
    Revision,
    Source,
    Statement,
)
from operations.problems import Refused

from . import package as p

pytestmark = pytest.mark.django_db

TABLES: tuple[Any, ...] = (
    Archive,
    Assessment,
    Citation,
    Edition,
    Figure,
    Finding,
    Group,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
    Revision,
    Source,
    Statement,
)


def rich(folder: Path) -> Path:
    """A package with something of everything."""
    campaign = p.operation("campaign-2020", figures=[p.figure("campaign-2020.1", 900)])
    sweep = p.operation(
        part_of="campaign-2020",
        may_overlap=["raid-2020"],
        series={"id": "sweep"},
        agencies=[{"id": "hkpf", "role": "lead"}],
        groups=[{"id": "14k", "attribution": "not_stated"}],
        routes=[{"from": {"id": "mo"}, "to": {"id": "hk"}}],
        links=[{"kind": "wikidata", "url": "https://example.org/Q1"}],
        sources=[{"id": "further"}],
        figures=[
            p.figure("sweep-2020.1", 100),
            p.part("sweep-2020.2", "sweep-2020.1", 60, who={"sex": "male"}),
            p.part("sweep-2020.3", "sweep-2020.1", 40, who={"sex": "female"}),
            p.figure("sweep-2020.4", 160, covers=["raid-2020"]),
        ],
        internal_notes="Ask the desk.",
    )
    return p.write(
        folder,
        campaign,
        sweep,
        p.operation("raid-2020"),
        terms={
            "place": [p.place("hk+mo"), p.place("hk.kln", parent="hk"), *p.PLACES],
            "series": [p.term("sweep")],
            "agency": [p.term("hkpf")],
            "group": [
                p.term("14k", parent="triads", successor="wo"),
                p.term("wo"),
                p.term("triads"),
            ],
        },
        sources=[
            p.source("paper"),
            p.source(
                "further",
                archives=[{"url": "", "sha256": "a" * 64, "archived_on": "2026-01-02"}],
                note="Private.",
            ),
        ],
        assessments=[p.assessment()],
        statements=[p.statement()],
        findings=[p.finding(origin="mo", to="hk", via=["hk.kln"], group="14k")],
    )


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, the time of its last save included."""
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}


def documents() -> dict[str, str]:
    return dict(Edition.objects.public().values_list("code", "document"))


def test_a_package_is_loaded_and_published(tmp_path: Path) -> None:
    done = load(read(rich(tmp_path)))
    assert done == Loaded(terms=9, sources=2, operations=3, context=3, changed=3, editions=3)
    assert sorted(documents()) == ["campaign-2020", "raid-2020", "sweep-2020"]
    content = json.loads(documents()["sweep-2020"])
    assert content["part_of"] == "campaign-2020"
    assert [figure["id"] for figure in content["figures"]] == [
        f"sweep-2020.{number}" for number in (1, 2, 3, 4)
    ]
    assert content["figures"][3]["covers"] == ["raid-2020"]
    assert [source["id"] for source in content["sources"]] == ["further", "paper"]
    assert Assessment.objects.public().count() == Finding.objects.public().count() == 1
    assert Place.objects.get(code="hk.kln").ancestors() == ["hk"]
    assert Group.objects.get(code="14k").successor == Group.objects.get(code="wo")
    assert list(publishing.verify()) == []


def test_loading_twice_changes_not_a_single_row(tmp_path: Path) -> None:
    package = read(rich(tmp_path))
    load(package)
    before = everything()
    done = load(package)
    assert (done.changed, done.editions) == (0, 0)
    assert everything() == before


def test_overlaps_are_mutual_whoever_names_them(tmp_path: Path) -> None:
    load(read(rich(tmp_path)))
    assert json.loads(documents()["raid-2020"])["may_overlap"] == ["sweep-2020"]


def test_a_private_note_stays_private(tmp_path: Path) -> None:
    load(read(rich(tmp_path)))
    assert Operation.objects.get(code="sweep-2020").internal_notes == "Ask the desk."
    assert Source.objects.get(code="further").note == "Private."
    assert not any("Ask the desk" in text or "Private." in text for text in documents().values())


def test_a_file_without_private_notes_leaves_them_alone(tmp_path: Path) -> None:
    p.loaded(tmp_path, p.operation(internal_notes="Kept."))
    p.loaded(tmp_path, p.operation(status="ongoing"))
    assert Operation.objects.get().internal_notes == "Kept."


def test_steps_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    load(read(rich(tmp_path)), on_step=told.append)
    assert {name: told.count(name) for name in set(told)} == {
        "terms": 9,
        "sources": 2,
        "operations": 3,
        "editions": 3,
        "context": 3,
    }


def test_an_error_in_the_last_row_leaves_nothing(tmp_path: Path) -> None:
    folder = rich(tmp_path)
    p.save(folder / "findings.json", [p.finding(), p.finding("route-2", kind="rumour")])
    with pytest.raises(Refused, match="finding route-2: kind"):
        load(read(folder))
    assert not any(rows for rows in everything().values())


def test_a_changed_figure_is_corrected_and_keeps_its_id(tmp_path: Path) -> None:
    p.loaded(tmp_path, p.operation())
    before = Figure.objects.get()
    done = p.loaded(tmp_path, p.operation(figures=[p.figure("sweep-2020.1", 101)]))
    assert (done.changed, done.editions) == (1, 1)
    after = Figure.objects.get()
    assert (after.pk, after.public_id) == (before.pk, "sweep-2020.1")
    assert after.value == 101
    edition = Edition.objects.public().get()
    assert (edition.number, edition.kind, edition.reason) == (2, "corrected", "Data package loaded")
    assert Revision.objects.filter(record="operation").count() == 2


def test_only_what_changed_is_published(tmp_path: Path) -> None:
    p.loaded(tmp_path, p.operation("one"), p.operation("two"))
    Operation.objects.filter(code="two").update(workflow="in_review")
    p.loaded(tmp_path, p.operation("one", status="ongoing"), p.operation("two"))
    numbers = Edition.objects.public().values_list("code", "number")
    assert dict(numbers) == {"one": 2, "two": 1}
    assert Operation.objects.get(code="two").workflow == "in_review"


def test_a_removed_figure_is_gone_and_its_number_is_never_given_again(tmp_path: Path) -> None:
    rows = [p.figure("sweep-2020.1"), p.figure("sweep-2020.7", 5, scope="vice")]
    p.loaded(tmp_path, p.operation(figures=rows))
    p.loaded(tmp_path, p.operation(figures=rows[:1]))
    made = Operation.objects.get()
    assert [figure.number for figure in made.figures.all()] == [1]
    assert made.next_figure_number() == 8


def test_a_whole_can_go_with_its_parts_or_leave_one_behind(tmp_path: Path) -> None:
    whole = p.figure("sweep-2020.1", 100)
    parts = [
        p.part(f"sweep-2020.{n}", "sweep-2020.1", 50, who={"sex": s})
        for n, s in ((2, "male"), (3, "female"))
    ]
    p.loaded(tmp_path, p.operation(figures=[whole, *parts]))
    alone = p.figure("sweep-2020.3", 50, who={"sex": "female"})
    p.loaded(tmp_path, p.operation(figures=[alone]))
    [left] = Figure.objects.all()
    assert (left.number, left.part_of, left.breakdown) == (3, None, "")


def test_part_and_whole_can_change_places(tmp_path: Path) -> None:
    rows = [
        p.figure("sweep-2020.1"),
        p.part("sweep-2020.2", "sweep-2020.1", 100, who={"sex": "male"}),
    ]
    p.loaded(tmp_path, p.operation(figures=rows))
    turned = [
        p.part("sweep-2020.1", "sweep-2020.2", 100),
        p.figure("sweep-2020.2", 100, who={"sex": "male"}),
    ]
    p.loaded(tmp_path, p.operation(figures=turned))
    assert Figure.objects.get(number=1).part_of == Figure.objects.get(number=2)


def test_preference_can_pass_from_one_rival_to_another(tmp_path: Path) -> None:
    preferred = {"rank": "preferred", "rank_reason": "later_figure"}
    for first, second in (({}, preferred), (preferred, {}), ({}, preferred)):
        rows = [p.figure("sweep-2020.1", 1, **first), p.figure("sweep-2020.2", 2, **second)]
        p.loaded(tmp_path, p.operation(figures=rows))
        held = Figure.objects.filter(rank="preferred").values_list("number", flat=True)
        assert list(held) == [2 if second else 1]


def test_citations_follow_the_file_in_its_order(tmp_path: Path) -> None:
    places = [{"source": "paper", "locator": locator} for locator in ("table 2", "page 1")]
    p.loaded(tmp_path, p.operation())
    p.loaded(tmp_path, p.operation(figures=[p.figure("sweep-2020.1", citations=places)]))
    [figure] = json.loads(documents()["sweep-2020"])["figures"]
    assert figure["citations"] == places


def test_a_renamed_term_and_a_changed_source_reach_published_documents(tmp_path: Path) -> None:
    p.loaded(tmp_path, p.operation())
    renamed = [p.place("hk", name=p.pair("Hong Kong", "香港")), p.place("mo")]
    done = p.loaded(
        tmp_path, p.operation(), terms={"place": renamed}, sources=[p.source("paper", title="New")]
    )
    assert (done.changed, done.editions) == (0, 0)
    content = json.loads(documents()["sweep-2020"])
    assert content["places"] == [{"id": "hk", "name": p.pair("Hong Kong", "香港")}]
    assert content["sources"][0]["title"] == "New"
    assert Edition.objects.public().get().kind == "reissued"


def test_known_archives_stay_and_new_ones_are_added_once(tmp_path: Path) -> None:
    one, two = ({"url": "", "sha256": c * 64, "archived_on": "2026-01-02"} for c in "ab")
    for archives in ([one], [two], [one, two]):
        p.loaded(tmp_path, p.operation(), sources=[p.source("paper", archives=archives)])
    assert list(Archive.objects.values_list("sha256", flat=True)) == ["a" * 64, "b" * 64]


def test_a_package_does_not_undo_a_withdrawal_or_a_merger(tmp_path: Path) -> None:
    p.loaded(tmp_path, p.operation("gone"), p.operation("twin"), p.operation("kept"))
    gone, twin, kept = (Operation.objects.get(code=code) for code in ("gone", "twin", "kept"))
    publishing.withdraw(gone, by=None, withdrawal_class="legal", reason="A court order")
    publishing.merge(twin, kept, by=None, reason="Same")
    changed = [p.operation(code, status="ongoing") for code in ("gone", "twin", "kept")]
    done = p.loaded(tmp_path, *changed)
    assert (done.changed, done.editions) == (3, 1)
    assert sorted(documents()) == ["kept"]


def test_the_smallest_operation_is_published_too(tmp_path: Path) -> None:
    bare = p.operation(
        name=p.pair("Bare"),
        status="not_stated",
        dates={"edtf": "", "derived": False, "note": p.pair()},
        places=[],
        figures=[],
    )
    assert p.loaded(tmp_path, bare).editions == 1
    assert Revision.objects.filter(record="operation").count() == 1


def test_two_sources_at_one_address_both_stay_and_the_second_says_so(tmp_path: Path) -> None:
    one = p.source("one", url="https://www.daily.example/a")
    two = p.source("two", url="http://daily.example/a/?utm_source=x")
    for _ in range(2):
        p.loaded(tmp_path, p.operation(), sources=[p.source("paper"), one, two])
    found = Source.objects.exclude(code="paper")
    assert list(found.order_by("code").values_list("code", "different_page")) == [
        ("one", ""),
        ("two", "Loaded with a package; look at one."),
    ]
    assert Revision.objects.filter(record="source").count() == 3
