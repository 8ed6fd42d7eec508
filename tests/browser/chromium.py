"""Debian's Chromium, or why there is none."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "Tests in a browser need Chromium "
    "(Debian: apt install chromium fonts-noto-cjk fonts-liberation)."
)
# Nothing leaves this machine, even if a page asked for it: no name of another host is known.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def executable() -> str | None:
    """The path of the browser, or ``None`` where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def required() -> bool:
    """Whether a missing browser is a failure, as it is in CI."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no", "off"}
