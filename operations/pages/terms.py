"""``/terms/…``: the open vocabularies, which are a public code list."""

from __future__ import annotations

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from operations import wording
from operations.codes import Evidence
from operations.filters import PARAMETERS, heir
from operations.index import MENTIONED
from operations.models import VOCABULARIES, Edition, EditionTerm, Term

from .answers import page
from .naming import naming
from .negotiated import JSON, also_as
from .offences import offence_page
from .paging import address_without_page, known_only, paged
from .term_facts import facts


@page
def vocabularies(request: HttpRequest) -> HttpResponse:
    """The six vocabularies."""
    known_only(request.GET, ())
    listed = [
        (name, model._meta.verbose_name_plural, model._default_manager.count())
        for name, model in VOCABULARIES.items()
    ]
    return render(request, "operations/vocabularies.html", {"vocabularies": listed})


@page
@also_as({JSON: "api:terms"})
def vocabulary(request: HttpRequest, vocabulary: str) -> HttpResponse:
    """Every term of one vocabulary, with how many operations name it."""
    model = model_of(vocabulary)
    known_only(request.GET, ())
    naming = EditionTerm.objects.filter(vocabulary=vocabulary, edition__in=Edition.objects.public())
    counts = dict(naming.values_list("term").annotate(operations=Count("pk")))
    terms = model._default_manager.select_related("parent", "successor")
    context = {
        "vocabulary": vocabulary,
        "title": model._meta.verbose_name_plural,
        "terms": [(term, wording.both(term.names), counts.get(term.code, 0)) for term in terms],
    }
    return render(request, "operations/vocabulary.html", context)


@page
@also_as({JSON: "api:term"})
def term(request: HttpRequest, vocabulary: str, code: str) -> HttpResponse:
    """One term, what it means, and the operations that name it."""
    model = model_of(vocabulary)
    known_only(request.GET)
    found = model._default_manager.select_related("successor").filter(code=code).first()
    if found is None:
        raise Http404(_("There is no such term."))
    if found.successor:
        address = reverse("term", args=[vocabulary, heir(found).code])
        return HttpResponsePermanentRedirect(address, preserve_request=True)
    shown = paged(naming(vocabulary, code), request.GET)
    context = {
        "vocabulary": vocabulary,
        "vocabulary_title": model._meta.verbose_name_plural,
        "term": found,
        "names": wording.both(found.names),
        "note": wording.pick({"en": found.note_en, "zh-Hant": found.note_zh_hant}),
        "evidence": wording.label(Evidence, found.evidence),
        "retired": sorted(each.code for each in found.predecessors.all()),  # type: ignore[attr-defined]
        "broader": Term.lineage(found.parent),
        "narrower": list(found.children.all()),  # type: ignore[attr-defined]
        "facts": facts(found),
        "offence": offence_page(found),
        "mentioned": naming(MENTIONED + vocabulary, code).count(),
        "is_filter": vocabulary in PARAMETERS,
        "page": shown,
        "rows": [wording.row(edition.content) for edition in shown],
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/term.html", context)


def model_of(vocabulary: str) -> type[Term]:
    if vocabulary not in VOCABULARIES:
        raise Http404(_("There is no such vocabulary."))
    return VOCABULARIES[vocabulary]
