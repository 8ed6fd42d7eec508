"""Let somebody back in who has lost both the device and the recovery codes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from tracker.accounts import second_factor


class Command(BaseCommand):
    help = (
        "Take away the second factor of a user, who sets it up anew at the next log-in. "
        "Wrong attempts are forgotten with `axes_reset_username NAME` or `axes_reset_ip ADDRESS`, "
        "and a password is set with `changepassword NAME`."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user “{username}”.")
        if not second_factor.reset(user, request=None, by="(server)"):
            self.stdout.write(f"{username} has no second factor.")
            return
        self.stdout.write(f"{username} sets up the second factor anew at the next log-in.")
