"""Every public address of one operation, to be read by tests of what must never be there."""

from __future__ import annotations

from operations.models import VOCABULARIES

PAGES = ["/", "/operations/", "/sources/", "/corrections/", "/context/", "/about/", "/terms/"]
FILES = ["/operations.json", "/figures.json", "/operations.atom", "/corrections.atom"]
DRAWN = [f"/charts/{name}" for name in ("timeline", "years", "arrests", "districts", "tiers")]
CITED = ["/cite/operations/", "/cite/totals/?measure=persons_arrested"]


def public_addresses(code: str, editions: int = 1) -> list[str]:
    """Pages in both languages and files, for the site and for one operation."""
    numbers = range(1, editions + 1)
    pages = [
        *PAGES,
        *CITED,
        "/charts/",
        *(f"{chart}/" for chart in DRAWN),
        *(f"/terms/{vocabulary}/" for vocabulary in VOCABULARIES),
        f"/operations/{code}/",
        *(f"{chart}/" for chart in drawn_of(code)),
        f"/operations/{code}/editions/",
        *(f"/operations/{code}/editions/{number}/" for number in numbers),
        *(f"/operations/{code}/editions/{number}/cite/" for number in numbers),
        *(f"/operations/{code}/editions/{number}/changes/" for number in numbers[1:]),
    ]
    files = [
        *FILES,
        *(f"{chart}.{ending}" for chart in (*DRAWN, *drawn_of(code)) for ending in ("svg", "csv")),
        f"/operations/{code}.json",
        *(f"/operations/{code}/editions/{number}.json" for number in numbers),
        *(f"/operations/{code}/editions/{number}/cite.csl.json" for number in numbers),
        *(f"/operations/{code}/editions/{number}/changes.json" for number in numbers[1:]),
    ]
    return [*pages, *(f"/zh-hant{page}" for page in pages), *files]


def drawn_of(code: str) -> list[str]:
    """Pictures of one operation, without the ending of a page or a file."""
    return [f"/operations/{code}/charts/{name}" for name in ("breakdown", "outcomes")]


def is_file(address: str) -> bool:
    """Whether a program reads it: only names of files hold a dot."""
    return "." in address
