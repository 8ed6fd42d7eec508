"""``/totals/outcomes/``: how much is published, and drafts that ask for the rest."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from operations.models import Agency, Offence
from tests.factories import figure, operation, part, place, publish, published, term

from .reading import ids, read, text

pytestmark = pytest.mark.django_db


def one_charged_two_silent() -> None:
    charged = operation("charged", edtf="2021")
    figure(charged, 9)
    figure(charged, 3, measure="persons_charged")
    publish(charged)
    published("silent", edtf="2023-06-12/2023-09-21")
    published("undated")


def test_coverage_is_said_stage_by_stage(client: Client) -> None:
    one_charged_two_silent()
    words = read(client, "/totals/outcomes/")
    assert "Of 3 published operations, how many state it in a number or in words" in words
    assert "Arrested 3 of 3 Charged 1 of 3 Prosecuted 0 of 3 Convicted 0 of 3" in words
    assert "Victims identified 0 of 3 Victims assisted 0 of 3" in words


def test_the_silent_ones_are_listed_newest_first(client: Client) -> None:
    one_charged_two_silent()
    page = client.get("/totals/outcomes/")
    assert ids(page) == ["silent", "undated"]
    assert "2 operations without any published outcome" in text(page)
    assert "That is not proof that there was none." in text(page)


def test_a_part_that_states_an_outcome_is_no_silence(client: Client) -> None:
    made = operation("op")
    whole = figure(made, 51)
    part(whole, 12, measure="persons_charged", breakdown="partial", breakdown_set="charged")
    publish(made)
    assert ids(client.get("/totals/outcomes/")) == []


def test_looked_for_and_not_stated_is_silence(client: Client) -> None:
    made = operation("op")
    figure(made, None, measure="persons_charged", value_type="not_stated")
    publish(made)
    assert ids(client.get("/totals/outcomes/")) == ["op"]


def test_days_since_the_end_stand_beside_each(client: Client) -> None:
    ended = timezone.localdate() - timedelta(days=1200)
    published("op", edtf=ended.isoformat(), status="concluded")
    assert "1,200 days since it ended" in read(client, "/totals/outcomes/")


def test_each_carries_a_draft_in_both_languages(client: Client) -> None:
    made = operation(
        "thunder",
        name_en="Operation Thunder",
        name_zh_hant="雷霆",
        edtf="2023-06-12/2023-09-21",
        agencies=[term(Agency, "hkpf", "Hong Kong Police Force", name_zh_hant="香港警務處")],
        offences=[
            term(Offence, "hk.200.139", "Keeping a vice establishment", name_zh_hant="經營賣淫場所")
        ],
        places=[place()],
    )
    publish(made)
    page = client.get("/totals/outcomes/")
    words = text(page)
    assert "Draft request in English To: the officer for access to information, Hong Kong" in words
    assert "Dates of the operation: 12 June – 21 September 2023." in words
    assert "Draft request in Traditional Chinese 致：香港警務處 公開資料主任" in words
    assert "索取有關「雷霆」行動的下列資料。 行動日期：2023年6月12日至9月21日。" in words
    assert page.text.count("<details>") == 2
    assert '<pre class="draft" lang="zh-Hant-HK">' in page.text


def test_the_list_can_be_narrowed_and_taken_out(client: Client) -> None:
    one_charged_two_silent()
    page = client.get("/totals/outcomes/?year=2023")
    assert ids(page) == ["silent"]
    assert 'href="/totals/outcomes.csv?year=2023"' in page.text
    assert 'href="/totals/outcomes.json?year=2023"' in page.text
    assert 'href="/totals/outcomes/"' in page.text


def test_a_bad_query_is_a_400(client: Client) -> None:
    assert "year" in read(client, "/totals/outcomes/?year=20x3", 400)
    assert "page" in read(client, "/totals/outcomes/?page=2", 400)


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for size in (3, 30):
        for number in range(size):
            published(f"{size}-{number}")
        with django_assert_num_queries(4):
            assert client.get("/totals/outcomes/").status_code == 200
