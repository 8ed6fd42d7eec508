"""Scripts written without spaces between words: there, every character stands for itself."""

from __future__ import annotations

import re

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
KANA_AND_BOPOMOFO = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31ff"
# Letters of Korean syllables that are written apart, of full and of half width.
JAMO = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc"
KOREAN = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff"
SOUTH_EAST_ASIAN = "\u0e01-\u0e4e\u0e81-\u0ede\u1000-\u103f\u1780-\u17d3"

SIGN = f"[{HAN}{KANA_AND_BOPOMOFO}{KOREAN}{SOUTH_EAST_ASIAN}]"

_is_han = re.compile(f"[{HAN}]").match
_is_jamo = re.compile(f"[{JAMO}]").fullmatch
_is_sign = re.compile(SIGN).fullmatch


def is_han(text: str) -> bool:
    """Whether a text begins with a Chinese character."""
    return _is_han(text) is not None


def is_jamo(text: str) -> bool:
    return _is_jamo(text) is not None


def is_sign(text: str) -> bool:
    """Whether a text is one character of such a script."""
    return _is_sign(text) is not None
