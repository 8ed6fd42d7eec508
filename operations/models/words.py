"""What a search looks in: the words of each current edition.

The index itself is the database's own: FTS5 on SQLite, kept by triggers; on PostgreSQL GIN over a
column that the database fills. Migration 0002 makes it. A later migration that alters this table
must make the index and its triggers again, because Django replaces tables on SQLite.
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.db.models import Lookup

from .edition import Edition

SQLITE_INDEX = "operations_editionwords_index"


class Token(NamedTuple):
    """A word, a character or a pair of characters; a prefix finds whatever begins with it."""

    text: str
    is_prefix: bool = False


# All of the outer, any of the middle, all of the inner.
Wanted = tuple[tuple[tuple[Token, ...], ...], ...]


class TokensField(models.TextField[str, str]):
    """Tokens joined by spaces; ``__matches`` takes a ``Wanted``."""


@TokensField.register_lookup
class Matches(Lookup[Wanted]):
    """Asks the index. Tokens are quoted, so that nothing typed is ever an operator."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        found = f"SELECT rowid FROM {SQLITE_INDEX} WHERE {SQLITE_INDEX} MATCH %s"  # noqa: S608
        return f"{table}.edition_id IN ({found})", [spelled(self.rhs, " AND ", " OR ", for_sqlite)]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        wanted = spelled(self.rhs, " & ", " | ", for_postgresql)
        return f"{table}.vector @@ %s::tsquery", [wanted]


def spelled(wanted: Wanted, both: str, either: str, token: Any) -> str:
    """The condition in the words of a database."""
    return both.join(
        f"({either.join(f'({both.join(map(token, tokens))})' for tokens in alternatives)})"
        for alternatives in wanted
    )


def for_sqlite(token: Token) -> str:
    text = token.text.replace('"', '""')
    return f'"{text}"*' if token.is_prefix else f'"{text}"'


def for_postgresql(token: Token) -> str:
    text = token.text.replace("\\", "\\\\").replace("'", "''")
    return f"'{text}':*" if token.is_prefix else f"'{text}'"


class EditionWords(models.Model):
    """The searched texts of a current public edition, folded (see ``operations.search.entry``)."""

    edition = models.OneToOneField(
        Edition, models.CASCADE, primary_key=True, related_name="searched"
    )
    words = models.TextField()
    tokens = TokensField()

    class Meta:
        default_permissions: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return str(self.edition)
