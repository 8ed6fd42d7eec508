"""Lists of the admin: a constant number of queries, and what they find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import history, publishing
from operations.models import (
    Agency,
    Assessment,
    Finding,
    Group,
    Method,
    Offence,
    Operation,
    Place,
    PrivacyOverride,
    Report,
    Series,
    Statement,
)
from tests import factories

from .desk import address


def report(n: int) -> None:
    Report.objects.create(operation=factories.operation(f"reported-{n}"), wrong="the date")


def statement(n: int) -> None:
    answered = Assessment.objects.create(
        code=f"tip-{n}", body_en="A department", series="TIP", year=2023, tier="tier_2"
    )
    Statement.objects.create(
        code=f"said-{n}", kind="government_reply", body_en="A bureau", answers=answered
    )


def finding(n: int) -> None:
    origin, destination = factories.place(f"p{n}"), factories.place(f"q{n}")
    Finding.objects.create(
        code=f"found-{n}", kind="route", text_en="A way.", origin=origin, destination=destination
    )


def method(n: int) -> None:
    parent = factories.term(Method, f"broad-{n}", kind="control")
    factories.term(Method, f"narrow-{n}", kind="control", parent=parent)


def vocabulary(model: Any) -> Callable[[int], Any]:
    def make(n: int) -> None:
        factories.term(model, f"narrow-{n}", parent=factories.term(model, f"broad-{n}"))

    return make


ROWS: dict[str, Callable[[int], Any]] = {
    "operation": lambda n: factories.published(
        f"sweep-{n}", by=factories.user(f"editor-{n}"), series=factories.term(Series, f"s{n}")
    ),
    "edition": lambda n: factories.published(f"sweep-{n}", by=factories.user(f"editor-{n}")),
    "revision": lambda n: history.save_revision(
        factories.operation(f"sweep-{n}"), factories.user(f"editor-{n}")
    ),
    "privacyoverride": lambda n: PrivacyOverride.objects.create(
        record="operation", code=f"x-{n}", field="note", made_by=factories.user(f"editor-{n}")
    ),
    "report": report,
    "source": lambda n: factories.source(f"report-{n}"),
    "assessment": statement,
    "statement": statement,
    "finding": finding,
    "method": method,
    **{
        str(model._meta.model_name): vocabulary(model)
        for model in (Agency, Group, Offence, Place, Series)
    },
}


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", sorted(ROWS))
def test_a_list_asks_as_often_for_many_rows_as_for_few(administrator: Client, model: str) -> None:
    url = address(model, "changelist") + "?all="
    for n in range(3):
        ROWS[model](n)
    few = queries(administrator, url)
    for n in range(3, 12):
        ROWS[model](n)
    assert queries(administrator, url) == few


def test_the_list_tells_what_readers_see_and_what_waits(reviewer: Client) -> None:
    factories.operation("draft")
    factories.published("public")
    waiting = factories.published("waiting")
    gone = factories.published("gone")
    publishing.withdraw(gone, by=None, withdrawal_class="legal", reason="An order.")
    waiting.summary_en = "More."
    waiting.save()
    revision = history.save_revision(waiting, None)
    assert revision is not None
    later = waiting.editions.get().valid_from.replace(year=2099)
    type(revision)._default_manager.filter(pk=revision.pk).update(made_at=later)

    def listed(query: str) -> dict[str, tuple[str, bool]]:
        response: Any = reviewer.get(address("operation", "changelist") + query)
        rows = response.context["cl"].result_list
        owner = response.context["cl"].model_admin
        return {row.code: (owner.public(row), row.saved_since) for row in rows}

    assert listed("") == {
        "draft": ("not published", False),
        "public": ("edition 1", False),
        "waiting": ("edition 1", True),
        "gone": ("Withdrawn", False),
    }
    assert set(listed("?public=never")) == {"draft"}
    assert set(listed("?public=yes")) == {"public", "waiting"}
    assert set(listed("?public=since")) == {"waiting"}
    assert set(listed("?public=gone")) == {"gone"}


def test_a_reissue_does_not_hide_what_waits(reviewer: Client) -> None:
    series = factories.term(Series, "sweep")
    operation = factories.published("public", series=series)
    later = operation.editions.get().valid_from.replace(year=2098)
    operation.summary_en = "More."
    operation.save()
    revision = history.save_revision(operation, None)
    assert revision is not None
    type(revision)._default_manager.filter(pk=revision.pk).update(made_at=later)
    series.name_en = "Clean Sweep"
    series.save()
    publishing.reissue(series, by=None)
    operation.editions.filter(kind="reissued").update(valid_from=later.replace(year=2099))
    response: Any = reviewer.get(address("operation", "changelist"))
    assert [row.saved_since for row in response.context["cl"].result_list] == [True]


@pytest.mark.parametrize(
    ("term", "found"),
    [("雷霆", ["thunderbolt"]), ("thunder", ["thunderbolt"]), ("旋風", ["other"]), ("none", [])],
)
def test_search_reads_names_and_aliases_in_both_languages(
    reviewer: Client, term: str, found: list[str]
) -> None:
    series = factories.term(Series, "lei", aliases=["雷霆行動", "Thunder"])
    factories.operation("thunderbolt", name_en="A sweep", series=series)
    factories.operation("other", name_en="Another", aliases=["旋風"])
    response: Any = reviewer.get(address("operation", "changelist"), {"q": term})
    assert [row.code for row in response.context["cl"].result_list] == found


def test_autocomplete_finds_a_district_by_a_neighbourhood(reviewer: Client) -> None:
    factories.place("hk.yau_tsim_mong", aliases=["Mong Kok", "旺角"])
    factories.place("mo")
    field = {"app_label": "operations", "model_name": "operation", "field_name": "places"}
    for word in ("旺角", "mong kok"):
        answer = reviewer.get("/admin/autocomplete/", {**field, "term": word}).json()
        assert [row["text"] for row in answer["results"]] == ["Hk.Yau Tsim Mong"]


def test_a_flag_is_found(reviewer: Client) -> None:
    factories.operation("flagged", flags=["single_source", "date_uncertain"])
    factories.operation("plain", flags=["date_uncertain"])
    response: Any = reviewer.get(address("operation", "changelist"), {"flag": "single_source"})
    assert [row.code for row in response.context["cl"].result_list] == ["flagged"]
    assert Operation.objects.count() == 2


@pytest.mark.parametrize("model", ["edition", "revision", "privacyoverride"])
def test_what_only_the_house_writes_is_read_only(administrator: Client, model: str) -> None:
    ROWS[model](1)
    assert administrator.get(address(model, "add")).status_code == 403
    row: Any = Operation._meta.apps.get_model("operations", model).objects.first()
    url = address(model, "change", row.pk)
    assert administrator.get(url).status_code == 200
    assert administrator.post(url, {}).status_code == 403
    assert administrator.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
