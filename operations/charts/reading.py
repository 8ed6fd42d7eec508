"""What several charts read of editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import JSONField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations import wording
from operations.dates import DateSpan, parse
from operations.filters import Selection, conditions
from operations.filters.address import asked, replaced, written
from operations.models.edition import EditionQuerySet
from operations.wording.numbers import digits

from .model import Note

DATE_PARAMETERS = ("from", "to", "year")


@dataclass(frozen=True, slots=True)
class Dated:
    """An operation and when it took place. ``edition`` is its number, for a past day only."""

    id: str
    name_en: str
    name_zh_hant: str
    span: DateSpan
    edition: int | None

    @property
    def address(self) -> str:
        """The page of the operation, or of the edition of that day."""
        if self.edition is None:
            return reverse("operation", args=[self.id])
        return reverse("edition", args=[self.id, self.edition])

    @property
    def name(self) -> wording.Text:
        return wording.pick({"en": self.name_en, "zh-Hant": self.name_zh_hant})

    @property
    def began(self) -> int:
        """The year it began, or the earliest in which it can have begun."""
        day: date = self.span.earliest or date.min
        return day.year


def with_dates(editions: EditionQuerySet) -> EditionQuerySet:
    """``editions`` with the EDTF text of each, read out of its document by the database."""
    document = Cast("document", JSONField())
    return editions.annotate(parsed=document).annotate(edtf=KT("parsed__dates__edtf"))


def dated(selection: Selection) -> list[Dated]:
    """The operations with a date, earliest first, in one query."""
    is_past = selection.chosen["as_of"] is not None
    rows = with_dates(selection.editions).filter(undated=False).order_by("sort_date", "code")
    columns = ("code", "number", "name_en", "name_zh_hant", "edtf")
    return [
        Dated(code, en, zh_hant, parse(edtf), number if is_past else None)
        for code, number, en, zh_hant, edtf in rows.values_list(*columns)
    ]


def listed(selection: Selection, **changed: str) -> str:
    """The address of the list of the same query with other values of some parameters."""
    said = replaced(asked(selection.query), changed, {name: [v] for name, v in changed.items()})
    text = written({name: values for name, values in said.items() if name != "sort"})
    return f"{reverse('operations')}?{text}" if text else reverse("operations")


def question(selection: Selection) -> str:
    """Which operations a picture speaks of; it has an order of its own."""
    found = conditions(selection)
    if not found:
        return _("All published operations.")
    what = _("; ").join(str(condition) for condition in found)
    return _("Operations with %(conditions)s.") % {"conditions": what}


def asks_for_dates(selection: Selection) -> bool:
    return any(selection.chosen[name] for name in DATE_PARAMETERS)


def undated_note(selection: Selection) -> Note:
    """How many operations no picture of time can show."""
    if asks_for_dates(selection) and selection.chosen["undated"] != "include":
        return Note(_("Undated operations are left out, because the query asks for dates."))
    size = selection.editions.filter(undated=True).count()
    if not size:
        return Note("")
    words = ngettext(
        "%(number)s operation is not drawn, because no source states its date.",
        "%(number)s operations are not drawn, because no source states their dates.",
        size,
    ) % {"number": digits(size)}
    return Note(words, "" if asks_for_dates(selection) else listed(selection, undated="only"))
