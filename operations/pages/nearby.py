"""What somebody who came to no page may have meant: the address elsewhere, or ids like it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Value
from django.db.models.functions import Lower, Replace
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from operations import wording
from operations.exports.answers import is_machine_address
from operations.models import VOCABULARIES, Edition

MOST = 5
# A comparison of every id with every other would let one wrong address cost seconds.
COMPARED = 2_000
SAME_BEGINNING = 3
LIKE = 0.7
LONGEST = 80
PAGES_WITH_IDS = ("operations", "terms")
# How other sites, and people, write the language of an address.
ENGLISH = {"en", "en-us", "en-gb", "en-hk", "eng"}
CHINESE = {"zh", "zh-hant", "zh-hant-hk", "zh-hk", "zh-tw", "zh-mo", "zh-hans", "zh-cn", "tc", "sc"}


@dataclass(frozen=True)
class Near:
    """Something public whose id is much like the one asked for."""

    id: str
    texts: list[wording.Text]
    address: str


def elsewhere(path: str) -> str:
    """The address that ``path`` means with its language or its last slash put right, or “”."""
    return next((other for other in spelt_rightly(path) if leads_somewhere(other)), "")


def spelt_rightly(path: str) -> Iterator[str]:
    first, _slash, rest = path.removeprefix("/").partition("/")
    written = first.lower().replace("_", "-")
    if written not in ENGLISH | CHINESE:
        return
    prefix = "/zh-hant/" if written in CHINESE else "/"
    if is_machine_address(f"/{rest}"):
        # Files are in no language.
        prefix = "/"
    for other in (f"{prefix}{rest}", f"{prefix}{rest}/"):
        if other != path and not other.startswith("//"):
            yield other


def leads_somewhere(path: str) -> bool:
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            resolve(path)
        except Resolver404:
            return False
    return True


def near(path: str) -> list[Near]:
    """Operations and terms whose ids are like the one in ``path``, the likest first."""
    if "\x00" in path:
        return []  # PostgreSQL cannot be asked about it.
    kind, *rest = segments(path) or [""]
    if kind == "operations" and rest:
        return near_operations(rest[0])
    if kind == "terms" and len(rest) > 1 and rest[0] in VOCABULARIES:
        return near_terms(rest[0], rest[1])
    return []


def segments(path: str) -> list[str]:
    found = [part for part in path.split("/") if part]
    return found[1:] if found[:1] == ["zh-hant"] else found


def asked_id(path: str) -> str:
    """The id in an address, as words to search for."""
    kind, *rest = segments(path) or [""]
    if kind not in PAGES_WITH_IDS or not rest:
        return ""
    text = re.sub(r"[^\w]+|_|(?<=[a-z])(?=\d)", " ", rest[-1])
    return " ".join(text.split()) if text.isprintable() and len(text) <= LONGEST else ""


def near_operations(typed: str) -> list[Near]:
    public = Edition.objects.public()
    names = {
        code: wording.both({"en": en, "zh-Hant": zh_hant})
        for code, en, zh_hant in public.filter(code__in=alike(public, typed)).values_list(
            "code", "name_en", "name_zh_hant"
        )
    }
    return [
        Near(code, names[code], reverse("operation", args=[code])) for code in likest(names, typed)
    ]


def near_terms(vocabulary: str, typed: str) -> list[Near]:
    terms = VOCABULARIES[vocabulary]._default_manager.all()
    names = {
        term.code: wording.both(term.names) for term in terms.filter(code__in=alike(terms, typed))
    }
    return [
        Near(code, names[code], reverse("term", args=[vocabulary, code]))
        for code in likest(names, typed)
    ]


def alike(rows: QuerySet[Any], typed: str) -> set[str]:
    """Ids that differ in signs and case alone; without any, those that look alike."""
    bare = folded(typed)
    if not bare or len(typed) > LONGEST:
        return set()
    column: Any = Lower("code")
    for sign in "-_.":
        column = Replace(column, Value(sign), Value(""))
    codes = rows.annotate(bare_code=column).order_by("code").values_list("code", flat=True)
    same = set(codes.filter(bare_code=bare)[:MOST])
    if same:
        return same
    begin = codes.filter(bare_code__startswith=bare[:SAME_BEGINNING])[:COMPARED]
    return set(likest(begin, typed) or likest(codes[:COMPARED], typed))


def likest(codes: Iterable[str], typed: str) -> list[str]:
    by_bare = {folded(code): code for code in codes}
    return [by_bare[bare] for bare in get_close_matches(folded(typed), by_bare, MOST, LIKE)]


def folded(code: str) -> str:
    return re.sub(r"[-_.]", "", code.lower())
