"""The three roles as groups, what reviewers said, and which revision readers see."""

from datetime import timedelta
from typing import Any

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from operations import roles

# As they were called when this was written.
CONTENT = ("published", "corrected")
# Editions are dated to the second: the save that was published may be a little younger.
A_SECOND = timedelta(seconds=1)


def fill(apps: Any, schema_editor: Any) -> None:
    """The last revision before the last edition that an editor made."""
    database = schema_editor.connection.alias
    operations, editions, revisions = (
        apps.get_model("operations", name).objects.using(database)
        for name in ("Operation", "Edition", "Revision")
    )
    said = editions.filter(operation=OuterRef("pk"), kind__in=CONTENT).order_by("-number")
    published = operations.annotate(said_at=Subquery(said.values("valid_from")[:1]))
    for pk, code, said_at in published.exclude(said_at=None).values_list("pk", "code", "said_at"):
        saved = revisions.filter(record="operation", code=code, made_at__lt=said_at + A_SECOND)
        number = saved.order_by("-number").values_list("number", flat=True).first()
        operations.filter(pk=pk).update(public_revision=number or 0)


def grant(apps: Any, schema_editor: Any) -> None:
    roles.grant(schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0004_facets'),
        # The groups are made of their tables.
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='operation',
            options={'ordering': ('-earliest', 'code'), 'permissions': (('submit_operation', 'Can submit operations for review'), ('publish_operation', 'Can publish, return and withdraw operations'), ('redact_operation', 'Can redact editions'), ('administer_operation', 'Can override the privacy guard and delete drafts')), 'verbose_name': 'operation', 'verbose_name_plural': 'operations'},
        ),
        migrations.AddField(
            model_name='assessment',
            name='single_checked',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='finding',
            name='single_checked',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='operation',
            name='public_revision',
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='single_checked',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('submitted', 'Submitted for review'), ('returned', 'Returned with a comment'), ('approved', 'Marked as ready'), ('discarded', 'Changes discarded')], max_length=20, verbose_name='step')),
                ('revision', models.PositiveIntegerField(verbose_name='revision')),
                ('comment', models.TextField(blank=True, default='', validators=[django.core.validators.MaxLengthValidator(4000)], verbose_name='comment')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='made at')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='operations.operation')),
            ],
            options={
                'verbose_name': 'step of a review',
                'verbose_name_plural': 'steps of reviews',
                'ordering': ('-made_at', '-pk'),
                'default_permissions': (),
            },
        ),
        migrations.AlterField(
            model_name='figure',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='parts', to='operations.figure', verbose_name='part of'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
