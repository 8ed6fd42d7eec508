"""One served stylesheet out of small files, so that a page asks for CSS once.

A finder of static files, so that runserver, the tests and ``collectstatic`` find the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "operations/site.css"
FOLDER = Path(__file__).parent.parent / "static" / "operations" / "css"
# Tokens before all that use them, print last, because it undoes what the others do.
PARTS = (
    "tokens",
    "base",
    "layout",
    "languages",
    "marks",
    "forms",
    "tables",
    "lists",
    "record",
    "report",
    "totals",
    "facets",
    "search",
    "charts",
    "cite",
    "home",
    "codebook",
    "print",
)


class StylesheetFinder(BaseFinder):
    """Finds ``operations/site.css``, joined anew whenever a part has changed."""

    def find(self, path: str, *_given: Any, **options: Any) -> Any:
        """The path of the joined file; a list of it with ``find_all``; ``[]`` for other names."""
        if path != NAME:
            return []
        return [str(written())] if options.get("find_all") else str(written())

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        yield NAME, FileSystemStorage(location=written().parent.parent)


def joined() -> str:
    """The text of the whole stylesheet."""
    return "\n".join((FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)


def written() -> Path:
    """The joined file; it keeps its time while its text stays the same."""
    target: Path = settings.DATA_DIR / "static" / NAME
    text = joined()
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=target.parent, encoding="utf-8", delete=False) as draft:
        draft.write(text)
    # Another process may be reading: it sees the old file or the new one, never half of it.
    return Path(draft.name).replace(target)
