"""The working copy of an operation. Saving it never changes what the public sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from operations.codes import Flag, Kind, Status, Workflow
from operations.dates import date_validator, parse

from .base import (
    EDTF_LENGTH,
    NAME_LENGTH,
    bilingual,
    keep_derived,
    text_field,
    validate_text_list,
)
from .owner import FigureOwner
from .source import Source
from .vocabulary import Agency, Group, Method, Offence, Place, Series

if TYPE_CHECKING:
    from .edition import Edition

SUMMARY_LENGTH = 6000


def validate_flags(value: object) -> None:
    """Accept a list of different codes of ``Flag``."""
    if not isinstance(value, list):
        raise ValidationError(_("Expected a list of different flags."))
    unknown = [str(item) for item in value if item not in Flag.values]
    if not unknown and len(set(value)) != len(value):
        raise ValidationError(_("Expected a list of different flags."))
    if unknown:
        message = _("Unknown flags: %(flags)s. Known: %(known)s.")
        raise ValidationError(
            message, params={"flags": ", ".join(unknown), "known": ", ".join(Flag.values)}
        )


class OperationQuerySet(models.QuerySet["Operation"]):
    def public(self) -> OperationQuerySet:
        """Operations that readers can open now."""
        from .edition import Edition

        return self.filter(pk__in=Edition.objects.public().values("operation"))

    def reopen(self) -> int:
        """Ask for another look at what was approved, because it was changed since."""
        return self.filter(workflow=Workflow.READY).update(workflow=Workflow.IN_REVIEW)

    def whole(self) -> OperationQuerySet:
        """With everything a document needs, in a constant number of queries."""
        return self.select_related("series", "parent").prefetch_related(
            "agency_roles__agency",
            "group_links__group",
            "routes__origin",
            "routes__destination",
            "places",
            "offences",
            "methods",
            "may_overlap",
            "links",
            "sources__archives",
            "figures__counted_in",
            "figures__offence",
            "figures__part_of",
            "figures__covers",
            "figures__citations__source__archives",
        )


class Operation(FigureOwner):
    """One law-enforcement operation, as editors are working on it."""

    free_text = (
        "name_en",
        "name_zh_hant",
        "aliases",
        "summary_en",
        "summary_zh_hant",
        "date_note_en",
        "date_note_zh_hant",
        "internal_notes",
    )

    name_en = models.CharField(_("name (English)"), max_length=NAME_LENGTH)
    name_zh_hant = models.CharField(
        _("name (Traditional Chinese)"), max_length=NAME_LENGTH, blank=True, default=""
    )
    aliases = models.JSONField(
        _("aliases"), default=list, blank=True, validators=[validate_text_list]
    )
    summary_en = text_field(_("summary (English)"), SUMMARY_LENGTH)
    summary_zh_hant = text_field(_("summary (Traditional Chinese)"), SUMMARY_LENGTH)
    kind = models.CharField(_("kind"), max_length=40, choices=Kind)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NOT_STATED)
    flags = models.JSONField(_("flags"), default=list, blank=True, validators=[validate_flags])

    edtf = models.CharField(
        _("dates (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[date_validator],
        help_text=_(
            "2023-06-12/2023-09-21 · 2024-11 · 2008-09-24/ (end not stated) · "
            "2021-06-06/.. (still running). Leave empty when no source fixes the date."
        ),
    )
    edtf_derived = models.BooleanField(
        _("dates worked out"),
        default=False,
        help_text=_("From “yesterday”, a weekday or an address, not printed as such."),
    )
    date_note_en = text_field(_("note on dates (English)"), help_text=_("Readers see it."))
    date_note_zh_hant = text_field(_("note on dates (Traditional Chinese)"))
    # Derived from ``edtf`` at save, for sorting and the date drill-down of the admin.
    earliest = models.DateField(_("earliest"), null=True, editable=False, db_index=True)
    latest = models.DateField(_("latest"), null=True, editable=False)

    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, verbose_name=_("series")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The campaign that this phase or sub-operation belongs to."),
    )
    may_overlap = models.ManyToManyField(
        "self",
        blank=True,
        verbose_name=_("may overlap with"),
        help_text=_("No source says whether one includes the other."),
    )
    places = models.ManyToManyField(
        Place,
        blank=True,
        verbose_name=_("places"),
        help_text=_("District at the finest; include the jurisdictions that took part."),
    )
    agencies = models.ManyToManyField(Agency, through="OperationAgency")
    groups = models.ManyToManyField(Group, through="OperationGroup")
    offences = models.ManyToManyField(Offence, blank=True, verbose_name=_("offences alleged"))
    methods = models.ManyToManyField(Method, blank=True, verbose_name=_("methods"))
    sources = models.ManyToManyField(
        Source,
        blank=True,
        verbose_name=_("further sources"),
        help_text=_("Sources that no figure below cites."),
    )

    internal_notes = text_field(_("internal notes"), help_text=_("Never public."))
    workflow = models.CharField(
        _("workflow state"),
        max_length=20,
        choices=Workflow,
        default=Workflow.DRAFT,
        editable=False,
    )
    review_comment = text_field(_("reviewer's comment"), editable=False)
    # The revision that says what readers see; empty before the first publication.
    public_revision = models.PositiveIntegerField(null=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
    )
    modified_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = OperationQuerySet.as_manager()

    class Meta:
        ordering = ("-earliest", "code")
        verbose_name = _("operation")
        verbose_name_plural = _("operations")
        permissions = (
            ("submit_operation", _("Can submit operations for review")),
            ("publish_operation", _("Can publish, return and withdraw operations")),
            ("redact_operation", _("Can redact editions")),
            ("administer_operation", _("Can override the privacy guard and delete drafts")),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(latest__isnull=True) | Q(latest__gte=models.F("earliest")),
                name="operation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                name="operation_not_its_own_parent",
            ),
        )

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name_en, self.name_zh_hant)))

    def clean(self) -> None:
        super().clean()
        if self.pk and self.parent in self.with_parts():
            raise ValidationError({"parent": _("An operation cannot be part of itself.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        span = parse(self.edtf)
        self.earliest, self.latest = span.earliest, span.latest
        keep_derived(kwargs, "earliest", "latest")
        super().save(*args, **kwargs)

    @property
    def names(self) -> dict[str, str]:
        return bilingual(self.name_en, self.name_zh_hant)

    @property
    def current_edition(self) -> Edition | None:
        """What is public of it now, a tombstone included; ``None`` before first publication."""
        return self.editions.filter(valid_to__isnull=True).first()

    def with_parts(self) -> set[Operation]:
        """This operation and everything recorded as part of it, at any depth.

        What was merged into one of them is that one, and its parts are, too.
        """
        found: set[Operation] = set()
        waiting = [self]
        while waiting:
            operation = waiting.pop()
            if operation not in found:
                found.add(operation)
                waiting.extend(operation.parts.all())
                waiting.extend(operation.merged_from.all())
        return found
