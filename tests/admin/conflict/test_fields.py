"""Two saves meet in the fields of a form: both texts survive, and the second decides."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Operation, Place, Revision, Source
from tests import factories

from .two import Line, again, both, having_seen, lines, opened, refused, saved


def test_the_second_save_is_refused_and_holds_both_texts(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first.", revision_note="checked the release"))
    response = refused(second.fill(summary_en="By the second."))
    assert lines(response) == {
        "summary_en": Line("both", "At first.", "By the first.", "By the second.")
    }
    assert again(second, response).data["summary_en"] == "By the second."
    html = response.content.decode()
    assert 'id="conflict"' in html
    assert 'Revision 2: <span class="who">contributor</span>' in html
    assert "checked the release" in html
    operation.refresh_from_db()
    assert operation.summary_en == "By the first."
    assert Revision.objects.count() == 2


def test_having_seen_it_the_second_saves_over_it(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first."))
    response = refused(second.fill(summary_en="By the second."))
    saved(having_seen(second, response))
    operation.refresh_from_db()
    assert operation.summary_en == "By the second."
    texts = [r.document["fields"]["summary_en"] for r in Revision.objects.order_by("number")]
    assert texts == ["At first.", "By the first.", "By the second."]


def test_without_the_tick_it_is_refused_again(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first.", name_en="Renamed"))
    response = refused(second.fill(summary_en="By the second."))
    once_more = refused(again(second, response))
    assert lines(once_more) == {
        "name_en": Line("theirs", "Operation sweep", "Renamed", "Renamed"),
        "summary_en": Line("both", "At first.", "By the first.", "By the second."),
    }


def test_what_only_the_other_changed_comes_into_the_form(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.operation("sweep", summary_zh_hant="起初。")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_zh_hant="第一位編輯寫的摘要。"))
    response = refused(second.fill(name_zh_hant="雷霆行動"))
    assert lines(response) == {
        "summary_zh_hant": Line("theirs", "起初。", "第一位編輯寫的摘要。", "起初。")
    }
    saved(having_seen(second, response))
    operation.refresh_from_db()
    assert operation.summary_zh_hant == "第一位編輯寫的摘要。"
    assert operation.name_zh_hant == "雷霆行動"


def test_theirs_is_taken_where_it_is_ticked(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first.", internal_notes="theirs"))
    response = refused(second.fill(summary_en="By the second.", internal_notes="yours"))
    saved(having_seen(second, response, "summary_en"))
    operation.refresh_from_db()
    assert (operation.summary_en, operation.internal_notes) == ("By the first.", "yours")


def test_lists_of_terms_are_compared_by_name(contributor: Client, reviewer: Client) -> None:
    hk, macau = factories.place("hk"), factories.place("mo", "Macau")
    guangdong = factories.place("cn.gd", "Guangdong")
    operation = factories.operation("sweep", places=[hk])
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(places=[str(hk.pk), str(macau.pk)]))
    response = refused(second.fill(places=[str(hk.pk), str(guangdong.pk)]))
    [line] = lines(response).values()
    assert (line.outcome, line.opened) == ("both", "Hong Kong")
    assert line.theirs == "Hong Kong; Macau"
    assert set(line.yours.split("; ")) == {"Guangdong", "Hong Kong"}
    saved(having_seen(second, response, "places"))
    assert set(operation.places.all()) == {hk, macau}


def test_choices_and_marks_are_said_in_words(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", flags=[])
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(status="concluded", flags=["single_source"], edtf_derived="on"))
    response = refused(second.fill(name_en="Mine"))
    found = lines(response)
    assert found["status"].theirs == "Concluded"
    assert found["flags"].theirs == "Single source"
    assert (found["edtf_derived"].opened, found["edtf_derived"].theirs) == ("no", "yes")
    saved(having_seen(second, response))
    operation.refresh_from_db()
    assert (operation.status, operation.flags, operation.edtf_derived) == (
        "concluded",
        ["single_source"],
        True,
    )


def test_a_third_save_in_between_is_asked_about_as_well(
    contributor: Client, reviewer: Client, administrator: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first."))
    response = refused(second.fill(summary_en="By the second."))
    saved(opened(administrator, operation).fill(date_note_en="Unrelated."))
    once_more = refused(having_seen(second, response))
    assert lines(once_more) == {"date_note_en": Line("theirs", "", "Unrelated.", "")}
    saved(having_seen(second, once_more))
    operation.refresh_from_db()
    assert (operation.summary_en, operation.date_note_en) == ("By the second.", "Unrelated.")


def test_two_saves_meanwhile_are_both_named(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="By the first."))
    saved(opened(contributor, operation).fill(internal_notes="Later."))
    response = refused(second.fill(summary_en="By the second."))
    assert [save.number for save in response.context["conflict"].saves] == [3, 2]


def test_the_form_knows_what_it_was_opened_at_after_an_error(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    wrong = second.fill(edtf="next spring", summary_en="By the second.").save()
    assert wrong.context["conflict"] is None
    corrected = again(second, wrong).fill(edtf="2024-04")
    saved(first.fill(summary_en="By the first."))
    response = refused(corrected)
    assert lines(response)["summary_en"].opened == "At first."
    resolved = having_seen(second, response).fill(edtf="next summer")
    wrong_again = resolved.save()
    assert wrong_again.context["conflict"] is None
    saved(again(second, wrong_again).fill(edtf="2024-05"))
    operation.refresh_from_db()
    assert (operation.summary_en, operation.edtf) == ("By the second.", "2024-05")


def test_one_editor_saves_time_and_again(contributor: Client) -> None:
    operation = factories.operation("sweep")
    for number, button in enumerate(("_save", "_continue", "_save"), 1):
        saved(opened(contributor, operation).fill(internal_notes=f"{number}"), button)
    assert Revision.objects.count() == 3


def test_the_same_form_sent_twice_is_refused_the_second_time(contributor: Client) -> None:
    operation = factories.operation("sweep")
    page = opened(contributor, operation)
    saved(page.fill(internal_notes="one"))
    refused(page.fill(internal_notes="two"))


def test_save_as_new_asks_nothing(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(internal_notes="one"))
    # Another name, or it would be asked whether it is the same operation.
    saved(second.fill(code="sweep-two", name_en="Lantern"), "_saveasnew")
    assert Operation.objects.filter(code="sweep-two").exists()


def test_a_record_without_history_is_protected_from_its_first_save(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = opened(contributor, operation), opened(reviewer, operation)
    saved(first.fill(summary_en="By the first."))
    response = refused(second.fill(summary_en="By the second."))
    assert lines(response)["summary_en"].opened == "At first."


@pytest.mark.parametrize("seal", ["", "3", "not-a-seal", "eyJudW1iZXIiOjk5fQ:1abc:zzzz"])
def test_a_form_without_a_good_seal_counts_as_opened_before_everything(
    contributor: Client, seal: str
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    saved(opened(contributor, operation).fill(summary_en="Saved."))
    response = refused(opened(contributor, operation).fill(opened=seal, summary_en="Typed."))
    assert lines(response) == {"summary_en": Line("both", "", "Saved.", "Typed.")}
    assert "is not known" in response.content.decode()


def test_a_newer_revision_that_says_the_same_in_the_form_is_no_conflict(
    contributor: Client, reviewer: Client
) -> None:
    operation = factories.operation("sweep", summary_en="At first.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="Changed."))
    saved(opened(contributor, operation).fill(summary_en="At first."))
    saved(second.fill(internal_notes="mine"))
    operation.refresh_from_db()
    assert (operation.summary_en, operation.internal_notes) == ("At first.", "mine")


RECORDS: dict[str, tuple[Any, str]] = {
    "source": (factories.source, "title"),
    "place": (factories.place, "name_en"),
    "assessment": (factories.assessment, "note_en"),
    "statement": (factories.statement, "summary_en"),
    "finding": (factories.finding, "text_en"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_protected(kind: str, administrator: Client) -> None:
    make, field = RECORDS[kind]
    record = make()
    first, second = both(administrator, administrator, record)
    saved(first.fill(**{field: "By the first."}))
    response = refused(second.fill(**{field: "By the second."}))
    assert lines(response)[field].theirs == "By the first."
    saved(having_seen(second, response))
    record.refresh_from_db()
    assert getattr(record, field) == "By the second."


def test_texts_are_shown_as_texts(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(summary_en="<b>bold</b>\nsecond line"))
    html = refused(second.fill(summary_en="plain")).content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt;\nsecond line" in html
    assert "<b>bold</b>" not in html


def test_line_ends_and_spaces_around_are_no_change(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep", summary_en="One.\nTwo.")
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(internal_notes="theirs"))
    response = refused(second.fill(summary_en="One.\r\nTwo. "))
    assert list(lines(response)) == ["internal_notes"]


def test_a_term_deleted_meanwhile_is_named_by_its_key_and_breaks_nothing(
    contributor: Client, reviewer: Client
) -> None:
    hk, gone = factories.place("hk"), factories.place("mo", "Macau")
    key = gone.pk
    operation = factories.operation("sweep", places=[hk, gone])
    first, second = both(contributor, reviewer, operation)
    saved(first.fill(places=[str(hk.pk)]))
    Place.objects.filter(pk=key).delete()
    response = refused(second.fill(internal_notes="mine"))
    assert lines(response)["places"].theirs == "Hong Kong"
    assert str(key) in lines(response)["places"].opened
    saved(having_seen(second, response))


def test_fields_of_a_source_that_nobody_typed_are_left_alone(administrator: Client) -> None:
    source = factories.source("daily", accessed_on="2024-01-02")
    first, second = both(administrator, administrator, source)
    saved(first.fill(title="By the first."))
    saved(having_seen(second, refused(second.fill(note="mine"))))
    source = Source.objects.get()
    assert (source.title, str(source.accessed_on)) == ("By the first.", "2024-01-02")
