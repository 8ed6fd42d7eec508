"""What may never be stored in free text, found at every save and import.

The rule is DOMAIN's "do no harm": counts only, nobody can be recognised, no place finer than a
district. It fails closed: what looks like personal data is refused with a sentence that says
what to write instead. Addresses, ids, numbers and titles of sources are the caller's to exempt.

It reads shapes, not meaning: a full name without title, age or "surnamed" passes, and so does
a building's name alone. Review by a second person stays necessary.
"""

from __future__ import annotations

from operations.privacy import addresses, ages, contacts, papers, surnames, vehicles
from operations.privacy.folding import fold
from operations.privacy.rules import Finding, Kind

__all__ = ["Finding", "Kind", "PersonalDataFound", "find", "validate"]

RULES = (
    *papers.RULES,
    *contacts.RULES,
    *vehicles.RULES,
    *surnames.RULES,
    *ages.RULES,
    *addresses.RULES,
)


class PersonalDataFound(ValueError):  # noqa: N818 - says what happened, as the callers read it
    """A text holds personal data; `findings` says what, where, and what to write instead.

    `str()` repeats the words found: it is for the person who typed them, not for a log.
    """

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return " ".join(f"“{finding.excerpt}”: {finding.explanation}" for finding in self.findings)


def find(text: str) -> list[Finding]:
    """The personal data in `text`, in order of place; nothing twice for one reason."""
    folded = fold(text)
    found = [finding for rule in RULES for finding in rule.findings(folded)]
    found.sort(key=lambda finding: (finding.start, -finding.end))
    kept: list[Finding] = []
    reached: dict[Kind, int] = {}
    for finding in found:
        if finding.end > reached.get(finding.kind, 0):
            kept.append(finding)
            reached[finding.kind] = finding.end
    return kept


def validate(text: str) -> None:
    """Raise PersonalDataFound when `text` holds personal data."""
    findings = find(text)
    if findings:
        raise PersonalDataFound(findings)
