"""Revisions can be blanked, and name other records by their ids instead of their rows."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TERM = "agency group offence place series method".split()
CONTEXT = {"sources": "source"}
# Columns and lists that name other records, as revisions held them until now: by row.
RELATIONS: dict[str, dict[str, str]] = {
    "operation": {
        "series": "series",
        "parent": "operation",
        "merged_into": "operation",
        "may_overlap": "operation",
        "places": "place",
        "offences": "offence",
        "methods": "method",
        "sources": "source",
    },
    **{name: {"parent": name, "successor": name} for name in TERM},
    "assessment": CONTEXT,
    "statement": {**CONTEXT, "answers": "assessment"},
    "finding": {
        **CONTEXT,
        "origin": "place",
        "destination": "place",
        "via": "place",
        "method": "method",
        "offence": "offence",
        "group": "group",
    },
}
BATCH = 200


def name_by_id(apps: Any, schema_editor: Any) -> None:
    """Rows → ids. A row that is gone cannot be named any more; its number is kept as text."""
    revisions = apps.get_model("operations", "Revision")
    names = {name for relations in RELATIONS.values() for name in relations.values()}
    ids = {
        name: dict(apps.get_model("operations", name).objects.values_list("pk", "code"))
        for name in sorted(names)
    }
    changed = []
    for revision in revisions.objects.filter(record__in=RELATIONS).iterator(chunk_size=BATCH):
        fields = revision.document.get("fields", {})
        for field, target in RELATIONS[revision.record].items():
            if field in fields:
                fields[field] = named(fields[field], ids[target])
        changed.append(revision)
        if len(changed) == BATCH:
            revisions.objects.bulk_update(changed, ["document"])
            changed = []
    revisions.objects.bulk_update(changed, ["document"])


def named(value: Any, ids: dict[int, str]) -> Any:
    if isinstance(value, list):
        return sorted(str(named(each, ids)) for each in value)
    return ids.get(value, f"#{value}") if isinstance(value, int) else value


class Migration(migrations.Migration):
    dependencies = [
        ("operations", "0005_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="blanked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="blanked at"),
        ),
        migrations.AddField(
            model_name="revision",
            name="blanked_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="blanked by",
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="blanked_class",
            field=models.CharField(
                blank=True,
                choices=[
                    ("duplicate", "duplicate of another record"),
                    ("out_of_scope", "outside the scope of this tracker"),
                    ("unreliable", "its sources proved unreliable"),
                    ("legal", "for a legal reason"),
                    ("privacy", "to protect people"),
                ],
                default="",
                editable=False,
                max_length=20,
                verbose_name="class of the redaction",
            ),
        ),
        migrations.RunPython(name_by_id, migrations.RunPython.noop, elidable=True),
    ]
