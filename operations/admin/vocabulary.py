"""The six vocabularies: one shape, each with its few fields of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from operations import publishing, roles
from operations.models import Agency, Group, Method, Offence, Place, Series, Source, Term

from .in_use import in_use
from .merging.terms import MergesTerms
from .quoted import QuotedByReaders
from .record import RecordAdmin
from .typed import editor


class QuotedAdmin(QuotedByReaders, RecordAdmin):
    """A record that published documents quote: a save renews them, and use protects it."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return editor(request).has_perm(roles.ADMINISTER) and (obj is None or not in_use(obj))

    def lock(self, request: HttpRequest, object_id: str) -> None:
        """Renewing documents is publishing, whose turn comes before any row."""
        publishing.take_turn()
        super().lock(request, object_id)

    def after_saving(self, request: HttpRequest, record: Term | Source, *, change: bool) -> None:
        if not change:
            return
        renewed = publishing.reissue(record, by=editor(request))
        if renewed:
            text = ngettext(
                "%(n)s published document quotes it and is kept up to date.",
                "%(n)s published documents quote it and are kept up to date.",
                renewed,
            )
            messages.info(request, text % {"n": renewed})


def term_fieldsets(*own: Any) -> list[Any]:
    """The fields of every term, with the ``own`` ones of a vocabulary."""
    return [
        (None, {"fields": ["code", ("name_en", "name_zh_hant"), "aliases", *own]}),
        (_("Place in the vocabulary"), {"fields": [("parent", "successor"), "evidence"]}),
        (_("Notes"), {"fields": [("note_en", "note_zh_hant")]}),
    ]


class TermAdmin(MergesTerms, QuotedAdmin):
    """An entry of a vocabulary."""

    fieldsets = term_fieldsets()
    list_display: Any = ("code", "name_en", "name_zh_hant", "parent", "evidence")
    list_select_related = ("parent",)
    list_filter: ClassVar[Any] = ("evidence",)
    search_fields = ("code", "name_en", "name_zh_hant", "aliases")
    autocomplete_fields = ("parent", "successor")


@admin.register(Agency, Group, Series)
class PlainTermAdmin(TermAdmin):
    """Agencies, groups and series say nothing that other terms do not."""


@admin.register(Place)
class PlaceAdmin(TermAdmin):
    fieldsets = term_fieldsets("kind")
    list_display = ("code", "name_en", "name_zh_hant", "kind", "parent", "evidence")
    list_filter = ("kind", "evidence")


@admin.register(Method)
class MethodAdmin(TermAdmin):
    fieldsets = term_fieldsets("kind", ("htcds", "ctdc"))
    list_display = ("code", "name_en", "name_zh_hant", "kind", "evidence")
    list_filter = ("kind", "evidence")


@admin.register(Offence)
class OffenceAdmin(TermAdmin):
    fieldsets = term_fieldsets(
        ("ordinance", "section", "relevance"),
        ("max_penalty", "iccs", "title_as_of"),
        ("covered_en", "covered_zh_hant"),
        ("not_covered_en", "not_covered_zh_hant"),
        "palermo",
        "htcds_forms",
    )
    list_display = ("code", "name_en", "name_zh_hant", "ordinance", "section", "relevance")
    list_filter = ("relevance", "evidence")
