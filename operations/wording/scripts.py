"""Passages of the other language inside a text, told by their script.

A sentence puts names of places, publishers and offences together, and a name of ours may quote
the other language ("Operation 藍霧"). By then only the letters say which words are which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .language import HTML_LANGUAGES, Text

ENGLISH, CHINESE = HTML_LANGUAGES["en"], HTML_LANGUAGES["zh-Hant"]
_HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# With the punctuation of Chinese between and around: 《公開資料守則》 is one passage.
_HAN_RUN = re.compile(
    rf"[《〈「『（]*[{_HAN}](?:[{_HAN}\u3000-\u303f\uff01-\uff65·]*[{_HAN}》〉」』）])?"
)
_LATIN = r"A-Za-z\u00c0-\u024f"
_LATIN_RUN = re.compile(rf"[{_LATIN}](?:[{_LATIN}0-9 ’'&.,;:/()+-]*[{_LATIN}0-9)])?")
# “14K” and “JSON” are written so in Chinese too; words are not in capitals throughout.
_WORD = re.compile(r"[a-z\u00df-\u024f]{2}")


def by_script(text: str, lang: str) -> Iterator[Text]:
    """``text``, written in ``lang``, in pieces; those in the other script say which it is.

    In a language that is neither English nor Chinese nothing is told apart.
    """
    runs, other = {
        ENGLISH: (_HAN_RUN, CHINESE),
        CHINESE: (_LATIN_RUN, ENGLISH),
    }.get(lang, (None, lang))
    end = 0
    for run in runs.finditer(text) if runs else ():
        if other == ENGLISH and not _WORD.search(run[0]):
            continue
        if run.start() > end:
            yield Text(text[end : run.start()], lang)
        yield Text(run[0], other)
        end = run.end()
    if end < len(text):
        yield Text(text[end:], lang)
