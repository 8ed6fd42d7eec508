"""Editions can be read in the order of the list without sorting them."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("operations", "0010_merging")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["valid_to", "undated", "-sort_date", "code", "kind"],
                name="edition_current_by_date",
            ),
        ),
    ]
