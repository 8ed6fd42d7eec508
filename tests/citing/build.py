"""A citation with every sign in it that a format could stumble over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from operations.citing import Citation

UGLY = (
    'A {brace}, } and { alone; \\back 50% & #1_2 $3 ~x^2 <b>"quoted"</b>'
    "\r\nER  - \r\nTY  - JOUR 雷霆@x"
)


def citation(**values: Any) -> Citation:
    given = {
        "key": "one-edition-2",
        "title": {"en": "Operation One", "zh-Hant": "行動一"},
        "states": {"en": "5 arrested.", "zh-Hant": "5人被捕。"},
        "version": {"en": "Edition 2 (SHA-256 0123456789ab)", "zh-Hant": "第2版"},
        "address": {
            "en": "http://testserver/operations/one/editions/2/?a=1%20&b=c_d",
            "zh-Hant": "http://testserver/zh-hant/operations/one/editions/2/",
        },
        "issued": datetime(2026, 3, 1, 17, 0, tzinfo=UTC),
        "accessed": date(2026, 11, 5),
        "author": {"en": "The tracker", "zh-Hant": "追蹤"},
        **values,
    }
    return Citation(**given)
