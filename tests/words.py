"""Words that this project does not use of anybody in its own voice, and what it writes instead.

DOMAIN.md 3.4: titles of statutes and of sources, and words quoted as a source's own, stay as they
are. Everything else, in both languages, is ours.
"""

from __future__ import annotations

import re

REFUSED: dict[str, str] = {
    r"\bprostitutes?\b": "person in commercial sex",
    r"\bsex[ -]?workers?\b": "person in commercial sex",
    r"\bhookers?\b|\bwhores?\b|\bcall girls?\b": "person in commercial sex",
    r"\bpimps?\b|\bmama-?sans?\b": "alleged organiser, or person in charge of premises",
    r"\brescu(?:e|ed|es|ing)\b": "presumed victims, or what was done: taken out, helped",
    r"\billegal (?:im)?migrants?\b|\billegal aliens?\b": "person without permission to stay",
    r"\bchild(?:ren)? prostitut\w*": "sexual exploitation of children",
    r"\bchild porn\w*": "child sexual abuse material",
    r"\bsex slaves?\b": "presumed victim of sexual exploitation",
    "妓女|娼妓|性工作者|流鶯|流莺|北姑|雞": "從事性交易人士（身分未確定）",
    "扯皮條|皮條客|淫媒|媽媽生": "懷疑組織者，或處所負責人",
    "救出|獲救|解救|拯救|營救": "懷疑受害人，或所採取的行動",
    "非法移民|非法入境者|偷渡客": "未獲准入境或逗留人士",
    "雛妓|童妓|兒童賣淫": "對兒童的性剝削",
    "兒童色情": "兒童性侵犯物品",
    "性奴": "懷疑性剝削受害人",
    "賣淫女|賣淫婦": "從事性交易人士（身分未確定）",
}

PATTERNS = {re.compile(words, re.IGNORECASE): instead for words, instead in REFUSED.items()}


def refused(text: str) -> list[tuple[str, str]]:
    """Each refused word in ``text``, with what to write instead."""
    return [
        (found.group(), instead)
        for pattern, instead in PATTERNS.items()
        for found in pattern.finditer(text)
    ]
