"""A figure in the words that readers see, for its row."""

from __future__ import annotations

from django.utils.translation import gettext as _

from operations import wording
from operations.document.skeleton import figure_entry
from operations.models import Figure


def claim_in_words(figure: Figure) -> str:
    """“6,400 arrested — all offences, Hong Kong only”."""
    offences = [figure.offence] if figure.offence else []
    vocabulary = {
        "place": {figure.counted_in.code: {"name": figure.counted_in.names}},
        "offence": {offence.code: {"name": offence.names} for offence in offences},
    }
    words = wording.in_full(figure_entry(figure, figure.owner.code), vocabulary)
    if not figure.came_from:
        return words
    return _("%(words)s (came from %(figure)s)") % {"words": words, "figure": figure.came_from}
