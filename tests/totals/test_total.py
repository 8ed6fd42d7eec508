"""Totals over the public record: the real cases, the JSON and the number of queries."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from operations import publishing
from operations.models import Agency, Edition, Group, Operation, Place, Series
from operations.totals import Total, default_scope, total
from tests import factories as make

pytestmark = pytest.mark.django_db


def arrests(by: str | None = None, **values: Any) -> Total:
    return total(Edition.objects.public(), measure="persons_arrested", by=by, **values)


def reasons(found: Total) -> dict[str, tuple[str, str | None]]:
    return {one.id: (one.reason.value, one.other) for one in found.sum.left_out}


def test_thunderbolt_2021_never_adds_868_to_2320() -> None:
    thunderbolt = make.operation("thunderbolt-2021", edtf="2021-06-06/2021-08-30")
    make.figure(thunderbolt, 868, reporting_status="interim", as_at="2021-06-18")
    make.figure(thunderbolt, 2320, reporting_status="final", as_at="2021-08-30")
    make.publish(thunderbolt)
    assert arrests().as_dict() == {
        "measure": "persons_arrested",
        "scope": "all_offences",
        "counted_in": "hk",
        "value": 2320,
        "lower_bound": False,
        "matching": 1,
        "stating": 1,
        "counted": [{"id": "thunderbolt-2021", "figure": "thunderbolt-2021.2", "value": 2320}],
        "left_out": [],
        "by": None,
        "rows": [],
        "rows_add_up": True,
    }


def test_an_interim_count_alone_is_left_out() -> None:
    thunderbolt = make.operation("thunderbolt-2022")
    make.figure(thunderbolt, 230, reporting_status="interim")
    make.publish(thunderbolt)
    assert reasons(arrests()) == {"thunderbolt-2022": ("interim", None)}


def test_the_114_of_yau_ma_tei_are_left_out_as_inside_thunderbolt_2024() -> None:
    thunderbolt = make.published("thunderbolt-2024", arrested=4320)
    raid = make.operation("yau-ma-tei-114-2024", parent=thunderbolt)
    make.figure(raid, 114, scope="vice")
    make.publish(raid)
    found = arrests()
    assert found.sum.as_dict() == {
        "value": 4320,
        "lower_bound": False,
        "matching": 2,
        "stating": 1,
    }
    assert reasons(found) == {"yau-ma-tei-114-2024": ("inside", "thunderbolt-2024")}
    alone = Edition.objects.public().filter(code="yau-ma-tei-114-2024")
    assert total(alone, measure="persons_arrested", scope="vice").sum.value == 114


def severed_kite_and_blue_mist() -> None:
    """As two accounts tell it: 18 alleged members, 122 in all, 160 with the other operation."""
    joint = make.place("hk+cn+mo", "Hong Kong, the mainland and Macau")
    thunderbolt = make.published("thunderbolt-2025", arrested=4140)
    kite = make.operation("severed-kite-2025")
    mist = make.operation("blue-mist-2025")
    for each in (kite, mist):
        each.may_overlap.add(thunderbolt)
    make.figure(kite, 18, scope="vice", counted_in=joint, role="syndicate_member")
    make.figure(kite, 122, scope="vice", counted_in=joint)
    make.figure(mist, 38, scope="vice")
    make.figure(mist, 160, scope="vice", counted_in=joint, covers=[kite])
    publishing.publish_together([thunderbolt, kite, mist], by=None, reason="test")


def test_severed_kite_is_never_added_to_thunderbolt_2025() -> None:
    severed_kite_and_blue_mist()
    found = arrests()
    assert found.sum.value == 4140
    assert reasons(found) == {
        "blue-mist-2025": ("may_overlap", "thunderbolt-2025"),
        "severed-kite-2025": ("may_overlap", "thunderbolt-2025"),
    }


def test_the_160_cover_two_operations_and_enter_no_sum() -> None:
    severed_kite_and_blue_mist()
    found = arrests(scope="vice", counted_in="hk+cn+mo")
    assert [one.as_dict() for one in found.sum.counted] == [
        {"id": "severed-kite-2025", "figure": "severed-kite-2025.2", "value": 122}
    ]
    assert reasons(found) == {
        "blue-mist-2025": ("covers_others", "severed-kite-2025"),
        "thunderbolt-2025": ("may_overlap", "severed-kite-2025"),
    }


def test_rivals_that_contradict_each_other_are_left_out() -> None:
    disputed = make.operation("disputed")
    for value in (18, 122):
        make.figure(disputed, value)
    make.publish(disputed)
    assert reasons(arrests()) == {"disputed": ("disputed", None)}


def test_parts_people_singled_out_and_yearly_counts_are_never_the_figure() -> None:
    made = make.operation("windsand")
    make.figure(made, 9, sex="female")
    make.part(make.figure(made, 40, scope="vice"), 12, sex="male", breakdown="partial")
    make.figure(made, 500, period="2019")
    make.publish(made)
    assert reasons(arrests()) == {"windsand": ("other_scope", "vice")}


def test_an_operation_is_inside_its_grandparent_though_its_parent_does_not_match() -> None:
    campaign = make.published("campaign", arrested=900)
    phase = make.published("phase", arrested=None, parent=campaign)
    raid = make.published("raid", arrested=5, parent=phase)
    some = Edition.objects.public().exclude(operation=phase)
    found = total(some, measure="persons_arrested")
    assert {one.id for one in found.sum.counted} == {"campaign"}
    assert reasons(found) == {raid.code: ("inside", "campaign")}


def test_the_past_is_added_up_with_the_relations_of_the_past() -> None:
    campaign = make.published("campaign", arrested=900)
    raid = make.published("raid", arrested=5)
    Edition.objects.update(valid_from="2020-01-01T00:00:00Z")
    Operation.objects.filter(pk=raid.pk).update(parent=campaign)
    raid.refresh_from_db()
    make.publish(raid)
    moment = datetime(2021, 1, 1, tzinfo=UTC)
    past = Edition.objects.as_of(moment)
    assert arrests().sum.value == 900
    assert total(past, measure="persons_arrested", world=past).sum.value == 905


def test_what_is_withdrawn_is_in_no_total() -> None:
    gone = make.published("gone", arrested=7)
    make.published("stays", arrested=5)
    publishing.withdraw(gone, by=None, withdrawal_class="unreliable", reason="test")
    assert arrests().sum.as_dict()["matching"] == 1
    assert arrests().sum.value == 5


def test_money_has_no_scope_and_stays_in_one_currency() -> None:
    for code, currency in (("a", "HKD"), ("b", "MOP")):
        made = make.operation(code)
        make.figure(made, 5, measure="cash_seized", scope="not_applicable", currency=currency)
        make.publish(made)
    found = total(Edition.objects.public(), measure="cash_seized")
    assert found.as_dict()["scope"] == "not_applicable"
    assert (str(found.sum.value), found.sum.currency) == ("5.00", "HKD")
    assert reasons(found) == {"b": ("other_scope", "MOP")}


def test_the_default_scope_leaves_no_offence_out() -> None:
    assert default_scope("persons_arrested") == "all_offences"
    assert default_scope("premises_raided") == "not_applicable"
    assert default_scope("cash_seized") == "not_applicable"


def test_rows_carry_names_in_both_languages_and_what_the_list_behind_them_adds_up_to() -> None:
    force = make.term(Agency, "hkpf", "Hong Kong Police", name_zh_hant="警務處")
    bureau = make.term(Agency, "hkpf.octb", "Organized Crime Bureau", parent=force)
    customs = make.term(Agency, "ced", "Customs")
    make.published("a", arrested=5, agencies=[bureau])
    make.published("b", arrested=7, agencies=[force, customs])
    make.published("c", arrested=1)
    found = arrests(by="agency").as_dict()
    assert found["value"] == 13
    assert found["rows_add_up"] is False
    assert [(row["key"], row["value"], row["matching"]) for row in found["rows"]] == [
        ("ced", 7, 1),
        ("hkpf", 12, 2),
        ("hkpf.octb", 5, 1),
        (None, 1, 1),
    ]
    assert found["rows"][1] == {
        "key": "hkpf",
        "name": {"en": "Hong Kong Police", "zh-Hant": "警務處"},
        "value": 12,
        "lower_bound": False,
        "matching": 2,
        "stating": 2,
    }
    assert found["rows"][3]["name"]["en"] == "none recorded"


def test_rows_by_year_are_named_by_the_year_it_began() -> None:
    make.published("a", arrested=5, edtf="2023-12-30/2024-02-01")
    make.published("b", arrested=7)
    found = arrests(by="year")
    assert [row.as_dict()["name"] for row in found.rows] == [{"en": "2023", "zh-Hant": "2023"}]
    assert reasons(found) == {"b": ("undated", None)}
    assert found.sum.value == 5


def test_rows_by_scope_are_named_after_the_code_list() -> None:
    make.published("a", arrested=5)
    assert [row.name["en"] for row in arrests(by="scope").rows] == ["all offences"]


def test_the_result_is_json_as_it_stands() -> None:
    made = make.operation("a")
    make.figure(made, None, low=Decimal("1.5"), high=Decimal("2.5"), qualifier="range")
    make.publish(made)
    found = arrests(by="place").as_dict()
    assert json.loads(json.dumps(found)) == found
    assert (found["value"], found["lower_bound"]) == (1.5, True)


@pytest.mark.parametrize(
    ("by", "queries"),
    [
        (None, 3),
        ("year", 3),
        ("scope", 3),
        ("agency", 5),
        ("group", 5),
        ("place", 5),
        ("series", 5),
    ],
)
def test_the_number_of_queries_does_not_grow(
    by: str | None, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    places = [make.place(f"hk.{n}") for n in range(5)]
    series = make.term(Series, "thunderbolt")
    agency = make.term(Agency, "hkpf")
    group = make.term(Group, "14k")
    campaign = make.published("campaign", arrested=900)
    for size in (10, 60):
        while Edition.objects.count() < size:
            n = Edition.objects.count()
            make.published(
                f"raid-{n}",
                places=[places[n % 5]],
                series=series,
                agencies=[agency],
                groups=[group],
                parent=campaign if n % 2 else None,
                edtf=f"{2000 + n % 20}",
            )
        with django_assert_num_queries(queries):
            found = arrests(by=by)
        assert found.sum.matching == size
        assert Place.objects.count() == 6
