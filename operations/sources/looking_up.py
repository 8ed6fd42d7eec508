"""Looking a page up for an editor: what it says about itself, kept as proposals for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from operations import privacy
from operations.address_key import address_key
from operations.models import SourceLookup

from . import fetching, reading

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .fetching import Fetched

FRESH = timedelta(hours=1)  # after that a page is looked up anew
LOST = timedelta(minutes=10)  # a worker that died answers no more
KEPT = timedelta(days=7)
FIELDS = ("title", "publisher", "published", "language", "kind", "url")


def latest(url: str) -> SourceLookup | None:
    """The last look-up of this page, however its address is spelt, that is not too old."""
    key = address_key(url)
    if not key:
        return None
    recent = SourceLookup.objects.filter(url_key=key, made_at__gte=timezone.now() - KEPT)
    return recent.first()


def ask(url: str, by: User | None) -> SourceLookup:
    """A look-up that is fresh or under way, or a new one for the task to answer."""
    now, last = timezone.now(), latest(url)
    patience = FRESH if last and last.done_at else LOST
    if last and last.made_at > now - patience:
        return last
    return SourceLookup.objects.create(url=url, made_by=by)


def answer(lookup: SourceLookup, fetched: Fetched | None = None) -> SourceLookup:
    """Fetch the page, if that is not done, and store what it says about itself."""
    fetched = fetched or fetching.fetch(lookup.url)
    lookup.outcome, lookup.detail = fetched.outcome, fetched.detail[:300]
    lookup.found = reading.describe_page(fetched) if fetched.was_read else {}
    lookup.done_at = timezone.now()
    lookup.save()
    return lookup


def names_a_person(lookup: SourceLookup) -> bool:
    """Whether the title holds what no text of this project may hold.

    Titles are bibliography and exempt from the guard, but nobody should take one over unawares.
    """
    return bool(privacy.find(lookup.found.get("title", "")))


def purge() -> int:
    """Delete old look-ups: they hold titles of pages that nobody took over."""
    old = SourceLookup.objects.filter(made_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
