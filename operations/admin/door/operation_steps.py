"""The steps of an operation, in the order in which its life goes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations import publishing
from operations.admin.merging.forms import MergeForm, UnmergeForm
from operations.admin.merging.operation_steps import is_merged, merge, unmerge
from operations.codes import Workflow
from operations.importing import discard
from operations.models import Operation
from operations.roles import ADMINISTER, PUBLISH, REDACT, SUBMIT

from .forms import (
    CommentForm,
    DiscardForm,
    PublishForm,
    RedactForm,
    SeenForm,
    WithdrawForm,
)
from .step import Step


def submit(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    publishing.submit(operation, by=by)
    return _("Submitted for review.")


def give_back(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    publishing.return_to_author(operation, answers["comment"], by=by)
    return _("Returned to its author.")


def mark_ready(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    publishing.mark_ready(operation, by=by, seen=answers["seen"])
    return _("Marked as ready for publication.")


def publish(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    edition = publishing.publish(operation, by=by, **answers)
    if edition is None:
        return _("Nothing would change for readers, so there is no new edition.")
    return _("Published as edition %(n)s.") % {"n": edition.number}


def give_up(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    if discard(operation, by=by, **answers):
        return _("The working copy says again what readers see.")
    return _("The working copy said that already.")


def withdraw(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    publishing.withdraw(operation, by=by, **answers)
    return _("Withdrawn.")


def redact(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    blanked = publishing.redact(operation, by=by, **answers)
    numbers = ", ".join(str(edition.number) for edition in blanked)
    return _("Redacted: edition %(numbers)s.") % {"numbers": numbers}


def stands_at(*states: Workflow) -> Any:
    return lambda operation: operation.workflow in states


def is_public(operation: Operation) -> bool:
    current = operation.current_edition
    return current is not None and not current.is_tombstone


def is_waiting(operation: Operation) -> bool:
    """Whether something was saved since what readers see."""
    return is_public(operation) and publishing.waits(operation)


def has_text(operation: Operation) -> bool:
    return operation.editions.filter(redacted_at=None).exists()


def not_merged(operation: Operation) -> bool:
    return operation.merged_into_id is None


STEPS = (
    Step(
        name="submit",
        label=gettext_lazy("Submit for review"),
        consequence=gettext_lazy("A reviewer is asked to look. Readers notice nothing."),
        permission=SUBMIT,
        run=submit,
        offered=stands_at(Workflow.DRAFT, Workflow.RETURNED),
    ),
    Step(
        name="return",
        label=gettext_lazy("Return with a comment"),
        consequence=gettext_lazy("The author is asked for changes. Readers notice nothing."),
        permission=PUBLISH,
        run=give_back,
        offered=stands_at(Workflow.IN_REVIEW, Workflow.READY),
        form=CommentForm,
    ),
    Step(
        name="ready",
        label=gettext_lazy("Mark as ready"),
        consequence=gettext_lazy("It is approved for publication. Readers notice nothing yet."),
        permission=PUBLISH,
        run=mark_ready,
        offered=stands_at(Workflow.IN_REVIEW),
        form=SeenForm,
        shows_changes=True,
        needs_another=True,
    ),
    Step(
        name="publish",
        label=gettext_lazy("Publish"),
        consequence=gettext_lazy(
            "Readers see the working copy as it stands now, as a new numbered edition. Earlier"
            " editions stay readable."
        ),
        permission=PUBLISH,
        run=publish,
        offered=not_merged,
        form=PublishForm,
        shows_changes=True,
        needs_another=True,
    ),
    Step(
        name="discard",
        label=gettext_lazy("Discard changes"),
        consequence=gettext_lazy(
            "The working copy is made what readers see now; internal notes stay. What was saved"
            " since is kept in the revisions. Readers notice nothing."
        ),
        permission=PUBLISH,
        run=give_up,
        offered=is_waiting,
        form=DiscardForm,
        shows_changes=True,
    ),
    Step(
        name="withdraw",
        label=gettext_lazy("Withdraw"),
        consequence=gettext_lazy(
            "Its address answers “gone” with the class and reason, and it leaves every list and"
            " total. Earlier editions stay readable. It can be published again."
        ),
        permission=PUBLISH,
        run=withdraw,
        offered=is_public,
        form=WithdrawForm,
    ),
    Step(
        name="merge",
        label=gettext_lazy("Merge into another"),
        consequence=gettext_lazy(
            "Its address leads to the other operation at once. Its figures go along with their"
            " sources, each under a new number that remembers the old one; what else the other"
            " gains is yours to choose. Earlier editions stay readable. An administrator can undo"
            " it."
        ),
        permission=PUBLISH,
        run=merge,
        offered=is_public,
        form=MergeForm,
    ),
    Step(
        name="unmerge",
        label=gettext_lazy("Undo the merger"),
        consequence=gettext_lazy(
            "It is public again with what readers saw before the merger. The other loses what it"
            " gained by it, except for what was changed since."
        ),
        permission=ADMINISTER,
        run=unmerge,
        offered=is_merged,
        form=UnmergeForm,
    ),
    Step(
        name="redact",
        label=gettext_lazy("Redact"),
        consequence=gettext_lazy(
            "For harm or law, and for good: the text of the editions ticked is blanked and cannot"
            " be brought back; only its hash stays. If the current edition is among them, the"
            " operation is gone for readers. The working copy and its private history are not"
            " touched: correct the one, and clean the other from its page “History”."
        ),
        permission=REDACT,
        run=redact,
        offered=has_text,
        form=RedactForm,
    ),
)
