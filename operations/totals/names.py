"""What the rows of a grouped total are called, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from operations.codes import Scope
from operations.models import VOCABULARIES
from operations.models.base import bilingual

from .reasons import By


def names_of(by: str, keys: Iterable[str | None]) -> dict[str | None, dict[str, str]]:
    """Both names of every key, or its code; the key ``None`` is of operations that name none."""
    known = [key for key in keys if key is not None]
    found: dict[str | None, dict[str, str]] = {key: bilingual(key, key) for key in known}
    found[None] = in_both(lambda: _("none recorded"))
    if by == By.YEAR:
        return found
    if by == By.SCOPE:
        return found | {key: in_both(lambda key=key: str(Scope(key).label)) for key in known}
    terms = VOCABULARIES[by]._default_manager.filter(code__in=known)
    return found | {term.code: term.names for term in terms}


def in_both(text: Callable[[], str]) -> dict[str, str]:
    with override("en"):
        english = text()
    with override("zh-hant"):
        return bilingual(english, text())
