"""What was found on a page, beside the fields of the form: taken over by an editor or not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _

from operations.codes import Language, SourceKind
from operations.models import Source, SourceLookup
from operations.sources import looking_up

LOOK_UP, TAKE, TAKE_EMPTY = "_look_up", "_take", "_take_empty"
CODE_LENGTH = 100
CHOICES: dict[str, Any] = {"kind": SourceKind, "language": Language}


@dataclass(frozen=True)
class Proposal:
    """One field's value as found; ``warning`` says why to think twice."""

    field: str
    value: str
    warning: str = ""

    @property
    def words(self) -> str:
        choices = CHOICES.get(self.field)
        return str(choices(self.value).label) if choices else self.value

    @property
    def label(self) -> str:
        column: Any = Source._meta.get_field(self.field)
        return str(column.verbose_name)

    def as_json(self) -> dict[str, str]:
        return {
            "value": self.value,
            "words": self.words,
            "warning": self.warning,
            "found": _("Found:"),
            "take": _("Take it"),
            "describe": self.describe(),
        }

    def describe(self) -> str:
        return _("Take over what was found: %(field)s") % {"field": self.label}

    def html(self) -> str:
        """A button that works without a script: it sends the form, and nothing is saved."""
        warning = format_html('<strong class="warning">{}</strong>', self.warning)
        return format_html(
            '<span class="proposal">{} <q>{}</q> <button type="submit" class="button" name="{}"'
            ' value="{}" data-proposed="{}" aria-label="{}">{}</button> {}</span>',
            _("Found:"),
            self.words,
            TAKE,
            self.field,
            self.value,
            self.describe(),
            _("Take it"),
            warning if self.warning else "",
        )


def proposals(lookup: SourceLookup | None) -> dict[str, Proposal]:
    """By field; nothing while the page is still being looked up."""
    if lookup is None:
        return {}
    found = {field: value for field, value in lookup.found.items() if is_fit(field, value)}
    made = {field: Proposal(field, value) for field, value in found.items()}
    if code := free_code(found):
        made["code"] = Proposal("code", code)
    if "title" in made and looking_up.names_a_person(lookup):
        made["title"] = Proposal("title", found["title"], names_a_person())
    return made


def free_code(found: dict[str, str]) -> str:
    """An id in the way of those that are there: publisher and day, numbered when it is taken."""
    base = slugify(f"{found.get('publisher', '')} {found.get('published', '')}")[:CODE_LENGTH]
    if "publisher" not in found or not base:
        return ""
    near = set(Source.objects.filter(code__startswith=base).values_list("code", flat=True))
    codes = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(code for code in codes if code not in near)


def is_fit(field: str, value: str) -> bool:
    choices = CHOICES.get(field)
    return field in looking_up.FIELDS and (not choices or value in choices.values)


def names_a_person() -> str:
    return _("This title may name a person: do not take it over unless it is needed.")


def moved(source: Source) -> dict[str, Proposal]:
    """The address that permanent redirects led to, while the source still has the old one."""
    last = source.checks.filter(url=source.url).exclude(health="").first() if source.pk else None
    if last is None or not last.moved_to:
        return {}
    return {"url": Proposal("url", last.moved_to, _("Permanent redirects lead there."))}
