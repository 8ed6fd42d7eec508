"""Elements of a drawing. Colours stand in attributes, so that a file is readable on its own;
on pages the classes of ``css/charts.css`` put the tokens of the site in their place.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from operations.charts.model import Ink
from operations.wording import HTML_LANGUAGES, by_script, reader

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML cannot hold, whatever somebody may have typed into a name.
UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

INK, QUIET, LINE, SURFACE, ACCENT = "#1d2328", "#565f66", "#d5d0c4", "#f4f1ea", "#0b5563"
PAPER = "#fdfcf9"

TEXT = {
    "heading": {"fill": INK, "font-size": "14", "font-weight": "700"},
    "label": {"fill": INK, "font-size": "13"},
    "name": {"fill": INK, "font-size": "12"},
    "words": {"fill": QUIET, "font-size": "12"},
    "tick": {"fill": QUIET, "font-size": "11"},
    "count": {"fill": INK, "font-size": "20", "font-weight": "700"},
}
SHAPES: dict[str, dict[str, str]] = {
    Ink.SOLID: {"fill": ACCENT, "stroke": ACCENT},
    Ink.HATCHED: {"stroke": ACCENT},
    Ink.OUTLINE: {"fill": "none", "stroke": QUIET},
    Ink.DASHED: {"fill": "none", "stroke": QUIET, "stroke-dasharray": "5 3"},
    Ink.DOTTED: {
        "fill": "none",
        "stroke": QUIET,
        "stroke-width": "2",
        "stroke-linecap": "round",
        "stroke-dasharray": "0.1 5",
    },
    "track": {"fill": SURFACE},
    "grid": {"stroke": LINE},
    "baseline": {"stroke": QUIET},
    "arrow": {"fill": "none", "stroke": ACCENT, "stroke-width": "2"},
    "tile-0": {"fill": "none", "stroke": LINE},
    "tile-1": {"fill": ACCENT, "fill-opacity": "0.12", "stroke": LINE},
    "tile-2": {"fill": ACCENT, "fill-opacity": "0.24", "stroke": LINE},
    "tile-3": {"fill": ACCENT, "fill-opacity": "0.36", "stroke": LINE},
    "paper": {"fill": PAPER},
}


def share(value: float) -> str:
    """A share of the width as SVG writes it: “12.5%”."""
    return f"{round(value * 100, 3):g}%"


def printable(text: str) -> str:
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def shape(parent: ET.Element, tag: str, ink: str, **attributes: str) -> ET.Element:
    """A rectangle, line or path in one of the inks."""
    given = {name.replace("_", "-"): value for name, value in attributes.items()}
    return ET.SubElement(parent, tag, {"class": f"ink-{ink}", **SHAPES[ink], **given})


def text(  # noqa: PLR0913 — where, what and how of one line of text
    parent: ET.Element,
    words: str,
    *,
    x: str,
    y: float,
    ink: str = "label",
    anchor: str = "",
    lang: str = "",
) -> ET.Element:
    """One line of text; ``y`` is its baseline."""
    attributes = {"class": f"text-{ink}", "x": x, "y": f"{y:g}", **TEXT[ink]}
    if anchor:
        attributes["text-anchor"] = anchor
    if lang:
        attributes[XML_LANG] = lang
    made = ET.SubElement(parent, "text", attributes)
    write(made, words, lang)
    return made


def write(element: ET.Element, words: str, lang: str = "") -> None:
    """Put ``words`` into an element; what is in the other language is marked as such."""
    around = lang or HTML_LANGUAGES[reader()]
    for each in by_script(printable(words), around):
        if each.lang != around:
            ET.SubElement(element, "tspan", {XML_LANG: each.lang}).text = each.text
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + each.text
        else:
            element.text = (element.text or "") + each.text


def hatching(parent: ET.Element, name: str) -> None:
    """The pattern that ``Ink.HATCHED`` is filled with."""
    definitions = ET.SubElement(parent, "defs")
    pattern = ET.SubElement(
        definitions,
        "pattern",
        {
            "id": f"{name}-hatching",
            "width": "5",
            "height": "5",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    shape(pattern, "rect", "paper", width="5", height="5")
    line = shape(pattern, "line", "grid", x1="1", y1="0", x2="1", y2="5", stroke_width="2")
    line.set("class", "ink-hatch")
    line.set("stroke", ACCENT)
