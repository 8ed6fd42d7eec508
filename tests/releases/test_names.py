"""A name is one state, and the next state has another name."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from io import StringIO
from typing import Any

import openpyxl
import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from operations import publishing
from operations import releases as packages
from operations.models import Edition, Group, Operation, Term
from operations.problems import Refused
from tests import factories
from tests.exports.tables import read_csv
from tests.releases.test_restore import bytes_of
from tests.releases.world import corrected, happen

pytestmark = pytest.mark.django_db


def make() -> packages.Release:
    made, _new = packages.make()
    return made


def redact_an_older_edition() -> None:
    raid = Operation.objects.get(code="raid")
    publishing.redact(raid, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[1])


def publish_an_assessment() -> None:
    publishing.publish_context(factories.assessment("report-2024"))


def rename_a_term() -> None:
    Group.objects.filter(code="14k").update(name_zh_hant="十四K")


def withdraw_an_assessment() -> None:
    from operations.models import Assessment

    publishing.withdraw_context(Assessment.objects.get(code="report-2023"))


CHANGES = [redact_an_older_edition, publish_an_assessment, rename_a_term, withdraw_an_assessment]


@pytest.mark.parametrize("change", CHANGES)
def test_what_makes_no_edition_makes_another_release(change: Any) -> None:
    factories.term(Group, "14k")
    publishing.publish_context(factories.assessment("report-2023"))
    raid = factories.published("raid", summary_en="Old.")
    corrected(raid, "New.")
    first = make()
    change()
    second, is_new = packages.make()
    assert is_new
    assert second.moment > first.moment
    assert packages.make() == (second, False)


def test_nothing_changed_is_said_with_the_name() -> None:
    factories.published("raid")
    first, second = command(), command()
    [made] = packages.known()
    named = f"The address in it is http://testserver.\n{made.name}: {len(made.sums)} files"
    assert first == f"{named}, written: {made.folder}\n"
    assert second == f"{named}, nothing changed since: {made.folder}\n"


def command() -> str:
    out = StringIO()
    call_command("release", stdout=out)
    return out.getvalue()


def test_nothing_published_later_shares_its_second() -> None:
    raid = factories.published("raid")
    for summary in ("One.", "Two."):  # each dated a second after the one before
        corrected(raid, summary)
    made = make()
    assert made.moment == Edition.objects.latest("pk").valid_from
    later = factories.published("later")
    assert later.editions.get().valid_from > made.moment
    then = [row["id"] for row in read_csv(f"/operations.csv?as_of={made.name}")]
    assert then == ["raid"] == [row["id"] for row in read_csv(f"/data/{made.name}/operations.csv")]


def test_a_clock_that_was_set_back_is_no_reason_to_wait_for_hours() -> None:
    factories.published("raid")
    Edition.objects.update(valid_from=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="which is ahead of this clock"):
        make()
    assert not packages.known()


def test_the_change_log_goes_by_keys_where_times_are_equal() -> None:
    factories.published("raid")
    first = make()
    factories.published("later")
    Edition.objects.filter(code="later").update(valid_from=first.moment)
    log = (make().folder / "CHANGELOG.md").read_text()
    assert " later edition 1: published. test\n" in log
    assert "raid" not in log


def test_records_come_in_the_order_of_ids() -> None:
    for code, name in (("b", "Alpha"), ("c", "Beta"), ("a", "Gamma")):
        factories.published(code, name_en=name, edtf="2020")
    made = make()
    lines = (made.folder / "operations.ndjson").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "c"]
    assert [row["id"] for row in read_csv(f"/data/{made.name}/operations.csv")] == ["a", "b", "c"]


def test_a_table_says_by_which_query_it_can_be_had_again() -> None:
    factories.published("raid")
    made = make()
    about = openpyxl.load_workbook(made.folder / "operations.xlsx")["about"]
    facts = dict(about.iter_rows(values_only=True))
    assert facts["query"] == f"as_of={made.version}"
    assert len(read_csv(f"/operations.csv?{facts['query']}")) == 1


def test_a_release_speaks_english_whoever_makes_it() -> None:
    happen()
    made = make()
    held = bytes_of(made.folder)
    shutil.rmtree(made.folder)
    with translation.override("zh-hant"):
        assert bytes_of(make().folder) == held


def test_terms_are_in_it_as_they_are() -> None:
    factories.published("raid")
    kept: Term = factories.term(Group, "14k")
    make()
    rename_a_term()
    [term] = json.loads((make().folder / "terms" / "group.json").read_text())
    assert (term["id"], term["name"]["zh-Hant"]) == (kept.code, "十四K")
