"""RIS: two letters, two spaces, a hyphen, a space, a value; one line each, ended by CR LF."""

from __future__ import annotations

from collections.abc import Iterator

from .citation import Citation
from .lines import one_line


def ris(citation: Citation) -> str:
    """One reference of the type “data file”."""
    found = ((tag, one_line(value)) for tag, value in fields(citation))
    lines = [f"{tag}  - {value}" for tag, value in found if value or tag == "ER"]
    return "".join(f"{line}\r\n" for line in lines)


def fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA"
    yield "ID", citation.key
    yield "AU", citation.author["en"]
    yield "TI", citation.both(citation.title)
    day = citation.issued_on
    if day:
        yield "PY", str(day.year)
        yield "DA", day.strftime("%Y/%m/%d")
    yield "PB", citation.author["en"]
    yield "ET", citation.version["en"]
    yield "UR", citation.url
    yield "Y2", citation.accessed.strftime("%Y/%m/%d")
    yield "AB", citation.states["en"]
    yield "N1", citation.states["zh-Hant"]
    yield "ER", ""
