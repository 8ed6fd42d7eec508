"""Saving imported rows with the same checks as a form, naming the row when one refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from operations import history
from operations.problems import Refused


@contextmanager
def naming(row: str) -> Iterator[None]:
    """Turn what goes wrong inside into ``Refused``, with the row's name in front."""
    try:
        yield
    except ValidationError as error:
        raise Refused(*(f"{row}: {reason}" for reason in reasons(error))) from error
    except KeyError as error:
        missing = _("“%(key)s” is missing or names nothing known.") % {"key": error.args[0]}
        raise Refused(f"{row}: {missing}") from error
    except (TypeError, AttributeError) as error:
        raise Refused(f"{row}: {_('its shape is not the documented one')} ({error})") from error


def reasons(error: ValidationError) -> Iterator[str]:
    if hasattr(error, "error_dict"):
        for field, messages in error.message_dict.items():
            for message in messages:
                yield message if field == "__all__" else f"{field}: {message}"
    else:
        yield from error.messages


def put(record: models.Model, values: dict[str, Any]) -> None:
    """Set values, check as a form would, save."""
    for name, value in values.items():
        setattr(record, name, value)
    record.full_clean(validate_unique=False, validate_constraints=False)
    record.save()


def put_coded(model: type[Any], code: str, values: dict[str, Any]) -> tuple[Any, bool]:
    """Create or change the record with this code; says whether anything changed."""
    record = model.objects.filter(code=code).first() or model(code=code)
    before = None if record.pk is None else history.plain_fields(record)
    for name, value in values.items():
        setattr(record, name, value)
    if record.pk is not None and before == history.plain_fields(record):
        return record, False
    record.full_clean(validate_unique=False)
    record.save()
    return record, True


def text(pair: dict[str, str], field: str) -> dict[str, str]:
    """``{"en", "zh-Hant"}`` as the two columns of ``field``."""
    return {f"{field}_en": pair["en"], f"{field}_zh_hant": pair["zh-Hant"]}
