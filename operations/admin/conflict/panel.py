"""What the editor is shown above a refused save."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from operations.models import Revision

from .difference import Difference, Outcome
from .laying import places_of
from .merge import Merged
from .opened import Opened
from .sheet import Fields, Sheet
from .words import label, whole, words

# Here what the page holds is yours, and theirs can be taken with one tick.
TAKEABLE = (Outcome.BOTH, Outcome.RESTORED)


@dataclass(frozen=True)
class Line:
    """One place, in words. ``place`` is the name of the form field, or the row's start of it."""

    place: str
    heading: str
    outcome: Outcome
    opened: str
    theirs: str
    yours: str
    is_takeable: bool
    is_taken: bool
    language: str


@dataclass
class Conflict:
    """A save that met a newer one."""

    opened: Opened
    now: Opened
    saves: list[Revision]
    merged: Merged
    theirs: Sheet
    ticked: Collection[str] = ()
    lines: list[Line] = field(default_factory=list)

    @property
    def token(self) -> str:
        """What “I have seen this” carries."""
        return self.now.sealed()

    def word(self, form: Any, formsets: Iterable[Any]) -> None:
        """Fill in ``lines`` with the words of the page's own forms."""
        by_prefix = {formset.prefix: formset for formset in formsets}
        self.lines = [
            self.line(each, form, by_prefix.get(each.prefix)) for each in self.merged.differences
        ]

    def line(self, found: Difference, form: Any, formset: Any) -> Line:
        used = form if formset is None else form_of(formset, self.place_of(found))
        names = self.row_names(found.prefix)
        place = self.place(found, used)
        sides = [self.side(each, found, used, names) for each in (found.opened, found.theirs)]
        widget = used.fields[found.field].widget if found.field in used.fields else None
        return Line(
            place=place,
            heading=self.heading(found, used, formset, names),
            outcome=found.outcome,
            opened=sides[0],
            theirs=sides[1],
            yours=self.side(found.yours, found, used, names),
            is_takeable=found.outcome in TAKEABLE,
            is_taken=place in self.ticked,
            language=widget.attrs.get("lang", "") if widget else "",
        )

    def place_of(self, found: Difference) -> int | None:
        return places_of(self.merged.rows[found.prefix]).get(found.row)

    def place(self, found: Difference, form: Any) -> str:
        if not found.prefix:
            return found.field
        row = self.place_of(found)
        start = f"{found.prefix}-{found.row if row is None else row}"
        return f"{start}-{found.field}" if found.field else start

    def side(
        self, values: Fields | None, found: Difference, form: Any, names: dict[str, str]
    ) -> str:
        if values is None:
            return ""
        if found.field:
            return words(form.fields.get(found.field), values.get(found.field), names)
        return whole(form, values, names)

    def heading(self, found: Difference, form: Any, formset: Any, names: dict[str, str]) -> str:
        if formset is None:
            return label(form, found.field)
        kind = capfirst(formset.model._meta.verbose_name)
        row = f"{kind} {names.get(found.row, '')}".strip()
        return f"{row} › {label(form, found.field)}" if found.field else row

    def row_names(self, prefix: str) -> dict[str, str]:
        """What rows are called, those that are gone too."""
        sheets = filter(None, (self.opened.sheet, self.theirs))
        listed = [row for sheet in sheets for row in sheet.rows.get(prefix, ())]
        return {row.key: row.name for row in listed}


def form_of(formset: Any, place: int | None) -> Any:
    """The form whose fields a row has: its own, for rows may have room for more or less."""
    forms = formset.forms
    return forms[place] if place is not None and place < len(forms) else formset.empty_form


def author(revision: Revision) -> str:
    """Who saved; imports and commands have no name."""
    return revision.made_by.get_username() if revision.made_by else _("an import or a command")
