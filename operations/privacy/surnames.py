"""A surname given to somebody in a report, with or without the age: the usual press form."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.numerals import AGE, HAN_AGE, NOT_A_HAN_RANGE, NOT_A_RANGE
from operations.privacy.rules import Kind, Rule

_SURNAME = _(
    "This gives somebody's surname. Leave the name out: write the role instead, for example “the "
    "alleged organiser”, or the office of an official."
)

# The commonest surnames of Hong Kong in its usual romanisation; short or ambiguous ones that
# end the names of places (Kok, Wan, Kong, Tsim, Long) are left to the other rules.
_ROMAN = (
    r"(?:Au|Chan|Chang|Chau|Chen|Cheng|Cheong|Cheuk|Cheung|Chiu|Choi|Chow|Choy|Chu|Chui|Chung|"
    r"Fong|Fu|Fung|Ho|Hon|Huang|Hui|Hung|Ip|Kan|Ko|Kwan|Kwok|Kwong|Lai|Lam|Lau|Law|Lee|Leung|Li|"
    r"Liang|Liao|Lin|Ling|Liu|Lo|Lok|Lui|Luk|Lum|Ma|Mak|Man|Mok|Ng|Ngai|Ngan|Pang|Poon|Shek|Shum|"
    r"Siu|Sun|Sze|Szeto|Tam|Tan|Tang|Tong|Tsang|Tse|Tso|Tsoi|Tsui|Wang|Wong|Woo|Wu|Yang|"
    r"Yau|Yeung|Yip|Yiu|Yu|Yue|Yuen|Yung|Zhang|Zhao|Zheng|Zhou)"
)
_NOT_IN_A_PLACE = (
    r"(?<![A-Za-z])(?<!Kwun )(?<!Yau )(?<!Kwai )(?<!Cheung )(?<!Man )(?<!Sai )(?<!Tai )(?<!Tin )"
)
_COMMON_HAN = (
    "陳陈林黃黄張张李王吳吴劉刘蔡楊杨許许鄭郑謝谢郭洪曾邱廖賴赖徐蘇苏葉叶莊庄呂吕羅罗梁鄧邓潘朱"
    "盧卢馮冯蕭萧余彭董趙赵孫孙鍾钟譚谭鄺邝伍何鄒邹袁唐杜戴麥麦黎關关胡沈周"
)
_HAN = _COMMON_HAN + (
    "馬马高江田石范方宋姚丁姜崔賈贾夏侯傅韓韩曹魏薛龍龙段錢钱湯汤尹易武文歐欧區区司上官諸葛游"
    "植簡简顏颜甘連连溫温古柯施翁阮岑倪凌倫伦霍招祁闕阙冼黃布容雷佘成金白毛邵史龔龚萬万秦顧顾"
    "孟熊陸陆尤葛畢毕辛管樊童左屈藍蓝符鮑鲍盛裴卓聶聂焦向池殷詹康巫鄔岳時时任"
)
# Surnames that also end common words: 有關, 或許, 任何, 上周, 警方.
_NAME = (
    rf"(?:[{_COMMON_HAN.translate(str.maketrans('', '', '關关許许何周'))}]"
    r"|(?<![有機机相無无海])[關关]|(?<![也或允准])[許许]|(?<![任如為为])何|(?<![上下每本一])周)"
)
_RARER_NAME = (
    rf"(?:{_NAME}|[馬马江田石范宋姚丁崔賈韓曹魏薛龍錢湯歐區霍招祁冼容雷秦顧熊陸]"
    r"|(?<![警官對对雙双男女])方)"
)
_SOMEBODY = r"某(?![些個个種种日月年地處处間间區区段條条項项次宗位類类部時时])"
_WHO = r"(?:男|女|婦|妇|漢|汉|疑犯|被告|事主|青年|少年|少女|司機|東主|負責人|主腦|骨幹|文員|學生)"
_TITLE = r"(?:先生|小姐|女士|太太|婆婆|伯伯)"

RULES = (
    # surnamed Chan · surname: Wong · whose surname is Lee; not "the surname is not given"
    Rule(
        Kind.SURNAME,
        re.compile(
            r"(?<![A-Za-z])(?:(?i:surnamed) ?[A-Za-z\u3400-\u9fff]{1,20}"
            r"|(?i:surnames?)(?: (?:is|was|of|being))?[ :,]{1,2}"
            r"(?:[A-Z][A-Za-z]{1,20}|[\u3400-\u9fff]))"
        ),
        _SURNAME,
    ),
    # Mr Chan · Ms. Wong · mrs lee · Miss Ho; not "may miss the deadline", "20 ms later"
    Rule(
        Kind.SURNAME,
        re.compile(
            r"(?<![A-Za-z])(?<![0-9] )(?<![0-9])(?:"
            r"(?i:mr|mrs|ms|mdm)\.? (?!(?i:or|and|the)(?![A-Za-z]))[A-Za-z]{2,20}"
            r"|(?:[Mm]adam|MADAM|Miss|MISS) [A-Z][A-Za-z]{1,20})"
        ),
        _SURNAME,
    ),
    # Chan, 39, · Chan Tai-man (39) · Wong, aged 22; not Kwun Tong, 21 or "Lee, 39 premises"
    Rule(
        Kind.SURNAME,
        re.compile(
            _NOT_IN_A_PLACE + rf"{_ROMAN}(?: [A-Z][a-z]{{1,10}}(?:[ -][A-Za-z][a-z]{{1,10}})?)?"
            rf"(?:(?:, ?| ?\( ?){AGE}(?!,[0-9]{{3}})"
            rf"(?= ?[.,;:)]|$| (?:was|who|is|has|had|from|of) )"
            rf"|,? \(?aged? {AGE}{NOT_A_RANGE})"
        ),
        _SURNAME,
    ),
    # 39-year-old Chan
    Rule(
        Kind.SURNAME,
        re.compile(rf"(?<![0-9A-Za-z]){AGE}-years?-old {_ROMAN}(?![A-Za-z])"),
        _SURNAME,
    ),
    # 姓陳 · 姓陳男子 · 姓:陳; not 姓名, 姓氏, 百姓
    Rule(
        Kind.SURNAME,
        re.compile(
            rf"(?<![百同])姓(?![名氏])[:是為为]?(?:[{_HAN}]{_WHO}?|[\u3400-\u9fff]{{1,2}}{_WHO})"
        ),
        _SURNAME,
    ),
    # 陳姓 · 陳姓男子
    Rule(Kind.SURNAME, re.compile(rf"[{_HAN}]姓(?![名氏]){_WHO}?"), _SURNAME),
    # 陳某 · 陳小姐; not 警方某部門, 任何先生
    Rule(
        Kind.SURNAME,
        re.compile(rf"{_NAME}{_SOMEBODY}|{_RARER_NAME}{_TITLE}"),
        _SURNAME,
    ),
    # 陳男(39歲) · 陳大文(39歲) · 黃,39歲
    Rule(
        Kind.SURNAME,
        re.compile(
            rf"[{_COMMON_HAN}](?:[男女婦漢]子?|[\u3400-\u9fff]{{1,2}}(?=[(,]))?"
            rf"[(,]?{HAN_AGE}[歲岁]{NOT_A_HAN_RANGE}"
        ),
        _SURNAME,
    ),
)
