"""The ticket in a form, in place of a cookie: that this site made the form, for what, and when."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core import signing
from django.utils import timezone

SALT = "operations.report"
# Nobody reads the form and says what is wrong in less; a program does.
LEAST = timedelta(seconds=3)
# A page that lay open overnight still holds.
MOST = timedelta(hours=24)


@dataclass(frozen=True)
class Ticket:
    """What a form was made for: the operation, the figure if any, and the edition on show."""

    operation: str
    figure: str
    edition: int
    nonce: str
    issued_at: datetime

    @property
    def is_expired(self) -> bool:
        return timezone.now() > self.issued_at + MOST

    @property
    def wait(self) -> int:
        """Seconds that are missing until the form may be sent; 0 when it may."""
        left = self.issued_at + LEAST - timezone.now()
        return max(0, -(-left // timedelta(seconds=1)))


def issue(operation: str, figure: str, edition: int) -> str:
    moment = timezone.now().timestamp()
    said = [operation, figure, edition, secrets.token_urlsafe(15), round(moment, 3)]
    return signing.dumps(said, salt=SALT)


def read(text: str, operation: str) -> Ticket | None:
    """The ticket that ``text`` is; None when this site made none such for this operation."""
    try:
        said: Any = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    code, figure, edition, nonce, moment = said
    if code != operation:
        return None
    return Ticket(code, figure, edition, nonce, datetime.fromtimestamp(moment, tz=UTC))
