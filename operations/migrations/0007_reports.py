"""Readers' reports become a queue; what is needed to limit them, and to delete them in time."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import operations.models.report
import operations.models.report_sender
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def fill(apps: Any, schema_editor: Any) -> None:
    """Each report that is there gets a reference of its own; closed ones were closed by today.

    One update a row: PostgreSQL refuses to alter a table whose rows changed twice before.
    """
    reports = apps.get_model("operations", "Report").objects
    for pk, state in reports.values_list("pk", "state"):
        closed_at = timezone.now() if state in ("accepted", "declined") else None
        reference = operations.models.report.new_reference()
        reports.filter(pk=pk).update(reference=reference, closed_at=closed_at)


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0006_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportSender',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SenderSalt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('salt', models.CharField(default=operations.models.report_sender.new_salt, max_length=64)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='report',
            name='answered_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='answered'),
        ),
        migrations.AddField(
            model_name='report',
            name='closed_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='closed'),
        ),
        migrations.AddField(
            model_name='report',
            name='contact_purged_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='contact deleted'),
        ),
        migrations.AddField(
            model_name='report',
            name='due_on',
            field=models.DateField(editable=False, null=True, verbose_name='to be answered by'),
        ),
        migrations.AddField(
            model_name='report',
            name='edition_after',
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name='edition that came of it'),
        ),
        migrations.AddField(
            model_name='report',
            name='edition_before',
            field=models.PositiveIntegerField(null=True, verbose_name='edition that the reader saw'),
        ),
        migrations.AddField(
            model_name='report',
            name='kind',
            field=models.CharField(choices=[('correction', 'Correction'), ('source', 'Source changed or gone'), ('removal', 'Removal')], default='correction', max_length=20, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='report',
            name='language',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('zh-hant', 'Traditional Chinese')], default='', max_length=10, verbose_name='language of the page'),
        ),
        migrations.AddField(
            model_name='report',
            name='reference',
            field=models.CharField(default='', editable=False, max_length=9, verbose_name='reference'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='report',
            name='reference',
            field=models.CharField(default=operations.models.report.new_reference, editable=False, max_length=9, unique=True, verbose_name='reference'),
        ),
        migrations.AddField(
            model_name='report',
            name='removal_class',
            field=models.CharField(blank=True, choices=[('privacy', 'it could identify or harm somebody'), ('legal', 'a law or a court forbids it'), ('other', 'another reason')], default='', max_length=20, verbose_name='class'),
        ),
        migrations.AddField(
            model_name='report',
            name='taken_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in work with'),
        ),
        migrations.AddField(
            model_name='report',
            name='text_purged_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='text deleted'),
        ),
        migrations.AddField(
            model_name='report',
            name='token',
            field=models.CharField(editable=False, max_length=40, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name='report',
            name='operation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='operations.operation', verbose_name='operation'),
        ),
        migrations.AlterField(
            model_name='report',
            name='state',
            field=models.CharField(choices=[('open', 'Open'), ('in_work', 'In work'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('duplicate', 'Duplicate')], default='open', max_length=20, verbose_name='state'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'removal'), ('removal_class', ''), _connector='XOR'), name='report_removal_has_class'),
        ),
        migrations.AddField(
            model_name='reportsender',
            name='salt',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='senders', to='operations.sendersalt'),
        ),
        migrations.AddIndex(
            model_name='reportsender',
            index=models.Index(fields=['client', 'sent_at'], name='report_sender_lately'),
        ),
    ]
