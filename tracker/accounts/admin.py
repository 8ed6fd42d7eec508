"""Users and the records of log-in, in the stock admin."""

from __future__ import annotations

# They register their models when they are imported; it has to be before ours.
import django.contrib.auth.admin  # noqa: F401
import django_otp.plugins.otp_static.admin
import django_otp.plugins.otp_totp.admin  # noqa: F401
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import roles
from .models import Event, FailedLogIn, LogIn
from .typed import ModelAdmin
from .user_admin import PersonAdmin

# Roles are made by migrations, and the pages of the devices show the keys.
admin.site.unregister((User, Group, TOTPDevice, StaticDevice))
admin.site.register(User, PersonAdmin)


class RecordAdmin(ModelAdmin):
    """Read by those who look after users, changed by nobody."""

    actions = None
    list_per_page = 50

    def has_module_permission(self, request: HttpRequest) -> bool:
        return roles.manages_users(request.user)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return roles.manages_users(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(LogIn)
class LogInAdmin(RecordAdmin):
    list_display = ("attempt_time", "username", "ip_address", "logout_time", "user_agent")
    fields = list_display
    search_fields = ("username", "ip_address")
    date_hierarchy = "attempt_time"


@admin.register(FailedLogIn)
class FailedLogInAdmin(RecordAdmin):
    list_display = ("attempt_time", "username", "ip_address", "locked_out", "user_agent")
    fields = (*list_display, "path_info")
    list_filter = ("locked_out",)
    search_fields = ("username", "ip_address")
    date_hierarchy = "attempt_time"


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("at", "kind", "username", "by", "address", "note")
    fields = list_display
    list_filter = ("kind",)
    search_fields = ("username", "by", "address")
    date_hierarchy = "at"
