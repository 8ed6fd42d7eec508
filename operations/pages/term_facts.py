"""What only some vocabularies say of their terms."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from operations import wording
from operations.codes import MethodKind, PlaceKind, Relevance
from operations.models import Method, Offence, Place, Term


def facts(term: Term) -> list[tuple[str, str]]:
    """Pairs of a heading and words, empty ones left out."""
    found: Iterator[tuple[str, str]] = iter(())
    if isinstance(term, Offence):
        found = offence(term)
    elif isinstance(term, Place):
        found = iter([(_("Kind of place"), wording.label(PlaceKind, term.kind))])
    elif isinstance(term, Method):
        found = method(term)
    return [(heading, words) for heading, words in found if words]


def offence(term: Offence) -> Iterator[tuple[str, str]]:
    yield _("Relevance"), wording.label(Relevance, term.relevance)
    yield _("Chapter"), term.ordinance
    yield _("Section"), term.section
    yield _("Maximum penalty"), term.max_penalty
    if term.title_as_of:
        yield _("Title as of"), wording.date_words(term.title_as_of)


def method(term: Method) -> Iterator[tuple[str, str]]:
    yield _("Kind of method"), wording.label(MethodKind, term.kind)
    yield _("HTCDS label"), term.htcds
    yield _("CTDC column"), term.ctdc
