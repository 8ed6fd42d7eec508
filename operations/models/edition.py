"""The public record: immutable numbered editions and the index that lists and totals read.

Only ``publishing`` writes these tables. The index follows from the document alone, so
``manage.py verify`` can rebuild and compare it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import orjson
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from operations.codes import EditionKind, Kind, Status, WithdrawalClass

from .base import NAME_LENGTH
from .operation import Operation

TOMBSTONES = (EditionKind.WITHDRAWN, EditionKind.MERGED, EditionKind.REDACTED)


def number_column() -> models.DecimalField[Decimal | None, Decimal | None]:
    """A figure's number, as the working copy holds it."""
    return models.DecimalField(max_digits=18, decimal_places=2, null=True)


class EditionQuerySet(models.QuerySet["Edition"]):
    def current(self) -> EditionQuerySet:
        """The last edition of each operation, tombstones included."""
        return self.filter(valid_to__isnull=True)

    def public(self) -> EditionQuerySet:
        """What readers see now."""
        return self.current().exclude(kind__in=TOMBSTONES)

    def as_of(self, moment: Any) -> EditionQuerySet:
        """What readers saw at ``moment`` (an aware datetime); redacted editions stay redacted."""
        return (
            self.filter(valid_from__lte=moment)
            .filter(Q(valid_to__isnull=True) | Q(valid_to__gt=moment))
            .exclude(kind__in=TOMBSTONES)
            .exclude(document="")
        )


class Edition(models.Model):
    """One published state of an operation, for ever; or the tombstone that ended it."""

    operation = models.ForeignKey(Operation, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("edition"))
    kind = models.CharField(_("kind"), max_length=20, choices=EditionKind)
    reason = models.TextField(_("reason"), blank=True, default="")
    withdrawal_class = models.CharField(
        _("class"), max_length=20, choices=WithdrawalClass, blank=True, default=""
    )
    merged_into = models.ForeignKey(
        Operation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    document = models.TextField(blank=True, default="")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    previous_chain = models.CharField(max_length=64, blank=True, default="")
    chain = models.CharField(max_length=64)
    valid_from = models.DateTimeField(_("published at"))
    valid_to = models.DateTimeField(null=True)
    redacted_at = models.DateTimeField(null=True)
    redaction_class = models.CharField(
        max_length=20, choices=WithdrawalClass, blank=True, default=""
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    single_checked = models.BooleanField(_("single-checked"), default=False)

    # The index: what lists sort and filter by. Tombstones leave it empty.
    code = models.CharField(max_length=80, db_index=True)
    name_en = models.CharField(max_length=NAME_LENGTH, blank=True, default="")
    name_zh_hant = models.CharField(max_length=NAME_LENGTH, blank=True, default="")
    undated = models.BooleanField(default=True)
    sort_date = models.DateField()
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    open_ended = models.BooleanField(default=False)
    operation_kind = models.CharField(max_length=40, choices=Kind, blank=True, default="")
    status = models.CharField(max_length=20, choices=Status, blank=True, default="")
    disputed = models.BooleanField(default=False)
    arrests = number_column()

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("operation", "number"), name="edition_number_once"),
            models.UniqueConstraint(
                fields=("operation",),
                condition=Q(valid_to__isnull=True),
                name="edition_one_current",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="edition_valid_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=(EditionKind.WITHDRAWN, EditionKind.REDACTED))
                ^ Q(withdrawal_class=""),
                name="edition_withdrawal_has_class",
            ),
            models.CheckConstraint(
                condition=Q(kind=EditionKind.MERGED) ^ Q(merged_into__isnull=True),
                name="edition_merger_has_survivor",
            ),
        )
        indexes = (
            models.Index(fields=("undated", "-sort_date", "code"), name="edition_by_date"),
            # The public record in its usual order without sorting, and without reading a row.
            models.Index(
                fields=("valid_to", "undated", "-sort_date", "code", "kind"),
                name="edition_current_by_date",
            ),
            models.Index(fields=("valid_from", "valid_to"), name="edition_by_validity"),
            # The few that were redacted, which every file of a release is checked against.
            models.Index(
                fields=("redacted_at", "valid_from", "redaction_class"),
                condition=Q(redacted_at__isnull=False),
                name="edition_redacted",
            ),
            # Holds all that lists are counted by: a row itself is as long as its document.
            models.Index(
                fields=(
                    "valid_to",
                    "kind",
                    "operation_kind",
                    "status",
                    "disputed",
                    "undated",
                    "earliest",
                    "latest",
                    "open_ended",
                ),
                name="edition_for_counting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} · {self.number}"

    @property
    def is_tombstone(self) -> bool:
        return self.kind in TOMBSTONES

    @property
    def is_redacted(self) -> bool:
        return self.redacted_at is not None

    @property
    def content(self) -> dict[str, Any]:
        """The document as data; empty for a tombstone or a redacted edition."""
        if not self.document:
            return {}
        content: dict[str, Any] = orjson.loads(self.document)
        return content


class EditionTerm(models.Model):
    """That an edition names a term, or something narrower than it."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="terms")
    vocabulary = models.CharField(max_length=20)
    term = models.CharField(max_length=120)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "vocabulary", "term"), name="edition_term_once"
            ),
        )
        indexes = (models.Index(fields=("vocabulary", "term", "edition"), name="edition_by_term"),)

    def __str__(self) -> str:
        return f"{self.vocabulary}: {self.term}"


class EditionFigure(models.Model):
    """Keys and numbers of a whole headline figure of an edition."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="figures")
    figure = models.CharField(max_length=100)
    measure = models.CharField(max_length=40)
    currency = models.CharField(max_length=3, blank=True, default="")
    scope = models.CharField(max_length=30)
    counted_in = models.CharField(max_length=80)
    period = models.CharField(max_length=40, blank=True, default="")
    singled_out = models.BooleanField(default=False)
    value_type = models.CharField(max_length=20)
    qualifier = models.CharField(max_length=20)
    reporting_status = models.CharField(max_length=20)
    value = number_column()
    low = number_column()
    high = number_column()
    covers_others = models.BooleanField(default=False)
    disputed = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "figure"), name="edition_figure_once"),
        )
        indexes = (
            models.Index(
                fields=("measure", "scope", "counted_in", "edition"), name="edition_by_measure"
            ),
        )

    def __str__(self) -> str:
        return self.figure
