"""Whatever editors do, in whatever order, the public record stays whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations import publishing
from operations.models import Edition, EditionFigure, EditionTerm, Group, Operation, Source
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db

STEPS = (
    "save",
    "save",
    "link",
    "publish",
    "publish",
    "publish",
    "together",
    "withdraw",
    "merge",
    "redact all",
    "redact one",
    "rename term",
    "change source",
)


class Desk:
    """Three operations, a group and a source, and editors who do as they are told."""

    def __init__(self) -> None:
        self.group = factories.term(Group, "14k")
        self.source = factories.source("paper")
        self.count = 0
        self.start_anew()

    def start_anew(self) -> None:
        """Three new operations: what was withdrawn or merged takes no step any more."""
        self.made = [
            factories.operation(
                f"op-{self.count}-{n}", groups=[self.group], places=[factories.place()]
            )
            for n in range(3)
        ]
        for made in self.made:
            factories.figure(made, 100, cited=[self.source])

    def do(self, step: str, which: int) -> None:
        """Take one step; a refusal is a step too, that changes nothing."""
        before = snapshot()
        try:
            self.step(step, which)
        except Refused:
            assert snapshot() == before

    def step(self, step: str, which: int) -> None:
        self.count += 1
        self.take(step, self.made[which % 3], self.made[(which // 3) % 3])

    def take(self, step: str, made: Operation, other: Operation) -> None:
        reason = f"Reason {self.count}"
        ending: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": reason}
        one = [1 + self.count % 3]
        steps: dict[str, Callable[[], Any]] = {
            "save": lambda: self.save(made),
            "link": lambda: self.link(made, other),
            "publish": lambda: publishing.publish(made, by=None, reason=reason),
            "together": lambda: publishing.publish_together(self.made, by=None, reason=reason),
            "withdraw": lambda: publishing.withdraw(made, **ending),
            "merge": lambda: publishing.merge(made, other, by=None, reason=reason),
            "redact all": lambda: publishing.redact(made, **ending),
            "redact one": lambda: publishing.redact(made, **ending, numbers=one),
            "rename term": lambda: self.change(self.group, "name_en"),
            "change source": lambda: self.change(self.source, "title"),
        }
        steps[step]()

    def save(self, made: Operation) -> None:
        Operation.objects.filter(pk=made.pk).update(name_en=f"Name {self.count}")
        factories.figure(made, self.count, cited=[self.source])

    def link(self, made: Operation, other: Operation) -> None:
        made.may_overlap.add(other)
        made.figures.latest("pk").covers.add(other)

    def change(self, record: Any, field: str) -> None:
        setattr(record, field, f"Changed {self.count}")
        record.save()
        publishing.reissue(record, by=None)


def snapshot() -> dict[int, dict[str, Any]]:
    """Every edition as it is stored, but for the end of its validity."""
    return {
        row["id"]: {key: value for key, value in row.items() if key != "valid_to"}
        for row in Edition.objects.values()
    }


def check_nothing_written_changed(before: dict[int, Any], after: dict[int, Any]) -> None:
    for key, row in before.items():
        if after[key]["redacted_at"] is None:
            assert after[key] == row
        else:
            kept = ("number", "kind", "sha256", "previous_chain", "chain", "valid_from", "code")
            assert {name: after[key][name] for name in kept} == {name: row[name] for name in kept}
            assert after[key]["document"] == ""


def check_whole() -> None:
    assert list(publishing.verify()) == []
    for made in Operation.objects.all():
        numbers = list(made.editions.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert made.editions.current().count() == min(len(numbers), 1)
        assert made.editions.public().count() <= 1
    check_no_dead_links()
    check_no_stray_rows()


def check_no_dead_links() -> None:
    public = set(Operation.objects.public().values_list("code", flat=True))
    for edition in Edition.objects.public():
        content = edition.content
        pointed = {code for figure in content["figures"] for code in figure["covers"]}
        assert pointed | set(content["may_overlap"]) <= public - {edition.code}


def check_no_stray_rows() -> None:
    blank = Edition.objects.filter(document="")
    for table in (EditionTerm, EditionFigure):
        assert not table.objects.filter(edition__in=blank).exists()


def check_quotes_are_current() -> None:
    name, title = Group.objects.get().name_en, Source.objects.get(code="paper").title
    for edition in Edition.objects.public():
        assert edition.content["groups"][0]["name"]["en"] == name
        assert edition.content["sources"][0]["title"] == title


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 8)), max_size=12))
def test_any_history_verifies(steps: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        desk = Desk()
        for step, which in steps:
            before = snapshot()
            desk.do(step, which)
            check_nothing_written_changed(before, snapshot())
        check_whole()
        check_quotes_are_current()
        transaction.set_rollback(True)  # each history starts from an empty database


@pytest.mark.parametrize("seed", range(2))
def test_a_long_history_verifies(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    desk = Desk()
    for _ in range(50):
        desk.do(chance.choice(STEPS), chance.randrange(9))
    check_whole()
    check_quotes_are_current()
    assert {"published", "corrected", "reissued", "withdrawn", "redacted"} <= set(
        Edition.objects.values_list("kind", flat=True)
    )
