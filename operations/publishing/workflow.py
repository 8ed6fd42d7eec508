"""Steps before publication. None of them changes what the public sees."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from operations import figures
from operations.codes import Workflow
from operations.document import Lookup, build, claims
from operations.models import Operation
from operations.problems import Refused

from .editions import lock
from .reasons import guarded


def submit(operation: Operation) -> None:
    """Hand a working copy to a reviewer; refused while it breaks a rule."""
    move(operation, Workflow.IN_REVIEW, from_states=(Workflow.DRAFT, Workflow.RETURNED))


def return_to_author(operation: Operation, comment: str) -> None:
    """Give a working copy back with a comment."""
    if not comment.strip():
        raise Refused(_("Say what should be changed."))
    states = (Workflow.IN_REVIEW, Workflow.READY)
    move(operation, Workflow.RETURNED, from_states=states, comment=guarded(comment))


def mark_ready(operation: Operation) -> None:
    """Approve a working copy for publication."""
    move(operation, Workflow.READY, from_states=(Workflow.IN_REVIEW,))


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
