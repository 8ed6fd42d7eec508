"""The sentence that offers what was probably meant."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from operations.dates.meant import meant
from operations.dates.words import in_words


def suggestion(text: str) -> str:
    """“Perhaps you mean 2023-06-12 (12 June 2023)?”; empty when nothing comes to mind."""
    found = [_("%(edtf)s (%(words)s)") % {"edtf": one, "words": worded(one)} for one in meant(text)]
    if not found:
        return ""
    return _("Perhaps you mean %(dates)s?") % {"dates": _(" or ").join(found)}


def worded(text: str) -> str:
    """An EDTF text in the words of the language that is spoken now."""
    return in_words(text, get_language() or "en")
