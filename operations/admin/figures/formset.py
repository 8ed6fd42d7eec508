"""All figures of a record together: wholes found, rules asked, parts saved after wholes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.functional import cached_property

from operations import figures
from operations.admin.typed import InlineFormSet
from operations.codes import Rank
from operations.models import Citation, Figure
from operations.models.base import Guarded

from . import citations
from .form import FigureForm, unknown_row
from .lines import Line, lines
from .order import under_wholes, wholes_first
from .reading import named_row


class FigureFormSet(InlineFormSet):
    """The rows of one record. Labels are those of the page: ``#2``, or ``<id>.<n>`` once saved.

    ``guarded_rows`` are the figures and citations that a save wrote.
    """

    guarded_rows: list[Guarded]

    @cached_property
    def forms(self) -> list[FigureForm]:
        made: list[FigureForm] = super().forms
        index = {form.instance.pk: i for i, form in enumerate(made) if form.instance.pk}
        for form in made:
            if form.instance.part_of_id in index:
                form.initial["part_of_row"] = f"#{index[form.instance.part_of_id] + 1}"
        return made

    def get_queryset(self) -> Any:
        """Parts under their whole; Django only asks for length, place and iteration."""
        if not hasattr(self, "_queryset"):
            self._queryset: Any = under_wholes(super().get_queryset())
        return self._queryset

    # Rows that were open when the form was sent, as ids of the page.
    opened: frozenset[str] = frozenset()

    @property
    def lines(self) -> list[Line]:
        """The rows in the order of the page."""
        return lines(self.forms, self.opened)

    def moved(self) -> dict[str, str]:
        """Where each row stands after the save, by the id that it had on the page."""
        held = getattr(self.instance, "figures").select_related(None)  # noqa: B009 - any owner
        places = {figure.pk: place for place, figure in enumerate(under_wholes(held.all()))}
        found = {
            str(form.prefix): f"{self.prefix}-{places[form.instance.pk]}"
            for form in self.forms
            if form.instance.pk in places
        }
        return {**{str(form.prefix): f"{self.prefix}-group" for form in self.forms}, **found}

    @property
    def blank_line(self) -> Line:
        """What the script copies for a new row."""
        return Line(self.empty_form, None)

    def clean(self) -> None:
        super().clean()
        if any(form.errors for form in self.forms if not self.is_deleted(form)):
            return
        self.find_wholes()
        if not any(form.errors for form in self.kept()):
            self.ask_the_rules()

    def kept(self) -> list[FigureForm]:
        return [form for form in self.forms if form.is_kept]

    def is_deleted(self, form: FigureForm) -> bool:
        return bool(form.cleaned_data.get(DELETION_FIELD_NAME)) if form.is_bound else False

    def find_wholes(self) -> None:
        """Point every row at the row that it names."""
        numbers = {
            form.instance.number: i for i, form in enumerate(self.forms) if form.instance.number
        }
        for form in self.kept():
            text = form.cleaned_data.get("part_of_row", "")
            index = named_row(text, numbers) if text else None
            whole = self.row(index)
            form.instance.part_of = whole.instance if whole else None
            if text and whole is None:
                form.add_error("part_of_row", unknown_row(text))
            else:
                form.check_breakdown()

    def row(self, index: int | None) -> FigureForm | None:
        """The row at a place, if a figure stands there and stays."""
        if index is None or not 0 <= index < len(self.forms):
            return None
        form: FigureForm = self.forms[index]
        return form if form.is_kept else None

    def ask_the_rules(self) -> None:
        labels = {id(form.instance): self.label(i) for i, form in enumerate(self.forms)}
        claims = [labelled(form.instance, labels) for form in self.kept()]
        found = figures.problems(claims)
        rows = {labels[id(form.instance)]: form for form in self.kept()}
        for problem in found:
            for label in problem.figures:
                rows[label].add_error(None, problem.message)
        if found:
            raise ValidationError([problem.message for problem in found])

    def label(self, index: int) -> str:
        figure = self.forms[index].instance
        return f"#{index + 1}" if figure.pk is None else figure.public_id

    def save(self, commit: bool = True) -> list[Figure]:  # noqa: FBT001, FBT002 - Django's
        """Write the rows, wholes before their parts; numbers are given in the order of the page."""
        kept = self.kept()
        changed = [form for form in kept if form.has_changed()]
        removed = [form.instance for form in self.initial_forms if self.is_deleted(form)]
        self.note_changes(changed, removed)
        self.make_way(changed, removed)
        for form in changed:
            setattr(form.instance, self.fk.name, self.instance)
            if not form.instance.number:
                form.instance.number = self.instance.next_figure_number()
        self.guarded_rows = [record for form in wholes_first(changed) for record in put(form)]
        for figure in removed:
            figure.delete()
        return [form.instance for form in changed]

    def note_changes(self, changed: list[FigureForm], removed: list[Figure]) -> None:
        """What the admin's log reads."""
        new = [form.instance for form in changed if form.instance.pk is None]
        self.new_objects = new
        self.changed_objects = [
            (form.instance, form.changed_data) for form in changed if form.instance.pk
        ]
        self.deleted_objects = removed

    def make_way(self, changed: list[FigureForm], removed: list[Figure]) -> None:
        """Let preference pass from one figure to another, and wholes go with their parts."""
        going = Figure.objects.filter(pk__in=[figure.pk for figure in removed])
        going.update(part_of=None, breakdown="", breakdown_set="")
        touched = {form.instance.pk for form in changed} | {figure.pk for figure in removed}
        held = Figure.objects.filter(pk__in=touched - {None}, rank=Rank.PREFERRED)
        held.update(rank=Rank.NORMAL)


def labelled(figure: Figure, labels: dict[int, str]) -> figures.Figure:
    """The plain figure under the label that the page shows."""
    whole = labels[id(figure.part_of)] if figure.part_of else None
    part_of, figure.part_of = figure.part_of, None
    claim = figure.as_claim()
    figure.part_of = part_of
    return replace(claim, id=labels[id(figure)], part_of=whole)


def put(form: FigureForm) -> Iterator[Figure | Citation]:
    """Write one row with its citations."""
    # Assigned again, so that the key of a whole saved just now is seen.
    form.instance.part_of = form.instance.part_of
    form.save()
    yield form.instance
    yield from citations.save(form, form.slots)
