"""The context: a timeline with its caveats and replies, and groups with their operations."""

from __future__ import annotations

import pytest
from django.test import Client

from operations import publishing
from operations.models import Assessment, Finding, Group, Method, Statement
from operations.pages.context_groups import LATEST
from tests.factories import assessment, figure, finding, place, published, statement, term

from .reading import read

pytestmark = pytest.mark.django_db


def shown(*records: Assessment | Statement | Finding) -> None:
    for record in records:
        publishing.publish_context(record)


def test_years_stand_newest_first_with_tier_counts_caveats_and_replies(client: Client) -> None:
    old, new = assessment("tip-2018", year=2018), assessment("tip-2019", year=2019)
    figure(
        new,
        18,
        measure="victims_identified",
        scope="other",
        period="2018",
        note_en="Through the screening mechanism alone.",
    )
    reply = statement("reply-2019", answers=new, body_en="The Government", date="2019-06-20")
    shown(old, new, reply)
    words = read(client, "/context/")
    assert words.index("Yearly report 2019") < words.index("Yearly report 2018")
    assert "18 victims identified — other offences, Hong Kong only; 2018" in words
    assert "Through the screening mechanism alone." in words
    assert "The Government, 20 June 2019" in words
    assert "No count recorded from this report." in words
    page = client.get("/context/").text
    assert '<a href="#reply-2019">' in page
    assert '<a href="#tip-2019">' in page


def test_a_finding_leads_to_the_terms_that_it_speaks_of(client: Client) -> None:
    method = term(Method, "control.debt", "Debt bondage", kind="control")
    shown(
        finding("debt", kind="means_of_control", method=method),
        finding("route", origin=place("th", "Thailand"), destination=place()),
    )
    page = client.get("/context/").text
    for address in ("/terms/method/control.debt/", "/terms/place/th/", "/terms/place/hk/"):
        assert f'href="{address}"' in page


def test_groups_stand_with_their_operations_as_reported_links(client: Client) -> None:
    group = term(Group, "14k", "14K")
    published("older", name_en="Older raid", edtf="2014", groups=[group])
    published("newer", name_en="Newer raid", edtf="2024", groups=[group])
    term(Group, "unnamed-anywhere")
    words = read(client, "/context/")
    assert "14K Operations with a reported link; nobody is called a member of it." in words
    assert words.index("Newer raid") < words.index("Older raid")
    assert "Unnamed" not in words


def test_a_group_of_many_operations_leads_to_the_list(client: Client) -> None:
    group = term(Group, "14k", "14K")
    for number in range(LATEST + 2):
        published(f"raid-{number}", groups=[group])
    assert "2 more" in read(client, "/context/")
    assert 'href="/operations/?group=14k"' in client.get("/context/").text
