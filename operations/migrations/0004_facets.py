"""What counts beside choices are read from."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Exists, OuterRef

# As they were called when this was written.
NAMES_NONE = "names_none"
VOCABULARIES = ("series", "agency", "group", "offence", "place", "relevance", "flag")


def fill(apps: Any, schema_editor: Any) -> None:
    """The rows of editions that are public already and name nothing of a vocabulary."""
    editions = apps.get_model("operations", "Edition").objects.exclude(document="")
    rows = apps.get_model("operations", "EditionTerm")
    for vocabulary in VOCABULARIES:
        of_edition = rows.objects.filter(edition=OuterRef("pk"))
        named = of_edition.filter(vocabulary=vocabulary)
        noted = of_edition.filter(vocabulary=NAMES_NONE, term=vocabulary)
        lacking = editions.filter(~Exists(named), ~Exists(noted)).values_list("pk", flat=True)
        rows.objects.bulk_create(
            (rows(edition_id=pk, vocabulary=NAMES_NONE, term=vocabulary) for pk in lacking),
            batch_size=1000,
        )


class Migration(migrations.Migration):
    dependencies = [("operations", "0003_fill_search")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=[
                    "valid_to",
                    "kind",
                    "operation_kind",
                    "status",
                    "disputed",
                    "undated",
                    "earliest",
                    "latest",
                    "open_ended",
                ],
                name="edition_for_counting",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
