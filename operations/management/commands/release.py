"""``manage.py release``: the record as a dated package that never changes."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.problems import Refused
from operations.releases import make


class Command(BaseCommand):
    help = (
        "Write the public record as a dated package into DATA_DIR/releases, listed at /data/; and"
        " delete the files of releases that hold a text redacted since. Needs the environment of"
        " the site: SITE_URL stands in every release."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made, is_new = make()
        except Refused as refused:
            raise CommandError("\n".join(refused.reasons)) from None
        self.stdout.write(f"The address in it is {settings.SITE_URL}.")
        if is_this_machine(settings.SITE_URL):
            self.stderr.write(
                "Nobody else can follow that address: set SITE_URL to the one that readers type"
                " before making a release to be cited."
            )
        state = "written" if is_new else "nothing changed since"
        self.stdout.write(f"{made.name}: {len(made.sums)} files, {state}: {made.folder}")


def is_this_machine(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        number = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return number.is_loopback or number.is_unspecified
