"""What became of the operations of a release, as far as it takes to write their working copies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from operations.codes import EditionKind

from .editions import Line, Row, lines
from .saving import Unknown, naming

HIGHEST = 999_999


@dataclass
class Fate:
    """One operation: the line with its last text that may be read, and where it ended."""

    line: tuple[int, int] | None = None
    merged_into: str | None = None
    is_merged_openly: bool = False
    last_figure_number: int = 0

    def note(self, line: Line, row: Row) -> None:
        # A tombstone that follows a redacted merger says nothing of it, and the merger stands.
        if row["kind"] != EditionKind.REDACTED or self.is_merged_openly:
            self.merged_into = row["merged_into"]
        self.is_merged_openly = row["kind"] == EditionKind.MERGED and not row["redacted_at"]
        numbers = [row["last_figure_number"] or 0]
        if row["document"]:
            self.line = line.number, line.start
            figures = row["document"]["figures"]
            numbers += [int(each["id"].rpartition(".")[2]) for each in figures]
        self.last_figure_number = max(self.last_figure_number, *numbers)
        if self.last_figure_number > HIGHEST:
            raise ValueError(self.last_figure_number)


@dataclass
class Past:
    """Every operation, and the sources that only what is no longer public cites."""

    fates: dict[str, Fate] = field(default_factory=dict)
    sources: dict[str, Row] = field(default_factory=dict)

    def survivor(self, code: str) -> str | None:
        """Where mergers lead in the end; nothing when it was not merged."""
        with naming(f"operation {code}"):
            seen = [code]
            while into := self.fates[seen[-1]].merged_into:
                if into in seen or into not in self.fates:
                    raise Unknown(into)
                seen.append(into)
        return seen[-1] if len(seen) > 1 else None


def read_past(folder: Path, known_sources: Collection[str]) -> Past:
    past = Past()
    for line in lines(folder):
        with line.read() as row:
            past.fates.setdefault(row["operation"], Fate()).note(line, row)
            for source in row["document"]["sources"] if row["document"] else ():
                if source["id"] not in known_sources:
                    past.sources[source["id"]] = source
    return past
