"""What the page of an offence says beyond other terms: its reach, and what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations import wording
from operations.codes import ICCS_TITLES, PalermoElement, Relevance
from operations.models import Offence, Term

# What an arrest for an offence of the class says about trafficking, and what it does not.
MEANING: dict[str, str | Promise] = {
    Relevance.TRAFFICKING_OFFENCE: gettext_lazy(
        "The law against trafficking names it, or it names trafficking itself. It need not be"
        " trafficking as the Palermo Protocol defines it, and an arrest is not a conviction."
    ),
    Relevance.TRAFFICKING_INDICATOR: gettext_lazy(
        "It can point to trafficking. An arrest for it alone is not a trafficking arrest."
    ),
    Relevance.VICE_OFFENCE: gettext_lazy(
        "It concerns commercial sex or those found in vice raids. An arrest for it is not a"
        " trafficking arrest."
    ),
    Relevance.TRIAD_OFFENCE: gettext_lazy(
        "It concerns triad societies. An arrest for it is not a trafficking arrest."
    ),
    Relevance.OTHER: gettext_lazy(
        "It is no offence of trafficking, vice or triads. An arrest for it is not a trafficking"
        " arrest."
    ),
}


@dataclass(frozen=True)
class Equivalent:
    """What one standard has beside the offence: its name, the entries, and where they are from."""

    standard: str
    entries: list[str]
    source: str
    is_english: bool = False


@dataclass(frozen=True)
class OffencePage:
    """The parts that only offences have; ``crosswalk`` is empty where nothing was compared."""

    covered: wording.Text
    not_covered: wording.Text
    meaning: str
    crosswalk: list[Equivalent]
    needs_no_means: bool


def offence_page(term: Term) -> OffencePage | None:
    """Nothing for a term of another vocabulary."""
    if not isinstance(term, Offence):
        return None
    return OffencePage(
        covered=wording.pick({"en": term.covered_en, "zh-Hant": term.covered_zh_hant}),
        not_covered=wording.pick({"en": term.not_covered_en, "zh-Hant": term.not_covered_zh_hant}),
        meaning=str(MEANING.get(term.relevance, "")),
        crosswalk=list(crosswalk(term)),
        needs_no_means=bool(term.palermo) and not any(e.startswith("means.") for e in term.palermo),
    )


def crosswalk(offence: Offence) -> Iterator[Equivalent]:
    if offence.section:
        words = {"chapter": offence.ordinance, "section": offence.section}
        entry = _("Cap. %(chapter)s, section %(section)s") % words
        yield Equivalent(_("Laws of Hong Kong"), [entry], "")
    if offence.palermo:
        elements = [wording.label(PalermoElement, code) for code in offence.palermo]
        quoted = _("article 3, as the Security Bureau quotes it")
        yield Equivalent(_("Palermo Protocol"), elements, quoted)
    if offence.iccs:
        title = ICCS_TITLES.get(offence.iccs, "")
        entry = " ".join(filter(None, (offence.iccs, title)))
        version = _("International Classification of Crime for Statistical Purposes, version 1.0")
        yield Equivalent("ICCS", [entry], version, is_english=True)
    if offence.htcds_forms:
        credit = _(
            "Human Trafficking Case Data Standard 2.0, International Organization for Migration,"
            " CC BY 4.0"
        )
        yield Equivalent("HTCDS", list(offence.htcds_forms), credit, is_english=True)
