"""Merging at the desk: seen first, then confirmed; undone by administrators only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations import roles
from operations.models import Agency, Edition, Group, Merger, Operation, Term
from tests import factories

from .conftest import at_desk, employ
from .desk import address, seen
from .test_door import said, step

LOOK = "Nothing is merged yet. Look at what would follow, then confirm."
WHY = "One operation, two names."


@pytest.fixture(autouse=True)
def two_eyes(settings: Any) -> None:
    settings.FOUR_EYES = False


def pair() -> tuple[Operation, Operation]:
    kite = factories.operation(
        "kite",
        name_en="Operation Kite",
        summary_en="Three days.",
        groups=[factories.term(Group, "14k", "14K")],
    )
    raid = factories.operation("raid", name_en="Operation Raid", summary_en="Two days.")
    factories.figure(kite, 7)
    for made in (kite, raid):
        factories.figure(made, 100)
        factories.publish(made)
    return kite, raid


def test_what_the_other_gains_is_shown_before_anything_happens(reviewer: Client) -> None:
    kite, raid = pair()
    response = step(reviewer, kite, "merge", into=raid.pk, reason=WHY)
    assert response.context["form"].non_field_errors() == [LOOK]
    assert Edition.objects.count() == 2
    html = response.content.decode()
    assert "a new figure of raid" in html
    assert "the same claim as raid.1: its sources are added there" in html
    assert "what the other says stands: Summary in English" in " ".join(html.split())
    assert "Also called: Operation Kite" in html
    assert "Reported link to: 14K (Not stated)" in html
    assert html.count('name="facts"') == html.count(" checked") == 2
    assert WHY in html


def test_what_was_unticked_is_not_gained(reviewer: Client) -> None:
    kite, raid = pair()
    answers = {"into": raid.pk, "reason": WHY, "shown_for": raid.pk, "facts": ["groups-1"]}
    assert step(reviewer, kite, "merge", **answers).status_code == 302
    assert "Merged into raid. raid is published as edition 2." in said(reviewer, kite)
    content = raid.editions.get(number=2).content
    assert [entry["id"] for entry in content["groups"]] == ["14k"]
    assert content["aliases"] == []
    assert [figure["came_from"] for figure in content["figures"]] == [None, "kite.1"]


def test_another_choice_is_shown_again(reviewer: Client) -> None:
    kite, raid = pair()
    third = factories.published("third")
    answers = {"into": third.pk, "reason": WHY, "shown_for": raid.pk, "facts": []}
    response = step(reviewer, kite, "merge", **answers)
    assert response.context["form"].non_field_errors() == [LOOK]
    assert not Merger.objects.exists()


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"into": ""}, ["into"]),
        ({"into": "999999"}, ["into"]),
        ({"into": "x"}, ["into"]),
        ({"reason": ""}, ["reason"]),
        ({"facts": ["groups-9"]}, ["facts"]),
    ],
)
def test_a_wrong_answer_is_named(
    reviewer: Client, answers: dict[str, Any], wrong: list[str]
) -> None:
    kite, raid = pair()
    given = {"into": raid.pk, "reason": WHY, "shown_for": raid.pk, **answers}
    response = step(reviewer, kite, "merge", **given)
    assert list(response.context["form"].errors) == wrong
    assert not Merger.objects.exists()


def test_into_itself_is_refused_in_words(reviewer: Client) -> None:
    kite, _raid = pair()
    response = step(reviewer, kite, "merge", into=kite.pk, reason=WHY)
    assert [str(message) for message in response.context["messages"]] == [
        "An operation cannot be merged into itself."
    ]


def test_under_four_eyes_it_says_that_the_gain_waits(reviewer: Client, settings: Any) -> None:
    settings.FOUR_EYES = True
    kite, raid = pair()
    step(reviewer, kite, "merge", into=raid.pk, reason=WHY, shown_for=raid.pk)
    assert "What changed in raid waits for review in its working copy." in said(reviewer, kite)
    form = reviewer.get(address("operation", "change", raid.pk)).content.decode()
    assert "(came from kite.1)" in form
    answers = {"reason": "Merged.", **seen(raid)}
    refused = step(reviewer, raid, "publish", **answers)
    assert "The last change is your own." in refused.content.decode()
    second = at_desk(employ("second", roles.EDITOR))
    assert step(second, raid, "publish", **answers).status_code == 302
    assert "Published as edition 2." in said(second, raid)


def test_only_an_administrator_undoes_a_merger(reviewer: Client, administrator: Client) -> None:
    kite, raid = pair()
    step(reviewer, kite, "merge", into=raid.pk, reason=WHY, shown_for=raid.pk)
    assert step(reviewer, kite, "unmerge", reason="Two.").status_code == 403
    names = [
        entry["step"].name
        for entry in administrator.get(address("operation", "change", kite.pk)).context["door"]
    ]
    assert "unmerge" in names
    figure = raid.figures.get(came_from="kite.1")
    figure.note_en = "Read again."
    figure.save()
    factories.publish(raid, "A note")
    assert step(administrator, kite, "unmerge", reason="Two after all.").status_code == 302
    assert said(administrator, kite) == (
        "The merger is undone; kite is public again. raid is published as edition 4."
        " These stay in raid, for they were changed since: figure raid.2."
    )
    assert kite.editions.latest("number").reason == "Two after all."


def test_the_old_address_leads_on_and_comes_back(administrator: Client, client: Client) -> None:
    kite, raid = pair()
    step(administrator, kite, "merge", into=raid.pk, reason=WHY, shown_for=raid.pk)
    assert client.get("/operations/kite/").status_code == 308
    assert client.get("/operations/kite/editions/1/").status_code == 200
    page = client.get("/operations/raid/").content.decode()
    assert "Recorded first as:" in page
    assert 'href="/operations/kite/editions/"' in page
    step(administrator, kite, "unmerge", reason="Two after all.")
    assert client.get("/operations/kite/").status_code == 200
    assert "Recorded first as:" not in client.get("/operations/raid/").content.decode()


def test_an_operation_that_was_not_merged_has_nothing_to_undo(administrator: Client) -> None:
    kite, _raid = pair()
    response = step(administrator, kite, "unmerge", reason="Two.")
    assert "kite was not merged." in [str(each) for each in response.context["messages"]]


def terms() -> tuple[Term, Term]:
    old, new = factories.term(Agency, "octb", "Bureau"), factories.term(Agency, "hkpf.octb", "OCTB")
    factories.published("kite", agencies=[old])
    return old, new


def term_step(client: Client, term: Term, name: str, **answers: Any) -> Any:
    return client.post(address(term.vocabulary, name, term.pk), answers)


def test_a_term_is_merged_once_its_extent_was_seen(reviewer: Client) -> None:
    old, new = terms()
    response = term_step(reviewer, old, "merge", into=new.pk, reason="")
    assert response.context["form"].non_field_errors() == [LOOK]
    assert response.context["form"].extent == [("operations", 1)]
    assert not Agency.objects.filter(successor__isnull=False).exists()
    assert term_step(reviewer, old, "merge", into=new.pk, shown_for=new.pk).status_code == 302
    assert Agency.objects.get(successor__isnull=False).successor == new
    page: Any = reviewer.get(address("agency", "change", old.pk))
    assert [str(message) for message in page.context["messages"]] == [
        "Merged into hkpf.octb. Rows that name it now: 1. Published documents kept up to date: 1."
    ]
    assert page.context["term_steps"] == []


def test_a_term_merger_is_undone_by_administrators_only(
    reviewer: Client, administrator: Client
) -> None:
    old, new = terms()
    term_step(reviewer, old, "merge", into=new.pk, shown_for=new.pk)
    assert term_step(reviewer, old, "unmerge").status_code == 403
    page: Any = administrator.get(address("agency", "change", old.pk))
    assert [entry["step"].name for entry in page.context["term_steps"]] == ["unmerge"]
    assert term_step(administrator, old, "unmerge").status_code == 302
    edition = Operation.objects.get().current_edition
    assert edition is not None
    assert edition.content["agencies"][0]["id"] == "octb"


def test_a_refused_term_merger_says_why(administrator: Client) -> None:
    old, _new = terms()
    child = factories.term(Agency, "octb.team", parent=old)
    response = term_step(administrator, old, "merge", into=child.pk, shown_for=child.pk)
    assert [str(message) for message in response.context["messages"]] == [
        "octb.team is narrower than octb: a broader term cannot become its own part."
    ]


def test_a_retired_code_is_offered_no_more(administrator: Client) -> None:
    old, new = terms()
    term_step(administrator, old, "merge", into=new.pk, shown_for=new.pk)
    field = {"app_label": "operations", "model_name": "operationagency", "field_name": "agency"}
    found = administrator.get("/admin/autocomplete/", {**field, "term": ""}).json()
    assert [each["id"] for each in found["results"]] == [str(new.pk)]
    assert "octb" in administrator.get(address("agency", "changelist")).content.decode()


@pytest.mark.parametrize("name", ["preview", "changes"])
def test_a_term_has_no_preview(administrator: Client, name: str) -> None:
    old, _new = terms()
    response = administrator.get(f"/admin/operations/agency/{old.pk}/{name}/")
    assert response.status_code in (302, 404)
