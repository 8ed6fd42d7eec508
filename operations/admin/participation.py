"""Agencies, groups, routes and links, edited inside their operation."""

from __future__ import annotations

from operations.models import OperationAgency, OperationGroup, OperationLink, OperationRoute

from .record import TabularRows


class AgencyInline(TabularRows):
    model = OperationAgency
    autocomplete_fields = ("agency",)


class GroupInline(TabularRows):
    model = OperationGroup
    autocomplete_fields = ("group",)


class RouteInline(TabularRows):
    model = OperationRoute
    autocomplete_fields = ("origin", "destination")


class LinkInline(TabularRows):
    model = OperationLink
