"""The table of sources: new ones come along with the figures that cite them."""

from __future__ import annotations

from typing import Any

from operations import codes
from operations.models import Source

from .column import Column, Path, of_model
from .kinds import Code, Date, Id, Kind, Text


def own(name: str, kind: Kind, path: Path = (), **more: Any) -> Column:
    return of_model(Source, name, kind, path, **more)


COLUMNS = (
    own("id", Id(), field="code", example="example-source"),
    own("title", Text(), example="Police smash an example syndicate"),
    own("publisher", Text(), example="The Daily"),
    own("original_publisher", Text()),
    own("url", Text(), example="https://example.org/story"),
    own("published", Date(is_nullable=True), example="2020-02-02"),
    own("language", Code(choices=codes.Language), example="en"),
    own("kind", Code(choices=codes.SourceKind), example="news_report"),
    own("accessed_on", Date(is_nullable=True), example="2026-01-02"),
    own("note", Text()),
)
