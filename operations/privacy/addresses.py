"""Places finer than a district: flats, rooms, floors, blocks, street numbers."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.rules import Kind, Rule

_ADDRESS = _(
    "This is an address finer than a district. Write the district and the kind of place instead, "
    "for example “a flat in Yau Tsim Mong”."
)

_HAN = r"[\u3400-\u9fff]"
_NUMERAL = r"[一二三四五六七八九十廿卅]{1,3}"
_ORDINAL = (
    r"(?:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|"
    r"[0-9]{1,2}(?:st|nd|rd|th))"
)
# 第二期 is a phase of an operation as often as of an estate. It counts as an address beside
# another part of one (第二期A座, 花園第二期), and never before these words.
_OPERATION_PHASE = r"(?!行動|行动|掃|扫|執法|执法|計劃|计划|進行|进行|工程|聯合|联合)"

RULES = (
    # Flat 12B · Rm. 1203 · Rooms 3 and 4 · Block C · Unit 12A; not "block of flats", "Unit 2"
    Rule(
        Kind.ADDRESS,
        re.compile(
            r"(?<![A-Za-z])(?:"
            r"(?i:flats?|rooms?|rm|suite|shop|apartment|apt|blocks?|blk|tower|house no)\.?"
            r"(?: ?(?i:no\.?|number|#))? ?[A-Za-z]?-?[0-9]{1,4}"
            r"(?![0-9]|,[0-9]{3}| ?%|(?i: per ?cent))(?:[A-Za-z](?![A-Za-z]))?"
            r"|(?i:unit|stall|cubicle)\.? ?(?:[A-Z]-?[0-9]{1,4}|[0-9]{1,4}[A-Z]|[0-9]{3,4})"
            r"(?![0-9A-Za-z,])"
            r"|(?i:flats?|rooms?|rm|block|blk|tower|unit|suite)\.? [A-HJ-Z](?![A-Za-z0-9'])"
            r"|(?i:flat|room|block) [A-Za-z](?= ?[,.;)]|$)"
            r"|(?i:block|blk) I{1,3}(?![A-Za-z])"
            r"|(?:[Ff]lat|[Rr]oom|FLAT|ROOM|BLOCK|[Bb]lock) A(?= ?[,.;)0-9]|$| of | in | at | on )"
            r")"
        ),
        _ADDRESS,
    ),
    # 12/F · G/F · 3rd floor · ground floor
    Rule(
        Kind.ADDRESS,
        re.compile(
            r"(?<![A-Za-z0-9/])(?:[0-9]{1,2}|U?G|LG|B[0-9]?|M)/F(?![A-Za-z0-9/])"
            rf"|(?<![A-Za-z0-9])(?i:{_ORDINAL}[ -]floor)(?![A-Za-z])"
        ),
        _ADDRESS,
    ),
    # 12 Example Road · No. 3-5 Some Long Street
    Rule(
        Kind.ADDRESS,
        re.compile(
            r"(?<![A-Za-z0-9$,.])[0-9]{1,4}[A-Z]?(?:-[0-9]{1,4}[A-Z]?)?,? "
            r"(?:[A-Z][A-Za-z']{1,20} ){1,3}"
            r"(?:Road|Street|Avenue|Lane|Terrace|Path|Rd|St)(?![A-Za-z])"
        ),
        _ADDRESS,
    ),
    # 某某道12號 · 某某街3-5號; not 報道12號, where 號 is a day
    Rule(
        Kind.ADDRESS,
        re.compile(
            rf"{_HAN}{{1,4}}(?:(?<![報报知頻频渠])道|[街路巷徑])[0-9]{{1,4}}[A-Za-z]?(?:[-至][0-9]{{1,4}})?[號号]"
        ),
        _ADDRESS,
    ),
    # 12B室 · B室 · 1203室
    Rule(
        Kind.ADDRESS,
        re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z]?[0-9]{1,4}[A-Za-z]?|[A-Za-z])室"),
        _ADDRESS,
    ),
    # 12樓 · 三樓; not 一樓一 (a woman working alone, a legal notion), not 樓宇, 樓價
    Rule(
        Kind.ADDRESS,
        re.compile(
            rf"(?<![A-Za-z0-9])(?:[0-9]{{1,3}}[A-Za-z]?|{_NUMERAL}|[GBM])[樓楼](?![一宇盤盘價价市鳳凤])"
        ),
        _ADDRESS,
    ),
    # A座 · 3座 · 第三座; not 3座大廈 (how many buildings)
    Rule(
        Kind.ADDRESS,
        re.compile(
            rf"(?<![A-Za-z0-9])(?:[A-Za-z]{{1,2}}|[0-9]{{1,3}}[A-Za-z]?|第{_NUMERAL})座"
            r"(?!大廈|大厦|談|谈|樓宇|楼宇|建築|建筑|唐樓|工廈|工业|工業)"
        ),
        _ADDRESS,
    ),
    # 3期 · 花園第三期 · 第三期5座; not 第三期行動, 分3期
    Rule(
        Kind.ADDRESS,
        re.compile(
            rf"(?:(?<![第分0-9])[0-9]{{1,2}}|(?:花園|花园|邨|苑|山莊|豪園|名苑|新城|居)第?(?:[0-9]{{1,2}}|{_NUMERAL}))"
            rf"期{_OPERATION_PHASE}"
            rf"|第(?:[0-9]{{1,2}}|{_NUMERAL})期(?=[A-Za-z0-9]{{1,3}}[座室樓楼])"
        ),
        _ADDRESS,
    ),
)
