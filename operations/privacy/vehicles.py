"""Vehicle registration marks."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from operations.privacy.rules import Kind, Rule

_PLATE = _(
    "This looks like a vehicle registration mark. Write the kind of vehicle instead, for example "
    "“a private car”."
)

# Two capitals before a number that are no plate: places, bodies, courts, notices, airlines, ranks.
_NOT_PLATES = (
    r"(?!(?:AD|AM|BC|CA|CB|CC|CE|CN|CS|CX|CY|DC|ES|EU|FY|GB|HC|HK|HX|KA|KT|LD|LN|MA|MC|MP|MU|NB|NT|"
    r"PC|PM|PP|RC|SB|SC|SS|TD|TV|UK|UN|US|WP) ?[0-9])"
)
_SMALL_WORDS = r"(?!(?i:am|as|at|by|in|is|no|of|on|or|to|up|we) ?[0-9])"
_STOPS = r"(?![0-9A-Za-z/%]|[.,-][0-9])"

RULES = (
    # AB 1234 · XY123 alone. Hong Kong marks have no I, O or Q. With a space before it a year
    # passes ("FW 2023"): the context rule below still finds it beside a vehicle.
    Rule(
        Kind.PLATE,
        re.compile(
            r"(?<![A-Za-z0-9.])"
            + _NOT_PLATES
            + r"[A-HJ-NPR-Z]{2}(?! (?:19|20)[0-9]{2}(?![0-9])) ?[0-9]{3,4}"
            + _STOPS
        ),
        _PLATE,
    ),
    # a car, AB 12 · 私家車AB12
    Rule(
        Kind.PLATE,
        re.compile(
            r"(?:(?<![A-Za-z])(?i:vehicle|car|taxi|van|lorry|truck|motorcycle|minibus)(?![A-Za-z])"
            r"|[汽房私家貨的電單小客七人]{1,3}[車士巴]|車輛|车辆|私家车)"
            r"[^.;。0-9A-Z]{0,12}(?<![A-Za-z0-9])"
            + _NOT_PLATES
            + r"[A-HJ-NPR-Z]{2} ?[0-9]{1,4}"
            + _STOPS
        ),
        _PLATE,
    ),
    # plate number ab 1234 · registration mark HK 12 · 車牌號碼AB12
    Rule(
        Kind.PLATE,
        re.compile(
            r"(?:(?<![A-Za-z])(?i:plate|registration|licen[cs]e)"
            r"(?: ?(?i:plate|mark|number|no\.?)){0,2}"
            r"|車牌(?:號碼|號)?|车牌(?:号码|号)?)(?: is| was)?[ :,是為为]{0,3}"
            + _SMALL_WORDS
            + r"[A-Za-z]{2} ?[0-9]{1,4}"
            + _STOPS
        ),
        _PLATE,
    ),
    # 粵B12345 · 粵Z·1234港: mainland marks
    Rule(
        Kind.PLATE,
        re.compile(
            r"[京津滬沪渝冀豫雲云遼辽黑湘皖魯鲁蘇苏浙贛赣鄂桂甘晉晋蒙陝陕吉閩闽貴贵粵粤川寧宁瓊琼]"
            r"[A-Z][ ·.-]?(?=[A-Z]{0,4}[0-9])[A-Z0-9]{4,5}[港澳]?(?![A-Za-z0-9])"
        ),
        _PLATE,
    ),
)
