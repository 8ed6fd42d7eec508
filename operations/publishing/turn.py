"""One publication at a time, so that editions are numbered in the order in which they appear.

Who follows the changes remembers the last key they saw. A key that was given out earlier must not
appear later, or they would never see it.
"""

from __future__ import annotations

from django.db import connection

# Any number that nobody else uses: it names the lock, and the words above are its meaning.
LOCK = 4_713_001


def take_turn() -> None:
    """Wait until no other transaction is publishing; held until this transaction ends.

    A transaction that may publish calls this before it locks or writes any row, so that two cannot
    wait for each other. SQLite lets one writer in at a time by itself.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
