"""The page of an offence: its title, its reach, what an arrest for it says, and a crosswalk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.codes import PalermoElement, Relevance
from operations.models import Group, Offence
from operations.pages.offences import MEANING
from tests.factories import term

from .reading import read

pytestmark = pytest.mark.django_db


def section_129(**values: Any) -> None:
    plain: dict[str, Any] = {
        "name_zh_hant": "販運他人進入或離開香港",
        "ordinance": "200",
        "section": "129",
        "relevance": "trafficking_offence",
    }
    term(Offence, "hk.200.129", "Trafficking in persons to or from Hong Kong", **plain | values)


def test_it_says_what_it_covers_in_the_readers_language(client: Client) -> None:
    section_129(covered_en="Across the border.", covered_zh_hant="跨境。")
    assert "What it covers Across the border." in read(client, "/terms/offence/hk.200.129/")
    assert "跨境。" in read(client, "/zh-hant/terms/offence/hk.200.129/")


def test_it_is_set_beside_the_protocol_the_classification_and_the_data_standard(
    client: Client,
) -> None:
    section_129(
        iccs="02041",
        palermo=["act.transfer", "purpose.prostitution_of_others"],
        htcds_forms=["Sexual exploitation", "Prostitution"],
    )
    words = read(client, "/terms/offence/hk.200.129/")
    assert "Laws of Hong Kong Cap. 200, section 129" in words
    assert (
        "Palermo Protocol act: transfer purpose: exploiting the prostitution of others article 3,"
        " as the Security Bureau quotes it" in words
    )
    assert "ICCS 02041 Trafficking in persons for sexual exploitation" in words
    assert (
        "HTCDS Sexual exploitation Prostitution Human Trafficking Case Data Standard 2.0,"
        " International Organization for Migration, CC BY 4.0" in words
    )
    assert "the offence needs none" in words


def test_a_means_that_the_offence_needs_is_not_denied(client: Client) -> None:
    section_129(palermo=[PalermoElement.FRAUD.value])
    words = read(client, "/terms/offence/hk.200.129/")
    assert "means: fraud" in words
    assert "the offence needs none" not in words


def test_where_nothing_was_compared_there_is_no_crosswalk(client: Client) -> None:
    section_129()
    assert "Beside other standards" not in read(client, "/terms/offence/hk.200.129/")


@pytest.mark.parametrize("relevance", Relevance.values)
def test_every_class_of_relevance_is_explained(client: Client, relevance: str) -> None:
    section_129(relevance=relevance)
    assert str(MEANING[relevance]) in read(client, "/terms/offence/hk.200.129/")


def test_other_terms_have_no_reach(client: Client) -> None:
    term(Group, "14k", "14K")
    assert "trafficking arrest" not in client.get("/terms/group/14k/").text.split("<footer")[0]
