"""The context that operations stand in: yearly assessments, statements and wider findings."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations import codes
from operations.dates import date_validator

from .base import EDTF_LENGTH, NAME_LENGTH, Coded, bilingual, slug_validator, text_field
from .owner import FigureOwner
from .source import Source
from .vocabulary import Group, Method, Offence, Place


class ContextQuerySet(models.QuerySet["ContextRecord"]):
    def public(self) -> ContextQuerySet:
        """Records that readers can see, by the document stored at their last publication."""
        return self.exclude(document="")


class ContextRecord(models.Model):
    """What readers see of a context record is the document stored when it was published.

    Context has no editions of its own: it is commentary beside the record, not the record.
    """

    document = models.TextField(default="", editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    # Whether one person alone wrote and published that document.
    single_checked = models.BooleanField(default=False, editable=False)

    objects = ContextQuerySet.as_manager()

    class Meta:
        abstract = True


def year_field(verbose_name: Any) -> models.PositiveSmallIntegerField[int, int]:
    """A calendar year."""
    return models.PositiveSmallIntegerField(
        verbose_name, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )


class Assessment(ContextRecord, FigureOwner):
    """A yearly report on Hong Kong that gives a tier and figures."""

    free_text = ("body_en", "body_zh_hant", "series", "note_en", "note_zh_hant")

    body_en = models.CharField(_("body (English)"), max_length=NAME_LENGTH)
    body_zh_hant = models.CharField(
        _("body (Traditional Chinese)"), max_length=NAME_LENGTH, blank=True, default=""
    )
    series = models.CharField(_("series"), max_length=NAME_LENGTH)
    year = year_field(_("report year"))
    covers = models.CharField(
        _("covers (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[date_validator],
    )
    tier = models.CharField(_("tier"), max_length=20, choices=codes.Tier)
    note_en = text_field(_("note (English)"))
    note_zh_hant = text_field(_("note (Traditional Chinese)"))
    sources = models.ManyToManyField(Source, blank=True, verbose_name=_("sources"))

    class Meta:
        ordering = ("-year", "code")
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")

    def __str__(self) -> str:
        return self.code

    @property
    def bodies(self) -> dict[str, str]:
        return bilingual(self.body_en, self.body_zh_hant)

    @property
    def notes(self) -> dict[str, str]:
        return bilingual(self.note_en, self.note_zh_hant)


class Statement(ContextRecord, FigureOwner):
    """What a government or a treaty body said, and what it answers."""

    free_text = (
        "body_en",
        "body_zh_hant",
        "subject_en",
        "subject_zh_hant",
        "summary_en",
        "summary_zh_hant",
    )

    kind = models.CharField(_("kind"), max_length=40, choices=codes.StatementKind)
    date = models.CharField(
        _("date (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[date_validator],
    )
    body_en = models.CharField(_("body (English)"), max_length=NAME_LENGTH)
    body_zh_hant = models.CharField(
        _("body (Traditional Chinese)"), max_length=NAME_LENGTH, blank=True, default=""
    )
    answers = models.ForeignKey(
        Assessment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("answers"),
    )
    subject_en = models.CharField(_("subject (English)"), max_length=NAME_LENGTH)
    subject_zh_hant = models.CharField(
        _("subject (Traditional Chinese)"), max_length=NAME_LENGTH, blank=True, default=""
    )
    summary_en = text_field(_("summary (English)"))
    summary_zh_hant = text_field(_("summary (Traditional Chinese)"))
    sources = models.ManyToManyField(Source, blank=True, verbose_name=_("sources"))

    class Meta:
        ordering = ("-date", "code")
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def __str__(self) -> str:
        return self.code

    @property
    def bodies(self) -> dict[str, str]:
        return bilingual(self.body_en, self.body_zh_hant)

    @property
    def subjects(self) -> dict[str, str]:
        return bilingual(self.subject_en, self.subject_zh_hant)

    @property
    def summaries(self) -> dict[str, str]:
        return bilingual(self.summary_en, self.summary_zh_hant)


class Finding(ContextRecord, Coded):
    """One sourced sentence of the wider story: a route, a means of control, a point of law."""

    free_text = ("text_en", "text_zh_hant")

    code = models.CharField(_("id"), max_length=80, unique=True, validators=[slug_validator])
    kind = models.CharField(_("kind"), max_length=40, choices=codes.FindingKind)
    text_en = text_field(_("text (English)"))
    text_zh_hant = text_field(_("text (Traditional Chinese)"))
    origin = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from")
    )
    destination = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to")
    )
    via = models.ManyToManyField(Place, blank=True, related_name="+", verbose_name=_("via"))
    method = models.ForeignKey(
        Method, models.PROTECT, null=True, blank=True, verbose_name=_("method")
    )
    offence = models.ForeignKey(
        Offence, models.PROTECT, null=True, blank=True, verbose_name=_("offence")
    )
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, verbose_name=_("group"))
    sources = models.ManyToManyField(Source, blank=True, verbose_name=_("sources"))

    class Meta:
        ordering = ("kind", "code")
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return self.code

    @property
    def texts(self) -> dict[str, str]:
        return bilingual(self.text_en, self.text_zh_hant)
