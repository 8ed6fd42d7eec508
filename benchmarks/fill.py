"""Many operations in a database, copied from the data that come with the site.

Only editions, which is what an export without a query reads.
"""

from __future__ import annotations

from itertools import cycle, islice

from django.core.management import call_command
from django.db import transaction

from fixtures.convert.raw import FIXTURES
from operations.models import Edition, Operation

BATCH = 2_000
# The shorter half: documents of four to eight thousand bytes, with two or three figures each.
MODELS = 34


def fill(wanted: int) -> None:
    """Migrate, load the data, and copy them until there are as many public operations."""
    call_command("migrate", interactive=False, verbosity=0)
    if not Operation.objects.exists():
        call_command("load_data", str(FIXTURES), verbosity=0)
    there = Edition.objects.public().count()
    models = sorted(Edition.objects.filter(number=1, pk__lte=68), key=lambda e: len(e.document))
    made = zip(cycle(models[:MODELS]), range(there, wanted), strict=False)
    while batch := list(islice(made, BATCH)):
        with transaction.atomic():
            write(batch)


def write(batch: list[tuple[Edition, int]]) -> None:
    codes = [f"{model.code}-{number}" for model, number in batch]
    operations = Operation.objects.bulk_create(
        Operation(code=code, name_en=code, kind="anti_vice") for code in codes
    )
    Edition.objects.bulk_create(
        copied(model, operation)
        for (model, _number), operation in zip(batch, operations, strict=True)
    )


def copied(model: Edition, operation: Operation) -> Edition:
    """The same edition of another operation; figures are numbered after it."""
    names = [f.attname for f in Edition._meta.concrete_fields if not f.primary_key]
    values = {name: getattr(model, name) for name in names}
    document = model.document.replace(f'"{model.code}', f'"{operation.code}')
    return Edition(
        **{
            **values,
            "operation_id": operation.pk,
            "code": operation.code,
            "document": document,
        }
    )
