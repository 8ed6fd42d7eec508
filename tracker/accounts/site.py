"""The stock admin site, closed to whoever has not given the second factor."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest

from . import kept


class StaffSite(AdminSite):
    """``admin.site`` of this project."""

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and verified(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's
        """As always; what is sent after the session has ended is given back instead of lost."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def outer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not self.has_permission(request) and kept.worth_keeping(request):
                return kept.page(request)
            return inner(request, *args, **kwargs)

        return outer

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Without the list of what there is, while nobody has been let in."""
        context = super().each_context(request)
        if not context["has_permission"]:
            context |= {"available_apps": [], "is_nav_sidebar_enabled": False}
        return context

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from .views.log_in import log_in

        return log_in(self, request)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        from .views.password import ChangeView

        return ChangeView.as_view()(request)


def verified(request: HttpRequest) -> bool:
    """Whether the session has given the second factor, or none is asked for."""
    return not settings.SECOND_FACTOR or bool(request.user.is_verified())  # type: ignore[union-attr]


def half_way(request: HttpRequest) -> bool:
    """Whether somebody of the staff has given the password and not yet the second factor."""
    user = request.user
    return bool(
        user.is_authenticated and user.is_active and user.is_staff and not verified(request)
    )
