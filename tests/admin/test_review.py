"""Four eyes at the desk: the review page, what was seen, return, publish and discard."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from operations import history, publishing
from operations.models import (
    Citation,
    Edition,
    Operation,
    PrivacyOverride,
    Review,
    Revision,
)
from tests import factories

from .desk import Page, address, seen

OWN = (
    "The last change is your own. Under the rule of four eyes somebody else has to look at it"
    " and publish it."
)


def drafted(code: str = "sweep") -> Operation:
    operation = factories.operation(code)
    factories.figure(operation, 100)
    return operation


def save(client: Client, operation: Operation, **typed: Any) -> None:
    page = Page.open(client, address("operation", "change", operation.pk))
    response = page.fill(**typed).save("_continue")
    assert response.status_code == 302
    operation.refresh_from_db()


def step(client: Client, operation: Operation, name: str, **answers: Any) -> Any:
    return client.post(address("operation", name, operation.pk), {**seen(operation), **answers})


def review(client: Client, operation: Operation) -> Any:
    response: Any = client.get(address("operation", "review", operation.pk))
    assert response.status_code == 200
    return response


def refusals(response: Any) -> list[str]:
    assert response.status_code == 200
    messages = response.context["messages"]
    return [str(message) for message in messages if message.level_tag == "error"]


def offered(response: Any) -> list[str]:
    return [decision["step"].name for decision in response.context["decisions"]]


@pytest.mark.parametrize("name", ["ready", "publish"])
def test_whoever_wrote_the_last_change_neither_approves_nor_publishes_it(
    contributor: Client, reviewer: Client, name: str
) -> None:
    operation = drafted()
    save(contributor, operation, summary_en="As the release says.")
    step(contributor, operation, "submit")
    save(reviewer, operation, summary_en="As the release of Monday says.")
    assert refusals(step(reviewer, operation, name, reason="")) == [OWN]
    operation.refresh_from_db()
    assert operation.workflow == "in_review"
    assert not Edition.objects.exists()
    page = review(reviewer, operation)
    assert offered(page) == ["return"]
    assert OWN in page.text
    assert OWN in reviewer.get(address("operation", name, operation.pk)).text


def test_of_two_editors_each_publishes_what_the_other_changed_last(
    reviewer: Client, administrator: Client
) -> None:
    operation = drafted()
    save(reviewer, operation, summary_en="First.")
    assert step(administrator, operation, "publish", reason="").status_code == 302
    save(administrator, operation, summary_en="Second.")
    assert refusals(step(administrator, operation, "publish", reason="Better.")) == [OWN]
    assert step(reviewer, operation, "publish", reason="Better.").status_code == 302
    assert list(Edition.objects.values_list("number", "single_checked")) == [
        (1, False),
        (2, False),
    ]


def test_a_save_that_changes_nothing_makes_nobody_an_author(
    contributor: Client, reviewer: Client
) -> None:
    operation = drafted()
    save(contributor, operation, summary_en="As the release says.")
    save(reviewer, operation)
    assert step(reviewer, operation, "publish", reason="").status_code == 302


def test_without_the_rule_one_person_may_and_readers_are_told(
    reviewer: Client, client: Client, settings: Any
) -> None:
    settings.FOUR_EYES = False
    operation = drafted()
    save(reviewer, operation, summary_en="As the release says.")
    assert offered(review(reviewer, operation)) == ["submit", "publish"]
    assert step(reviewer, operation, "publish", reason="").status_code == 302
    meaning = "One person wrote and published this; nobody else has checked it yet."
    for url in ("/operations/sweep/", "/operations/sweep/editions/1/"):
        page = client.get(url).text
        assert '<li class="mark"><a href="#edition">single-checked</a></li>' in page
        assert meaning in page
    listed = client.get("/operations/sweep/editions/").text
    assert '<span class="mark">single-checked</span>' in listed
    assert "Single-checked: one person wrote and published the edition" in listed
    save(reviewer, operation, summary_en="As the release of Monday says.")
    step(reviewer, operation, "publish", reason="Better.")
    [told] = client.get("/operations/sweep/editions/2/changes.json").json()["editions"]
    assert told["single_checked"] is True


def test_the_second_pair_of_eyes_takes_the_mark_away(
    reviewer: Client, administrator: Client, client: Client, settings: Any
) -> None:
    settings.FOUR_EYES = False
    operation = drafted()
    save(reviewer, operation, summary_en="First.")
    step(administrator, operation, "publish", reason="")
    for url in ("/operations/sweep/", "/operations/sweep/editions/"):
        assert "ingle-checked" not in client.get(url).text


def test_the_page_tells_who_saved_what_since_readers_saw_it(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.published("sweep", name_en="Operation Sweep")
    save(contributor, operation, name_en="Operation Clean Sweep", revision_note="Renamed.")
    page = review(reviewer, operation)
    [saved] = page.context["revisions"]
    assert (saved.number, saved.made_by.username, saved.note) == (2, "contributor", "Renamed.")
    [change] = page.context["changes"]
    assert (change.before, change.after) == ("Operation Sweep", "Operation Clean Sweep")
    assert "Readers see edition 1." in page.text
    assert address("operation", "preview", operation.pk) in page.text
    assert offered(page) == ["submit", "publish", "discard"]
    own = review(contributor, operation)
    assert offered(own) == ["submit"]
    assert OWN not in own.text


def test_a_return_is_kept_with_who_said_it_and_when(contributor: Client, reviewer: Client) -> None:
    operation = drafted()
    save(contributor, operation, summary_en="As the release says.")
    step(contributor, operation, "submit")
    step(reviewer, operation, "return", comment="Which release?")
    step(contributor, operation, "submit")
    operation.refresh_from_db()
    assert operation.review_comment == ""
    kept = Review.objects.order_by("pk").values_list(
        "step", "revision", "comment", "made_by__username"
    )
    assert list(kept) == [
        ("submitted", 1, "", "contributor"),
        ("returned", 1, "Which release?", "reviewer"),
        ("submitted", 1, "", "contributor"),
    ]
    assert "Which release?" in review(contributor, operation).text


@pytest.mark.parametrize("name", ["publish", "ready", "discard"])
def test_what_somebody_saved_after_the_page_was_opened_does_not_go_through(
    contributor: Client, reviewer: Client, name: str
) -> None:
    operation = factories.published("sweep")
    save(contributor, operation, summary_en="Seen.")
    step(contributor, operation, "submit")
    opened = seen(operation)
    save(contributor, operation, summary_en="Slipped in.")
    answers = {**opened, "reason": "A summary was added."}
    response = reviewer.post(address("operation", name, operation.pk), answers)
    [refusal] = refusals(response)
    assert refusal.startswith("contributor saved it on ")
    assert "(revision 3), after you opened the page." in refusal
    assert "Slipped in." in response.text
    assert response.context["seen"] == publishing.reviewed(operation)
    operation.refresh_from_db()
    assert (operation.workflow, operation.summary_en) == ("in_review", "Slipped in.")
    assert Edition.objects.count() == 1


def test_what_was_typed_stays_and_a_second_look_lets_it_through(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.published("sweep")
    save(contributor, operation, summary_en="Seen.")
    opened = seen(operation)
    save(contributor, operation, summary_en="Slipped in.")
    url = address("operation", "publish", operation.pk)
    response = reviewer.post(url, {**opened, "reason": "A summary was added."})
    assert "A summary was added." in response.text
    again = {"seen": str(response.context["seen"]), "reason": "A summary was added."}
    assert reviewer.post(url, again).status_code == 302
    assert Edition.objects.get(number=2).content["summary"]["en"] == "Slipped in."


def test_a_source_changed_after_the_page_was_opened_asks_for_another_look(
    contributor: Client, reviewer: Client
) -> None:
    daily = factories.source("daily")
    operation = factories.operation("sweep")
    factories.figure(operation, 100, cited=[daily])
    save(contributor, operation, summary_en="Seen.")
    opened = seen(operation)
    page = Page.open(contributor, address("source", "change", daily.pk))
    page.fill(title="Another title").save()
    url = address("operation", "publish", operation.pk)
    [refusal] = refusals(reviewer.post(url, {**opened, "reason": ""}))
    assert refusal.startswith("A term, a source or another operation that it names was changed")


@pytest.mark.parametrize("token", ["", "1", "x-y", "0-" + "g" * 64, "1" * 30 + "-" + "0" * 64])
def test_a_form_that_does_not_say_what_was_seen_is_refused(reviewer: Client, token: str) -> None:
    operation = drafted()
    response = reviewer.post(
        address("operation", "publish", operation.pk), {"seen": token, "reason": "Because."}
    )
    assert response.status_code == 200
    assert "Open the page again: it does not say what you saw." in response.text
    assert "Because." in response.text
    assert not Edition.objects.exists()


def test_a_save_after_the_approval_asks_for_another_look(
    contributor: Client, reviewer: Client
) -> None:
    operation = drafted()
    save(contributor, operation, summary_en="As the release says.")
    step(contributor, operation, "submit")
    step(reviewer, operation, "ready")
    operation.refresh_from_db()
    assert operation.workflow == "ready"
    save(contributor, operation)
    assert operation.workflow == "ready"
    save(contributor, operation, summary_en="As the release of Monday says.")
    assert operation.workflow == "in_review"


def test_discard_goes_back_to_what_readers_see_and_keeps_what_is_private(
    contributor: Client, reviewer: Client
) -> None:
    hidden = factories.operation("hidden")
    operation = factories.published("sweep", arrested=None)
    first, second = factories.figure(operation, 100), factories.figure(operation, 7)
    factories.publish(operation, "Two figures.")
    before = publishing.preview(operation)
    page = Page.open(contributor, address("operation", "change", operation.pk))
    page.change_row("figures", 1, value="999").change_row("figures", 2, DELETE="on")
    page.fill(name_en="Wrong", internal_notes="Ask the desk.", may_overlap=[hidden.pk]).save()
    operation.refresh_from_db()
    assert (operation.name_en, operation.figures.count()) == ("Wrong", 1)
    step(contributor, operation, "submit")
    assert step(reviewer, operation, "discard", note="Misread.").status_code == 302
    operation.refresh_from_db()
    assert publishing.preview(operation) == before
    assert operation.internal_notes == "Ask the desk."
    assert list(operation.may_overlap.all()) == [hidden]
    figures = {figure.number: figure.value for figure in operation.figures.all()}
    assert figures == {first.number: 100, second.number: 7}
    assert (operation.workflow, operation.public_revision) == ("draft", 4)
    last = Revision.objects.get(record="operation", number=4)
    assert (last.note, last.made_by) == (
        "Back to edition 2. Misread.",
        User.objects.get(username="reviewer"),
    )
    assert Review.objects.get(step="discarded").comment == "Misread."
    assert Revision.objects.get(number=3).document["fields"]["name_en"] == "Wrong"
    assert offered(review(reviewer, operation)) == ["submit"]
    assert OWN not in review(reviewer, operation).text


def test_discard_brings_back_what_an_administrator_let_stand(
    contributor: Client, reviewer: Client
) -> None:
    named = "An officer surnamed Chan spoke."
    operation = factories.published("sweep", summary_en=named)
    [finding] = operation.personal_data()["summary_en"]
    save_without = Page.open(contributor, address("operation", "change", operation.pk))
    save_without.fill(summary_en="An officer spoke.").save()
    [refusal] = refusals(step(reviewer, operation, "discard"))
    assert finding.excerpt in refusal
    PrivacyOverride.objects.create(
        record="operation",
        code="sweep",
        field="summary_en",
        excerpt=finding.excerpt,
        reason="The spokesman.",
    )
    assert step(reviewer, operation, "discard").status_code == 302
    operation.refresh_from_db()
    assert operation.summary_en == named


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_there_is_nothing_to_discard_to_where_readers_see_nothing(
    reviewer: Client, state: str
) -> None:
    operation = drafted()
    if state == "withdrawn":
        factories.publish(operation)
        publishing.withdraw(operation, by=None, withdrawal_class="legal", reason="An order.")
    [refusal] = refusals(step(reviewer, operation, "discard"))
    assert refusal == "sweep is not public: there is nothing to go back to."
    assert "discard" not in offered(review(reviewer, operation))


def test_context_goes_by_the_same_rule(
    contributor: Client, reviewer: Client, client: Client, settings: Any
) -> None:
    finding = factories.finding("way")
    url = address("finding", "publish", finding.pk)
    Page.open(reviewer, address("finding", "change", finding.pk)).fill(text_en="One way.").save()
    assert refusals(reviewer.post(url, seen(finding))) == [OWN]
    opened = seen(finding)
    Page.open(contributor, address("finding", "change", finding.pk)).fill(text_en="Two.").save()
    [refusal] = refusals(reviewer.post(url, opened))
    assert refusal.startswith("contributor saved it on ")
    assert reviewer.post(url, seen(finding)).status_code == 302
    assert "ingle-checked" not in client.get("/context/").text
    settings.FOUR_EYES = False
    Page.open(reviewer, address("finding", "change", finding.pk)).fill(text_en="Three.").save()
    assert reviewer.post(url, seen(finding)).status_code == 302
    assert '<span class="mark">single-checked</span>' in client.get("/context/").text


def test_an_imported_or_command_made_change_is_nobody_s_own(reviewer: Client) -> None:
    operation = drafted()
    history.save_revision(operation, None)
    assert step(reviewer, operation, "publish", reason="").status_code == 302
    assert Edition.objects.get().single_checked is False
    assert Citation.objects.count() == 1
