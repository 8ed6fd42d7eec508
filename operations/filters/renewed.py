"""A retired code in a query means its successor, so that old links go on finding what they found.

Not with ``as_of``: the past is read with the codes that it was written with.
"""

from __future__ import annotations

from django.http import QueryDict

from operations.models import VOCABULARIES, Place, Term

NAMING: dict[str, type[Term]] = {**VOCABULARIES, "counted_in": Place}


def renewed(query: QueryDict) -> QueryDict:
    """The query with the codes of today; the same object where none is retired."""
    if any(query.getlist("as_of")):
        return query
    found = query
    for name in NAMING.keys() & query.keys():
        codes = query.getlist(name)
        heirs = successors(NAMING[name], codes)
        if heirs:
            found = found.copy() if found is query else found
            found.setlist(name, list(dict.fromkeys(heirs.get(code, code) for code in codes)))
    return found


def successors(model: type[Term], codes: list[str]) -> dict[str, str]:
    """What stands at the end of the chain for each code that is retired."""
    usable = [code for code in codes if code and "\x00" not in code][:50]
    retired = model._default_manager.filter(code__in=usable, successor__isnull=False)
    return {term.code: heir(term).code for term in retired.select_related("successor")}


def heir(term: Term) -> Term:
    """The term that stands for this one now; itself where it is not retired."""
    return Term.lineage(term, "successor")[-1]
