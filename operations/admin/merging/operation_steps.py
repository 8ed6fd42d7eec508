"""Merging an operation, and taking that back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from operations import merging
from operations.models import Operation


def merge(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    into = answers["into"]
    done = merging.operations.merge(
        operation, into, by=by, reason=answers["reason"], facts=set(answers["facts"])
    )
    return " ".join([_("Merged into %(id)s.") % {"id": into.code}, *survivor(done, into.code)])


def unmerge(operation: Operation, by: User, answers: dict[str, Any]) -> str:
    code = merging.operations.standing(operation).into
    done = merging.operations.undo(operation, by=by, reason=answers["reason"])
    said = [_("The merger is undone; %(id)s is public again.") % {"id": operation.code}]
    return " ".join([*said, *survivor(done, code), *left(done, code)])


def survivor(done: merging.Merged, code: str) -> Iterator[str]:
    """What readers see of the operation that stayed."""
    if done.edition is not None:
        words = {"id": code, "n": done.edition.number}
        yield _("%(id)s is published as edition %(n)s.") % words
    if done.waits:
        yield _("What changed in %(id)s waits for review in its working copy.") % {"id": code}


def left(done: merging.Merged, code: str) -> Iterator[str]:
    if done.stayed:
        words = {"id": code, "what": "; ".join(done.stayed)}
        yield _("These stay in %(id)s, for they were changed since: %(what)s.") % words
    if done.waiting_elsewhere:
        words = {"ids": ", ".join(done.waiting_elsewhere)}
        yield _("These point to the other until they are published again: %(ids)s.") % words


def is_merged(operation: Operation) -> bool:
    return operation.merged_into_id is not None
