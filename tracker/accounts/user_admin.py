"""Users as colleagues: stock admin, without passwords, permissions and deletion."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import links, roles, second_factor, staffing
from .events import Kind, record
from .people import NewPersonForm, PersonForm
from .typed import UserAdmin

OWN = ("role", "is_active", "is_superuser")


class PersonAdmin(UserAdmin):
    """People are invited, given a role, and deactivated."""

    form = PersonForm
    add_form = NewPersonForm
    add_form_template = None
    change_form_template = "accounts/person.html"
    filter_horizontal = ()
    actions = None
    list_display = (
        "username", "role", "is_active", "app", "last_login", "first_name", "last_name", "email",
    )  # fmt: skip
    list_filter = ("is_active", "groups")
    add_fieldsets = (
        (None, {"fields": ("username", ("first_name", "last_name"), "email", "role")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        device = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        people: QuerySet[User] = super().get_queryset(request).prefetch_related("groups")
        return people.annotate(has_app=Exists(device))

    @admin.display(description=gettext_lazy("role"))
    def role(self, person: User) -> Any:
        return roles.role_name(person)

    @admin.display(description=gettext_lazy("second factor"), boolean=True)
    def app(self, person: Any) -> bool:
        return bool(person.has_app)

    # --- Who may do what ---

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return roles.may_manage(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        if obj is None:
            return []
        own = OWN if obj.pk == request.user.pk else ()
        return ["username", "app", "last_login", "date_joined", *own]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        standing = ["role", "is_active"]
        if request.user.is_superuser:
            standing.append("is_superuser")
        return (
            (None, {"fields": ("username", ("first_name", "last_name"), "email")}),
            (_("What they may do"), {"fields": standing}),
            (_("Log-in"), {"fields": ("app", "last_login", "date_joined")}),
        )

    # --- Saving ---

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: Any) -> None:
        before = staffing.Standing.of(obj) if change else None
        super().save_model(request, obj, form, change)
        if "role" in form.fields:
            staffing.give_role(obj, form.cleaned_data["role"])
        if before:
            staffing.note_change(obj, before, request=request)
        else:
            by, role = request.user.get_username(), form.cleaned_data["role"]
            record(Kind.USER_ADDED, obj.username, request=request, by=by, note=role.name)

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        said = _("Added: %(name)s. Now make the link to set a password with, and hand it over.")
        self.message_user(request, said % {"name": obj.username}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:auth_user_link", args=[obj.pk]))

    # --- Links and resets ---

    def get_urls(self) -> list[URLPattern]:
        stock = [url for url in super().get_urls() if url.name != "auth_user_password_change"]
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/link/", view(self.link_view), name="auth_user_link"),
            path("<int:pk>/second-factor/", view(self.reset_view), name="auth_user_second_factor"),
            *stock,
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        person = kwargs.get("obj")
        context["may_manage_log_in"] = person and roles.may_manage_log_in(request.user, person)
        return super().render_change_form(request, context, *args, **kwargs)

    def colleague(self, request: HttpRequest, pk: int) -> User:
        """The user, when the log-in of this one may be managed by whoever asks."""
        person = User.objects.filter(pk=pk).first()
        if not roles.manages_users(request.user):
            raise PermissionDenied
        if person is None:
            raise Http404(_("There is no such user."))
        if not roles.may_manage_log_in(request.user, person):
            raise PermissionDenied
        return person

    @sensitive_variables("link")
    def link_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, then show a one-time link: in the answer, and nowhere else."""
        person, link = self.colleague(request, pk), ""
        if request.method == "POST" and person.is_active:
            link = links.handed_over(person)
            by = request.user.get_username()
            record(Kind.LINK_MADE, person.username, request=request, by=by)
            self.log_change(request, person, _("one-time link made"))
        return self.step(request, "accounts/link.html", person, _("One-time link"), link=link)

    def reset_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, then take a colleague's second factor away."""
        person = self.colleague(request, pk)
        if request.method != "POST":
            device = second_factor.device_of(person)
            title = _("Reset the second factor")
            return self.step(request, "accounts/reset_factor.html", person, title, device=device)
        name = {"name": person.username}
        if second_factor.reset(person, request=request, by=request.user.get_username()):
            self.log_change(request, person, _("second factor reset"))
            said = _("The second factor of %(name)s is reset, and their sessions are ended.")
            self.message_user(request, said % name, messages.SUCCESS)
        else:
            said = _("There is no second factor of %(name)s to reset.")
            self.message_user(request, said % name, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:auth_user_change", args=[pk]))

    def step(
        self, request: HttpRequest, template: str, person: User, title: str, **more: Any
    ) -> HttpResponse:
        context = {"person": person, "title": title, "opts": self.opts, **more}
        return render(request, template, self.admin_site.each_context(request) | context)
