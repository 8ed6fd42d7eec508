"""“Cite”: how to cite an edition, a figure, a list or a total, with files to take away."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from operations import wording
from operations.citing import FORMATS, Citation, in_words
from operations.citing.asking import of_edition, of_list, of_total

from .answers import page


@dataclass(frozen=True)
class Offer:
    """What “Cite” shows: the text in each language, the permanent address, and files."""

    texts: list[wording.Text]
    address: str
    files: list[tuple[str, str]]


def offer(citation: Citation, name: str, args: tuple[object, ...] = (), query: str = "") -> Offer:
    """``name`` and ``args`` are of the addresses of files, which ``query`` is asked of."""
    texts = in_words(citation)
    return Offer(
        texts=[wording.Text(texts[key], lang) for key, lang in wording.HTML_LANGUAGES.items()],
        address=citation.address[wording.reader()],
        files=[
            (each.name, f"{reverse(f'{name}-{each.suffix}', args=args)}{query}") for each in FORMATS
        ],
    )


def asked_query(request: HttpRequest) -> str:
    """The query string as it was asked, for the files of the same citation."""
    text = request.GET.urlencode()
    return f"?{text}" if text else ""


@page
def cite_edition(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One edition for ever, or the ``figure`` of it that is named."""
    citation = of_edition(request.GET, code, number)
    return shown(
        request, citation, offer(citation, "edition-cite", (code, number), asked_query(request))
    )


@page
def cite_list(request: HttpRequest) -> HttpResponse:
    citation = of_list(request.GET)
    return shown(request, citation, offer(citation, "list-cite", (), asked_query(request)))


@page
def cite_total(request: HttpRequest) -> HttpResponse:
    citation = of_total(request.GET)
    return shown(request, citation, offer(citation, "total-cite", (), asked_query(request)))


def shown(request: HttpRequest, citation: Citation, offered: Offer) -> HttpResponse:
    context = {"title": citation.title[wording.reader()], "cite": offered, "noindex": True}
    return render(request, "operations/cite.html", context)
