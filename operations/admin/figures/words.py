"""A figure in the words that readers see, for its row."""

from __future__ import annotations

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
    return wording.in_full(figure_entry(figure, figure.owner.code), vocabulary)
