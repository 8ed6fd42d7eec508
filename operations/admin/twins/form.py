"""The question of the form: is this the same operation?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from operations.models import Operation
from operations.twins import lines, saved, twins_of, with_rows

from .shown import Shown, shown
from .typed_rows import typed

# The name of the check boxes; the value is the key of the operation told apart.
TOLD_APART = "told_apart"


class AsksForTwins:
    """Of a model form: refuses until every likely twin is told apart.

    ``twins`` are those to show, ``told`` the keys of those that were told apart in this save.
    """

    data: Any
    instance: Operation
    errors: Any
    add_error: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.twins: list[Shown] = []
        self.told: list[int] = []

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        one = typed(self)
        pk: int | None = self.instance.pk
        if pk is not None and one == as_stored(pk, one.related):
            return
        suspected = shown(twins_of(one, pk=pk))
        if not suspected:
            return
        ticked = {value for value in self.data.getlist(TOLD_APART) if value}
        self.told = [each.pk for each in suspected if str(each.pk) in ticked]
        if len(self.told) == len(suspected):
            return
        self.twins = [replace(each, is_ticked=each.pk in self.told) for each in suspected]
        self.add_error(None, question(len(suspected)))


def as_stored(pk: int, related: Any) -> Any:
    """The operation as it was when the form was opened, in all that matters to the rule."""
    operation = with_rows(Operation.objects.filter(pk=pk)).get()
    return replace(saved(operation, lines()), related=related)


def question(number: int) -> ValidationError:
    message = ngettext(
        "It looks like an operation that is recorded already. Nothing is saved yet: look at it"
        " below, and say if it is not the same.",
        "It looks like %(n)s operations that are recorded already. Nothing is saved yet: look at"
        " them below, and say of each if it is not the same.",
        number,
    )
    return ValidationError(message, code="twin", params={"n": number})
