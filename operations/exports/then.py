"""One operation as it was: the edition that readers saw at a moment."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from operations.filters import malformed, unknown
from operations.filters.fields import MomentField
from operations.filters.selection import moment
from operations.models import Edition
from operations.problems import InvalidQuery

from .corrections import LOGGED
from .standing import current, public_or_raise


class ThenForm(forms.Form):
    as_of = MomentField(end=True, required=False)


def asked_moment(query: QueryDict) -> datetime | None:
    """What ``as_of`` names, where it alone may be asked; ``InvalidQuery`` for anything else."""
    form = ThenForm(query)
    errors = [*unknown(query, form.fields), *malformed(form, query)]
    if errors:
        raise InvalidQuery(errors)
    chosen = form.cleaned_data["as_of"]
    return moment(chosen) if chosen else None


def standing(code: str, at: datetime | None) -> Edition:
    """The edition that readers see, or saw ``at`` a moment.

    Raises ``Http404`` for what was not public yet, ``Gone`` and ``Moved``; a redacted edition
    stays redacted.
    """
    if at is None:
        return current(code)
    valid = Q(valid_to__isnull=True) | Q(valid_to__gt=at)
    found = Edition.objects.select_related("merged_into").filter(
        valid, code=code, valid_from__lte=at
    )
    if not found:
        raise Http404(_("It was not public then."))
    return public_or_raise(found[0])


def later(edition: Edition) -> QuerySet[Edition]:
    """What readers were told of after an edition, oldest first."""
    told = Edition.objects.filter(code=edition.code, number__gt=edition.number, kind__in=LOGGED)
    return told.select_related("merged_into").defer("document").order_by("number")
