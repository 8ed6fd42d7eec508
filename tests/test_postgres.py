"""The launcher of PostgreSQL, and that the tests really run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

QUESTION = """
import os, environ, psycopg
config = environ.Env.db_url_config(os.environ["DATABASE_URL"])
with psycopg.connect(host=config["HOST"], user=config["USER"], dbname=config["NAME"]) as one:
    print(config["HOST"], *one.execute("SHOW server_version_num").fetchone())
raise SystemExit(7)
"""


def test_the_database_of_this_run_is_the_one_asked_for() -> None:
    asked = os.environ.get("DATABASE_URL", "sqlite://").partition("://")[0]
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[asked]


def test_the_launcher_serves_one_command_and_leaves_nothing_behind() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "tests.postgres", sys.executable, "-c", QUESTION],
        capture_output=True,
        text=True,
        check=False,
    )
    folder, version = done.stdout.split()
    assert int(version) >= 180000
    assert done.returncode == 7
    assert done.stderr == ""
    assert not Path(folder).exists()
