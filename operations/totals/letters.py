"""Draft requests for access to information about outcomes that nobody has published.

They name the operation, its dates and its offences, and never a person. Both languages stand
here as data and not in the translation catalogue: a request is written in the language of the
body that it goes to, whichever language the reader reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from operations.codes import AgencyRole
from operations.dates import in_words

HOME = "hk"


@dataclass(frozen=True)
class Wording:
    """The request in one language. ``key`` is that of documents, ``language`` that of dates."""

    key: str
    language: str
    joint: str
    nobody: str
    no_date: str
    no_offence: str
    code: str
    other_law: str
    either: str
    text: str


ENGLISH = Wording(
    key="en",
    language="en",
    joint="; ",
    nobody="the agency that led the operation",
    no_date="not stated in the published sources known to us",
    no_offence="not stated in the published sources known to us",
    code="the Code on Access to Information",
    other_law="the law on access to information that applies to you",
    either="{}, or else {},",
    text="""\
To: the officer for access to information, {agencies}

Request for information: outcome of {name}

Under {law} I ask for the following information about {name}.
Dates of the operation: {dates}.
Offences named in published reports: {offences}.

1. How many of the people arrested in this operation were charged, and with which offences?
2. How many of them were prosecuted, and at which level of court?
3. How many were convicted, how many were acquitted, and in how many cases were charges withdrawn?
4. Which kinds of sentence were imposed, and how many of each?
5. How many people were screened for signs of trafficking, how many were identified as victims, \
and how many of them were assisted?

I ask for numbers only, and for no information about any person. If a number is under 10, a range \
is enough. Where a number is not held, please say so; where another body holds it, please name \
that body or pass the request on.
""",
)

CHINESE = Wording(
    key="zh-Hant",
    language="zh-hant",
    joint="；",
    nobody="負責該次行動的部門",
    no_date="就我們所知，已公開的資料未有說明",
    no_offence="就我們所知，已公開的資料未有說明",
    code="《公開資料守則》",
    other_law="適用於貴機構的公開資料法例",
    either="{}（或{}）",
    text="""\
致：{agencies} 公開資料主任

索取資料：「{name}」行動的結果

本人現根據{law}，索取有關「{name}」行動的下列資料。
行動日期：{dates}。
已公開的報道所述罪行：{offences}。

1. 在此行動中被捕的人，有多少人被落案起訴？所控罪名為何？
2. 當中有多少人被檢控？案件在哪一級法院審理？
3. 有多少人被定罪、多少人獲判無罪？有多少宗案件的控罪被撤銷？
4. 判處了哪些刑罰？每種刑罰各有多少人？
5. 有多少人曾接受販運人口受害人識別？當中有多少人被識別為受害人？有多少人獲得協助？

本人只索取數字，不索取任何個人的資料。如數目少於 10，提供一個範圍即可。如貴部門沒有備存某項數字，\
請予說明；如由其他機構備存，請告知該機構名稱或代為轉介。
""",
)


def request_drafts(document: Mapping[str, Any]) -> dict[str, str]:
    """The draft in both languages, by the keys of documents: ``en`` and ``zh-Hant``."""
    return {wording.key: draft(document, wording) for wording in (ENGLISH, CHINESE)}


def draft(document: Mapping[str, Any], wording: Wording) -> str:
    return wording.text.format(
        agencies=named(addressees(document), wording) or wording.nobody,
        name=name_in(document["name"], wording.key),
        law=law(document, wording),
        dates=dates(document, wording),
        offences=named(document["offences"], wording) or wording.no_offence,
    )


def addressees(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The agencies that led; where none is said to have led, all of them."""
    agencies: list[Mapping[str, Any]] = document["agencies"]
    return [each for each in agencies if each["role"] == AgencyRole.LEAD] or agencies


def named(entries: Iterable[Mapping[str, Any]], wording: Wording) -> str:
    return wording.joint.join(name_in(entry["name"], wording.key) for entry in entries)


def name_in(names: Mapping[str, str], key: str) -> str:
    """The name in one language, or else the one that there is."""
    return names[key] or next(name for name in names.values() if name)


def dates(document: Mapping[str, Any], wording: Wording) -> str:
    edtf = document["dates"]["edtf"]
    return in_words(edtf, wording.language) if edtf else wording.no_date


def law(document: Mapping[str, Any], wording: Wording) -> str:
    """What the request stands on: the Code binds bodies in Hong Kong and nobody elsewhere."""
    known = document["vocabulary"]["place"]
    at_home = [
        HOME in (place["id"], *known.get(place["id"], {}).get("broader", ()))
        for place in document["places"]
    ]
    if at_home and all(at_home):
        return wording.code
    return (
        wording.either.format(wording.code, wording.other_law)
        if any(at_home)
        else (wording.other_law)
    )
