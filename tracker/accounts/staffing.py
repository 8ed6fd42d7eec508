"""What a change of somebody's account means for their sessions, and what is recorded of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from . import roles, sessions
from .events import Kind, record


@dataclass(frozen=True)
class Standing:
    """What of an account decides what somebody may do, and where links for it are sent."""

    active: bool
    superuser: bool
    role: str
    email: str

    @classmethod
    def of(cls, user: User) -> Standing:
        """As the database has it."""
        stored = User.objects.get(pk=user.pk)
        role = roles.role_of(stored)
        return cls(
            stored.is_active, stored.is_superuser, role.name if role else "", stored.email.lower()
        )

    @property
    def title(self) -> str:
        return "superuser" if self.superuser else self.role or "none"


def give_role(user: User, role: Group | None) -> None:
    """This role and no other; groups that are no roles stay."""
    user.groups.remove(*user.groups.filter(name__in=roles.ROLES).exclude(pk=role.pk if role else 0))
    if role:
        user.groups.add(role)


def note_change(user: User, before: Standing, *, request: HttpRequest) -> None:
    """Record what changed; whoever may do other things than before has to log in again."""
    after = Standing.of(user)
    by = request.user.get_username()
    name = user.get_username()
    if before.title != after.title:
        note = f"{before.title} → {after.title}"
        record(Kind.ROLE_CHANGED, name, request=request, by=by, note=note)
    if before.active != after.active:
        kind = Kind.ACTIVATED if after.active else Kind.DEACTIVATED
        record(kind, name, request=request, by=by)
    if before.email != after.email:
        record(Kind.ADDRESS_CHANGED, name, request=request, by=by, also=before.email)
    if (before.title, before.active) != (after.title, after.active):
        sessions.end_all(user)
