"""What is being drawn on: how far down it is filled, and where its links lead."""

from __future__ import annotations

import xml.etree.ElementTree as ET


class Sheet:
    """``name`` makes ids unique; ``site`` stands before every address of a file that leaves
    the site; ``target`` is the frame that links open in.
    """

    def __init__(self, name: str, *, site: str = "", target: str = "") -> None:
        self.name = name
        self.site = site
        self.target = target
        self.root = ET.Element("svg")
        self.y = 0.0
        # Everything drawn before stands beneath.
        self.floor = 0

    def down(self, height: float) -> None:
        self.y += height

    def linked(self, href: str, parent: ET.Element | None = None) -> ET.Element:
        """Where to draw what leads to ``href``; nowhere else than before without one."""
        around = self.root if parent is None else parent
        if not href:
            return around
        attributes = {"href": self.site + href}
        if self.target:
            attributes |= {"target": self.target, "rel": "noopener"}
        return ET.SubElement(around, "a", attributes)
