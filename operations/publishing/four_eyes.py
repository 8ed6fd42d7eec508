"""Four eyes: whoever wrote the last change does not approve or publish it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from operations import history
from operations.problems import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def is_alone(record: history.Record, by: User | None) -> bool:
    """Whether ``by`` wrote the last change; a command (nobody) is never alone."""
    if by is None:
        return False
    authors = history.revisions(record).order_by("-number").values_list("made_by", flat=True)
    return authors.first() == by.pk


def objection(record: history.Record, by: User | None) -> str:
    """Why ``by`` may not approve or publish the record now; empty when nothing speaks against."""
    if not settings.FOUR_EYES or not is_alone(record, by):
        return ""
    return _(
        "The last change is your own. Under the rule of four eyes somebody else has to look at it"
        " and publish it."
    )


def require_second(record: history.Record, by: User | None) -> None:
    if found := objection(record, by):
        raise Refused(found)
