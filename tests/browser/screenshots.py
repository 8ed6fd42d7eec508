"""`make screenshots`: the pictures of the README, taken from the real data."""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium, machine

FOLDER = machine.ROOT / "docs" / "screenshots"
WIDE = (1200, 800)
PHONE = (390, 780)
SHOTS = {
    "home": "/",
    "list": "/operations/?series=thunderbolt#found",
    "operation": "/operations/thunderbolt-2023/",
    "totals": "/totals/?measure=persons_arrested&by=year",
    "chinese": "/zh-hant/operations/?q=%E6%97%BA%E8%A7%92#found",
}
ON_A_PHONE = {"phone": "/operations/thunderbolt-2023/"}
DARK = {"totals"}
QUALITY = 80
MOST_BYTES = 150_000


def main() -> None:
    """Take every picture; refuse to keep one that is too heavy."""
    path = chromium.executable()
    if path is None:
        sys.exit(chromium.MISSING)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        machine.prepare(Path(folder))
        with machine.serve(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
            for name, where in SHOTS.items():
                save(name, taken(browser, address + where, wide=True, dark=name in DARK))
            for name, where in ON_A_PHONE.items():
                save(name, taken(browser, address + where, wide=False))
            browser.close()


def taken(browser: Browser, address: str, *, wide: bool, dark: bool = False) -> bytes:
    """What the window shows at an address, as WebP, which Playwright itself does not write."""
    width, height = WIDE if wide else PHONE
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=1 if wide else 2,
        color_scheme=scheme,
    )
    page = context.new_page()
    page.goto(address)
    session = context.new_cdp_session(page)
    answer = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(answer["data"])


def save(name: str, picture: bytes) -> None:
    if len(picture) > MOST_BYTES:
        sys.exit(f"{name} has {len(picture):,} bytes: more than a README should ask for.")
    file = FOLDER / f"{name}.webp"
    file.write_bytes(picture)
    print(f"{file.relative_to(machine.ROOT)}  {len(picture):,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
