"""Numbers on somebody's papers, and dates of birth."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.rules import Kind, Rule

_IDENTITY = _(
    "This is a Hong Kong identity card number. Leave it out: a count needs no identities."
)
_DOCUMENT = _(
    "This looks like the number of a passport, permit, identity paper or account. Leave it out."
)
_BIRTH = _(
    "This is somebody's date or year of birth. Leave it out, or write the ages that the source "
    "gives for everyone together."
)

_PAPER = (
    r"(?:passport|travel document|permit|visa|identity card|id card|hkid|account|"
    r"護照|护照|通行證|通行证|雙程證|双程证|身份證|身份证|身分證|回鄉證|簽證|"
    r"戶口|户口|帳號|账号)"
)
_SIGN = r"(?: ?(?:number|no\.?|num\.?|號碼|号码|編號|编号|號|号|#|:|,|\(|is|was|為|是)){0,4} ?"
_NOT_A_YEAR_OR_DATE = r"(?!(?:19|20)[0-9]{2}[ -](?:(?:19|20)[0-9]{2}|[0-9]{2}-[0-9]{2})(?![0-9]))"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"


def has_valid_check_digit(letters: str, digits: str, check: str) -> bool:
    """Whether the parts of a Hong Kong identity card number add up.

    The published rule: nine places weigh 9 down to 1; a blank (before a single letter) counts
    36, A to Z count 10 to 35, and A as check digit counts 10; the sum is divisible by 11.
    """
    places = [ord(letter) - ord("A") + 10 for letter in letters] + [int(digit) for digit in digits]
    if len(letters) == 1:
        places.insert(0, 36)
    places.append(10 if check == "A" else int(check))
    return (
        sum(place * weight for place, weight in zip(places, range(9, 0, -1), strict=True)) % 11 == 0
    )


def _adds_up(match: re.Match[str]) -> bool:
    letters, digits, check = match.group("letters", "digits", "check")
    return has_valid_check_digit(letters.upper(), digits.replace(" ", ""), check.upper())


RULES = (
    # A123456(3) · AB 987654 (2) · a1234563
    Rule(
        Kind.HKID,
        re.compile(
            r"(?<![A-Za-z0-9])(?P<letters>[A-Za-z]{1,2})[ -]?(?P<digits>[0-9]{3} ?[0-9]{3})"
            r"[ -]?\(? ?(?P<check>[0-9Aa])(?: ?\)|(?![A-Za-z0-9]))"
        ),
        _IDENTITY,
        _adds_up,
    ),
    # passport no. K12345678 · 雙程證號碼C12345678 · account number 123-456-789012
    Rule(
        Kind.DOCUMENT,
        re.compile(
            _PAPER
            + _SIGN
            + _NOT_A_YEAR_OR_DATE
            + r"(?:[A-Z]{1,2} ?)?[0-9](?:[ -]?[0-9]){5,17}(?![0-9]|,[0-9])",
            re.IGNORECASE,
        ),
        _DOCUMENT,
    ),
    # 440301199001011234: a mainland identity number, with the date of birth inside
    Rule(
        Kind.DOCUMENT,
        re.compile(
            r"(?<![A-Za-z0-9])[1-9][0-9]{5}"
            + _YEAR
            + r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![A-Za-z0-9])"
        ),
        _DOCUMENT,
    ),
    # born on 12 June 1984 · born in 1984 · date of birth: 12/6/84 · DOB 1984
    Rule(
        Kind.BIRTH_DATE,
        re.compile(
            rf"(?<![a-z])born(?: on| in| around| about)? (?:{_DAY} {_MONTH}|{_MONTH} {_DAY}|"
            rf"(?:{_MONTH} )?{_YEAR}|{_DAY}[/.-]{_DAY})"
            r"|(?<![a-z])(?:date of birth|birth ?date|birthday|d\.?o\.?b\.?)"
            rf"[ :=,-]{{0,3}}(?:is |was |on )?(?:{_DAY}(?![a-z])|{_YEAR}|{_MONTH} ?[0-9])",
            re.IGNORECASE,
        ),
        _BIRTH,
    ),
    # 1984年6月12日出生 · 生於1984年 · 出生日期:1984年; not 出生率 (the birth rate)
    Rule(
        Kind.BIRTH_DATE,
        re.compile(
            rf"{_YEAR}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?出生(?!率|人口|登記|证|證)"
            r"|(?:出生日期|出生於|出生于|生於|生于|生日)[:是為为]{0,2}[0-9]{1,4}"
        ),
        _BIRTH,
    ),
)
