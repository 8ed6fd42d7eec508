"""No free text of any record takes personal data, in either language."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from operations.models import Citation, Figure, Operation, Source
from operations.models.base import Guarded
from tests import factories

ENGLISH = "the 39-year-old man surnamed Chan of Flat 12B"
CHINESE = "39歲姓陳男子，身份證號碼A123456(3)"

# Text that is not free: ids, codes, numbers, dates, addresses, titles and names of publishers.
EXEMPT = {
    "code",
    "url",
    "title",
    "publisher",
    "original_publisher",
    "ordinance",
    "section",
    "max_penalty",
    "iccs",
    "htcds",
    "ctdc",
    "claim_key",
    "came_from",
    # Worked out from the address, and hashes.
    "url_key",
    "text_as_read",
    # Set by ``publishing``, which guards it there.
    "review_comment",
    # Compiled from the others.
    "document",
    # Lists of codes.
    "flags",
    "palermo",
    "htcds_forms",
}


def guarded_models() -> list[type[Guarded]]:
    return [model for model in apps.get_models() if issubclass(model, Guarded)]


def free_texts() -> list[tuple[type[Guarded], str]]:
    return [(model, name) for model in guarded_models() for name in model.free_text]


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
@pytest.mark.parametrize(("model", "name"), free_texts())
def test_personal_data_is_refused_in(model: type[Guarded], name: str, text: str) -> None:
    is_list = isinstance(model._meta.get_field(name), models.JSONField)
    record = model(**{name: ["Harmless", text] if is_list else text})
    with pytest.raises(ValidationError) as refusal:
        record.clean()
    assert list(refusal.value.message_dict) == [name]


@pytest.mark.parametrize("model", guarded_models())
def test_every_text_column_is_guarded_or_exempt_by_name(model: type[Guarded]) -> None:
    texts = {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not field.choices
        and not any("date_validator" in repr(check) for check in field.validators)
    }
    assert texts - set(model.free_text) <= EXEMPT
    assert set(model.free_text) <= texts


def test_a_refusal_repeats_the_words_and_says_what_to_write() -> None:
    record = Operation(summary_en="They held the 39-year-old man.")
    with pytest.raises(ValidationError) as refusal:
        record.clean()
    [said] = refusal.value.message_dict["summary_en"]
    assert said.startswith("“")
    assert "39-year-old man" in said


def test_titles_addresses_and_ids_are_bibliography() -> None:
    Source(
        code="flat-12b-12345678",
        title=ENGLISH,
        publisher="Ming Pao",
        url="https://example.org/39-year-old-man-98765432",
        language="en",
        kind="news_report",
    ).clean()


def test_an_override_with_a_reason_lets_a_text_stand() -> None:
    record = Operation(summary_en=ENGLISH)
    record.privacy_override = "A public official, named in his office"
    record.clean()
    assert list(record.personal_data()) == ["summary_en"]


def test_an_override_of_one_record_does_not_reach_another() -> None:
    Operation().privacy_override = "reason"
    with pytest.raises(ValidationError):
        Operation(summary_en=ENGLISH).clean()


@pytest.mark.django_db
def test_counts_and_districts_pass_in_a_figure_and_its_citation() -> None:
    figure = factories.figure(factories.operation(), note_en="4,115 men and 2,285 women, 10 to 85")
    figure.full_clean()
    [citation] = figure.citations.all()
    citation.locator = "paragraph 12, table 3"
    citation.full_clean()
    assert isinstance(figure, Figure)
    assert isinstance(citation, Citation)


@pytest.mark.django_db
def test_marks_of_direction_are_refused_in_every_text() -> None:
    made = factories.operation("raid")
    made.name_en = "\u202eabc"
    made.aliases = ["a\u200fb"]

    with pytest.raises(ValidationError) as refused:
        made.full_clean()

    said = ["Remove the invisible marks of direction from this text."]
    assert refused.value.message_dict == {"name_en": said, "aliases": said}
