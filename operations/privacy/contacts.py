"""Ways to reach one person: telephones, mail, accounts on messaging services."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.rules import Kind, Rule

_PHONE = _(
    "This looks like a telephone number. Leave it out; an amount is written with commas and its "
    "unit."
)
_EMAIL = _("This is an e-mail address. Leave it out.")
_HANDLE = _(
    "This is an account on a messaging or social service. Write the kind of service instead, for "
    "example “advertised online”."
)

_NOT_INSIDE_A_NUMBER = (
    r"(?:(?<![0-9A-Za-z$€£¥/=_#])(?<![0-9][.,])(?<![0-9A-Za-z]-)(?<!\$ )(?<!HKD )"
    r"(?<!USD )(?<!RMB )(?<!CNY )(?<!MOP )|(?<=[Tt]el)|(?<=[Pp]hone)|(?<=[Aa]pp))"
)
_NOT_AN_AMOUNT = (
    r"(?![0-9A-Za-z]|[.,/-][0-9])"
    r"(?! ?(?:dollars?|hkd|yuan|pills?|tablets?|grams?|kg|kilo|tonnes?|cigarettes?|people|persons|"
    r"visitors|passengers|arrests|officers|checks|items|million|per ?cent|%|"
    r"元|港元|港幣|美元|人|名|個|粒|克|公斤|支|件|包|次|萬|億))"
)
_DATE = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_YEAR_FIRST = r"(?:19|20)[0-9]{2}[ -]"

RULES = (
    # 9123 4567 · 91234567 · +852 2860-5007; not HK$83,000,000, 20230612, 2015-2018, 23500000 pills
    Rule(
        Kind.PHONE,
        re.compile(
            _NOT_INSIDE_A_NUMBER
            + rf"(?:(?:\+|00)?852[ -]?|\(\+?852\) ?|(?!{_DATE}|{_YEAR_FIRST}))"
            + r"[235-9][0-9]{3}[ -]?[0-9]{4}"
            + _NOT_AN_AMOUNT,
            re.IGNORECASE,
        ),
        _PHONE,
    ),
    # +86 138 1234 5678 · +66 2 123 4567
    Rule(
        Kind.PHONE,
        re.compile(
            r"(?<![0-9])\+ ?[0-9]{1,3}[ -]?\(?[0-9]{1,4}\)?(?:[ -]?[0-9]{2,4}){2,4}(?![0-9])"
        ),
        _PHONE,
    ),
    # 13812345678 · 138 1234 5678: a mainland mobile
    Rule(
        Kind.PHONE,
        re.compile(
            _NOT_INSIDE_A_NUMBER + r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}" + _NOT_AN_AMOUNT,
            re.IGNORECASE,
        ),
        _PHONE,
    ),
    # someone@example.org
    Rule(
        Kind.EMAIL,
        re.compile(
            r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}"
            r"(?:\.[A-Za-z0-9-]{1,63}){1,5}"
        ),
        _EMAIL,
    ),
    # @somebody
    Rule(
        Kind.HANDLE,
        re.compile(r"(?<![A-Za-z0-9._%+/-])@[A-Za-z_\u3400-\u9fff][\w.]{1,29}"),
        _HANDLE,
    ),
    # t.me/somebody · wa.me/85291234567 · instagram.com/somebody
    Rule(
        Kind.HANDLE,
        re.compile(
            r"(?<![A-Za-z0-9.-])(?:www\.)?(?:t\.me|telegram\.me|wa\.me|line\.me|m\.me|signal\.me|"
            r"instagram\.com|facebook\.com|onlyfans\.com|twitter\.com|x\.com|threads\.net)"
            r"/[^ ]{1,80}",
            re.IGNORECASE,
        ),
        _HANDLE,
    ),
    # Telegram: abc_123 · WeChat ID: somebody · 微信號:abc123; not "Telegram: police said"
    Rule(
        Kind.HANDLE,
        re.compile(
            r"(?<![A-Za-z])(?i:wechat|weixin|微信|telegram|whatsapp|instagram|小紅書|LINE)"
            r"(?: ?(?i:id|account|號碼?|号码?|帳號|账号) ?[: ] ?(?=[A-Za-z0-9_.]{0,30}[0-9_A-Z])"
            r"| ?: ?(?=[A-Za-z.]{0,30}[0-9_]))[A-Za-z0-9_.]{3,40}"
        ),
        _HANDLE,
    ),
)
