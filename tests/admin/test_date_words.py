"""Below a date stands what it says, and what was probably meant."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories

from .desk import address
from .thunderbolt import empty


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2023-06-12/2023-09-21", "12 June – 21 September 2023"),
        ("2008-09-24/", "from 24 September 2008, end not stated"),
        ("", ""),
    ],
)
def test_the_words_are_asked_for_while_somebody_types(
    contributor: Client, typed: str, words: str
) -> None:
    answer = contributor.get("/admin/dates/", {"text": typed})
    assert answer.json() == {"words": words, "problem": ""}


def test_they_are_in_the_language_of_the_desk(contributor: Client) -> None:
    contributor.cookies["desk_language"] = "zh-hant"
    answer = contributor.get("/admin/dates/", {"text": "2023-06-12"})
    assert answer.json()["words"] == "2023年6月12日"


def test_strangers_are_sent_to_log_in(client: Client, db: None) -> None:
    assert client.get("/admin/dates/?text=2023").status_code == 302


def test_the_page_brings_the_words_along(contributor: Client) -> None:
    operation = factories.operation(edtf="2023-06-12/2023-09-21")
    html = contributor.get(address("operation", "change", operation.pk)).content.decode()
    assert 'for="id_edtf" id="id_edtf_words">12 June – 21 September 2023</output>' in html


def test_a_date_as_people_write_it_is_refused_with_what_was_meant(contributor: Client) -> None:
    refused = empty(contributor).fill(edtf="12/6/2023").save()
    html = refused.content.decode()
    assert "Perhaps you mean 2023-06-12 (12 June 2023) or 2023-12-06 (6 December 2023)?" in html
    assert 'value="12/6/2023"' in html
