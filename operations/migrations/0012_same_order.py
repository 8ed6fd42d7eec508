"""PostgreSQL sorts short texts by their characters, as SQLite does, whatever the database's locale.

The order of ids is the order of lists in documents, of lines in files and of releases: the same
record has to be the same bytes on every installation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models


def sort_by_character(apps: Any, schema_editor: Any) -> None:
    collate(apps, schema_editor, "C")


def sort_by_locale(apps: Any, schema_editor: Any) -> None:
    collate(apps, schema_editor, "default")


def collate(apps: Any, schema_editor: Any, collation: str) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, column, kind in short_texts(apps, schema_editor.connection):
        schema_editor.execute(
            f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE {kind} COLLATE "{collation}"'
        )


def short_texts(apps: Any, connection: Any) -> Iterator[tuple[Any, ...]]:
    for model in apps.get_app_config("operations").get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.CharField):
                yield model._meta.db_table, field.column, field.db_type(connection)


class Migration(migrations.Migration):
    dependencies = [("operations", "0011_reading_order")]

    operations = [migrations.RunPython(sort_by_character, sort_by_locale)]
