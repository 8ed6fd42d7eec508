"""What the models say about one record, as faults of its columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from operations.sheets.columns import Column, Table

from .constraints import broken
from .unknown import unknown_code

Said = tuple[str, ValidationError]
# Which field a rule of the database is about.
BLAMED = {
    "figure_value_matches_type": "value",
    "figure_range_has_bounds": "low",
    "figure_low_value_high": "low",
    "figure_not_negative": "value",
    "figure_money_has_currency": "currency",
    "figure_rank_has_reason": "rank_reason",
    "figure_part_has_breakdown": "breakdown",
    "figure_not_its_own_part": "part_of",
    "figure_ages_in_order": "age_from",
    "source_has_title_or_address": "title",
}
PERSONAL = "personal_data"


def said(record: models.Model, exclude: Collection[str]) -> Iterator[Said]:
    """Everything wrong with a record that is not saved yet, by field."""
    wrong = set()
    try:
        record.clean_fields(exclude=set(exclude))
    except ValidationError as error:
        wrong = set(error.error_dict)
        yield from by_field(error)
    try:
        record.clean()
    except ValidationError as error:
        yield from by_field(error)
    for constraint in broken(record):
        field = BLAMED.get(constraint.name, "")
        if field not in wrong:
            yield field, ValidationError(constraint.get_violation_error_message())


def by_field(error: ValidationError) -> Iterator[Said]:
    if hasattr(error, "error_dict"):
        for field, errors in error.error_dict.items():
            for each in errors:
                yield field, each
    else:
        for each in error.error_list:
            yield "", each


class Columns:
    """The columns of a table by the fields that they hold."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @cached_property
    def by_field(self) -> dict[str, Column]:
        return {field: column for column in self.table.columns for field in column.fields}

    def of(self, field: str) -> str:
        column = self.by_field.get(field)
        return column.name if column else ""

    def words(self, field: str, error: ValidationError) -> str:
        """The sentence for the editor; of a code that there is not, the nearest that there is."""
        column = self.by_field.get(field)
        if error.code == "invalid_choice" and column and column.choices:
            given = str((error.params or {}).get("value", ""))
            return unknown_code(given, column.choices.values)
        if error.code in {"blank", "null"}:
            return _("It is missing.")
        [sentence] = error.messages
        return sentence
