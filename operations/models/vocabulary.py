"""Open vocabularies: the agencies, groups, offences, places, series and methods records name."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations.codes import (
    NOT_STATED,
    Evidence,
    MethodKind,
    PalermoElement,
    PlaceKind,
    Relevance,
)
from operations.dates import date_validator

from .base import (
    EDTF_LENGTH,
    NAME_LENGTH,
    Coded,
    bilingual,
    code_validator,
    text_field,
    validate_text_list,
)


def validate_palermo(value: object) -> None:
    """Accept a list of different codes of ``PalermoElement``."""
    validate_text_list(value)
    unknown = [item for item in value if item not in PalermoElement.values]  # type: ignore[attr-defined]
    if unknown:
        message = _("Unknown elements: %(codes)s.")
        raise ValidationError(message, params={"codes": ", ".join(unknown)})


class Term(Coded):
    """One entry of a vocabulary. Its code is permanent; retired terms name a successor."""

    free_text: ClassVar[tuple[str, ...]] = (
        "name_en",
        "name_zh_hant",
        "aliases",
        "note_en",
        "note_zh_hant",
    )
    vocabulary: ClassVar[str]

    code = models.CharField(_("code"), max_length=80, unique=True, validators=[code_validator])
    name_en = models.CharField(_("name (English)"), max_length=NAME_LENGTH)
    name_zh_hant = models.CharField(
        _("name (Traditional Chinese)"), max_length=NAME_LENGTH, blank=True, default=""
    )
    aliases = models.JSONField(
        _("aliases"),
        default=list,
        blank=True,
        validators=[validate_text_list],
        help_text=_("Other names that readers may search for, in either language."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("broader term"),
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
        help_text=_("Set when this term is retired."),
    )
    note_en = text_field(_("note (English)"))
    note_zh_hant = text_field(_("note (Traditional Chinese)"))
    evidence = models.CharField(
        _("evidence"), max_length=20, choices=Evidence, default=Evidence.DESIGN
    )

    class Meta:
        abstract = True
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
                name="%(class)s_not_broader_than_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(successor__isnull=True) | ~models.Q(successor=models.F("pk")),
                name="%(class)s_not_its_own_successor",
            ),
        )

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name_en, self.name_zh_hant)))

    @property
    def names(self) -> dict[str, str]:
        return bilingual(self.name_en, self.name_zh_hant)

    def clean(self) -> None:
        super().clean()
        if self.code == NOT_STATED:
            message = _("This code is reserved: in a query it means that nothing is named.")
            raise ValidationError({"code": message})
        if self.pk and self in self.lineage(self.parent):
            raise ValidationError({"parent": _("A term cannot be broader than itself.")})
        if self.pk and self in self.lineage(self.successor, "successor"):
            raise ValidationError({"successor": _("A term cannot succeed itself.")})

    def ancestors(self) -> list[str]:
        """Codes of all broader terms, nearest first."""
        return [term.code for term in self.lineage(self.parent)]

    @staticmethod
    def lineage(term: Term | None, by: str = "parent") -> list[Term]:
        """``term`` and everything broader, nearest first; stops where a loop would begin."""
        found: list[Term] = []
        while term is not None and term not in found:
            found.append(term)
            term = getattr(term, by)
        return found


class Agency(Term):
    """A police force, unit, department or organisation that took part."""

    vocabulary = "agency"

    class Meta(Term.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")


class Group(Term):
    """A triad society or syndicate that sources link to an operation."""

    vocabulary = "group"

    class Meta(Term.Meta):
        verbose_name = _("group")
        verbose_name_plural = _("groups")


class Offence(Term):
    """An offence: a section of an ordinance, or a generic or foreign one without a section."""

    vocabulary = "offence"
    free_text = (
        *Term.free_text,
        "covered_en",
        "covered_zh_hant",
        "not_covered_en",
        "not_covered_zh_hant",
    )

    ordinance = models.CharField(_("chapter"), max_length=20, blank=True, default="")
    section = models.CharField(_("section"), max_length=20, blank=True, default="")
    relevance = models.CharField(
        _("relevance"), max_length=40, choices=Relevance, default=Relevance.OTHER
    )
    covered_en = text_field(_("what it covers (English)"))
    covered_zh_hant = text_field(_("what it covers (Traditional Chinese)"))
    not_covered_en = text_field(_("what it does not cover (English)"))
    not_covered_zh_hant = text_field(_("what it does not cover (Traditional Chinese)"))
    max_penalty = models.CharField(_("maximum penalty"), max_length=100, blank=True, default="")
    iccs = models.CharField(_("ICCS code"), max_length=20, blank=True, default="")
    palermo = models.JSONField(
        _("elements shared with the Palermo Protocol"),
        default=list,
        blank=True,
        validators=[validate_palermo],
    )
    htcds_forms = models.JSONField(
        _("HTCDS types of exploitation"),
        default=list,
        blank=True,
        validators=[validate_text_list],
    )
    title_as_of = models.CharField(
        _("title as of (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[date_validator],
    )

    class Meta(Term.Meta):
        verbose_name = _("offence")
        verbose_name_plural = _("offences")


class Place(Term):
    """A place, never finer than a district. Combined places have ``+`` between the codes."""

    vocabulary = "place"

    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind)

    class Meta(Term.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @property
    def parts(self) -> list[str]:
        """Codes that a combined place joins; its own code otherwise."""
        return self.code.split("+")

    def clean(self) -> None:
        super().clean()
        if (self.kind == PlaceKind.COMBINED) != (len(self.parts) > 1):
            raise ValidationError(
                {"kind": _("A code with “+” is a combined place, and only such a code.")}
            )
        known = set(Place.objects.filter(code__in=self.parts).values_list("code", flat=True))
        missing = set(self.parts) - known
        if len(self.parts) > 1 and missing:
            message = _("No such place: %(codes)s") % {"codes": ", ".join(sorted(missing))}
            raise ValidationError({"code": message})


class Series(Term):
    """A code name that recurs; a code name is not a key to one operation."""

    vocabulary = "series"

    class Meta(Term.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")


class Method(Term):
    """A way of recruiting or controlling people, after IOM's HTCDS where it has one."""

    vocabulary = "method"

    kind = models.CharField(_("kind"), max_length=20, choices=MethodKind)
    htcds = models.CharField(_("HTCDS label"), max_length=100, blank=True, default="")
    ctdc = models.CharField(_("CTDC column"), max_length=100, blank=True, default="")

    class Meta(Term.Meta):
        verbose_name = _("method")
        verbose_name_plural = _("methods")


VOCABULARIES: dict[str, type[Term]] = {
    model.vocabulary: model for model in (Agency, Group, Offence, Place, Series, Method)
}
