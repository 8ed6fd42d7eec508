"""How far a background task is, in a small file beside the import.

Not in the database: the task writes inside one transaction, which nobody else can look into, and
SQLite would make the page wait for it.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from operations.models import Import

SECONDS_BETWEEN = 0.5


@dataclass
class Progress:
    """Reports at most twice a second."""

    record: Import
    stage: str
    said_at: float = 0.0

    def __call__(self, done: int, total: int, faults: Any = ()) -> None:
        now = time.monotonic()
        if now - self.said_at < SECONDS_BETWEEN:
            return
        self.said_at = now
        shown = [fault.as_dict() for fault in faults[:20]]
        content = {"stage": self.stage, "done": done, "total": total, "faults": shown}
        file = path(self.record)
        half = file.with_suffix(".half")
        half.write_text(json.dumps({**content, "count": len(faults)}), encoding="utf-8")
        # Replaced at once, so that the page never reads half of it.
        half.replace(file)


def path(record: Import) -> Path:
    return Path(record.file.path).with_suffix(".progress")


def progress(record: Import) -> dict[str, Any]:
    """The last report, with how many seconds old it is; empty before the first."""
    try:
        file = path(record)
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return {**content, "age": time.time() - file.stat().st_mtime}
    except (OSError, ValueError):
        return {}


def forget(record: Import) -> None:
    """Remove the report, and the file that was brought: it may hold what must not be kept."""
    if record.file:
        path(record).unlink(missing_ok=True)
        record.file.delete(save=False)
        Import.objects.filter(pk=record.pk).update(file="")
