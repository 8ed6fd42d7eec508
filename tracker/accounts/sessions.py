"""Sessions in the database, with their owner beside them; renewed and ended here.

The store is the extension that Django's documentation gives as its example.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils.encoding import force_bytes

STARTED = "started"
SEEN = "seen"
PROVED = "proved"


class SessionStore(db.SessionStore):
    """Django's own store over our table."""

    @classmethod
    def get_model_class(cls) -> Any:
        from .models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        owner = data.get(SESSION_KEY)
        row.account_id = int(owner) if owner else None
        return row

    def cycle_key(self) -> None:
        """Start the clocks anew, and forget what was proved: another key means another log-in.

        Django takes a new key at log-in and when the password changes, we do for the second
        factor.
        """
        from .models import LogIn

        before = self.session_key
        self.pop(PROVED, None)
        self[STARTED] = self[SEEN] = int(time.time())
        super().cycle_key()
        if before:
            # Axes finds the log-in that a log-out ends by this hash.
            logged = LogIn._default_manager.filter(session_hash=hashed(before))
            logged.update(session_hash=hashed(self.session_key))


def hashed(key: str | None) -> str:
    """A key as axes records it."""
    return sha256(force_bytes(key)).hexdigest()


def end_all(user: AbstractBaseUser, *, but: HttpRequest | None = None) -> int:
    """End every session of the user, or every other one, and say how many."""
    from .models import Session

    rows = Session._default_manager.filter(account_id=user.pk)
    if but is not None:
        rows = rows.exclude(session_key=but.session.session_key)
    return rows.delete()[0]
