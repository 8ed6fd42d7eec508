"""Writing a plan: all of it or nothing, and only what was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from operations import publishing
from operations.importing.vocabulary import load_source
from operations.models import Operation
from operations.problems import Refused
from operations.sheets.planning import Known, Plan, batches
from operations.sheets.planning.target import Target

from .figures import write_figures
from .keys import Keys
from .operations import create, write_operations, write_parents
from .relations import write_relations
from .revisions import save_revisions

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Report = Callable[[int, int], None]


class Moved(Refused):
    """Something was saved between the check and the writing."""


def apply(plan: Plan, by: User | None, note: str, report: Report = lambda *_: None) -> None:
    """Make the working copies what the plan says. Nothing is published.

    ``Moved`` when one of them is no longer what the plan was made for. What the database refuses
    is a fault of the check; either way nothing is written.
    """
    with transaction.atomic():
        if plan.sources:
            # They renew what quotes them, and a turn is taken before any row is locked.
            publishing.take_turn()
        refuse_moved(plan)
        for source in plan.sources:
            load_source(source, by)
        create([target for target in plan.writes if target.is_new])
        keys, done = Keys(), 0
        by_code = {target.code: target for target in plan.writes}
        write_parents(plan.writes, keys)
        for codes in batches(by_code):
            report(done, len(by_code))
            write([by_code[code] for code in codes], keys, by, note)
            done += len(codes)


def write(targets: list[Target], keys: Keys, by: User | None, note: str) -> None:
    write_operations(targets, keys)
    write_relations(targets, keys)
    write_figures(targets, keys)
    save_revisions(targets, by, note)


def refuse_moved(plan: Plan) -> None:
    codes = [target.code for target in plan.writes]
    known = Known()
    for some in batches(codes):
        # Locked first, so that nobody saves them between this look and the writing.
        list(Operation.objects.select_for_update().filter(code__in=some).order_by("pk"))
        known.look_up(some)
    for target in plan.writes:
        now = known.held.get(target.code)
        if (now and now.document) != (target.held and target.held.document):
            raise Moved(_("“%(id)s” was saved since the check.") % {"id": target.code})
