"""schema.org: the record as a ``Dataset`` and an operation as an ``Event``, in JSON-LD.

Organisations and places only. No person is named here, as nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import orjson
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from operations import wording
from operations.codes import AgencyRole
from operations.document.canonical import timestamp

from .addresses import absolute, absolute_address
from .formats import FORMATS
from .licence import LICENCE_URL

CONTEXT = "https://schema.org"
LANGUAGES = list(wording.HTML_LANGUAGES.values())
# A year, a month or a day that a source states; anything vaguer is no date to a program.
PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z", re.ASCII)
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script_safe(data: Mapping[str, Any]) -> SafeString:
    """JSON that nothing inside can end early, as ``json_script`` of Django writes it."""
    return mark_safe(orjson.dumps(data).decode().translate(ESCAPES))  # noqa: S308


def dataset(first: date | None, last: date | None, changed: datetime | None) -> dict[str, Any]:
    """The whole record; ``first`` and ``last`` are the days that its operations reach."""
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": absolute("/#dataset"),
        "name": _("Enforcement operation tracker"),
        "description": _(
            "An open record of law-enforcement operations against sex trafficking, vice"
            " syndicates and triads connected with Hong Kong: each published figure with what"
            " it counts, where, of which offences, and the sources that state it."
        ),
        "url": absolute_address("home"),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": LANGUAGES,
        "creator": {
            "@type": "Organization",
            "name": _("Enforcement operation tracker"),
            "url": absolute_address("home"),
        },
        "spatialCoverage": {"@type": "Place", "name": _("Hong Kong")},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": str(each.words),
                "encodingFormat": each.media_type,
                "contentUrl": absolute_address(each.name),
            }
            for each in FORMATS
        ],
    }
    if first and last:
        found["temporalCoverage"] = f"{first.isoformat()}/{last.isoformat()}"
    if changed:
        found["dateModified"] = timestamp(changed)
    return found


def event(document: Mapping[str, Any]) -> dict[str, Any]:
    """One operation. It says nothing of its status: schema.org has words for concerts only."""
    name = wording.both(document["name"])
    leading = (AgencyRole.LEAD, AgencyRole.JOINT)
    organizers = [agency for agency in document["agencies"] if agency["role"] in leading]
    supporting = [agency for agency in document["agencies"] if agency["role"] not in leading]
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": absolute(f"/operations/{document['id']}/#event"),
        "identifier": document["id"],
        "name": str(name[0]) if name else document["id"],
        "alternateName": [str(each) for each in name[1:]] + list(document["aliases"]),
        "description": str(wording.pick(document["summary"])),
        "url": absolute_address("operation", document["id"]),
        "location": [named("Place", place) for place in document["places"]],
        "organizer": [named("GovernmentOrganization", agency) for agency in organizers],
        "contributor": [named("GovernmentOrganization", agency) for agency in supporting],
        "subjectOf": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": absolute_address("operation-json", document["id"]),
            "dateModified": document["published_at"],
            "license": LICENCE_URL,
        },
        **days(document["dates"]),
    }
    return {key: value for key, value in found.items() if value}


def named(kind: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    names = [str(text) for text in wording.both(entry["name"])] or [entry["id"]]
    found: dict[str, Any] = {"@type": kind, "name": names[0]}
    return {**found, "alternateName": names[1:]} if names[1:] else found


def days(dates: Mapping[str, Any]) -> dict[str, str]:
    """The start and the end where sources state them; nothing worked out, guessed or open."""
    if dates["derived"]:
        return {}
    start, _slash, end = dates["edtf"].partition("/")
    found = {"startDate": start, "endDate": end if _slash else start}
    return {key: text for key, text in found.items() if PLAIN.match(text)}
