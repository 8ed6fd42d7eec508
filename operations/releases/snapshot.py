"""Reading for a long time from one state of the database, while others write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_state() -> Iterator[None]:
    """What is read inside is as it was at the first reading, and nobody waits for it.

    Nothing can be written inside. Within a transaction that is open already, the state is that
    of the transaction.
    """
    if connection.in_atomic_block:
        yield
        return
    with without_lock(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def without_lock() -> Iterator[None]:
    """Let SQLite begin as a reader: our transactions take the lock of the one writer otherwise."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    usual = getattr(connection, MODE)
    setattr(connection, MODE, "DEFERRED")
    try:
        yield
    finally:
        setattr(connection, MODE, usual)


# Django's own, unknown to the types of the stubs.
MODE = "transaction_mode"
