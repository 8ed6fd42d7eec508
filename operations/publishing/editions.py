"""Writing one edition with its seal, chain and index rows. Private to this package."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from operations import index, search
from operations.document import canonical, seal
from operations.document.canonical import timestamp
from operations.models import Edition, EditionFigure, EditionTerm, EditionWords, Operation

from .chain import chain_hash
from .turn import take_turn

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def lock(operation: Operation) -> Operation:
    """The operation as the database has it now, held until the transaction ends."""
    take_turn()
    # Whoever saves another operation that names this one need not wait: its key stays.
    held = Operation.objects.select_for_update(of=("self",), no_key=True)
    return held.get(pk=operation.pk)


def last_edition(operation: Operation) -> Edition | None:
    return operation.editions.order_by("-number").first()


def write(
    operation: Operation,
    content: dict[str, Any] | None,
    *,
    kind: str,
    reason: str,
    by: User | None,
    **extra: Any,
) -> Edition:
    """Append an edition: ``content`` is the document without number and time, or a tombstone."""
    previous = last_edition(operation)
    moment = now_after(previous)
    number = previous.number + 1 if previous else 1
    text, columns = "", index.EMPTY
    if content is not None:
        content = {**content, "edition": number, "published_at": timestamp(moment)}
        text, columns = canonical(content), index.columns(content)
    if previous:
        Edition.objects.filter(pk=previous.pk).update(valid_to=moment)
        EditionWords.objects.filter(pk=previous.pk).delete()
    edition = Edition(
        operation=operation,
        code=operation.code,
        number=number,
        kind=kind,
        reason=reason,
        document=text,
        sha256=seal(text),
        previous_chain=previous.chain if previous else "",
        valid_from=moment,
        published_by=by,
        **columns,
        **extra,
    )
    edition.chain = chain_hash(edition)
    edition.save(force_insert=True)
    if content is not None:
        write_index(edition, content)
    return edition


def write_index(edition: Edition, content: dict[str, Any]) -> None:
    EditionTerm.objects.bulk_create(
        EditionTerm(edition=edition, vocabulary=vocabulary, term=term)
        for vocabulary, term in sorted(index.terms(content))
    )
    EditionFigure.objects.bulk_create(
        EditionFigure(edition=edition, **row) for row in index.whole_headlines(content)
    )
    EditionWords.objects.create(edition=edition, **search.entry(content))


def now_after(previous: Edition | None) -> datetime:
    """Now to the second, but always later than the edition before."""
    moment = timezone.now().replace(microsecond=0)
    if previous is None:
        return moment
    return max(moment, previous.valid_from + timedelta(seconds=1))
