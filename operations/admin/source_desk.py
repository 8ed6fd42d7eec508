"""Beside the form of a source: what became of its address, and the copies that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from operations import roles
from operations.models import Archive, Source, SourceCheck, SourceLookup

from .source_form import same_address
from .typed import editor

SHOWN = 10


@dataclass(frozen=True)
class Desk:
    """What the page shows around the form."""

    source: Source | None
    lookup: SourceLookup | None
    same: Source | None
    offered: list[str]
    fillable: list[str]
    may_change: bool
    may_read_copies: bool
    may_remove: bool

    @property
    def fetches(self) -> bool:
        return bool(settings.FETCH_SOURCES)

    @property
    def checks(self) -> list[SourceCheck]:
        made = self.source.checks.select_related("made_by") if self.source else None
        return list(made[:SHOWN]) if made is not None else []

    @property
    def copies(self) -> list[Archive]:
        return list(self.source.archives.filter(kept=True).order_by("-pk")) if self.source else []

    @property
    def has_text(self) -> bool:
        return any(check.fingerprint for check in self.checks)


def desk(request: HttpRequest, form: Any, source: Source | None, *, may_change: bool) -> Desk:
    """``form`` is the one on the page; someone who may only view has no proposals."""
    url = form.typed("url") if hasattr(form, "typed") else ""
    found = getattr(form, "found", {})
    return Desk(
        source=source,
        lookup=getattr(form, "lookup", None),
        same=same_address(url, source),
        offered=[name for name, each in found.items() if form.typed(name) != each.value],
        fillable=[n for n, each in found.items() if not (each.warning or form.typed(n))],
        may_change=may_change,
        may_read_copies=may_read_copies(request),
        may_remove=may_remove(request),
    )


def may_read_copies(request: HttpRequest) -> bool:
    """Kept pages often hold names: for editors, not for contributors."""
    user = editor(request)
    return user.has_perms([roles.permission("view", "source"), roles.PUBLISH])


def may_remove(request: HttpRequest) -> bool:
    return editor(request).has_perm(roles.ADMINISTER)
