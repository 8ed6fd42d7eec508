"""The pictures that other sites and browsers show for this one, drawn by Chromium.

``python artwork/make.py`` writes them into the static files; they are committed, so that only
a change of design needs a browser.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
SITE = HERE.parent / "operations" / "static" / "operations" / "site"
ICON = '<!doctype html><style>*{{margin:0}}</style><img src="mark.svg" width="{0}" height="{0}">'
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--default-background-color=00000000",
)


def photograph(page: str, width: int, height: int, target: Path) -> None:
    """A picture of an HTML page that may show ``mark.svg``."""
    browser = shutil.which("chromium") or sys.exit("Chromium is needed and was not found.")
    with TemporaryDirectory() as folder:
        shutil.copy(SITE / "mark.svg", folder)
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        command = [
            browser,
            *OPTIONS,
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}",
            f"--screenshot={target}",
            source.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - all of it is ours


def icon_file(picture: bytes, size: int) -> bytes:
    """A Windows icon that holds one PNG: what ``/favicon.ico`` is asked for."""
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), len(head) + 16)
    return head + entry + picture


def main() -> None:
    card = (HERE / "card.html").read_text(encoding="utf-8")
    photograph(card, 1200, 630, SITE / "card.png")
    photograph(ICON.format(180), 180, 180, SITE / "touch.png")
    with TemporaryDirectory() as folder:
        small = Path(folder) / "small.png"
        photograph(ICON.format(32), 32, 32, small)
        (SITE / "favicon.ico").write_bytes(icon_file(small.read_bytes(), 32))


if __name__ == "__main__":
    main()
