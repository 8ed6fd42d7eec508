"""The age of one person together with the sex or the part played.

Ages of groups pass: "aged 10 to 85", "women aged between 18 and 46", "14-year-olds",
年齡介乎10至85歲, 三名20歲女子. They are how sources describe everyone together.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.numerals import AGE, HAN_AGE, NOT_A_HAN_RANGE, NOT_A_RANGE
from operations.privacy.rules import Kind, Rule

_AGE = _(
    "This gives the age of one person. Write the youngest and oldest of everyone together as the "
    "source gives them, or leave it out."
)

_SEXED = (
    r"(?:man|woman|boy|girl|lady|gentleman|youth|teenager|teen|husband|wife|mother|father|"
    r"housewife|businessman|businesswoman|schoolgirl|schoolboy|policeman|policewoman)"
)
_ONE = (
    rf"(?:{_SEXED}|male|female|person|child|suspect|victim|student|pupil|tourist|visitor|resident|"
    r"national|customer|client|ringleader|mastermind|leader|organiser|member|manager|owner|"
    r"operator|employer|employee|worker|defendant|driver|local|mainlander)"
)
_WORD_ENDS = r"(?![A-Za-z])"
_OLD = r"(?:[ -]?(?:year|yr)s?[ -]old|[ -]?y/?o)"
_SENTENCE_GOES_ON = (
    r"(?= ?[.,;:)!?]|$"
    r"| (?:was|were|is|who|from|of|surnamed|arrested|had|has|on|for|and|in|by|with) )"
)

_HAN_ONE = (
    r"[男女]?(?:男|女(?!性)|婦|妇|漢|汉|疑犯|疑人|被告|事主|受害人|受害者|青年|少年|主腦|骨幹|學生|学生|"
    r"司機|東主|負責人|旅客|居民)[子人童生孩士]?"
)
_NOT_A_GROUP = (
    r"(?<![0-9一二三四五六七八九十廿卅至到或及和與、均滿满足少-])"
    r"(?<![二兩两三四五六七八九十百多數几幾][名個个位])(?<![02-9][名個个位])"
    r"(?<![0-9]1[名個个位])(?<!十一[名個个位])"
)

RULES = (
    # a 39-year-old man · the 39-year-old mainland woman · 39yo male
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"(?<![0-9A-Za-z.,-])(?<! to )(?:(?:an?|the|one|another) )?{AGE}{_OLD}[ -]"
            rf"(?:[A-Za-z'-]{{1,20}} ){{0,4}}?{_ONE}{_WORD_ENDS}",
            re.IGNORECASE,
        ),
        _AGE,
    ),
    # a 39-year-old was arrested; not "a 30-year-old law"
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"(?<![A-Za-z])(?:an?|one|another|the) {AGE}{_OLD}{_SENTENCE_GOES_ON}", re.IGNORECASE
        ),
        _AGE,
    ),
    # woman aged 22 · a man from Thailand, aged 39 · a fourth man, age 22
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"(?<![A-Za-z-]){_ONE}(?: [A-Za-z'-]{{1,20}}){{0,4}},? ?\(?aged?(?: of)? "
            rf"(?:about |around |only |just )?{AGE}{NOT_A_RANGE}",
            re.IGNORECASE,
        ),
        _AGE,
    ),
    # man, 39, · a woman (22) · a girl of 14 years; not "one woman, 39 premises"
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"(?<![A-Za-z-])(?:{_SEXED}|suspect|victim|student|tourist|ringleader|defendant|driver)"
            rf"(?:, ?| ?\( ?| of ){AGE}(?!,[0-9]{{3}})(?:{_SENTENCE_GOES_ON}|(?= years))",
            re.IGNORECASE,
        ),
        _AGE,
    ),
    # she was 39 · who is 39 years old
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"(?<![A-Za-z])(?:he|she|who|{_SEXED}) (?:is|was) (?:aged )?{AGE}"
            r"(?: years? (?:old|of age))?(?!,[0-9])(?= ?[.,;)!?]|$| (?:and|when|at) )",
            re.IGNORECASE,
        ),
        _AGE,
    ),
    # (M/39) · F/22 · (female, 39)
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            r"(?<![A-Za-z0-9/])[MF]/[0-9]{1,2}(?![0-9A-Za-z/])"
            r"|\( ?(?i:male|female|m|f)[,/ ] ?[0-9]{1,2} ?\)"
        ),
        _AGE,
    ),
    # two men aged 39 and 41: one age each; not "aged between 39 and 41"
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            r"(?<![A-Za-z0-9])(?:two|three|both|2|3) (?:[A-Za-z-]{1,20} ){0,2}"
            r"(?:men|women|boys|girls|suspects|victims),? ?\(?aged? [0-9]{1,2}(?:, [0-9]{1,2})? "
            r"and [0-9]{1,2}(?![0-9])",
            re.IGNORECASE,
        ),
        _AGE,
    ),
    # 39歲男子 · 三十九歲的內地女子; not 20至40歲男子, 16歲以下女童, 未滿16歲女童
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"{_NOT_A_GROUP}{HAN_AGE}[歲岁]{NOT_A_HAN_RANGE}[^0-9,。;:()、]{{0,8}}?{_HAN_ONE}"
        ),
        _AGE,
    ),
    # 男子(39歲) · 女事主,現年22歲 · 疑犯39歲; not 41名男子(20歲至40歲)
    Rule(
        Kind.AGE_AND_SEX,
        re.compile(
            rf"{_HAN_ONE}[,(:]?"
            rf"(?:現年|现年|年約|年约|年僅|今年|年齡為?|年龄为?|約|约|年)?{HAN_AGE}[歲岁]{NOT_A_HAN_RANGE}"
        ),
        _AGE,
    ),
)
