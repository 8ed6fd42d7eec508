"""Saving imported rows with the same checks as a form, naming the row when one refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from operations import history
from operations.models.base import Guarded
from operations.problems import Refused

_verbatim: ContextVar[bool] = ContextVar("verbatim", default=False)


@contextmanager
def verbatim() -> Iterator[None]:
    """Save what a release holds as it is: its hashes are the check, and rules may have grown.

    What the privacy guard finds is noted as let stand, or nobody could publish it again.
    """
    token = _verbatim.set(True)
    try:
        yield
    finally:
        _verbatim.reset(token)


def is_verbatim() -> bool:
    return _verbatim.get()


class Unknown(LookupError):  # noqa: N818 - said of an id, not of a fault
    """An id that names nothing in the package or the database."""


@contextmanager
def naming(row: str) -> Iterator[None]:
    """Turn what a row gets wrong into ``Refused``, with the row's name in front.

    Rows within rows name both. Anything else that goes wrong inside is a fault of ours and
    keeps its traceback.
    """
    try:
        yield
    except ValidationError as error:
        raise Refused(*(f"{row}: {reason}" for reason in reasons(error))) from error
    except Refused as refused:
        raise Refused(*(f"{row}: {reason}" for reason in refused.reasons)) from refused
    except Unknown as error:
        message = _("there is no “%(id)s”.") % {"id": error.args[0]}
        raise Refused(f"{row}: {message}") from error


def reasons(error: ValidationError) -> Iterator[str]:
    if hasattr(error, "error_dict"):
        for field, messages in error.message_dict.items():
            for message in messages:
                yield message if field == "__all__" else f"{field}: {message}"
    else:
        yield from error.messages


def named(model: type[Any], codes: Iterable[str]) -> list[Any]:
    """The records with these codes, in their order; ``Unknown`` names the first that is not."""
    codes = list(codes)
    found = {record.code: record for record in model._default_manager.filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise Unknown(code)
    return [found[code] for code in codes]


def find(model: type[Any], code: str | None) -> Any:
    """The record with this code; nothing for none."""
    return None if code is None else named(model, [code])[0]


def put(record: models.Model, values: dict[str, Any]) -> None:
    """Set values, check as a form would, save."""
    for name, value in values.items():
        setattr(record, name, value)
    check_and_save(record)


def check_and_save(record: models.Model) -> None:
    """Save what a form would accept.

    Constraints are left to the database, which checks them anyway; they are asked one by one,
    at a query each, only to put a refusal into words.
    """
    check(record)
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        record.validate_constraints()
        raise
    if is_verbatim() and isinstance(record, Guarded):
        note_let_stand(record)


def note_let_stand(record: Guarded) -> None:
    if record.personal_data() and not history.let_stand(record):
        record.privacy_override = _("It stands in the release that was restored.")
        history.record_override(record, None)


def check(record: models.Model) -> None:
    """Clean as a form does; what an administrator let stand before may stand again.

    Verbatim, only what a column can hold is asked.
    """
    if is_verbatim():
        record.clean_fields()
        return
    try:
        record.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError:
        reason = history.let_stand(record) if isinstance(record, Guarded) else ""
        if not reason:
            raise
        record.privacy_override = reason  # type: ignore[attr-defined]
        record.full_clean(validate_unique=False, validate_constraints=False)


def put_coded(model: type[Any], code: str, values: dict[str, Any]) -> tuple[Any, bool]:
    """Create or change the record with this code; says whether anything changed."""
    record = model.objects.filter(code=code).first() or model(code=code)
    before = None if record.pk is None else history.plain_fields(record)
    for name, value in values.items():
        setattr(record, name, value)
    if record.pk is not None and before == history.plain_fields(record):
        return record, False
    check_and_save(record)
    return record, True


def text(pair: dict[str, str], field: str) -> dict[str, str]:
    """``{"en", "zh-Hant"}`` as the two columns of ``field``."""
    return {f"{field}_en": pair["en"], f"{field}_zh_hant": pair["zh-Hant"]}
