"""One revision an operation, and a last look: what was shown is what stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from operations.document import skeleton
from operations.history import plain_fields, record_name
from operations.models import Operation, Revision
from operations.sheets.planning import held
from operations.sheets.planning.target import Target

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def save_revisions(targets: list[Target], by: User | None, note: str) -> None:
    """Store what each operation is now, as ``history.save_revision`` does for one.

    An operation that is not what the plan says is a fault of ours: the transaction is undone.
    """
    by_code = {target.code: target for target in targets}
    made = []
    for operation in Operation.objects.whole().filter(code__in=by_code):
        target = by_code[operation.code]
        if held(operation, None).document != target.document:
            raise AssertionError(f"{operation.code} was not written as it was shown")
        made.append(
            Revision(
                record=record_name(operation),
                code=operation.code,
                number=(target.held.revision_number if target.held else 0) + 1,
                document={"fields": plain_fields(operation), "document": skeleton(operation)},
                note=note,
                made_by=by,
            )
        )
    Revision.objects.bulk_create(made, batch_size=100)
    # As there: an approval was of what stood before.
    Operation.objects.filter(code__in=by_code).reopen()
