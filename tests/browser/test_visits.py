"""The list of page types is whole: a new page cannot be forgotten."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import resolve

from operations.pages.urls import urlpatterns
from tests.browser.visits import ENGLISH

# Neither is a page: they answer with a picture, or send on.
NO_PAGES = {"chart-svg", "operation-chart-svg", "choose-changes"}


def test_every_public_page_is_visited() -> None:
    answered = [visit for visit in ENGLISH if visit.status != 404]
    visited = {resolve(urlsplit(visit.address).path).url_name for visit in answered}
    assert {pattern.name for pattern in urlpatterns} - NO_PAGES == visited
