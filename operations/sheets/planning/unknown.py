"""Codes and ids that name nothing, with the nearest that do."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from operations.models import Term
from operations.sheets.nearest import nearest

from .known import Known


def unknown_code(given: str, known: Collection[str]) -> str:
    """That a code is none of the list; the list itself where it is short."""
    message = _("There is no code “%(code)s”.") % {"code": given}
    if len(known) <= 8:
        message += " " + _("Known: %(known)s.") % {"known": ", ".join(known)}
    return message + nearest(given, known)


def unknown_term(model: type[Term], code: str, known: Known) -> str:
    words = {"kind": model._meta.verbose_name, "code": code}
    return _("There is no %(kind)s “%(code)s”.") % words + nearest(code, known.terms(model))


def unknown_operation(code: str, known: Known) -> str:
    message = _("There is no operation “%(id)s”.") % {"id": code}
    return message + nearest(code, known.operations)


def unknown_source(code: str, known: Known) -> str:
    message = _(
        "There is no source “%(id)s”. Record it first, or bring it along in a sheet of sources."
    ) % {"id": code}
    return message + nearest(code, known.sources)
