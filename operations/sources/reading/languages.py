"""The language of a page in the code list."""

from __future__ import annotations

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
    """Traditional when folding to simplified characters changes any of them."""
    han = "".join(sign for sign in sample if "\u4e00" <= sign <= "\u9fff")
    if not han:
        return ""
    return Language.ZH_HANT if fold(han) != han else Language.ZH_HANS
