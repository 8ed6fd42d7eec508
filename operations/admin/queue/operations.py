"""Operations that wait: for a reviewer, for their author, for a better source."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from operations.admin.operation_list import with_disputes, with_public_state
from operations.codes import Flag, ReviewStep, Workflow
from operations.models import TOMBSTONES, Operation, Review, Revision

from .section import Line


def with_last_save(operations: QuerySet[Operation]) -> QuerySet[Operation]:
    """Adds ``saved_by`` (a key), ``saved_name`` and ``saved_at`` of the last revision."""
    revisions = Revision.objects.filter(record="operation", code=OuterRef("code"))
    last = revisions.order_by("-number")
    return operations.annotate(
        saved_by=Subquery(last.values("made_by")[:1]),
        saved_name=Subquery(last.values("made_by__username")[:1]),
        saved_at=Subquery(last.values("made_at")[:1]),
    )


def at(state: Workflow) -> Any:
    """The operations in a state, those that wait longest first."""

    def find(user: User) -> QuerySet[Operation]:
        found = with_last_save(Operation.objects.filter(workflow=state))
        return found.annotate(is_own=own(user)).order_by("modified_at", "pk")

    return find


def own(user: User) -> Case:
    return Case(
        When(saved_by=user.pk, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def returned(user: User) -> QuerySet[Operation]:
    """One's own first: those that one submitted or saved last."""
    steps = Review.objects.filter(operation=OuterRef("pk"))
    said = steps.filter(step=ReviewStep.RETURNED).order_by("-pk")
    submitted = steps.filter(step=ReviewStep.SUBMITTED).order_by("-pk")
    found = with_last_save(Operation.objects.filter(workflow=Workflow.RETURNED)).annotate(
        submitted_by=Subquery(submitted.values("made_by")[:1]),
        returned_by=Subquery(said.values("made_by__username")[:1]),
        returned_at=Subquery(said.values("made_at")[:1]),
    )
    mine = Case(
        When(Q(submitted_by=user.pk) | Q(saved_by=user.pk), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    return found.annotate(is_own=mine).order_by("-is_own", "modified_at", "pk")


def changed_since(user: User) -> QuerySet[Any]:
    """Public, saved since, and in nobody's hands."""
    drafts = Operation.objects.filter(workflow=Workflow.DRAFT)
    found: QuerySet[Any] = with_last_save(with_public_state(drafts))
    waiting = found.filter(saved_since=True).exclude(edition_kind__in=TOMBSTONES)
    mine_first: QuerySet[Any] = waiting.annotate(is_own=own(user)).order_by(
        "-is_own", "saved_at", "pk"
    )
    return mine_first


def disputed(user: User) -> QuerySet[Operation]:
    return with_disputes(Operation.objects.all()).order_by("code")


def source_wanted(user: User) -> QuerySet[Operation]:
    """A flag is looked for in the stored text: SQLite cannot look into a JSON list."""
    stored = Operation.objects.filter(merged_into=None).annotate(
        flags_text=Cast("flags", CharField())
    )
    return stored.filter(flags_text__contains=f'"{Flag.PRIMARY_SOURCE_WANTED}"').order_by("code")


def to_review(operation: Any) -> Line:
    """A line that leads to the review page and says whose work waits there."""
    return Line(str(operation), address(operation, "review"), saved(operation))


def to_author(operation: Any) -> Line:
    words = {"who": operation.returned_by or "–", "comment": operation.review_comment}
    about = _("%(who)s: “%(comment)s”") % words
    return Line(str(operation), address(operation, "change"), about)


def to_edit(operation: Operation) -> Line:
    return Line(str(operation), address(operation, "change"), operation.code)


def saved(operation: Any) -> str:
    if operation.saved_at is None:
        return ""
    when = date_format(timezone.localtime(operation.saved_at), "DATETIME_FORMAT")
    if operation.is_own:
        return _("last saved by you, %(when)s") % {"when": when}
    return _("last saved by %(who)s, %(when)s") % {"who": operation.saved_name or "–", "when": when}


def address(operation: Operation, name: str) -> str:
    return reverse(f"admin:operations_operation_{name}", args=[operation.pk])
