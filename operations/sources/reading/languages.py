"""The language of a page in the code list."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from operations.codes import Language
from operations.search.folding import fold

TRADITIONAL, SIMPLIFIED = {"hant", "hk", "mo", "tw"}, {"hans", "cn", "sg", "my"}
OTHERS = {code for code in Language.values if "-" not in code and code != Language.OTHER}


def language_of(tag: str, sample: str) -> str:
    """From a language tag (``zh-HK``, ``en_GB``); bare ``zh`` by the characters of a sample."""
    parts = tag.replace("_", "-").lower().split("-")
    if parts[0] in {"zh", "yue", "cmn"}:
        if TRADITIONAL & set(parts[1:]) or parts[0] == "yue":
            return Language.ZH_HANT
        if SIMPLIFIED & set(parts[1:]):
            return Language.ZH_HANS
        return by_characters(sample)
    return parts[0] if parts[0] in OTHERS else ""


def by_characters(sample: str) -> str:
    """By the characters that only one of the two scripts has; nothing when there are none."""
    han = "".join(sign for sign in sample if "\u4e00" <= sign <= "\u9fff")
    if not han:
        return ""
    if fold(han) != han:
        return Language.ZH_HANT
    return Language.ZH_HANS if traditional(han) != han else ""


@cache
def converter() -> OpenCC:
    return OpenCC("s2t")


def traditional(text: str) -> str:
    return str(converter().convert(text))
