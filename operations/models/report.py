"""What a reader says is wrong; a private queue, never public by itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from operations.codes import RemovalClass, ReportKind, ReportState

from .base import AddressField, keep_derived, text_field
from .operation import Operation

TEXT_LENGTH = 2000
CONTACT_LENGTH = 200
WAITING = (ReportState.OPEN, ReportState.IN_WORK)
# Nothing that is read aloud or written down as something else: no 0, O, 1, I, L, and no vowels,
# so that no word comes out.
REFERENCE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_reference() -> str:
    """A number that a reader can name to the editors; it opens nothing and tells nothing."""
    letters = get_random_string(8, REFERENCE_LETTERS)
    return f"{letters[:4]}-{letters[4:]}"


class ReportQuerySet(models.QuerySet["Report"]):
    def waiting(self) -> ReportQuerySet:
        """What nobody has closed yet."""
        return self.filter(state__in=WAITING)

    def uncredited(self) -> ReportQuerySet:
        """Accepted, and no edition says so yet."""
        return self.filter(state=ReportState.ACCEPTED, edition_after=None)

    def ranked(self) -> ReportQuerySet:
        """With ``rank``: 0 removals that wait, 1 others that wait, 2 what is closed."""
        return self.annotate(
            rank=Case(
                When(state__in=WAITING, kind=ReportKind.REMOVAL, then=Value(0)),
                When(state__in=WAITING, then=Value(1)),
                default=Value(2),
            ),
            waits_since=Case(When(state__in=WAITING, then=F("made_at"))),
        )


# The order of a ranked query set: waiting removals, what waits longest, what was closed last.
QUEUE = ("rank", F("waits_since").asc(nulls_last=True), "-made_at", "-pk")


class Report(models.Model):
    """A reader's report on an operation or one of its figures.

    ``edition_before`` is what the reader saw, ``edition_after`` what came of it. ``token`` is
    spent by it, so that a form that is sent twice makes one report.
    """

    reference = models.CharField(
        _("reference"), max_length=9, unique=True, default=new_reference, editable=False
    )
    operation = models.ForeignKey(
        Operation, models.CASCADE, related_name="reports", verbose_name=_("operation")
    )
    figure = models.CharField(_("figure"), max_length=100, blank=True, default="")
    edition_before = models.PositiveIntegerField(_("edition that the reader saw"), null=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ReportKind, default=ReportKind.CORRECTION
    )
    removal_class = models.CharField(
        _("class"), max_length=20, choices=RemovalClass, blank=True, default=""
    )
    wrong = text_field(_("what is wrong"), TEXT_LENGTH)
    source_url = AddressField(_("source"), blank=True, default="")
    contact = models.CharField(_("contact"), max_length=CONTACT_LENGTH, blank=True, default="")
    language = models.CharField(
        _("language of the page"), max_length=10, choices=settings.LANGUAGES, blank=True, default=""
    )
    token = models.CharField(max_length=40, unique=True, null=True, editable=False)  # noqa: DJ001
    made_at = models.DateTimeField(_("received"), auto_now_add=True)
    due_on = models.DateField(_("to be answered by"), null=True, editable=False)

    state = models.CharField(
        _("state"), max_length=20, choices=ReportState, default=ReportState.OPEN
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in work with"),
    )
    answer = text_field(_("answer"), 2000)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    # Derived from ``state`` at save; what is deleted, and when, is counted from it.
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    edition_after = models.PositiveIntegerField(
        _("edition that came of it"), null=True, editable=False
    )
    contact_purged_at = models.DateTimeField(_("contact deleted"), null=True, editable=False)
    text_purged_at = models.DateTimeField(_("text deleted"), null=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("reader's report")
        verbose_name_plural = _("readers' reports")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=ReportKind.REMOVAL) ^ Q(removal_class=""),
                name="report_removal_has_class",
            ),
        )

    def __str__(self) -> str:
        """Without a word of the reader: it stands in logs and messages."""
        return f"{self.reference} · {self.figure or self.operation.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.is_waiting:
            self.closed_at = None
        elif self.closed_at is None:
            self.closed_at = timezone.now()
        keep_derived(kwargs, "closed_at")
        super().save(*args, **kwargs)

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def is_removal(self) -> bool:
        return self.kind == ReportKind.REMOVAL

    @property
    def is_overdue(self) -> bool:
        due = self.due_on
        return self.is_waiting and due is not None and due < timezone.localdate()
