"""`python -m tests.browser.empty PASSWORD`: tables and two administrators, but no data."""

from __future__ import annotations

import sys

import django

from tracker.commands import load_settings
from tracker.run import fill_environment


def main(password: str) -> None:
    """What the log-in needs, in a few seconds."""
    fill_environment("127.0.0.1", 8000)
    load_settings()
    django.setup()
    # Imported late: they need settings.
    from django.contrib.auth.models import User

    from tracker import preparation

    preparation.prepare_database()
    preparation.collect_static_files()
    for name in ("ada", "bob"):
        User.objects.create_superuser(name, password=password)


if __name__ == "__main__":
    main(sys.argv[1])
