"""The values of fields as readers read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from operations import codes
from operations.codes import TIER_LABELS
from operations.wording.codes import label
from operations.wording.figure import in_full
from operations.wording.language import date_words, pick
from operations.wording.naming import term_name
from operations.wording.numbers import digits

from .shape import LISTS, Shape

Document = Mapping[str, Any]
Words = Callable[[Any, Document], str]
EMPTY: tuple[Any, ...] = (None, "", [], {})


def said(value: Any, place: Shape, document: Document) -> str:
    """A value of the field at ``place`` in ``document``; empty for nothing."""
    if value in EMPTY:
        return ""
    words = VALUES.get(place, plain)
    is_whole_list = len(place) == 1 and place[0] in LISTS and isinstance(value, list)
    return (each_of(words) if is_whole_list else words)(value, document)


def plain(value: Any, document: Document) -> str:
    """A value of a field that has no words of its own."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return listed(plain(each, document) for each in value)
    if isinstance(value, dict):
        return listed(f"{key}: {plain(inner, document)}" for key, inner in filled(value))
    return str(value)


def filled(value: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    return ((key, inner) for key, inner in value.items() if inner not in EMPTY)


def listed(texts: Iterable[str]) -> str:
    return _("; ").join(texts)


def code(*choices: type[TextChoices]) -> Words:
    """The label that the first of the code lists has for a code."""

    def words(value: str, document: Document) -> str:
        known = next((each for each in choices if value in each.values), choices[0])
        return label(known, value)

    return words


def each_of(words: Words) -> Words:
    return lambda values, document: listed(words(value, document) for value in values)


def day(value: str, document: Document) -> str:
    return date_words(value)


def number(value: float, document: Document) -> str:
    return digits(value)


def texts(value: Mapping[str, str], document: Document) -> str:
    """A whole bilingual text, as it is when the document is new."""
    return " / ".join(text for text in value.values() if text)


def named(value: Mapping[str, Any] | str, document: Document) -> str:
    """A term; the series of an assessment is a text of its own."""
    if isinstance(value, str):
        return value
    return str(pick(value.get("name", {}))) or str(value["id"])


def linked(key: str, choices: type[TextChoices]) -> Words:
    """A term with what is said of it in brackets."""
    return lambda value, document: (
        _("%(name)s (%(said)s)")
        % {
            "name": named(value, document),
            "said": label(choices, value[key]),
        }
    )


def term(vocabulary: str) -> Words:
    return lambda value, document: term_name(document.get("vocabulary", {}), vocabulary, value)


def figure(value: Mapping[str, Any], document: Document) -> str:
    return in_full(value, document.get("vocabulary", {}))


def disputed(value: Mapping[str, Any], document: Document) -> str:
    by_id = {entry["id"]: entry for entry in document["figures"]}
    return _(" against ").join(figure(by_id[code], document) for code in value["figures"])


def route(value: Mapping[str, Any], document: Document) -> str:
    return f"{named(value['from'], document)} → {named(value['to'], document)}"


def source(value: Mapping[str, Any], document: Document) -> str:
    words = {"publisher": value["publisher"], "title": value["title"] or value["url"]}
    return _("%(publisher)s: %(title)s") % words


def citation(value: Mapping[str, str], document: Document) -> str:
    known = {entry["id"]: entry for entry in document["sources"]}
    words = source(known[value["source"]], document)
    if not value["locator"]:
        return words
    return _("%(source)s, %(locator)s") % {"source": words, "locator": value["locator"]}


def link(value: Mapping[str, str], document: Document) -> str:
    return f"{label(codes.LinkKind, value['kind'])}: {value['url']}"


def archive(value: Mapping[str, str], document: Document) -> str:
    return f"{value['url']} ({date_words(value['archived_on'])})"


def tier(value: Any, document: Document) -> str:
    return str(TIER_LABELS.get(value, value))


VALUES: Mapping[Shape, Words] = {
    **dict.fromkeys(
        (("name",), ("summary",), ("note",), ("body",), ("subject",), ("text",)), texts
    ),
    ("kind",): code(codes.Kind, codes.StatementKind, codes.FindingKind),
    ("status",): code(codes.Status),
    ("tier",): code(codes.Tier),
    ("flags",): each_of(code(codes.Flag)),
    **dict.fromkeys((("date",), ("covers",)), day),
    ("dates",): lambda value, document: date_words(value["edtf"]),
    **dict.fromkeys((("dates", "edtf"), ("dates", "earliest"), ("dates", "latest")), day),
    **dict.fromkeys((("series",), ("from",), ("to",), ("method",), ("offence",)), named),
    **dict.fromkeys((("group",), ("places",), ("methods",), ("via",)), named),
    ("agencies",): linked("role", codes.AgencyRole),
    ("agencies", "role"): code(codes.AgencyRole),
    ("groups",): linked("attribution", codes.Attribution),
    ("groups", "attribution"): code(codes.Attribution),
    ("offences",): linked("relevance", codes.Relevance),
    ("offences", "relevance"): code(codes.Relevance),
    ("routes",): each_of(route),
    ("links",): each_of(link),
    ("disputed",): each_of(disputed),
    ("figures",): figure,
    ("figures", "measure"): code(codes.Measure),
    ("figures", "unit"): code(codes.Unit),
    ("figures", "value_type"): code(codes.ValueType),
    **dict.fromkeys((("figures", "value"), ("figures", "low"), ("figures", "high")), number),
    ("figures", "currency"): code(codes.Currency),
    ("figures", "qualifier"): code(codes.Qualifier),
    ("figures", "scope"): code(codes.Scope),
    ("figures", "counted_in"): term("place"),
    **dict.fromkeys((("figures", "period"), ("figures", "as_at")), day),
    ("figures", "reporting_status"): code(codes.ReportingStatus),
    ("figures", "who", "role"): code(codes.Role),
    ("figures", "who", "sex"): code(codes.Sex),
    ("figures", "who", "age_group"): code(codes.AgeGroup),
    ("figures", "who", "residency"): code(codes.Residency),
    ("figures", "who", "nationality"): code(codes.Nationality),
    ("figures", "offence"): term("offence"),
    ("figures", "breakdown"): code(codes.BreakdownKind),
    ("figures", "confidence"): code(codes.Confidence),
    ("figures", "rank"): code(codes.Rank),
    ("figures", "rank_reason"): code(codes.RankReason),
    ("figures", "citations"): each_of(citation),
    ("sources",): source,
    **dict.fromkeys((("sources", "published"), ("sources", "accessed_on")), day),
    ("sources", "language"): code(codes.Language),
    ("sources", "kind"): code(codes.SourceKind),
    ("sources", "tier"): tier,
    ("sources", "archives"): each_of(archive),
}
