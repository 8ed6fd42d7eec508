"""Text can be read against its paper, in light and in dark."""

from __future__ import annotations

import re

import pytest

from operations.pages import stylesheet

TOKENS = (stylesheet.FOLDER / "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
PAPERS = ("paper", "surface", "proviso-paper", "strong-paper", "mark")
# WCAG 2.2: 4.5 for text (1.4.3), 3 for the edge of a control (1.4.11).
PAIRS = [
    *((text, paper, 4.5) for text in ("ink", "quiet", "accent") for paper in PAPERS[:3]),
    *(("ink", paper, 4.5) for paper in PAPERS),
    *(("strong", paper, 4.5) for paper in ("paper", "surface", "strong-paper")),
    # A button is written in the colour of the paper.
    ("paper", "accent", 4.5),
    *(("control", paper, 3.0) for paper in ("paper", "surface")),
]


def colours(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "paper", "least"), PAIRS)
def test_text_stands_out_from_its_paper(scheme: str, text: str, paper: str, least: float) -> None:
    tokens = colours(scheme)
    assert contrast(tokens[text], tokens[paper]) >= least


def test_dark_has_every_colour_of_light() -> None:
    assert colours(DARK).keys() == colours(LIGHT).keys()


def test_colours_are_named_once() -> None:
    """Print alone has its own: ink on white paper."""
    for part in stylesheet.PARTS[1:-1]:
        text = (stylesheet.FOLDER / f"{part}.css").read_text(encoding="utf-8")
        assert not re.search(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", text), part
