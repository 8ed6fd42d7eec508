"""Code blocks of the documentation, run as a reader would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = "https://tracker.example.org"


@dataclass(frozen=True)
class Block:
    """``heading`` is the one above it; ``number`` counts the blocks below one heading."""

    heading: str
    number: int
    language: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.heading} {self.number}"

    def run(self, site: str, folder: Path) -> str:
        """What it prints, in a folder of its own, asking ``site``; raises when it fails."""
        text = self.text.replace(WRITTEN, site)
        match self.language:
            case "sql":
                with duckdb.connect() as connection:
                    connection.sql(f"SET file_search_path='{folder}'")
                    return str(connection.sql(text).fetchall())
            case "python":
                return output([sys.executable, "-W", "ignore", "-c", text], folder)
            case "sh":
                return output(["bash", "-euo", "pipefail", "-c", text], folder)
        raise ValueError(self.language)


def output(command: list[str], folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own documentation
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def blocks(name: str) -> list[Block]:
    """Every fenced block of a document, in order."""
    found: list[Block] = []
    heading, language, lines = "", "", list[str]()
    for line in (DOCS / name).read_text("utf-8").splitlines():
        if language and line == "```":
            number = sum(block.heading == heading for block in found) + 1
            found.append(Block(heading, number, language, "\n".join(lines)))
            language, lines = "", []
        elif language:
            lines.append(line)
        elif line.startswith("```"):
            language = line.removeprefix("```")
        elif line.startswith("#"):
            heading = line.lstrip("# ")
    return found
