"""Addresses as other sites have to write them: whole, from ``SITE_URL``, whoever asked."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(path: str) -> str:
    """The whole address of a root-relative one."""
    return f"{settings.SITE_URL}{path}"


def absolute_address(name: str, *args: object, language: str = "") -> str:
    """The whole address of a page or a file; of a page in ``language``, or in the active one."""
    with translation.override(language or translation.get_language()):
        return absolute(reverse(name, args=args))
