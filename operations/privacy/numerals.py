"""Ages in digits and words, and what follows when they bound a group instead of one person."""

from __future__ import annotations

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"

# 39 · thirty-nine
AGE = rf"(?:1[01][0-9]|[1-9]?[0-9]|(?i:(?:{_TENS})(?:[ -](?:{_UNITS}))?|{_TEENS}|{_UNITS}))"
# aged 39; not aged 20 to 40, 20-40, 18 or over, 18+
NOT_A_RANGE = (
    r"(?![A-Za-z0-9+]|,[0-9]{3}| ?-[ A-Za-z]?[0-9]|-[a-z]| (?:to|until|through|up) "
    r"| (?:or|and) (?:over|above|under|below|older|younger|up|more|less))"
)
# 39 · 三十九
HAN_AGE = r"(?:1[01][0-9]|[1-9]?[0-9]|[一二三四五六七八九十廿卅]{1,4})"
# 39歲; not 39歲以上, 20歲至40歲
NOT_A_HAN_RANGE = r"(?!以|或以|及以|或|至|到|-|不等|之間|之间)"
