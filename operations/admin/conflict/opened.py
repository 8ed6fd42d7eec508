"""The state that a form was opened at, sealed into the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing

from .sheet import Sheet

SALT = "operations.admin.conflict"


@dataclass(frozen=True)
class Opened:
    """The number of the last revision then, and what the form held; 0 and nothing if unknown."""

    number: int = 0
    sheet: Sheet | None = None

    def sealed(self) -> str:
        sheet = self.sheet.as_data() if self.sheet else None
        return signing.dumps({"number": self.number, "sheet": sheet}, salt=SALT, compress=True)


def unsealed(text: str) -> Opened:
    """What was sealed; whatever is not our seal says that nothing was seen."""
    try:
        data = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return Opened()
    sheet = Sheet.from_data(data["sheet"]) if data["sheet"] else None
    return Opened(data["number"], sheet)
