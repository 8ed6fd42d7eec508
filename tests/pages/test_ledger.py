"""“Why this number”: a claim opens to every figure ever stated for it, on the page and as data."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations import publishing
from operations.models import Figure
from tests.factories import figure, operation, part, place, publish, published, source

from .reading import read

pytestmark = pytest.mark.django_db


def ledger(client: Client, code: str) -> dict[str, Any]:
    response = client.get(f"/operations/{code}/ledger.json")
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def test_the_ledger_opens_without_a_script_and_stands_open_where_sources_contradict(
    client: Client,
) -> None:
    published("calm")
    made = operation("torn")
    figure(made, 18)
    figure(made, 122)
    publish(made)
    assert '<details class="ledger">' in client.get("/operations/calm/").text
    assert '<details class="ledger" open>' in client.get("/operations/torn/").text
    assert "Why this number 2 figures stated" in read(client, "/operations/torn/")


def test_it_says_how_the_number_may_be_quoted(client: Client) -> None:
    published("sweep", arrested=6400)
    assert (
        "Say: 6,400 people were arrested for all offences, Hong Kong only;"
        " not: for sex trafficking; not: convicted." in read(client, "/operations/sweep/")
    )


def test_what_an_earlier_edition_stated_is_told_with_what_replaced_it_and_why(
    client: Client,
) -> None:
    made = published("sweep", arrested=868)
    Figure.objects.update(value=2320)
    publish(made, "The final count came out")
    words = read(client, "/operations/sweep/")
    assert (
        "Stated in earlier editions 868 arrested — all offences, Hong Kong only stated up to"
        " edition 1, replaced in edition 2: 2,320 arrested — all offences, Hong Kong only"
        " (The final count came out)" in words
    )
    [claim] = ledger(client, "sweep")["claims"]
    [gone] = claim["earlier"]
    assert (gone["figure"]["value"], gone["until_edition"], gone["replaced_in_edition"]) == (
        868,
        1,
        2,
    )
    assert "Stated in earlier editions" not in read(client, "/operations/sweep/editions/1/")


def test_a_figure_that_went_altogether_is_no_longer_stated(client: Client) -> None:
    made = published("sweep", arrested=868)
    figure(made, 50, measure="premises_raided", scope="not_applicable")
    publish(made, "Premises were added")
    Figure.objects.filter(measure="premises_raided").delete()
    publish(made, "Another operation's premises")
    words = read(client, "/operations/sweep/")
    assert "No longer stated 50 premises raided — Hong Kong only stated up to edition 2" in words
    assert [gone["now"] for gone in ledger(client, "sweep")["no_longer_stated"]] == [""]


def test_a_redacted_edition_tells_nothing(client: Client) -> None:
    made = published("sweep", arrested=868_421)  # too long for a hash to hold by chance
    Figure.objects.update(value=2320)
    publish(made, "The final count came out")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="A name", numbers=[1])
    assert "868,421" not in read(client, "/operations/sweep/")
    assert "868421" not in client.get("/operations/sweep/ledger.json").text


def test_figures_of_other_keys_count_something_else_and_it_says_what_differs(
    client: Client,
) -> None:
    made = operation("kite")
    figure(made, 18, role="syndicate_member", scope="vice")
    figure(made, 122, scope="vice", counted_in=place("mo", "Macau"))
    publish(made)
    words = read(client, "/operations/kite/")
    assert "Disputed" not in words
    assert (
        "Counts something else 18 arrested (alleged syndicate member) — vice offences, Hong Kong"
        " only counted in: Hong Kong only, not Macau only · who is counted: alleged syndicate"
        " member, not everybody" in words
    )


def test_a_joint_count_gives_way_and_is_quoted_as_joint(client: Client) -> None:
    other = published("kite")
    made = operation("mist")
    figure(made, 38, scope="vice")
    figure(made, 66, scope="vice", covers=[other])
    publish(made)
    words = read(client, "/operations/mist/")
    assert "It counts other operations too; the operation's own count: mist.1." in words
    assert (
        "66 people were arrested for vice offences, Hong Kong only; counted together with other"
        " operations;" in words
    )
    assert "operations counted: this one and kite, not this one" in words


def test_the_split_by_role_comes_first(client: Client) -> None:
    made = operation("raid")
    whole = figure(made, 30)
    part(whole, 28, sex="female", breakdown="partial")
    role = "in_commercial_sex_status_unknown"
    part(whole, 20, role=role, breakdown="partial", breakdown_set="role")
    publish(made)
    words = read(client, "/operations/raid/")
    assert words.index("Role: some of the whole") < words.index("Sex: some of the whole")


def test_as_data_each_figure_has_its_words_its_reason_and_its_sources(client: Client) -> None:
    made = operation("sweep")
    whole = figure(made, 2320, cited=[source("release", publisher="The Police", kind="hansard")])
    part(whole, 2000, sex="male", breakdown="partial")
    figure(made, 868, reporting_status="interim", as_at="2021-06-18")
    publish(made)
    content = ledger(client, "sweep")
    assert (content["operation"], content["edition"]) == ("sweep", 1)
    [claim] = content["claims"]
    assert claim["claim"]["measure"] == "persons_arrested"
    assert (claim["leads"], claim["disputed"]) == ("sweep.1", False)
    assert [each["id"] for each in claim["figures"]] == ["sweep.1", "sweep.2", "sweep.3"]
    lead, _part, interim = claim["figures"]
    assert lead["citations"][0]["publisher"] == "The Police"
    assert interim["why_not"] == "Does not lead: an interim count, superseded."
    assert interim["quote"] == (
        "Quote it only as interim (18 June 2021); today say: 2,320 arrested — all offences, Hong"
        " Kong only."
    )


def test_the_ledger_of_what_is_not_public_is_no_ledger(client: Client) -> None:
    operation("draft")
    assert client.get("/operations/draft/ledger.json").status_code == 404
    gone = published("gone")
    publishing.withdraw(gone, by=None, withdrawal_class="legal", reason="A court order")
    assert client.get("/operations/gone/ledger.json").status_code == 410
