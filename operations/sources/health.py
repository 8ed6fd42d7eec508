"""What follows from an attempt to read a source: the rules, without a database.

- *Live*: the page was read, where it was or under another spelling of the same address.
- *Moved*: permanent redirects lead to another address, and something is there.
- *Changed*: a paragraph of the main text is gone, reworded or new since it was read.
- *Paywalled*: 401, 402, or the page's own mark that it is not free (also behind a 403).
- *Gone*: 404 or 410 at once; a name that no longer exists, or an address that leads to the front
  page of a site, on three different days in a row.
- *Not reached*: any other failure on three different days in a row. One failure changes nothing.
- Nothing follows when the site asks programs to stay away or to come back later.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.address_key import address_key
from operations.codes import Outcome, SourceHealth
from operations.sources import reading
from operations.sources.fetching import Fetched

DAYS_IN_A_ROW = 3

# Nothing is learnt about the page: they neither begin nor break a row of failures.
SILENT = frozenset(
    {
        Outcome.ROBOTS,
        Outcome.BUSY,
        Outcome.BAD_ADDRESS,
        Outcome.SWITCHED_OFF,
        Outcome.FAULT,
        Outcome.BY_HAND,
    }
)
AT_ONCE = {
    Outcome.LOG_IN: SourceHealth.PAYWALLED,
    Outcome.NOT_FOUND: SourceHealth.GONE,
}
LOST, FAILED = "lost", "failed"


@dataclass(frozen=True)
class Verdict:
    """``health`` follows at once; ``failure`` only after a row of days, and is ``LOST`` or
    ``FAILED``. Neither: nothing follows.
    """

    health: SourceHealth | None = None
    failure: str = ""
    note: str = ""


def judge(fetched: Fetched, *, paywalled: bool, changes: tuple[int, int]) -> Verdict:
    """What one attempt says; ``changes`` is (gone or reworded, new) paragraphs."""
    if fetched.outcome in SILENT:
        return Verdict(note=fetched.detail)
    if paywalled:
        return Verdict(SourceHealth.PAYWALLED, note=fetched.detail)
    if not fetched.was_read:
        return judge_refusal(fetched)
    if leads_to_front_page(fetched):
        return Verdict(failure=LOST, note=_("It leads to the front page of a site."))
    return judge_page(fetched, changes)


def judge_refusal(fetched: Fetched) -> Verdict:
    if health := AT_ONCE.get(fetched.outcome):
        return Verdict(health, note=fetched.detail)
    lost = fetched.outcome == Outcome.NO_SUCH_NAME
    return Verdict(failure=LOST if lost else FAILED, note=fetched.detail)


def judge_page(fetched: Fetched, changes: tuple[int, int]) -> Verdict:
    words = " ".join(filter(None, (words_of(changes), fetched.detail)))
    if fetched.moved_to and address_key(fetched.moved_to) != address_key(fetched.url):
        return Verdict(SourceHealth.MOVED, note=words)
    if any(changes):
        return Verdict(SourceHealth.CHANGED, note=words)
    return Verdict(SourceHealth.LIVE, note=words)


def leads_to_front_page(fetched: Fetched) -> bool:
    """Many sites send what they no longer have to their front page instead of saying so."""
    return reading.is_deep(fetched.url) and not reading.is_deep(fetched.final)


def words_of(changes: tuple[int, int]) -> str:
    gone, new = changes
    said = []
    if gone:
        text = ngettext(
            "%(n)s paragraph is gone or reworded.", "%(n)s paragraphs are gone or reworded.", gone
        )
        said.append(text % {"n": gone})
    if new:
        text = ngettext("%(n)s paragraph is new.", "%(n)s paragraphs are new.", new)
        said.append(text % {"n": new})
    return " ".join(said)


def after_a_row(days: dict[str, int]) -> SourceHealth | None:
    """What follows from failures on so many different days in a row, this one included."""
    if days[LOST] >= DAYS_IN_A_ROW:
        return SourceHealth.GONE
    return SourceHealth.UNREACHABLE if days[FAILED] >= DAYS_IN_A_ROW else None
