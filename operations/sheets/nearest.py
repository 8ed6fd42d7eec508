"""The known word that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from django.utils.translation import gettext as _


def nearest(given: str, known: Iterable[str]) -> str:
    """“ Did you mean “x”?” with a space in front, or nothing."""
    folded = {word.casefold(): word for word in known}
    found = get_close_matches(given.casefold(), folded, n=1, cutoff=0.6)
    if not found:
        return ""
    return " " + _("Did you mean “%(word)s”?") % {"word": folded[found[0]]}
