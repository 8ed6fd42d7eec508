"""Closed code lists: every choice a figure, date, source or operation can hold.

A code, its label and its meaning are defined here and nowhere else; models, forms,
filters, the JSON, the code book and the documentation read them from these classes.
"""

from .check import (
    Outcome,
)
from .context import (
    FindingKind,
    StatementKind,
    Tier,
)
from .crosswalk import (
    ICCS_TITLES,
    PalermoElement,
)
from .edition import (
    EditionKind,
    WithdrawalClass,
)
from .figure import (
    SCOPES_WIDEST_FIRST,
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
from .lacking import (
    LACKING,
    NOT_STATED,
)
from .measure import (
    MEASURES,
    SINGULAR,
    Measure,
    MeasureFacts,
    Unit,
    is_money,
    unit_of,
)
from .operation import (
    AgencyRole,
    Attribution,
    Flag,
    Kind,
    LinkKind,
    ReviewStep,
    Status,
    Workflow,
)
from .people import (
    AgeGroup,
    Nationality,
    Residency,
    Role,
    Sex,
)
from .report import (
    RemovalClass,
    ReportKind,
    ReportState,
)
from .source import (
    DERIVED,
    OFFICIAL,
    REPORTING,
    TIER_LABELS,
    TIERS,
    Language,
    SourceHealth,
    SourceKind,
    tier_of,
)
from .vocabulary import (
    Evidence,
    MethodKind,
    PlaceKind,
    Relevance,
)

__all__ = [
    "DERIVED",
    "ICCS_TITLES",
    "LACKING",
    "MEASURES",
    "NOT_STATED",
    "OFFICIAL",
    "REPORTING",
    "SCOPES_WIDEST_FIRST",
    "SINGULAR",
    "TIERS",
    "TIER_LABELS",
    "AgeGroup",
    "AgencyRole",
    "Attribution",
    "BreakdownKind",
    "Confidence",
    "Currency",
    "EditionKind",
    "Evidence",
    "FindingKind",
    "Flag",
    "Kind",
    "Language",
    "LinkKind",
    "Measure",
    "MeasureFacts",
    "MethodKind",
    "Nationality",
    "Outcome",
    "PalermoElement",
    "PlaceKind",
    "Qualifier",
    "Rank",
    "RankReason",
    "Relevance",
    "RemovalClass",
    "ReportKind",
    "ReportState",
    "ReportingStatus",
    "Residency",
    "ReviewStep",
    "Role",
    "Scope",
    "Sex",
    "SourceHealth",
    "SourceKind",
    "StatementKind",
    "Status",
    "Tier",
    "Unit",
    "ValueType",
    "WithdrawalClass",
    "Workflow",
    "is_money",
    "tier_of",
    "unit_of",
]
