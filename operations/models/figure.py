"""A figure: one counted claim, by named sources, with its scope."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from operations import codes, dates, figures, privacy
from operations.codes import DERIVED, MEASURES, Unit, ValueType
from operations.privacy import small_counts

from .base import EDTF_LENGTH, Guarded, bilingual, keep_derived, text_field
from .context import Assessment, Statement
from .figure_constraints import FIGURE_CONSTRAINTS
from .operation import Operation
from .owner import FigureOwner
from .vocabulary import Offence, Place

# Premises, officers, checks and money have no offence scope: they are spent or seized by an
# operation as a whole.
UNSCOPED_UNITS = frozenset({Unit.PREMISES, Unit.DEPLOYMENT, Unit.CHECK, Unit.MONEY})


def number_field(verbose_name: Any) -> models.DecimalField[Decimal | None, Decimal | None]:
    """A count or an amount, in the unit of its measure."""
    return models.DecimalField(verbose_name, max_digits=18, decimal_places=2, null=True, blank=True)


def age_field(verbose_name: Any) -> models.PositiveSmallIntegerField[int | None, int | None]:
    """A limit of the ages of a group; never the age of one person."""
    return models.PositiveSmallIntegerField(
        verbose_name, null=True, blank=True, validators=[MaxValueValidator(120)]
    )


def code_field(verbose_name: Any, choices: type[models.TextChoices]) -> models.CharField[str, str]:
    """A code that may be left empty: nobody is singled out by it."""
    return models.CharField(verbose_name, max_length=40, choices=choices, blank=True, default="")


class Figure(Guarded):
    """One claim. Rivals stay side by side; ``figures.headline`` decides which one leads."""

    free_text = (
        "source_term",
        "breakdown_set",
        "rank_note_en",
        "rank_note_zh_hant",
        "note_en",
        "note_zh_hant",
    )

    operation = models.ForeignKey(
        Operation, models.CASCADE, null=True, blank=True, related_name="figures"
    )
    assessment = models.ForeignKey(
        Assessment, models.CASCADE, null=True, blank=True, related_name="figures"
    )
    statement = models.ForeignKey(
        Statement, models.CASCADE, null=True, blank=True, related_name="figures"
    )
    number = models.PositiveIntegerField(_("number"), editable=False)

    measure = models.CharField(_("measure"), max_length=40, choices=codes.Measure)
    value_type = models.CharField(
        _("value type"), max_length=20, choices=ValueType, default=ValueType.VALUE
    )
    value = number_field(_("value"))
    low = number_field(pgettext_lazy("bound", "low"))
    high = number_field(pgettext_lazy("bound", "high"))
    currency = models.CharField(
        _("currency"), max_length=3, choices=codes.Currency, blank=True, default=""
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=20,
        choices=codes.Qualifier,
        default=codes.Qualifier.EXACT,
    )
    scope = models.CharField(_("scope"), max_length=30, choices=codes.Scope)
    counted_in = models.ForeignKey(
        Place, models.PROTECT, related_name="+", verbose_name=_("counted in")
    )
    period = models.CharField(
        _("period (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[dates.date_validator],
        help_text=_("For yearly counts."),
    )
    as_at = models.CharField(
        _("as at (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[dates.date_validator],
    )
    reporting_status = models.CharField(
        _("reporting status"),
        max_length=20,
        choices=codes.ReportingStatus,
        default=codes.ReportingStatus.NOT_STATED,
    )

    role = code_field(_("role"), codes.Role)
    sex = code_field(_("sex"), codes.Sex)
    age_group = code_field(_("age group"), codes.AgeGroup)
    residency = code_field(_("residency"), codes.Residency)
    nationality = code_field(_("nationality or ethnic group"), codes.Nationality)
    age_from = age_field(_("ages from"))
    age_to = age_field(_("ages to"))
    source_term = models.CharField(
        _("the source's own word"), max_length=120, blank=True, default=""
    )
    offence = models.ForeignKey(
        Offence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("offence"),
    )

    # Not alone, but with its whole: a draft is deleted with all its figures.
    part_of = models.ForeignKey(
        "self",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    breakdown = code_field(_("breakdown"), codes.BreakdownKind)
    breakdown_set = models.CharField(
        _("breakdown set"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("A name: one whole can be split by sex, by place, or as a rival list."),
    )
    covers = models.ManyToManyField(
        Operation,
        blank=True,
        related_name="covered_by",
        verbose_name=_("covers"),
        help_text=_("Other operations that this count includes."),
    )
    derived = models.BooleanField(_("added up by us"), default=False)
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        choices=codes.Confidence,
        default=codes.Confidence.MEDIUM,
    )
    rank = models.CharField(_("rank"), max_length=20, choices=codes.Rank, default=codes.Rank.NORMAL)
    rank_reason = code_field(_("reason for the rank"), codes.RankReason)
    rank_note_en = text_field(_("note on the rank (English)"), 1000)
    rank_note_zh_hant = text_field(_("note on the rank (Traditional Chinese)"), 1000)
    note_en = text_field(_("note (English)"), 2000)
    note_zh_hant = text_field(_("note (Traditional Chinese)"), 2000)
    # Set by a merger alone: the id under which the claim was first recorded.
    came_from = models.CharField(
        _("came from"), max_length=100, blank=True, default="", editable=False
    )
    # Derived from the fields above at save, so that the database can hold the rule.
    claim_key = models.CharField(max_length=600, editable=False, default="")

    class Meta:
        ordering = ("operation", "assessment", "statement", "number")
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = FIGURE_CONSTRAINTS

    def __str__(self) -> str:
        return self.public_id

    def clean(self) -> None:
        super().clean()
        if self.measure in MEASURES and self.scope:
            self._check_scope()

    def behind(self, field: str) -> tuple[str, ...]:
        return small_counts.FIELDS if field == "value" else super().behind(field)

    @property
    def guarded_name(self) -> str:
        return self.public_id

    def personal_data(self) -> dict[str, list[privacy.Finding]]:
        found = small_counts.find(self.as_cell())
        return {**super().personal_data(), **({"value": found} if found else {})}

    def as_cell(self) -> small_counts.Cell:
        """The number and whom it describes, for the small-count rule."""
        return small_counts.Cell(
            measure=self.measure,
            numbers=(self.value, self.low, self.high),
            counted_in=self.counted_in.code if self.counted_in_id else "",
            who={trait: getattr(self, trait) for trait in small_counts.TRAITS},
            currency=self.currency,
            derived=self.derived,
        )

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        # The stored key is that of the last save; it can be renewed where no field is wrong.
        if not exclude and any((self.operation, self.assessment, self.statement)):
            self.claim_key = self.current_claim_key()
        super().validate_constraints(exclude=exclude)

    def _check_scope(self) -> None:
        unscoped = codes.unit_of(self.measure) in UNSCOPED_UNITS
        if unscoped and self.scope != codes.Scope.NOT_APPLICABLE:
            message = _("%(measure)s: the scope of premises, officers and money is “%(scope)s”.")
            raise ValidationError({"scope": ValidationError(message, params=self._scope_words())})

    def _scope_words(self) -> dict[str, str]:
        return {
            "measure": self.get_measure_display(),
            "scope": str(codes.Scope.NOT_APPLICABLE.label),
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.number:
            self.number = self.owner.next_figure_number()
        self.claim_key = self.current_claim_key()
        keep_derived(kwargs, "claim_key")
        super().save(*args, **kwargs)

    def current_claim_key(self) -> str:
        """The claim key as one text; the owner by table and row, as ids differ only in a table."""
        owner = self.owner
        key = figures.claim_key(self.as_claim())
        return "|".join(key._replace(owner=f"{owner._meta.model_name}:{owner.pk}"))

    @property
    def owner(self) -> FigureOwner:
        """The operation, assessment or statement that states it."""
        owner = self.operation or self.assessment or self.statement
        if owner is None:
            raise ValueError("a figure belongs to an operation, an assessment or a statement")
        return owner

    @property
    def public_id(self) -> str:
        """``<owner>.<n>``, permanent."""
        return f"{self.owner.code}.{self.number}"

    def covered_codes(self) -> tuple[str, ...]:
        """Ids of the operations that this count includes, as far as they are saved."""
        if self._state.adding:
            return ()
        return tuple(sorted(operation.code for operation in self.covers.all()))

    @property
    def notes(self) -> dict[str, str]:
        return bilingual(self.note_en, self.note_zh_hant)

    @property
    def rank_notes(self) -> dict[str, str]:
        return bilingual(self.rank_note_en, self.rank_note_zh_hant)

    def as_claim(self, tier: int = DERIVED, sources: tuple[str, ...] = ()) -> figures.Figure:
        """The plain figure that the rules reason about."""
        return figures.Figure(
            id=self.public_id,
            owner=self.owner.code,
            measure=self.measure,
            value_type=self.value_type,
            value=self.value,
            low=self.low,
            high=self.high,
            currency=self.currency,
            qualifier=self.qualifier,
            scope=self.scope,
            counted_in=self.counted_in.code,
            period=self.period,
            as_at=self.as_at,
            as_at_day=dates.parse(self.as_at).latest,
            reporting_status=self.reporting_status,
            role=self.role,
            sex=self.sex,
            age_group=self.age_group,
            residency=self.residency,
            nationality=self.nationality,
            age_from=self.age_from,
            age_to=self.age_to,
            source_term=self.source_term,
            offence=self.offence.code if self.offence else "",
            part_of=self.part_of.public_id if self.part_of else None,
            breakdown=self.breakdown,
            breakdown_set=self.breakdown_set,
            covers=self.covered_codes(),
            derived=self.derived,
            confidence=self.confidence,
            rank=self.rank,
            tier=tier,
            sources=sources,
        )
