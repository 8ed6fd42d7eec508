"""The code book in words: what fields and codes mean and when to use them.

One definition for the form of the editors and for whatever else explains the codes. Labels and
codes stay in the code lists; a code without a meaning here fails a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from operations.codes.context import FindingKind, StatementKind, Tier
from operations.codes.edition import EditionKind, WithdrawalClass
from operations.codes.figure import (
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
from operations.codes.measure import Measure, Unit
from operations.codes.operation import AgencyRole, Attribution, Flag, Kind, LinkKind, Status
from operations.codes.people import AgeGroup, Nationality, Residency, Role, Sex
from operations.codes.source import SourceHealth, SourceKind
from operations.codes.vocabulary import Evidence, MethodKind, PlaceKind, Relevance

from . import fields, figures, lists, measures, operations, people, record, sources, vocabularies


@dataclass(frozen=True)
class Code:
    """A code, its label, what it means, and the heading above it if it starts a group."""

    code: str
    label: Any
    meaning: Any = ""
    group: Any = ""


# By field: the code list and the meanings of its codes. What names itself needs none.
LISTS: dict[str, tuple[type[TextChoices], dict[str, Any]]] = {
    "measure": (Measure, measures.MEANINGS),
    "value_type": (ValueType, figures.VALUE_TYPE),
    "qualifier": (Qualifier, figures.QUALIFIER),
    "scope": (Scope, figures.SCOPE),
    "reporting_status": (ReportingStatus, figures.REPORTING_STATUS),
    "breakdown": (BreakdownKind, figures.BREAKDOWN),
    "confidence": (Confidence, figures.CONFIDENCE),
    "rank": (Rank, figures.RANK),
    "rank_reason": (RankReason, figures.RANK_REASON),
    "currency": (Currency, {}),
    "role": (Role, people.ROLE),
    "sex": (Sex, people.SEX),
    "age_group": (AgeGroup, people.AGE_GROUP),
    "residency": (Residency, people.RESIDENCY),
    "nationality": (Nationality, people.NATIONALITY),
    "kind": (Kind, operations.KIND),
    "status": (Status, operations.STATUS),
    "flags": (Flag, operations.FLAGS),
    "operationagency.role": (AgencyRole, operations.AGENCY_ROLE),
    "operationgroup.attribution": (Attribution, operations.ATTRIBUTION),
    "operationlink.kind": (LinkKind, operations.LINK_KIND),
}
# Lists that readers see and no form explains.
BEYOND_FORMS: dict[type[TextChoices], dict[str, Any]] = {
    EditionKind: record.EDITION,
    Evidence: vocabularies.EVIDENCE,
    FindingKind: record.FINDING,
    MethodKind: vocabularies.METHOD,
    PlaceKind: vocabularies.PLACE,
    Relevance: vocabularies.RELEVANCE,
    SourceHealth: sources.HEALTH,
    SourceKind: sources.KIND,
    StatementKind: record.STATEMENT,
    Tier: record.TIER,
    Unit: vocabularies.UNIT,
    WithdrawalClass: record.WITHDRAWAL,
}
# Their labels say it all.
NAME_THEMSELVES = frozenset({"currency", "language", "nationality", "palermo"})


def codes(field: str) -> list[Code]:
    """The codes that a field takes, in the order of its list; measures in their groups."""
    if field not in LISTS:
        return []
    choices, meanings = LISTS[field]
    made = [Code(code, label, meanings.get(code, "")) for code, label in choices.choices]
    return in_groups(made) if field == "measure" else made


def in_groups(found: list[Code]) -> list[Code]:
    """Group by group, the heading at the first of each."""
    order = [*measures.STAGES.values(), measures.SEIZED]
    by_group = {
        heading: [c for c in found if measures.group(c.code) is heading] for heading in order
    }
    return [
        Code(code.code, code.label, code.meaning, heading if place == 0 else "")
        for heading, members in by_group.items()
        for place, code in enumerate(members)
    ]


def measure_group(code: str) -> Any:
    """The heading under which a measure is offered."""
    return measures.group(code)


def meaning(choices: type[TextChoices], code: str) -> Any:
    """What a code of a list means; empty where its label says it all."""
    of_forms = (meanings for each, meanings in LISTS.values() if each is choices)
    return next(of_forms, BEYOND_FORMS.get(choices, {})).get(code, "")


def of_list(name: str) -> Any:
    """What a code list is a list of, by its name in the code book."""
    return lists.LISTS[name]


def field(model: str, name: str) -> Any:
    """What a field means; empty when nothing is said of it."""
    own = {"figure": fields.FIGURE, "operation": fields.OPERATION}.get(model, {})
    return own.get(name, "") or fields.ROWS.get(f"{model}.{name}", "")
