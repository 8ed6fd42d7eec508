"""When a release may be made, so that its name means one state for ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from time import sleep

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operations.models import ReleaseMade
from operations.problems import Refused
from operations.publishing import take_turn

from .snapshot import one_state
from .state import State
from .taken_down import SECOND

# Editions of one operation are a second apart, so many in a row are dated a little ahead.
AHEAD = timedelta(minutes=10)


@contextmanager
def settled_state() -> Iterator[tuple[State, datetime]]:
    """The record when all its seconds are over, and the last second that nothing can join.

    Nothing that is published later can carry a time up to that second; it is later than every
    release.
    """
    while True:
        over = last_second_over()
        with one_state():
            state = State.now()
            due = max(state.moment, after_newest_release())
            if due <= over:
                yield state, over
                return
        wait_for(due)


def last_second_over() -> datetime:
    """The second before this one. Whoever publishes has finished: they were waited for."""
    with transaction.atomic():
        take_turn()
        return timezone.now().astimezone(UTC).replace(microsecond=0) - SECOND


def after_newest_release() -> datetime:
    newest = ReleaseMade.objects.last()
    return newest.moment + SECOND if newest else datetime.min.replace(tzinfo=UTC)


def wait_for(second: datetime) -> None:
    """Wait until a second is over."""
    rest = second + SECOND - timezone.now()
    if rest > AHEAD:
        words = {"moment": second.isoformat()}
        raise Refused(
            _("Something in the record is dated %(moment)s, which is ahead of this clock.") % words
        )
    sleep(max(rest, timedelta()).total_seconds())
