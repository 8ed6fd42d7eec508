"""Merged and undone in whatever order, the public record stays whole and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations import history, merging, publishing
from operations.codes import EditionKind
from operations.models import Edition, Figure, Group, Merger, Operation, Place
from operations.problems import Refused
from tests import factories
from tests.publishing.test_histories import (
    check_nothing_written_changed,
    check_whole,
    snapshot,
)

pytestmark = pytest.mark.django_db

STEPS = (
    "save",
    "part",
    "link",
    "publish",
    "publish",
    "withdraw",
    "redact",
    "merge",
    "merge",
    "undo",
    "undo",
    "merge term",
    "merge place",
    "undo term",
    "undo place",
)


class Desk:
    """Four operations, three groups and three places, and editors who do as they are told."""

    def __init__(self) -> None:
        self.groups = [factories.term(Group, f"group-{n}") for n in range(3)]
        self.places = [factories.place(code) for code in ("hk", "mo", "cn")]
        self.source = factories.source("paper")
        self.made = [
            factories.operation(
                f"op-{n}", groups=[self.groups[n % 3]], places=self.places[: n % 3 + 1]
            )
            for n in range(4)
        ]
        for n, made in enumerate(self.made):
            factories.figure(made, 100 + n % 2, cited=[self.source])
            factories.publish(made)
        self.count = 0

    def do(self, step: str, which: int) -> None:
        """Take one step; a refusal is a step too, that changes nothing."""
        self.count += 1
        before = snapshot(), working()
        try:
            with transaction.atomic():
                self.take(step, which)
        except Refused:
            assert (snapshot(), working()) == before

    def take(self, step: str, which: int) -> None:
        made, other = (
            Operation.objects.get(pk=each.pk)
            for each in (self.made[which % 4], self.made[(which // 4) % 4])
        )
        reason = f"Reason {self.count}"
        ending: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": reason}
        one, two = which % 3, (which // 4) % 3
        steps: dict[str, Callable[[], Any]] = {
            "save": lambda: self.save(made),
            "part": lambda: self.part(made),
            "link": lambda: self.link(made, other),
            "publish": lambda: publishing.publish(made, by=None, reason=reason),
            "withdraw": lambda: publishing.withdraw(made, **ending),
            "redact": lambda: publishing.redact(made, **ending),
            "merge": lambda: merging.operations.merge(made, other, by=None, reason=reason),
            "undo": lambda: merging.operations.undo(made, by=None, reason=reason),
            "merge term": lambda: merge_terms(self.groups[one], self.groups[two]),
            "undo term": lambda: merging.terms.undo(self.groups[one], by=None),
            "merge place": lambda: merge_terms(self.places[one], self.places[two]),
            "undo place": lambda: merging.terms.undo(self.places[one], by=None),
        }
        steps[step]()

    def save(self, made: Operation) -> None:
        Operation.objects.filter(pk=made.pk).update(name_en=f"Name {self.count}")
        place = Place.objects.filter(successor__isnull=True).order_by("code").first()
        factories.figure(made, self.count, cited=[self.source], counted_in=place)
        history.save_revision(made, None)

    def part(self, made: Operation) -> None:
        whole = made.figures.order_by("number").last()
        if whole is not None:
            factories.part(whole, 1, breakdown="partial", sex="male", cited=[self.source])

    def link(self, made: Operation, other: Operation) -> None:
        if made != other:
            made.may_overlap.add(other)
            made.figures.latest("pk").covers.add(other)


def merge_terms(term: Any, into: Any) -> None:
    merging.terms.merge(term, into, by=None)


def working() -> list[Any]:
    figures = Figure.objects.order_by("pk").values_list("pk", "operation", "came_from", "rank")
    operations = Operation.objects.order_by("pk").values_list("code", "merged_into", "name_en")
    return [*figures, *operations, *Group.objects.order_by("pk").values_list("code", "successor")]


def check_redirects() -> None:
    """What is merged leads to what is not, and its last edition says so unless it was redacted."""
    for made in Operation.objects.all():
        current = made.current_edition
        if made.merged_into:
            assert made.merged_into.merged_into is None
            assert current is not None
            assert current.kind in (EditionKind.MERGED, EditionKind.REDACTED)
        else:
            assert current is None or current.kind != EditionKind.MERGED


def check_terms() -> None:
    """No working copy and no document names a retired code."""
    retired = {
        term.code for model in (Group, Place) for term in model.objects.all() if term.successor
    }
    for made in Operation.objects.all():
        assert not {group.code for group in made.groups.all()} & retired
        assert not {place.code for place in made.places.all()} & retired
        assert not {figure.counted_in.code for figure in made.figures.all()} & retired
    for edition in Edition.objects.public():
        content = edition.content
        named = {entry["id"] for entry in (*content["groups"], *content["places"])}
        assert not named & retired
        assert not {figure["counted_in"] for figure in content["figures"]} & retired


def check_figures() -> None:
    """Numbers are given once, keys are those of today, parts are in their own operation."""
    for figure in Figure.objects.select_related("operation", "part_of"):
        assert figure.part_of is None or figure.part_of.operation_id == figure.operation_id
        operation = figure.operation
        assert operation is not None
        assert figure.number <= operation.last_figure_number
    for merger in Merger.objects.standing().filter(record="operation"):
        origins = [each["from"] for each in merger.gained["figures"] + merger.gained["joined"]]
        assert len(origins) == len(set(origins))


def check_all() -> None:
    check_whole()
    check_redirects()
    check_terms()
    check_figures()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 15)), max_size=12))
def test_any_history_verifies(steps: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        desk = Desk()
        for step, which in steps:
            before = snapshot()
            desk.do(step, which)
            check_nothing_written_changed(before, snapshot())
        check_all()
        transaction.set_rollback(True)  # each history starts from an empty database


@pytest.mark.parametrize("seed", range(2))
def test_a_long_history_verifies(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    desk = Desk()
    for _ in range(40):
        desk.do(chance.choice(STEPS), chance.randrange(16))
    check_all()
    assert Merger.objects.filter(undone_at__isnull=False).exists()


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(["merge", "link"]), st.integers(0, 15)), max_size=5),
    st.randoms(use_true_random=False),
)
def test_when_every_merger_is_undone_everything_says_what_it_said(
    steps: list[tuple[str, int]], chance: random.Random
) -> None:
    with transaction.atomic():
        desk = Desk()
        for step, which in steps:
            if step == "link":
                desk.do(step, which)
        for made in desk.made:
            publishing.publish(made, by=None, reason="Links")
        before = [said(made) for made in desk.made]
        for step, which in steps:
            if step == "merge":
                desk.do(step, which)
        while left := list(Merger.objects.standing()):
            chance.shuffle(left)
            undo_one(left)
        assert [said(made) for made in desk.made] == before
        check_all()
        transaction.set_rollback(True)


def undo_one(mergers: list[Merger]) -> None:
    """Whatever the order, one of them can be undone."""
    refused = 0
    for merger in mergers:
        try:
            operation = Operation.objects.get(code=merger.code)
            merging.operations.undo(operation, by=None, reason="Two after all")
        except Refused:
            refused += 1
        else:
            return
    raise AssertionError(f"{refused} mergers, and none can be undone")


def said(made: Operation) -> dict[str, Any]:
    edition = made.current_edition
    assert edition is not None
    return {
        key: value
        for key, value in edition.content.items()
        if key not in ("edition", "published_at")
    }


@pytest.mark.parametrize("order", [("op-0", "op-2"), ("op-2", "op-0")])
def test_what_was_merged_too_names_again_what_came_back_before_it(order: tuple[str, ...]) -> None:
    """Nobody could renew its text while it was away."""
    desk = Desk()
    desk.link(desk.made[0], desk.made[2])
    for made in desk.made:
        publishing.publish(made, by=None, reason="Links")
    before = [said(made) for made in desk.made]
    for code in ("op-0", "op-2"):
        made, into = (Operation.objects.get(code=each) for each in (code, "op-1"))
        merging.operations.merge(made, into, by=None, reason="The same.")
    for code in order:
        merging.operations.undo(Operation.objects.get(code=code), by=None, reason="Not the same.")
    assert [said(made) for made in desk.made] == before


def test_what_was_merged_names_again_a_term_that_came_back_before_it() -> None:
    desk = Desk()
    before = [said(made) for made in desk.made]
    one, two = desk.groups[:2]
    merge_terms(one, two)
    made, into = desk.made[0], desk.made[1]
    merging.operations.merge(made, into, by=None, reason="The same.")
    merging.terms.undo(Group.objects.get(pk=one.pk), by=None)
    merging.operations.undo(Operation.objects.get(pk=made.pk), by=None, reason="Not the same.")
    assert [said(made) for made in desk.made] == before
