"""What stands in the way of a revert: records that are gone, and terms that are retired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from operations import history
from operations.models import Revision, Term
from operations.wording.revisions import Names

from .named import named


def missing(record: Any, revision: Revision) -> list[str]:
    """A sentence for each; empty when nothing stands in the way."""
    model, names = type(record), Names()
    now = named(model, history.snapshot(record))
    wanted = named(model, revision.document)
    return [
        sentence
        for target in sorted(wanted, key=lambda target: str(target._meta.model_name))
        for sentence in of(target, wanted[target] - now.get(target, set()), names)
    ]


def of(model: type[Any], codes: set[str], names: Names) -> Iterator[str]:
    """What is wrong with ``codes``, which the working copy does not name now."""
    found = {each.code: each for each in model._default_manager.filter(code__in=codes)}
    kind = capfirst(model._meta.verbose_name)
    for code in sorted(codes):
        if code not in found:
            words = {"kind": kind, "name": names.last_known(str(model._meta.model_name), code)}
            yield _("%(kind)s “%(name)s” is no longer there.") % words
        elif issubclass(model, Term) and found[code].successor_id:
            term = found[code]
            words = {"kind": kind, "name": str(term), "successor": str(term.successor)}
            yield _("%(kind)s “%(name)s” is retired; its successor is “%(successor)s”.") % words
