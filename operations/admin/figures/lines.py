"""The rows of the table of figures as the page shows them: parts under their whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import layout
from .codebook import help_id, section_key
from .reading import named_row
from .running import Running, sums
from .words import claim_in_words

DEEPEST = 3


@dataclass(frozen=True)
class Cell:
    """One field of a row, with the label that a screen reader reads."""

    bound: Any
    row: str

    @property
    def name(self) -> str:
        return str(self.bound.name)

    @property
    def is_checkbox(self) -> bool:
        return getattr(self.bound.field.widget, "input_type", "") == "checkbox"

    @property
    def marked(self) -> Any:
        """What the guard found in it, when it refused the text."""
        return self.bound.form.marked.get(self.name, "")

    @property
    def widget(self) -> str:
        described = [help_id(self.name)] if self.bound.field.help_text else []
        if self.bound.errors:
            described.append(f"{self.bound.auto_id}_error")
        attrs = {"aria-describedby": " ".join(described)} if described else {}
        return str(self.bound.as_widget(attrs=attrs))


@dataclass(frozen=True)
class Section:
    """A group of fields below the line, and the page of the code book that explains it."""

    heading: Any
    page: str
    cells: list[Cell]


@dataclass
class Line:
    """A figure's row. ``index`` is its place among the forms, or None for the blank to copy."""

    form: Any
    index: int | None
    depth: int = 0
    sums: list[Running] = field(default_factory=list)
    was_open: bool = False

    @property
    def row(self) -> str:
        return "#__number__" if self.index is None else f"#{self.index + 1}"

    @property
    def key(self) -> str:
        return "__prefix__" if self.index is None else str(self.index)

    @property
    def shown_depth(self) -> int:
        return min(self.depth, DEEPEST)

    @property
    def saved(self) -> Any:
        return self.form.instance if self.form.instance.pk else None

    @property
    def words(self) -> str:
        return claim_in_words(self.saved) if self.saved else ""

    @property
    def columns(self) -> list[list[Cell]]:
        return [[self.cell(name) for name in names] for _heading, names in layout.COLUMNS]

    @property
    def sections(self) -> list[Section]:
        found = layout.sections(self.form.slots)
        return [
            Section(heading, section_key(place), [self.cell(name) for name in names])
            for place, (heading, names) in enumerate(found)
        ]

    @property
    def removal(self) -> Cell:
        return self.cell("DELETE")

    def cell(self, name: str) -> Cell:
        return Cell(self.form[name], self.row)

    @property
    def is_open(self) -> bool:
        """Whether the editor left it open, or a mistake stands in what would be folded away."""
        below = {name for _heading, names in layout.sections(self.form.slots) for name in names}
        return self.was_open or bool(below & set(self.form.errors))

    @property
    def holds(self) -> str:
        """In a few words, what the folded part says of the figure."""
        below = [cell for section in self.sections for cell in section.cells]
        return " · ".join(filter(None, (held(cell) for cell in below)))


def held(cell: Cell) -> str:
    """The words of one field: what was chosen, typed or ticked; empty where it says nothing."""
    value = cell.bound.value()
    if not value or value == cell.bound.field.initial:
        return ""
    choices = getattr(cell.bound.field, "_choices", None)
    if choices:
        return str(flat(choices).get(str(value), value))
    short = cell.name in {"part_of_row", "breakdown_set", "source_term"}
    return str(value) if short else str(cell.bound.label)


def flat(choices: Any) -> dict[str, Any]:
    """Codes and labels, whether in groups or not."""
    found: dict[str, Any] = {}
    for key, label in choices:
        found |= flat(label) if isinstance(label, (list, tuple)) else {str(key): label}
    return found


def lines(forms: Sequence[Any], opened: Collection[str] = ()) -> list[Line]:
    """Every form once, each followed by its parts; sums stand at their whole."""
    numbers = {form.instance.number: i for i, form in enumerate(forms) if form.instance.number}
    wholes = [place_of_whole(form, numbers, len(forms)) for form in forms]
    added = sums(forms, wholes)
    placed: list[Line] = []
    waiting = set(range(len(forms)))

    def place(index: int, depth: int) -> None:
        waiting.discard(index)
        form = forms[index]
        placed.append(Line(form, index, depth, added.get(index, []), form.prefix in opened))
        for part, whole in enumerate(wholes):
            if whole == index and part in waiting:
                place(part, depth + 1)

    for index, whole in enumerate(wholes):
        if whole is None and index in waiting:
            place(index, 0)
    # Parts of each other: refused when saving, but shown.
    for index in sorted(waiting):
        if index in waiting:
            place(index, 0)
    return placed


def place_of_whole(form: Any, numbers: dict[int, int], count: int) -> int | None:
    text = str(form["part_of_row"].value() or "").strip()
    index = named_row(text, numbers) if text else None
    return index if index is not None and 0 <= index < count else None
