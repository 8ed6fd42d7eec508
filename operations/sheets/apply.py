"""Writing a plan: all of it or nothing, and only what was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from operations.importing.operations import load_operation, shaped, stub
from operations.importing.vocabulary import load_source
from operations.models import Operation
from operations.problems import Refused

from .planning import Known, Plan

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Moved(Refused):
    """Something was saved between the check and the writing."""


def apply(
    plan: Plan, by: User | None, note: str, report: Callable[[int, int], None] = lambda *_: None
) -> None:
    """Make the working copies what the plan says. Nothing is published.

    ``Moved`` when one of them is no longer what the plan was made for; ``Refused`` when the
    working copy refuses something that the check let pass. Either way nothing is written.
    """
    with transaction.atomic():
        refuse_moved(plan)
        for source in plan.sources:
            load_source(source, by)
        rows = [shaped(target.document) for target in plan.writes]
        new = {row["id"] for row in rows if stub(row)}
        for done, row in enumerate(rows):
            report(done, len(rows))
            load_operation(row, by, is_new=row["id"] in new, note=note)


def refuse_moved(plan: Plan) -> None:
    codes = [target.code for target in plan.writes]
    list(Operation.objects.select_for_update().filter(code__in=codes).order_by("pk").values("pk"))
    known = Known()
    known.look_up(codes)
    for target in plan.writes:
        now = known.held.get(target.code)
        if (now and now.document) != (target.held and target.held.document):
            raise Moved(_("“%(id)s” was saved since the check.") % {"id": target.code})
