"""The code lists that documents use, by the names that the code book gives them."""

from __future__ import annotations

from django.db.models import TextChoices

from .context import FindingKind, StatementKind, Tier
from .crosswalk import PalermoElement
from .edition import EditionKind, WithdrawalClass
from .figure import (
    BreakdownKind,
    Confidence,
    Currency,
    Qualifier,
    Rank,
    RankReason,
    ReportingStatus,
    Scope,
    ValueType,
)
from .measure import Measure, Unit
from .operation import AgencyRole, Attribution, Flag, Kind, LinkKind, Status
from .people import AgeGroup, Nationality, Residency, Role, Sex
from .source import Language, SourceHealth, SourceKind
from .vocabulary import Evidence, MethodKind, PlaceKind, Relevance

CODE_LISTS: dict[str, type[TextChoices]] = {
    "age_group": AgeGroup,
    "agency_role": AgencyRole,
    "attribution": Attribution,
    "breakdown": BreakdownKind,
    "confidence": Confidence,
    "currency": Currency,
    "edition_kind": EditionKind,
    "evidence": Evidence,
    "finding_kind": FindingKind,
    "flag": Flag,
    "kind": Kind,
    "language": Language,
    "link_kind": LinkKind,
    "measure": Measure,
    "method_kind": MethodKind,
    "nationality": Nationality,
    "palermo": PalermoElement,
    "place_kind": PlaceKind,
    "qualifier": Qualifier,
    "rank": Rank,
    "rank_reason": RankReason,
    "relevance": Relevance,
    "reporting_status": ReportingStatus,
    "residency": Residency,
    "role": Role,
    "scope": Scope,
    "sex": Sex,
    "source_health": SourceHealth,
    "source_kind": SourceKind,
    "statement_kind": StatementKind,
    "status": Status,
    "tier": Tier,
    "unit": Unit,
    "value_type": ValueType,
    "withdrawal_class": WithdrawalClass,
}
