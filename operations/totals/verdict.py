"""What one operation's own figures allow, before it is compared with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from operations.codes import SCOPES_WIDEST_FIRST, ReportingStatus

from .model import Case, Claim, Question
from .reasons import Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """The claim that could be counted, or the reason why none can be."""

    claim: Claim | None = None
    reason: Reason | None = None
    other: str | None = None


def verdict(case: Case, question: Question, currency: str) -> Verdict:
    """The first reason of the operation's own that applies, or its claim."""
    asked = [claim for claim in case.claims if claim.answers(question)]
    numbers = sorted(
        (each for each in asked if each.is_number),
        key=lambda each: (each.covers_others, each.figure),
    )
    claim = next((each for each in numbers if each.currency == currency), None)
    if claim is not None:
        reason = objection(claim, question)
        if reason is None:
            return Verdict(claim=claim)
        return Verdict(reason=reason, other=covered(case) if claim.covers_others else None)
    if numbers:
        return Verdict(reason=Reason.OTHER_SCOPE, other=numbers[0].currency)
    elsewhere = [claim for claim in case.claims if claim.is_number]
    if asked or not elsewhere:
        return Verdict(reason=Reason.NOT_STATED)
    return Verdict(reason=Reason.OTHER_SCOPE, other=stated_instead(elsewhere, question))


def objection(claim: Claim, question: Question) -> Reason | None:
    """Why a number that answers the question is not counted."""
    if claim.covers_others:
        return Reason.COVERS_OTHERS
    if claim.disputed:
        return Reason.DISPUTED
    if claim.reporting_status == ReportingStatus.INTERIM:
        return Reason.INTERIM
    if not (question.can_be_added and claim.can_be_added):
        return Reason.NOT_ADDITIVE
    return None


def covered(case: Case) -> str | None:
    """The one operation covered; of several the index does not tell whose figure covers which."""
    return case.covers[0] if len(case.covers) == 1 else None


def stated_instead(claims: Sequence[Claim], question: Question) -> str:
    """What the nearest number differs in: its place when the scope is the same, else its scope."""
    same_scope = [claim.counted_in for claim in claims if claim.scope == question.scope]
    if same_scope:
        return min(same_scope)
    here = [claim.scope for claim in claims if claim.counted_in == question.counted_in]
    scopes = here or [claim.scope for claim in claims]
    return next(str(scope) for scope in SCOPES_WIDEST_FIRST if scope in scopes)
