"""Steps before publication. None of them changes what the public sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from operations import figures
from operations.codes import ReviewStep, Workflow
from operations.document import Lookup, build, claims
from operations.models import Operation, Review
from operations.problems import Refused

from .editions import lock
from .four_eyes import require_second
from .reasons import guarded
from .reviewed import Reviewed, require_unchanged, revision_number

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def submit(operation: Operation, *, by: User | None = None) -> None:
    """Hand a working copy to a reviewer; refused while it breaks a rule."""
    with transaction.atomic():
        move(operation, Workflow.IN_REVIEW, from_states=(Workflow.DRAFT, Workflow.RETURNED))
        note(operation, ReviewStep.SUBMITTED, by)


def return_to_author(operation: Operation, comment: str, *, by: User | None = None) -> None:
    """Give a working copy back with a comment."""
    if not comment.strip():
        raise Refused(_("Say what should be changed."))
    comment = guarded(comment)
    with transaction.atomic():
        states = (Workflow.IN_REVIEW, Workflow.READY)
        move(operation, Workflow.RETURNED, from_states=states, comment=comment)
        note(operation, ReviewStep.RETURNED, by, comment)


def mark_ready(
    operation: Operation, *, by: User | None = None, seen: Reviewed | None = None
) -> None:
    """Approve a working copy for publication: as it was ``seen``, and by somebody else."""
    with transaction.atomic():
        require_unchanged(lock(operation), seen)
        require_second(operation, by)
        move(operation, Workflow.READY, from_states=(Workflow.IN_REVIEW,))
        note(operation, ReviewStep.APPROVED, by)


def settle(operation: Operation) -> None:
    """Nothing waits any more: the last revision says what readers see."""
    operation.workflow, operation.review_comment = Workflow.DRAFT, ""
    operation.public_revision = revision_number(operation)
    Operation.objects.filter(pk=operation.pk).update(
        workflow=operation.workflow,
        review_comment=operation.review_comment,
        public_revision=operation.public_revision,
    )


def note_settled(operation: Operation) -> None:
    """What was saved last made the working copy say again what readers see.

    Nothing is left to review then; what was returned to its author stays there.
    """
    operation.refresh_from_db(fields=["workflow", "review_comment"])
    if operation.workflow == Workflow.RETURNED:
        said = revision_number(operation)
        Operation.objects.filter(pk=operation.pk).update(public_revision=said)
    else:
        settle(operation)


def note_discarded(operation: Operation, *, by: User | None, comment: str = "") -> None:
    with transaction.atomic():
        settle(operation)
        note(operation, ReviewStep.DISCARDED, by, comment)


def note(operation: Operation, step: ReviewStep, by: User | None, comment: str = "") -> None:
    """Keep who took the step, at which revision, and what they said."""
    revision = revision_number(operation)
    Review.objects.create(
        operation=operation, step=step, revision=revision, comment=comment, made_by=by
    )


def move(
    operation: Operation, to: Workflow, *, from_states: tuple[Workflow, ...], comment: str = ""
) -> None:
    with transaction.atomic():
        now = lock(operation)
        if now.workflow not in from_states:
            words = {"now": now.get_workflow_display(), "then": str(to.label)}
            raise Refused(_("It is “%(now)s” and cannot become “%(then)s”.") % words)
        if to != Workflow.RETURNED:
            check_rules(now)
        Operation.objects.filter(pk=now.pk).update(workflow=to, review_comment=comment)
    operation.refresh_from_db(fields=["workflow", "review_comment"])


def check_rules(operation: Operation) -> None:
    """Refuse what the rules on figures refuse, before a reviewer spends time on it."""
    whole = Operation.objects.whole().get(pk=operation.pk)
    found = figures.problems(claims(build(whole, Lookup(also_public=[operation.code]))))
    if found:
        raise Refused(*(problem.message for problem in found))
