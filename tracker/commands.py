"""How commands start, and how they end when the machine is not ready: in one sentence."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from tracker.health import database_problem


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Turn a wrong setting or an unreachable database into one sentence and exit code 1.

    A database that can be reached but fails is a fault of the software: its traceback stays.
    """
    try:
        yield
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OperationalError:
        problem = database_problem()
        if problem is None:
            raise
        sys.exit(problem)


def run(argv: list[str]) -> None:
    """Run a management command, with the settings read before it is even looked up.

    Django itself lets `help` and its like pass without settings, and shows a traceback for
    the rest.
    """
    with plain_refusals():
        load_settings()
        execute_from_command_line(argv)


def load_settings() -> None:
    """Read the settings now, so that what they refuse is refused here."""
    importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"])
