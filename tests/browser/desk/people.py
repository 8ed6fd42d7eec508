"""People who log in, in the group of their role."""

from __future__ import annotations

from django.contrib.auth.models import Group, User

from tests.browser.desk.prepare import PASSWORD


def person(name: str, role: str) -> None:
    user = User.objects.create_user(username=name, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
