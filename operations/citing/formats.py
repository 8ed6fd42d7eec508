"""The formats that a citation can be taken away in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .bibtex import bibtex
from .citation import Citation
from .csl import csl
from .ris import ris


@dataclass(frozen=True)
class Format:
    """``suffix`` ends the address and the name of the file."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Citation], str]


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
    Format("RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
    Format("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl),
)
BY_SUFFIX = {each.suffix: each for each in FORMATS}
