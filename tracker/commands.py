"""How commands start, and how they end when the machine is not ready: in one sentence."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError

from tracker.health import database_problem, lacks_migrations

MIGRATE = "The database lacks tables: run `manage.py migrate`."


@contextmanager
def plain_refusals(*, needs_tables: bool = False) -> Iterator[None]:
    """Turn a wrong setting or an unreachable database into one sentence and exit code 1.

    So is one that was never migrated, for what ``needs_tables``. A database that can be reached
    and fails otherwise is a fault of the software: its traceback stays.
    """
    try:
        yield
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except (OperationalError, ProgrammingError):
        problem = database_problem()
        if problem is None and needs_tables and lacks_migrations():
            problem = MIGRATE
        if problem is None:
            raise
        sys.exit(problem)


def run(argv: list[str]) -> None:
    """Run a management command, with the settings read before it is even looked up.

    Django itself lets `help` and its like pass without settings, and shows a traceback for
    the rest.
    """
    # What goes wrong while migrating must not end in the advice to migrate.
    with plain_refusals(needs_tables=argv[1:2] != ["migrate"]):
        load_settings()
        execute_from_command_line(argv)


def load_settings() -> None:
    """Read the settings now, so that what they refuse is refused here."""
    importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"])
