"""A release is one state of the record, though others write while it is written."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.releases.meanwhile import release_while_somebody_redacts

ONE_STATE = {
    "operations/": ["a-raid", "b-raid"],
    "operations.ndjson": ["a", "b"],
    "editions.ndjson": ["a", "b"],
    "operations.csv": ["a", "b"],
}
HERE = Path(__file__).parents[2]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="the tests' SQLite has no second reader"
)
def test_on_postgresql() -> None:
    assert connection.vendor == "postgresql"
    assert release_while_somebody_redacts() == ONE_STATE


def test_on_sqlite_where_nobody_waits_for_it(tmp_path: Path) -> None:
    said = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": "only-for-tests",
        "ALLOWED_HOSTS": "testserver",
        "FOUR_EYES": "off",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.releases.meanwhile"],
        cwd=HERE,
        env=said,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert ast.literal_eval(done.stdout) == ONE_STATE
