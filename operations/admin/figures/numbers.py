"""Numbers as people type and paste them: 6,400 and ６４００ are 6400."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms

IN_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


class PlainNumber(forms.TextInput):
    """A text field, because those for numbers change under the mouse wheel and refuse commas."""

    def __init__(self) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off"})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        if typed is None:
            return None
        plain = unicodedata.normalize("NFKC", str(typed)).strip()
        return plain.replace(",", "") if IN_THOUSANDS.fullmatch(plain) else plain
