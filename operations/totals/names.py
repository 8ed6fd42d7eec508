"""What the rows of a grouped total are called, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from operations.codes import Scope
from operations.models import VOCABULARIES
from operations.models.base import bilingual

from .reasons import By

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NONE_RECORDED = _("none recorded")


def names_of(by: str, keys: Iterable[str | None]) -> dict[str | None, dict[str, str]]:
    """Both names of every key, or its code; the key ``None`` is of operations that name none."""
    known = [key for key in keys if key is not None]
    found: dict[str | None, dict[str, str]] = {None: in_both(NONE_RECORDED)}
    found |= {key: bilingual(key, key) for key in known}
    if by == By.SCOPE:
        found |= {key: in_both(Scope(key).label) for key in known}
    elif by != By.YEAR:
        terms = VOCABULARIES[by]._default_manager.filter(code__in=known)
        found |= {term.code: term.names for term in terms}
    return found


def in_both(text: StrOrPromise) -> dict[str, str]:
    with override("en"):
        english = str(text)
    with override("zh-hant"):
        return bilingual(english, str(text))
