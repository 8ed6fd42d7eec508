"""Search moves from a column of every edition to an index over the current ones."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import operations.models.words

# ``ascii`` keeps every character beyond ASCII whole: our tokens are cut already, and no version
# of the Unicode tables may change them. ``detail=none``: phrases are read from ``words``.
SQLITE = (
    """
    CREATE VIRTUAL TABLE operations_editionwords_index USING fts5(
        tokens, content='operations_editionwords', content_rowid='edition_id',
        tokenize='ascii', detail=none, columnsize=0
    )
    """,
    """
    CREATE TRIGGER operations_editionwords_added AFTER INSERT ON operations_editionwords BEGIN
        INSERT INTO operations_editionwords_index(rowid, tokens)
        VALUES (new.edition_id, new.tokens);
    END
    """,
    """
    CREATE TRIGGER operations_editionwords_gone AFTER DELETE ON operations_editionwords BEGIN
        INSERT INTO operations_editionwords_index(operations_editionwords_index, rowid, tokens)
        VALUES ('delete', old.edition_id, old.tokens);
    END
    """,
    """
    CREATE TRIGGER operations_editionwords_changed AFTER UPDATE ON operations_editionwords BEGIN
        INSERT INTO operations_editionwords_index(operations_editionwords_index, rowid, tokens)
        VALUES ('delete', old.edition_id, old.tokens);
        INSERT INTO operations_editionwords_index(rowid, tokens)
        VALUES (new.edition_id, new.tokens);
    END
    """,
)
SQLITE_UNDONE = (
    "DROP TRIGGER operations_editionwords_added",
    "DROP TRIGGER operations_editionwords_gone",
    "DROP TRIGGER operations_editionwords_changed",
    "DROP TABLE operations_editionwords_index",
)
# Publishing is rare and reading is not: nothing waits in a list to be sorted in.
POSTGRESQL = (
    """
    ALTER TABLE operations_editionwords ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED
    """,
    """
    CREATE INDEX operations_editionwords_index ON operations_editionwords
    USING gin (vector) WITH (fastupdate = off)
    """,
)
POSTGRESQL_UNDONE = (
    "DROP INDEX operations_editionwords_index",
    "ALTER TABLE operations_editionwords DROP COLUMN vector",
)


def make_index(apps: Any, schema_editor: Any) -> None:
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(apps: Any, schema_editor: Any) -> None:
    run(schema_editor, {"sqlite": SQLITE_UNDONE, "postgresql": POSTGRESQL_UNDONE})


def run(schema_editor: Any, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("operations", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="edition", name="search_text"),
        migrations.CreateModel(
            name="EditionWords",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="operations.edition",
                    ),
                ),
                ("words", models.TextField()),
                ("tokens", operations.models.words.TokensField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(make_index, drop_index),
    ]
