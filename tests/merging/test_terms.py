"""Two terms become one: in the working copies, in the documents, and in old addresses."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.test import Client

from operations import merging, publishing
from operations.models import (
    Agency,
    Figure,
    Finding,
    Group,
    Merger,
    Method,
    Offence,
    Operation,
    OperationAgency,
    OperationRoute,
    Place,
    Revision,
    Series,
    Term,
)
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def merge(term: Term, into: Term) -> merging.terms.MergedTerm:
    return merging.terms.merge(term, into, by=None, reason="One and the same.")


def undo(term: Term) -> merging.terms.MergedTerm:
    return merging.terms.undo(term, by=None)


def content(operation: Operation) -> dict[str, Any]:
    edition = operation.current_edition
    assert edition is not None
    return edition.content


def said(operation: Operation, key: str) -> list[tuple[str, ...]]:
    extra = {"agencies": ("role",), "groups": ("attribution",)}.get(key, ())
    return [tuple(entry[name] for name in ("id", *extra)) for entry in content(operation)[key]]


def verified() -> bool:
    return list(publishing.verify()) == []


def agencies() -> tuple[Agency, Agency]:
    old = factories.term(Agency, "octb", "Organised Crime Bureau", aliases=["OCTB"])
    new = factories.term(Agency, "hkpf.octb", "OCTB")
    return old, new


def test_every_working_copy_and_document_names_the_successor() -> None:
    old, new = agencies()
    kite = factories.published("kite", agencies=[old])
    OperationAgency.objects.update(role="joint")
    factories.publish(kite, "Role")
    done = merge(old, new)
    assert (done.rows, done.documents) == (1, 1)
    assert said(kite, "agencies") == [("hkpf.octb", "joint")]
    assert content(kite)["agencies"][0]["name"]["en"] == "OCTB"
    assert list(content(kite)["vocabulary"]["agency"]) == ["hkpf.octb"]
    assert kite.editions.latest("number").kind == "reissued"
    new.refresh_from_db()
    assert new.aliases == ["Organised Crime Bureau"]
    assert publishing.publish(kite, by=None, reason="Again") is None
    assert verified()


def test_the_old_term_stays_as_a_retired_code() -> None:
    old, new = agencies()
    merge(old, new)
    old.refresh_from_db()
    assert old.successor == new
    notes = dict(Revision.objects.values_list("code", "note"))
    assert notes == dict.fromkeys(("octb", "hkpf.octb"), "Merged: octb into hkpf.octb")


def test_what_would_stand_twice_stands_once_and_comes_back() -> None:
    old, new = agencies()
    kite = factories.operation("kite", agencies=[old, new])
    OperationAgency.objects.filter(agency=old).update(role="supporting")
    factories.publish(kite)
    merge(old, new)
    assert said(kite, "agencies") == [("hkpf.octb", "lead")]
    undo(old)
    assert said(kite, "agencies") == [("octb", "supporting"), ("hkpf.octb", "lead")]
    assert verified()


@pytest.mark.parametrize("model", [Group, Offence, Method, Place])
def test_lists_follow_and_come_back(model: type[Term]) -> None:
    old, new, other = (factories.term(model, code) for code in ("old", "new", "other"))
    key = f"{model.vocabulary}s"
    kite = published("kite", key, old, other)
    both = published("both", key, old, new)
    merge(old, new)
    assert {entry["id"] for entry in content(kite)[key]} == {"new", "other"}
    assert [entry["id"] for entry in content(both)[key]] == ["new"]
    undo(old)
    assert {entry["id"] for entry in content(kite)[key]} == {"old", "other"}
    assert {entry["id"] for entry in content(both)[key]} == {"old", "new"}
    assert verified()
    for made in (kite, both):
        assert publishing.publish(made, by=None, reason="Again") is None


def published(code: str, key: str, *terms: Term) -> Operation:
    values: dict[str, Any] = {key: terms}
    return factories.published(code, **values)


def test_a_series_follows_and_comes_back() -> None:
    old, new = factories.term(Series, "old"), factories.term(Series, "new")
    kite = factories.published("kite", series=old)
    merge(old, new)
    assert content(kite)["series"]["id"] == "new"
    undo(old)
    assert content(kite)["series"]["id"] == "old"


def test_figures_and_routes_follow_and_their_keys_with_them() -> None:
    old, new = factories.place("hk.kt"), factories.place("hk.kwun_tong")
    offence, heir = factories.term(Offence, "vice"), factories.term(Offence, "hk.200.137")
    kite = factories.operation("kite")
    OperationRoute.objects.create(operation=kite, origin=old, destination=factories.place())
    factories.figure(kite, 7, counted_in=old, offence=offence)
    factories.publish(kite)
    merge(old, new)
    merge(offence, heir)
    [figure] = content(kite)["figures"]
    assert (figure["counted_in"], figure["offence"]) == ("hk.kwun_tong", "hk.200.137")
    assert content(kite)["routes"][0]["from"]["id"] == "hk.kwun_tong"
    stored = Figure.objects.get()
    assert stored.claim_key == stored.current_claim_key()
    undo(offence)
    undo(old)
    [figure] = content(kite)["figures"]
    assert (figure["counted_in"], figure["offence"]) == ("hk.kt", "vice")
    assert verified()


def test_of_two_preferred_figures_that_become_rivals_one_stays_preferred() -> None:
    ruled = {"rank": "preferred", "rank_reason": "official_source"}
    old, new = factories.place("hk.kt"), factories.place("hk.kwun_tong")
    kite = factories.operation("kite")
    factories.figure(kite, 7, counted_in=old, **ruled)
    factories.figure(kite, 8, counted_in=new, **ruled)
    factories.publish(kite)
    merge(old, new)
    assert list(Figure.objects.values_list("rank", flat=True)) == ["normal", "preferred"]
    undo(old)
    assert set(Figure.objects.values_list("rank", "rank_reason")) == {tuple(ruled.values())}


def test_narrower_terms_and_findings_follow_and_come_back() -> None:
    old, new = factories.term(Group, "old"), factories.term(Group, "new")
    branch = factories.term(Group, "branch", parent=old)
    kite = factories.published("kite", groups=[branch])
    finding = factories.finding("route", group=old)
    publishing.publish_context(finding)
    merge(old, new)
    assert content(kite)["vocabulary"]["group"]["branch"]["broader"] == ["new"]
    assert document(finding)["group"]["id"] == "new"
    undo(old)
    branch.refresh_from_db()
    assert branch.parent == old
    assert content(kite)["vocabulary"]["group"]["branch"]["broader"] == ["old"]
    assert document(finding)["group"]["id"] == "old"
    assert verified()


def document(finding: Finding) -> dict[str, Any]:
    finding.refresh_from_db()
    found: dict[str, Any] = orjson.loads(finding.document)
    return found


def test_what_was_changed_since_stays_changed_and_what_waits_is_named() -> None:
    old, new = agencies()
    kite, raid = (factories.published(code, agencies=[old]) for code in ("kite", "raid"))
    merge(old, new)
    OperationAgency.objects.filter(operation=kite).update(agency=factories.term(Agency, "icac"))
    Operation.objects.filter(pk=raid.pk).update(summary_en="Not read yet.")
    assert undo(old).waiting_elsewhere == ["raid"]
    assert kite.agency_roles.get().agency.code == "icac"
    assert raid.agency_roles.get().agency.code == "octb"
    assert said(raid, "agencies") == [("hkpf.octb", "lead")]


def test_names_given_by_hand_since_stay() -> None:
    old, new = agencies()
    merge(old, new)
    new.refresh_from_db()
    new.aliases = [*new.aliases, "Bureau"]
    new.save()
    undo(old)
    new.refresh_from_db()
    assert new.aliases == ["Bureau"]
    old.refresh_from_db()
    assert old.successor is None
    assert not Merger.objects.standing().exists()


def test_a_loop_or_a_second_merger_is_refused() -> None:
    top = factories.term(Group, "top")
    child = factories.term(Group, "child", parent=top)
    low = factories.term(Group, "low", parent=child)
    other = factories.term(Group, "other")
    for into in (child, low):
        with pytest.raises(Refused, match=f"{into.code} is narrower than top"):
            merge(top, into)
    with pytest.raises(Refused, match="into itself"):
        merge(top, top)
    with pytest.raises(Refused, match="different vocabularies"):
        merge(top, factories.term(Agency, "hkpf"))
    merge(low, other)
    for one, two in ((low, top), (top, low)):
        with pytest.raises(Refused, match="low is retired already: its successor is other"):
            merge(one, two)
    merge(child, top)
    low.refresh_from_db()
    assert low.parent == top


def test_a_combined_place_and_its_parts_are_refused() -> None:
    hk, mo, kt = factories.place(), factories.place("mo"), factories.place("hk.kt")
    both = factories.place("hk+mo")
    for one, two in ((both, hk), (kt, both)):
        with pytest.raises(Refused, match="combined place follows from its parts"):
            merge(one, two)
    with pytest.raises(Refused, match=r"mo is a part of combined places: hk\+mo"):
        merge(mo, kt)
    merge(kt, hk)


def test_a_route_that_would_lead_nowhere_is_refused() -> None:
    kt, yl = factories.place("hk.kt"), factories.place("hk.yl")
    made = factories.operation("kite")
    OperationRoute.objects.create(operation=made, origin=kt, destination=yl)
    for one, two in ((kt, yl), (yl, kt)):
        with pytest.raises(Refused, match="would lead nowhere: kite"):
            merge(one, two)


def test_a_small_count_is_not_made_by_a_merger() -> None:
    # Of a whole territory a small count may stand, of a district it may not.
    gone, district = factories.place("mo"), factories.place("hk.kt", kind="district")
    kite = factories.operation("kite")
    factories.figure(kite, 3, counted_in=gone, measure="victims_identified", sex="female")
    with pytest.raises(Refused, match=r"kite\.1 would become a count too small"):
        merge(gone, district)


def test_mergers_in_a_row_are_undone_from_the_last() -> None:
    one, two, three = (factories.term(Group, code) for code in ("one", "two", "three"))
    kite = factories.published("kite", groups=[one])
    merge(one, two)
    merge(two, three)
    assert said(kite, "groups") == [("three", "not_stated")]
    with pytest.raises(Refused, match="two was merged into three since: undo that first"):
        undo(one)
    undo(two)
    assert said(kite, "groups") == [("two", "not_stated")]
    undo(one)
    assert said(kite, "groups") == [("one", "not_stated")]
    assert verified()


def test_old_addresses_and_queries_lead_to_the_successor(client: Client) -> None:
    one, two, three = (factories.term(Group, code) for code in ("one", "two", "three"))
    factories.published("kite", groups=[one])
    merge(one, two)
    merge(two, three)
    response: Any = client.get("/terms/group/one/")
    assert (response.status_code, response["Location"]) == (308, "/terms/group/three/")
    for path in ("/operations.json", "/api/operations/"):
        answer = client.get(path, {"group": "one"})
        assert answer.status_code == 200
        found = orjson.loads(b"".join(answer) if answer.streaming else answer.content)
        assert [each["id"] for each in found.get("operations", found.get("results"))] == ["kite"]
    page = client.get("/operations/", {"group": "one"}).content.decode()
    assert 'data-operation="kite"' in page
    assert client.get("/operations/", {"group": "none"}).status_code == 400
    term = orjson.loads(client.get("/api/terms/group/one/").content)
    assert term["successor"] == "two"


def test_the_past_is_read_with_the_codes_it_was_written_with(client: Client) -> None:
    one, two = factories.term(Group, "one"), factories.term(Group, "two")
    kite = factories.published("kite", groups=[one])
    then = kite.editions.get().valid_from.isoformat().replace("+00:00", "Z")
    merge(one, two)
    found = {}
    for code in ("one", "two"):
        answer = client.get("/operations.json", {"group": code, "as_of": then})
        found[code] = orjson.loads(b"".join(answer))["meta"]["count"]
    assert found == {"one": 1, "two": 0}
