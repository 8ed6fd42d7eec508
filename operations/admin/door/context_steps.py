"""The one step of assessments, statements and findings."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations import publishing, roles

from .forms import SeenForm
from .step import Step


def publish(record: Any, by: User, answers: dict[str, Any]) -> str:
    if publishing.publish_context(record, by=by, seen=answers["seen"]):
        return _("Published.")
    return _("Nothing would change for readers.")


def withdraw(record: Any, by: User, answers: dict[str, Any]) -> str:
    publishing.withdraw_context(record)
    return _("Withdrawn.")


def is_public(record: Any) -> bool:
    return bool(record.document)


STEPS = (
    Step(
        name="publish",
        label=gettext_lazy("Publish"),
        consequence=gettext_lazy("Readers see the record as it stands now, in place of before."),
        permission=roles.PUBLISH,
        run=publish,
        offered=lambda record: True,
        form=SeenForm,
        shows_changes=True,
        needs_another=True,
    ),
    Step(
        name="withdraw",
        label=gettext_lazy("Withdraw"),
        consequence=gettext_lazy(
            "Readers no longer see the record, and nothing is left in its place. The working copy"
            " stays, and can be published again."
        ),
        permission=roles.PUBLISH,
        run=withdraw,
        offered=is_public,
        confirms=True,
    ),
)
