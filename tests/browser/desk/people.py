"""People who log in, with the rights of their group."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User

from tests.browser.desk.prepare import PASSWORD

VOCABULARY = ("agency", "group", "offence", "place", "series", "method")
READS = tuple(f"view_{name}" for name in VOCABULARY)


def person(name: str, group: str, permissions: tuple[str, ...]) -> None:
    """Staff in the group of that name, where there is one; otherwise with bare permissions."""
    user = User.objects.create_user(username=name, password=PASSWORD, is_staff=True)
    found = Group.objects.filter(name=group).first()
    if found is not None:
        user.groups.add(found)
        return
    wanted = (*permissions, *READS)
    user.user_permissions.set(Permission.objects.filter(codename__in=wanted))
