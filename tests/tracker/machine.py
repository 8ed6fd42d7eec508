"""Commands started as a person would start them, with nothing inherited but the path."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with ``folder`` as DATA_DIR and only the given environment."""
    clean = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder)} | environment
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It ended with a code other than 0 and one sentence on stderr that holds the words."""
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.endswith(".\n")
    for word in words:
        assert word in done.stderr
