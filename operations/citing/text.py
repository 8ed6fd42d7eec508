"""A citation as plain text, in each language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from operations import wording

from .citation import Citation, Texts


def in_words(citation: Citation) -> Texts:
    """The whole citation in one line of each language, to be copied as it stands."""
    return wording.in_each_language(lambda: line(citation, wording.reader()))


def line(citation: Citation, key: str) -> str:
    words = {
        "author": citation.author[key],
        "title": citation.title[key],
        "states": citation.states[key],
        "version": citation.version[key],
        "address": citation.address[key],
        "accessed": wording.date_words(citation.accessed.isoformat()),
    }
    return (
        _("%(author)s: “%(title)s”. %(states)s %(version)s. %(address)s (read on %(accessed)s)")
        % words
    )
