"""The search index of what is public already."""

from __future__ import annotations

from typing import Any

import orjson
from django.db import migrations

from operations import search

BATCH = 200


def fill(apps: Any, schema_editor: Any) -> None:
    editions = apps.get_model("operations", "Edition").objects
    words = apps.get_model("operations", "EditionWords")
    current = editions.filter(valid_to__isnull=True).exclude(document="").only("document")
    words.objects.bulk_create(
        (
            words(edition_id=edition.pk, **search.entry(orjson.loads(edition.document)))
            for edition in current.iterator(chunk_size=BATCH)
        ),
        batch_size=BATCH,
    )


class Migration(migrations.Migration):
    dependencies = [("operations", "0002_search")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
