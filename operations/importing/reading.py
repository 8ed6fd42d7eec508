"""Reading a folder of fixtures or a release; errors name the file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from operations.models import VOCABULARIES
from operations.problems import Refused

Rows = list[dict[str, Any]]


@dataclass
class Package:
    """Everything that one folder brings, in loading order."""

    terms: dict[str, Rows] = field(default_factory=dict)
    sources: Rows = field(default_factory=list)
    operations: Rows = field(default_factory=list)
    assessments: Rows = field(default_factory=list)
    statements: Rows = field(default_factory=list)
    findings: Rows = field(default_factory=list)


def read(path: Path) -> Package:
    """Read ``path``: a folder with ``terms/``, ``sources.json``, ``operations/`` and context."""
    if not path.is_dir():
        raise Refused(_("%(path)s is not a folder.") % {"path": path})
    package = read_lists(path)
    package.operations = [one(file) for file in sorted((path / "operations").glob("*.json"))]
    refuse_twins(package.operations, path / "operations")
    if not package.operations:
        folder = path / "operations"
        raise Refused(_("There is no operation in %(folder)s.") % {"folder": folder})
    return package


def read_lists(path: Path) -> Package:
    """All but the operations, of which there may be more than memory holds."""
    return Package(
        terms={name: rows(path / "terms" / f"{name}.json") for name in VOCABULARIES},
        sources=rows(path / "sources.json"),
        assessments=rows(path / "assessments.json"),
        statements=rows(path / "statements.json"),
        findings=rows(path / "findings.json"),
    )


def rows(file: Path) -> Rows:
    """A list of objects; an absent file is an empty list."""
    content = parse(file) if file.exists() else []
    if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
        raise Refused(_("%(file)s: expected a list of objects.") % {"file": file.name})
    refuse_twins(content, file)
    return content


def refuse_twins(rows: Rows, place: Path) -> None:
    """Of two rows with one id the second would silently win."""
    ids = Counter(str(row.get("id")) for row in rows)
    twins = ", ".join(sorted(code for code, times in ids.items() if times > 1))
    if twins:
        words = {"place": place.name, "ids": twins}
        raise Refused(_("%(place)s: more than one row has the id %(ids)s.") % words)


def one(file: Path) -> dict[str, Any]:
    content = parse(file)
    if not isinstance(content, dict):
        raise Refused(_("%(file)s: expected one object.") % {"file": file.name})
    return content


def parse(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        words = {"file": file.name, "error": error}
        raise Refused(_("%(file)s: not JSON (%(error)s).") % words) from error
