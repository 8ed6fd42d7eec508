"""BibTeX: ``@misc``, which both BibTeX and BibLaTeX print, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from .citation import Citation
from .lines import one_line

# Escaped braces would still be counted by BibTeX, and a single one would unbalance the entry.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(citation: Citation) -> str:
    """One entry; ``note`` holds what is stated, in both languages."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in entries(citation))
    return f"@misc{{{citation.key},\n{fields}\n}}\n"


def entries(citation: Citation) -> Iterator[tuple[str, str]]:
    # A second pair of braces: a name that is not a person's, a title that keeps its capitals.
    yield "author", f"{{{escaped(citation.author['en'])}}}"
    yield "title", f"{{{escaped(citation.both(citation.title))}}}"
    day = citation.issued_on
    if day:
        yield "year", braced(str(day.year))
        yield "month", MONTHS[day.month - 1]
    yield "version", escaped(citation.version["en"])
    yield "publisher", f"{{{escaped(citation.author['en'])}}}"
    # Addresses stand as they are: their own escapes leave no brace and no backslash in them.
    yield "url", braced(citation.url)
    yield "urldate", braced(citation.accessed.isoformat())
    yield "note", escaped(citation.both(citation.states))


def escaped(text: str) -> str:
    """A text as TeX prints it, in braces."""
    return braced(one_line(text).translate(ESCAPES))


def braced(text: str) -> str:
    return f"{{{text}}}"
