"""When two terms cannot become one, each time in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from operations.models import Finding, OperationRoute, Place, Term
from operations.problems import Refused


def refuse_merger(term: Term, into: Term) -> None:
    words = {"id": term.code, "into": into.code}
    if type(term) is not type(into):
        raise Refused(_("%(id)s and %(into)s belong to different vocabularies.") % words)
    if term.pk == into.pk:
        raise Refused(_("A term cannot be merged into itself."))
    for retired in (term, into):
        if retired.successor:
            found = {"id": retired.code, "into": retired.successor.code}
            raise Refused(_("%(id)s is retired already: its successor is %(into)s.") % found)
    if term in Term.lineage(into.parent):
        raise Refused(
            _("%(into)s is narrower than %(id)s: a broader term cannot become its own part.")
            % words
        )
    if isinstance(term, Place):
        refuse_places(term, into)


def refuse_places(term: Place, into: Term) -> None:
    words = {"id": term.code, "into": into.code}
    if "+" in term.code + into.code:
        raise Refused(_("A combined place follows from its parts and cannot be merged."))
    joined = [
        place.code
        for place in Place.objects.filter(code__contains="+").order_by("code")
        if term.code in place.parts
    ]
    if joined:
        found = {**words, "places": ", ".join(joined)}
        raise Refused(_("%(id)s is a part of combined places: %(places)s.") % found)
    ends = {term.pk, into.pk}
    routes = OperationRoute.objects.filter(origin__in=ends, destination__in=ends)
    paths = Finding._default_manager.filter(origin__in=ends, destination__in=ends)
    along = [
        *(route.operation.code for route in routes.select_related("operation")),
        *(str(finding) for finding in paths),
    ]
    if along:
        found = {**words, "records": ", ".join(sorted(along))}
        raise Refused(
            _("A route leads from one to the other, and would lead nowhere: %(records)s.") % found
        )
