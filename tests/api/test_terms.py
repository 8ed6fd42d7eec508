"""``/api/terms/…``: the vocabularies."""

from __future__ import annotations

import pytest

from operations.models import VOCABULARIES, Agency, Group, Method, Offence
from tests import factories
from tests.api.ask import ids, read, refusal, walked_ids

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("vocabulary", list(VOCABULARIES))
def test_every_vocabulary_has_a_list(vocabulary: str) -> None:
    factories.term(VOCABULARIES[vocabulary], "one", "One")
    (term,) = read(f"/api/terms/{vocabulary}/")["results"]
    assert (term["id"], term["vocabulary"], term["name"]["en"]) == ("one", vocabulary, "One")
    assert read(f"/api/terms/{vocabulary}/one/") == term


def test_a_term_says_what_is_broader_and_what_replaced_it() -> None:
    force = factories.term(Agency, "hkpf", "Hong Kong Police Force")
    region = factories.term(Agency, "hkpf.kw", "Kowloon West", parent=force)
    new = factories.term(Agency, "hkpf.new", "New bureau", parent=region)
    factories.term(
        Agency,
        "hkpf.octb",
        "Organised Crime and Triad Bureau",
        name_zh_hant="有組織罪案及三合會調查科",
        aliases=["OCTB"],
        parent=region,
        successor=new,
        note_en="Renamed.",
        evidence="seen",
    )
    assert read("/api/terms/agency/hkpf.octb/") == {
        "id": "hkpf.octb",
        "vocabulary": "agency",
        "name": {"en": "Organised Crime and Triad Bureau", "zh-Hant": "有組織罪案及三合會調查科"},
        "aliases": ["OCTB"],
        "broader": ["hkpf.kw", "hkpf"],
        "successor": "hkpf.new",
        "note": {"en": "Renamed.", "zh-Hant": ""},
        "evidence": "seen",
    }


def test_an_offence_says_what_it_does_not_cover() -> None:
    factories.term(
        Offence,
        "hk.200.129",
        ordinance="200",
        section="129",
        relevance="trafficking_offence",
        not_covered_en="Movement inside Hong Kong.",
        title_as_of="2024-07",
    )
    term = read("/api/terms/offence/hk.200.129/")
    assert (term["ordinance"], term["section"]) == ("200", "129")
    assert term["relevance"] == "trafficking_offence"
    assert term["not_covered"] == {"en": "Movement inside Hong Kong.", "zh-Hant": ""}
    assert (term["max_penalty"], term["iccs"], term["title_as_of"]) == ("", "", "2024-07")


@pytest.mark.parametrize("written", ["hk+cn.gd+mo", "hk%2Bcn.gd%2Bmo"])
def test_a_combined_place_is_found_by_its_id_and_names_its_parts(written: str) -> None:
    factories.place("hk+cn.gd+mo")
    term = read(f"/api/terms/place/{written}/")
    assert (term["kind"], term["parts"]) == ("combined", ["hk", "cn.gd", "mo"])


def test_a_method_says_what_other_standards_call_it() -> None:
    factories.term(Method, "debt_bondage", kind="control", htcds="Debt bondage", ctdc="meansDebt")
    term = read("/api/terms/method/debt_bondage/")
    assert (term["kind"], term["htcds"], term["ctdc"]) == ("control", "Debt bondage", "meansDebt")


def test_terms_are_walked_in_the_order_of_their_ids() -> None:
    for code in ("hk.kln", "hk", "mo", "hk.nt", "cn.gd"):
        factories.place(code)
    assert walked_ids("/api/terms/place/?limit=2") == sorted(ids("/api/terms/place/"))
    assert len(ids("/api/terms/place/")) == 5


def test_an_unknown_vocabulary_is_not_found_and_the_known_ones_are_named() -> None:
    problem = read("/api/terms/planet/", 404)
    assert problem["detail"] == (
        "There is no vocabulary “planet”; there are: agency, group, offence, place, series, method."
    )
    read("/api/terms/planet/mars/", 404)


@pytest.mark.parametrize("code", ["no-such-group", "%00", "%E2%80%AE", "..", "x" * 3000, "14K"])
def test_an_unknown_term_is_not_found(code: str) -> None:
    factories.term(Group, "14k")
    read(f"/api/terms/group/{code}/", 404)


def test_fields_are_those_of_the_vocabulary() -> None:
    factories.place("hk")
    assert read("/api/terms/place/?fields=id,kind")["results"] == [
        {"id": "hk", "kind": "territory"}
    ]
    (error,) = refusal("/api/terms/group/?fields=kind")
    assert (error["parameter"], error["value"]) == ("fields", "kind")
