"""One sentence on whether and how a figure may be quoted."""

from __future__ import annotations

from typing import Any

import pytest

from operations.wording.quoting import quote
from operations.wording.source import Cited, SourceLine

from .build import VOCABULARY, entry

OFFICIAL = {"publisher": "The Police", "tier": 1}
DERIVED = {"publisher": "An encyclopedia", "tier": 3}


def figure(value: Any = 6400, **changes: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "rank": "normal",
        "rank_reason": None,
        "confidence": "high",
        "covers": [],
    }
    return entry(value, **{**plain, **changes})


def said(stated: dict[str, Any], *, leader: Any = "itself", **given: Any) -> str:
    cited = [Cited(SourceLine(given.get("source", OFFICIAL)), "")]
    lead = stated if leader == "itself" else leader
    return quote(stated, lead, VOCABULARY, cited, contested=given.get("contested", False))


def test_arrests_are_never_trafficking_arrests_unless_the_scope_says_so() -> None:
    assert said(figure()) == (
        "Say: 6,400 people were arrested for all offences, Hong Kong only; not: for sex"
        " trafficking; not: convicted."
    )
    assert said(figure(28, scope="sex_trafficking")) == (
        "Say: 28 people were arrested for sex trafficking, Hong Kong only; not: convicted."
    )


def test_one_person_is_spoken_of_in_the_singular() -> None:
    assert said(figure(1)).startswith("Say: 1 person was arrested for all offences,")
    assert said(figure(1, qualifier="at_least", who={"sex": "female"})).startswith(
        "Say: at least 1 person (women or girls) was arrested for all offences,"
    )


def test_a_scope_that_nobody_states_is_said_to_be_unstated() -> None:
    assert "for offences that are not stated, Hong Kong only" in said(figure(scope="not_stated"))


def test_who_is_counted_goes_into_the_sentence() -> None:
    members = figure(18, scope="vice", who={"role": "syndicate_member"})
    assert said(members).startswith(
        "Say: 18 people (alleged syndicate member) were arrested for vice offences,"
    )


@pytest.mark.parametrize(
    ("measure", "never"),
    [
        ("persons_intercepted", "arrested"),
        ("persons_taken_to_station", "arrested"),
        ("victims_presumed", "victims identified"),
        ("persons_referred_for_prosecution", "prosecuted"),
    ],
)
def test_what_it_is_taken_for_is_named(measure: str, never: str) -> None:
    assert said(figure(5, measure=measure)).endswith(f"; not: {never}.")


def test_frozen_is_not_seized() -> None:
    money = {"measure": "assets_frozen", "unit": "money", "currency": "HKD"}
    assert said(figure(5000, scope="not_applicable", **money)).endswith("; not: seized.")


def test_a_count_known_from_derived_sources_alone_names_them() -> None:
    assert "; according to An encyclopedia alone;" in said(figure(28), source=DERIVED)


def test_a_count_that_joins_operations_says_so() -> None:
    assert "; counted together with other operations;" in said(figure(160, covers=["kite"]))


@pytest.mark.parametrize(
    ("value_type", "sentence"),
    [
        ("not_stated", "Do not quote a number: no source read states one."),
        ("verbal_only", "Quote the source's words, not a number: there is none."),
        ("suppressed", "Quote no number: it is withheld to protect people."),
    ],
)
def test_no_number_is_not_to_be_quoted(value_type: str, sentence: str) -> None:
    assert said(figure(None, value_type=value_type)) == sentence


def test_a_figure_that_was_ruled_out_is_not_to_be_quoted() -> None:
    out = figure(rank="deprecated", rank_reason="transcription_error")
    assert said(out) == "Do not quote it: ruled out (transcription error or misprint)."


def test_a_contested_figure_is_quoted_only_beside_its_rival() -> None:
    assert said(figure(), contested=True).startswith("Quote it only beside the other")


def test_a_figure_that_does_not_lead_gives_way() -> None:
    leader = figure(2320, id="op.2")
    interim = figure(868, reporting_status="interim", as_at="2021-06-18")
    assert said(interim, leader=leader) == (
        "Quote it only as interim (18 June 2021); today say: 2,320 arrested — all offences, Hong"
        " Kong only."
    )
    assert said(figure(2300), leader=leader).startswith("Quote instead: 2,320 arrested")
    assert said(figure(9000, reporting_status="cumulative"), leader=None).startswith(
        "Quote it only with the time that it speaks of"
    )
