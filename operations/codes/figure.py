"""Codes of a figure: how it is stated, scoped, split and ranked."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ValueType(TextChoices):
    """The kinds of nothing, and the one kind of something."""

    VALUE = "value", _("Stated")
    NOT_STATED = "not_stated", _("Not stated by any source read")
    VERBAL_ONLY = "verbal_only", _("Stated in words only")
    SUPPRESSED = "suppressed", _("Suppressed to protect people")


class Qualifier(TextChoices):
    """How exactly the source states the number."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    AT_MOST = "at_most", _("at most")
    FEWER_THAN = "fewer_than", _("fewer than")
    RANGE = "range", _("between")


class Scope(TextChoices):
    """Which offences the number covers. Different scopes are different quantities."""

    ALL_OFFENCES = "all_offences", _("all offences")
    TRIAD = "triad", _("triad offences")
    VICE = "vice", _("vice offences")
    VICE_AND_IMMIGRATION = "vice_and_immigration", _("vice and immigration offences")
    SEX_TRAFFICKING = "sex_trafficking", _("sex trafficking")
    IMMIGRATION = "immigration", _("immigration offences")
    DRUGS = "drugs", _("drug offences")
    GAMBLING = "gambling", _("gambling offences")
    OTHER = "other", _("other offences")
    NOT_STATED = "not_stated", _("scope not stated")
    NOT_APPLICABLE = "not_applicable", _("no offence scope")


# Widest first: how the figure of a list row is chosen among scopes.
SCOPES_WIDEST_FIRST = (
    Scope.ALL_OFFENCES,
    Scope.VICE_AND_IMMIGRATION,
    Scope.VICE,
    Scope.TRIAD,
    Scope.IMMIGRATION,
    Scope.SEX_TRAFFICKING,
    Scope.DRUGS,
    Scope.GAMBLING,
    Scope.OTHER,
    Scope.NOT_APPLICABLE,
    Scope.NOT_STATED,
)


class ReportingStatus(TextChoices):
    """Whether the source calls the number interim or final."""

    INTERIM = "interim", _("interim")
    FINAL = "final", _("final")
    REVISED = "revised", _("revised")
    CUMULATIVE = "cumulative", _("cumulative")
    NOT_STATED = "not_stated", _("not stated")


class BreakdownKind(TextChoices):
    """How a part relates to its whole."""

    PARTITION = "partition", _("adds up to the whole")
    OVERLAPPING = "overlapping", _("overlaps with other parts")
    PARTIAL = "partial", _("some of the whole")


class Confidence(TextChoices):
    """How sure the editor is that the figure is what the source states."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Rank(TextChoices):
    """An editor's ruling among rivals."""

    PREFERRED = "preferred", _("preferred")
    NORMAL = "normal", _("normal")
    DEPRECATED = "deprecated", _("deprecated")


class RankReason(TextChoices):
    """Why a figure is preferred or deprecated."""

    LATER_FIGURE = "later_figure", _("a later figure")
    OFFICIAL_OVER_SECONDARY = "official_over_secondary", _("official over secondary")
    WIDER_SCOPE = "wider_scope", _("wider scope")
    SOURCE_CORRECTED = "source_corrected", _("corrected by the source")
    SOURCE_WITHDRAWN = "source_withdrawn", _("withdrawn by the source")
    TRANSCRIPTION_ERROR = "transcription_error", _("transcription error or misprint")
    DUPLICATE = "duplicate", _("duplicate")
    WRONG_SCOPE = "wrong_scope", _("wrong scope")
    SUPERSEDED_INTERIM = "superseded_interim", _("superseded interim count")


class Currency(TextChoices):
    """ISO 4217 codes seen in the sources; ``XXX`` is the standard's own code for none known."""

    HKD = "HKD", _("Hong Kong dollars")
    USD = "USD", _("US dollars")
    CNY = "CNY", _("renminbi")
    MOP = "MOP", _("Macau patacas")
    GBP = "GBP", _("pounds sterling")
    THB = "THB", _("Thai baht")
    UNKNOWN = "XXX", _("currency not stated")
