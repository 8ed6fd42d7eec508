"""Whether a page says itself that only subscribers may read it."""

from __future__ import annotations

from typing import Any

from .page import Page

TIERS = {"locked", "metered"}


def is_paywalled(page: Page) -> bool:
    """By the two marks that publishers set for search engines and readers' programs.

    schema.org's ``isAccessibleForFree`` and ``article:content_tier``. What a page looks like is
    not taken for a mark: a box that asks for a subscription stands on free pages too.
    """
    if page.meta("article:content_tier").lower() in TIERS:
        return True
    return any(is_false(each.get("isAccessibleForFree")) for each in page.data)


def is_false(value: Any) -> bool:
    return value is False or str(value).lower() in {"false", "http://schema.org/false"}
