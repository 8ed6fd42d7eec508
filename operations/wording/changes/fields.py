"""What readers call each field of a document."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .shape import Shape

LANGUAGES: Mapping[str, Promise] = {"en": _("in English"), "zh-Hant": _("in Chinese")}

SECTIONS: Mapping[str, Promise] = {
    "id": _("Id"),
    "operation": _("Operation"),
    "edition": _("This edition"),
    "published_at": _("Publication"),
    "name": _("Name"),
    "aliases": _("Also called"),
    "summary": _("Summary"),
    "kind": _("Kind"),
    "status": _("Status"),
    "flags": _("Marks"),
    "dates": _("Dates"),
    "series": _("Series"),
    "part_of": _("Part of"),
    "may_overlap": _("May overlap with"),
    "agencies": _("Agencies"),
    "groups": _("Reported link to"),
    "places": _("Places"),
    "offences": _("Offences alleged"),
    "methods": _("Methods"),
    "routes": _("Routes"),
    "figures": _("Figures"),
    "disputed": _("Figures that do not agree"),
    "sources": _("Sources"),
    "links": _("Elsewhere"),
    "vocabulary": _("Names of terms"),
    # Of assessments, statements and findings.
    "body": _("Body"),
    "year": _("Year"),
    "covers": _("Period covered"),
    "tier": _("Tier"),
    "note": _("Note"),
    "date": _("Date"),
    "answers": _("Answers"),
    "subject": _("Subject"),
    "text": _("Text"),
    "from": _("From"),
    "to": _("To"),
    "via": _("By way of"),
    "method": _("Method"),
    "offence": _("Offence"),
    "group": _("Group"),
}

FIELDS: Mapping[Shape, Promise] = {
    ("dates", "edtf"): _("when"),
    ("dates", "earliest"): _("first day"),
    ("dates", "latest"): _("last day"),
    ("dates", "derived"): _("worked out, not printed"),
    ("dates", "note"): _("note"),
    ("agencies", "role"): _("role"),
    ("groups", "attribution"): _("who says so"),
    ("offences", "relevance"): _("relevance"),
    ("routes", "from"): _("from"),
    ("routes", "to"): _("to"),
    ("disputed", "measure"): _("what is counted"),
    ("links", "url"): _("address"),
    ("figures", "id"): _("id"),
    ("figures", "measure"): _("what is counted"),
    ("figures", "unit"): _("unit"),
    ("figures", "value_type"): _("whether a number is stated"),
    # Not the number that something goes by, which is another word in Chinese.
    ("figures", "value"): pgettext_lazy("amount", "number"),
    ("figures", "low"): _("lower bound"),
    ("figures", "high"): _("upper bound"),
    ("figures", "currency"): _("currency"),
    ("figures", "qualifier"): _("how exactly"),
    ("figures", "scope"): _("scope"),
    ("figures", "counted_in"): _("counted in"),
    ("figures", "period"): _("period"),
    ("figures", "as_at"): _("as at"),
    ("figures", "reporting_status"): _("reporting status"),
    ("figures", "who", "role"): _("role of those counted"),
    ("figures", "who", "sex"): _("sex of those counted"),
    ("figures", "who", "age_group"): _("age group of those counted"),
    ("figures", "who", "residency"): _("residency of those counted"),
    ("figures", "who", "nationality"): _("nationality of those counted"),
    ("figures", "who", "age_from"): _("ages from"),
    ("figures", "who", "age_to"): _("ages to"),
    ("figures", "who", "source_term"): _("the source's own word"),
    ("figures", "offence"): _("offence"),
    ("figures", "part_of"): _("part of the figure"),
    ("figures", "breakdown"): _("how the part relates to its whole"),
    ("figures", "breakdown_set"): _("name of the split"),
    ("figures", "covers"): _("includes other operations"),
    ("figures", "came_from"): _("came from the merged operation's figure"),
    ("figures", "derived"): _("added up by this project"),
    ("figures", "confidence"): _("confidence that the source says so"),
    ("figures", "rank"): _("an editor's ruling"),
    ("figures", "rank_reason"): _("reason of the ruling"),
    ("figures", "rank_note"): _("note on the ruling"),
    ("figures", "headline"): _("leads among its rivals"),
    ("figures", "note"): _("note"),
    ("figures", "citations"): _("who says so"),
    ("figures", "citations", "source"): _("source"),
    ("figures", "citations", "locator"): _("locator"),
    ("sources", "title"): _("title"),
    ("sources", "publisher"): _("publisher"),
    ("sources", "original_publisher"): _("original publisher"),
    ("sources", "url"): _("address"),
    ("sources", "published"): _("published"),
    ("sources", "language"): _("language"),
    ("sources", "kind"): _("kind of source"),
    ("sources", "tier"): _("tier"),
    ("sources", "accessed_on"): _("read on"),
    ("sources", "archives"): _("archived copies"),
    ("vocabulary", "name"): _("name"),
    ("vocabulary", "aliases"): _("also called"),
    ("vocabulary", "broader"): _("broader terms"),
    # Where no vocabulary is quoted, names change in their place.
    **{(section, "name"): _("name") for section in ("via", *("places", "agencies", "groups"))},
}


def headings(place: Shape) -> tuple[str, ...]:
    """What the fields are called, from outside inwards; an unknown key stands for itself."""
    language = LANGUAGES.get(place[-1])
    inner = place[:-1] if language else place
    words = [str(SECTIONS.get(inner[0], inner[0]))]
    if len(inner) > 1:
        words.append(str(FIELDS.get(inner, ".".join(inner[1:]))))
    return (*words, str(language)) if language else tuple(words)
