"""The list of working copies: what is public of each, in one query for all rows."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from operations.codes import EditionKind, Flag
from operations.models import TOMBSTONES, Edition, Operation, Revision


def with_public_state(operations: QuerySet[Operation]) -> QuerySet[Operation]:
    """Adds ``edition_number``, ``edition_kind`` and ``saved_since`` (publication)."""
    editions = Edition.objects.filter(operation=OuterRef("pk"))
    current = editions.filter(valid_to__isnull=True)
    revisions = Revision.objects.filter(record="operation", code=OuterRef("code"))
    return operations.annotate(
        edition_number=Subquery(current.values("number")[:1]),
        edition_kind=Subquery(current.values("kind")[:1]),
        last_revision=Subquery(revisions.order_by("-number").values("number")[:1]),
    ).annotate(
        saved_since=Case(
            When(
                Q(edition_kind__isnull=False) & Q(last_revision__gt=Coalesce("public_revision", 0)),
                then=Value(True),
            ),
            default=Value(False),
            output_field=BooleanField(),
        )
    )


def with_disputes(operations: QuerySet[Any]) -> QuerySet[Any]:
    """Those whose public document holds figures that contradict each other."""
    public = Edition.objects.public().filter(operation=OuterRef("pk"), disputed=True)
    return operations.filter(Exists(public))


def public_state(operation: Any) -> str:
    """“Edition 3”, “Withdrawn”, or that it never was public; of an annotated operation."""
    if operation.edition_number is None:
        return str(_("not published"))
    if operation.edition_kind in TOMBSTONES:
        return str(EditionKind(operation.edition_kind).label)
    return str(_("edition %(n)s") % {"n": operation.edition_number})


class PublicStateFilter(admin.SimpleListFilter):
    """What readers see of it."""

    title = _("public state")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("never", _("not published")),
            ("yes", _("public")),
            ("since", _("public, saved since")),
            ("gone", _("withdrawn, merged or redacted")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "never":
                return queryset.filter(edition_kind__isnull=True)
            case "yes":
                return queryset.filter(edition_kind__isnull=False).exclude(
                    edition_kind__in=TOMBSTONES
                )
            case "since":
                return queryset.filter(saved_since=True).exclude(edition_kind__in=TOMBSTONES)
            case "gone":
                return queryset.filter(edition_kind__in=TOMBSTONES)
            case _:
                return queryset


class DisputedFilter(admin.SimpleListFilter):
    """Operations whose public figures contradict each other."""

    title = _("disputed")
    parameter_name = "disputed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Disputed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return with_disputes(queryset) if self.value() == "yes" else queryset


class FlagFilter(admin.SimpleListFilter):
    """Operations that carry a warning."""

    title = _("flag")
    parameter_name = "flag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Flag.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """A flag is looked for in the stored text: SQLite cannot look into a JSON list."""
        if not self.value():
            return queryset
        stored = queryset.annotate(flags_text=Cast("flags", CharField()))
        found: QuerySet[Any] = stored.filter(flags_text__contains=f'"{self.value()}"')
        return found
