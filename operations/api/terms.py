"""The vocabularies: public code lists of agencies, groups, offences, places, series, methods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from operations.document import Lookup
from operations.document.dress import term_entry
from operations.models import VOCABULARIES, Method, Offence, Place, Term
from operations.models.base import bilingual
from operations.problems import shown
from operations.shapes import TERMS, term_component

from .base import PublicView, no_such
from .cursor import Key, code
from .documentation import VOCABULARY, describes_item, describes_list
from .page import Item, page, picked, position_of, walked
from .parameters import Orders, ask_keys, ask_page

ORDERS: Orders = {"id": (Key("code", code),)}
COMPONENTS = [term_component(vocabulary) for vocabulary in VOCABULARIES]


def document(term: Term, lookup: Lookup) -> dict[str, Any]:
    """All of a term; ``lookup`` knows what is broader."""
    return {
        "id": term.code,
        "vocabulary": term.vocabulary,
        **term_entry(lookup.term(term.vocabulary, term.code)),
        "successor": term.successor.code if term.successor else None,
        "note": bilingual(term.note_en, term.note_zh_hant),
        "evidence": term.evidence,
        **extra(term),
    }


def extra(term: Term) -> dict[str, Any]:
    """What terms of one vocabulary have beside."""
    match term:
        case Offence():
            return {
                "ordinance": term.ordinance,
                "section": term.section,
                "relevance": term.relevance,
                "covered": bilingual(term.covered_en, term.covered_zh_hant),
                "not_covered": bilingual(term.not_covered_en, term.not_covered_zh_hant),
                "max_penalty": term.max_penalty,
                "iccs": term.iccs,
                "palermo": term.palermo,
                "htcds_forms": term.htcds_forms,
                "title_as_of": term.title_as_of or None,
            }
        case Place():
            return {"kind": term.kind, "parts": term.parts}
        case Method():
            return {"kind": term.kind, "htcds": term.htcds, "ctdc": term.ctdc}
    return {}


def model_of(vocabulary: str) -> type[Term]:
    if vocabulary not in VOCABULARIES:
        known = ", ".join(VOCABULARIES)
        message = _("There is no vocabulary “%(name)s”; there are: %(known)s.")
        raise Http404(message % {"name": shown(vocabulary), "known": known})
    return VOCABULARIES[vocabulary]


class TermList(PublicView):
    """Terms of one vocabulary in the order of their ids."""

    @describes_list(COMPONENTS, "terms", of=[VOCABULARY])
    def get(self, request: Request, vocabulary: str) -> Response:
        terms = model_of(vocabulary)._default_manager.select_related("successor")
        asked = ask_page(request.query_params, TERMS[vocabulary]["properties"], ORDERS)
        lookup = Lookup()

        def fetch(most: int) -> Iterator[Item]:
            for term in walked(terms, asked)[:most]:
                content = picked(document(term, lookup), asked.wanted)
                yield Item(position_of(term, asked.keys), content)

        return Response(page(request, asked, fetch, terms.count))


class TermDetail(PublicView):
    """One term by its id."""

    @describes_item(COMPONENTS, "terms", of=[VOCABULARY])
    def get(self, request: Request, vocabulary: str, code: str) -> Response:
        model_of(vocabulary)
        wanted = ask_keys(request.query_params, TERMS[vocabulary]["properties"])
        lookup = Lookup()
        term = lookup.term(vocabulary, code)
        if term is None:
            raise no_such(vocabulary, code)
        return Response(picked(document(term, lookup), wanted))
