"""Every parameter that chooses operations, defined once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from operations.codes import (
    NOT_STATED,
    Flag,
    Kind,
    Measure,
    Qualifier,
    Relevance,
    Scope,
    Status,
    ValueType,
)
from operations.document.sources import public_sources
from operations.index import NAMES_NONE
from operations.models import VOCABULARIES, Edition, EditionFigure, EditionTerm, Place
from operations.search import matching, parse

from .fields import (
    ChoiceField,
    CodesField,
    DayField,
    MomentField,
    NumberField,
    SearchField,
    years_among,
)
from .sorting import DEFAULT_SORT, SORTS

YES_NO = ("yes", "no")
STATED = (ValueType.VALUE, ValueType.VERBAL_ONLY)
UPPER_LIMITS = (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
LOWER_LIMITS = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)

Editions = QuerySet[Edition]


def among(values: Iterable[str]) -> Callable[[Iterable[str]], set[str]]:
    """The lookup of a closed code list."""
    known = set(values)
    return lambda codes: known & set(codes)


def in_table(model: Any, *also: str) -> Callable[[Iterable[str]], set[str]]:
    """The lookup of an open vocabulary, and of values that are no term."""
    return lambda codes: codes_among(model._default_manager.all(), codes) | (set(also) & set(codes))


def in_public_sources(codes: Iterable[str]) -> set[str]:
    """The lookup of sources. One that only a working copy cites must not answer to its id."""
    return codes_among(public_sources(), codes)


def codes_among(rows: QuerySet[Any], codes: Iterable[str]) -> set[str]:
    return set(rows.filter(code__in=list(codes)).values_list("code", flat=True))


class Codes(django_filters.Filter):
    """Repeated codes; any of them matches."""

    field_class = CodesField


class Search(django_filters.Filter):
    field_class = SearchField


class Choice(django_filters.Filter):
    field_class = ChoiceField


class Day(django_filters.Filter):
    field_class = DayField


class Moment(Day):
    field_class = MomentField


class Number(django_filters.Filter):
    field_class = NumberField


def term_filter(vocabulary: str, label: Any, **field: Any) -> Codes:
    return Codes(label=label, method=named(vocabulary), **field)


def named(vocabulary: str) -> Callable[[Editions, str, list[str]], Editions]:
    """Editions that name any of the codes, or something narrower; ``not_stated``: those of none."""

    def narrow(editions: Editions, name: str, codes: list[str]) -> Editions:
        if not codes:
            return editions
        wanted = Q(vocabulary=vocabulary, term__in=codes)
        if NOT_STATED in codes:
            wanted |= Q(vocabulary=NAMES_NONE, term=vocabulary)
        return editions.filter(pk__in=EditionTerm.objects.filter(wanted).values("edition"))

    return narrow


def term_of(vocabulary: str) -> dict[str, Any]:
    return {
        "vocabulary": vocabulary,
        "known": in_table(VOCABULARIES[vocabulary], NOT_STATED),
        "expected": spoken(_("a code listed at /terms/%(vocabulary)s/, or not_stated"))(
            vocabulary=vocabulary
        ),
    }


def spoken(text: Any) -> Any:
    """``text`` with words put in when it is read: ``%`` would fix the language of the start."""
    return lazy(lambda **words: str(text) % words, str)


def code_of(choices: Any, *also: str) -> dict[str, Any]:
    values = [*choices.values, *also]
    words = ", ".join(values)
    return {
        "choices": values,
        "known": among(values),
        "expected": spoken(_("one of: %(words)s"))(words=words),
    }


class EditionFilter(django_filters.FilterSet):
    """The query parameters. Repeating one is OR, different ones are AND."""

    q = Search(label=_("Search"), method="search")
    # ``from`` is a word of the language, so the date filters are added below by name.
    dates = Choice(label=_("Dates"), choices=("overlap", "within"), method="ignore")
    undated = Choice(label=_("Undated"), choices=("include", "exclude", "only"), method="ignore")
    year = Codes(
        label=_("Year"),
        known=years_among,
        expected=_("a year such as 2023, from 1800 to 2100"),
        method="ignore",
    )
    series = term_filter(label=_("Series"), **term_of("series"))
    agency = term_filter(label=_("Agency"), **term_of("agency"))
    group = term_filter(label=_("Reported link to group"), **term_of("group"))
    offence = term_filter(label=_("Offence"), **term_of("offence"))
    place = term_filter(label=_("Place"), **term_of("place"))
    relevance = term_filter("relevance", _("Relevance"), **code_of(Relevance, NOT_STATED))
    flag = term_filter("flag", _("Flag"), **code_of(Flag, NOT_STATED))
    source = term_filter(
        "source", _("Source"), known=in_public_sources, expected=_("an id listed at /sources/")
    )
    kind = Codes(label=_("Kind"), **code_of(Kind), field_name="operation_kind", lookup_expr="in")
    status = Codes(label=_("Status"), **code_of(Status), lookup_expr="in")
    measure = Codes(label=_("Measure"), **code_of(Measure), method="ignore")
    scope = Codes(label=_("Scope"), **code_of(Scope), method="ignore")
    counted_in = Codes(
        label=_("Counted in"),
        known=in_table(Place),
        expected=_("a code listed at /terms/place/"),
        method="ignore",
    )
    min = Number(label=_("At least"), method="ignore")
    max = Number(label=_("At most"), method="ignore")
    stated = Choice(label=_("Stated"), choices=YES_NO, method="ignore")
    disputed = Choice(label=_("Disputed"), choices=YES_NO, method="only_disputed")
    as_of = Moment(label=_("As of"), end=True, method="ignore")
    sort = Choice(label=_("Sort"), choices=SORTS, method="ignore")

    class Meta:
        model = Edition
        fields: tuple[str, ...] = ()

    def filter_queryset(self, queryset: Editions) -> Editions:
        return self.narrow(queryset, self.form.cleaned_data)

    def narrow(self, queryset: Editions, chosen: dict[str, Any]) -> Editions:
        """Each parameter on its own, then those that speak together: dates, and one figure."""
        for name, value in chosen.items():
            queryset = self.filters[name].filter(queryset, value)
        queryset = self.filter_dates(queryset, chosen)
        return self.filter_figure(queryset, chosen)

    def ignore(self, queryset: Editions, name: str, value: Any) -> Editions:
        """Handled together with others, or by the caller."""
        return queryset

    def search(self, queryset: Editions, name: str, value: str | None) -> Editions:
        if not value:
            return queryset
        return queryset.filter(pk__in=matching(parse(value)).values("pk"))

    def only_disputed(self, queryset: Editions, name: str, value: str | None) -> Editions:
        return queryset.filter(disputed=value == "yes") if value else queryset

    def filter_dates(self, queryset: Editions, chosen: dict[str, Any]) -> Editions:
        """Overlap by default. Undated ones stay unless a date is asked for."""
        spans = [(date(int(year), 1, 1), date(int(year), 12, 31)) for year in chosen["year"]]
        within = chosen["dates"] == "within"
        dated = Q(undated=False)
        if chosen["from"] or chosen["to"]:
            dated &= matches(chosen["from"], chosen["to"], within=within)
        if spans:
            any_year = Q()
            for first, last in spans:
                any_year |= matches(first, last, within=within)
            dated &= any_year
        asked = bool(spans or chosen["from"] or chosen["to"])
        undated = chosen["undated"] or ("exclude" if asked else "include")
        if undated == "only":
            return queryset.filter(undated=True)
        if undated == "exclude":
            return queryset.filter(dated)
        return queryset.filter(dated | Q(undated=True)) if asked else queryset

    def filter_figure(self, queryset: Editions, chosen: dict[str, Any]) -> Editions:
        """``measure``, ``scope``, ``counted_in``, ``min`` and ``max`` speak of one figure."""
        asked = [chosen[n] for n in ("measure", "scope", "counted_in", "stated")]
        if not any(asked):
            return queryset
        wanted = Q(pk__in=figure_rows(chosen).values("edition"))
        return queryset.filter(~wanted if chosen["stated"] == "no" else wanted)


def figure_rows(chosen: dict[str, Any]) -> QuerySet[EditionFigure]:
    """Whole headline figures that fit everything that is said of one figure."""
    rows = EditionFigure.objects.all()
    for name in ("measure", "scope", "counted_in"):
        if chosen[name]:
            rows = rows.filter(**{f"{name}__in": chosen[name]})
    if chosen["min"] is not None:
        rows = rows.filter(Q(value__gte=chosen["min"]) | Q(low__gte=chosen["min"]))
        rows = rows.exclude(qualifier__in=UPPER_LIMITS)
    if chosen["max"] is not None:
        rows = rows.filter(Q(value__lte=chosen["max"]) | Q(high__lte=chosen["max"]))
        rows = rows.exclude(qualifier__in=LOWER_LIMITS)
    if chosen["stated"]:
        rows = rows.filter(value_type__in=STATED)
    return rows


def matches(first: date | None, last: date | None, *, within: bool) -> Q:
    """Editions whose dates overlap first–last, or lie within; an open end means today or later."""
    condition = Q()
    if within:
        if first:
            condition &= Q(earliest__gte=first)
        if last:
            condition &= Q(latest__lte=last)
        return condition
    if first:
        condition &= Q(latest__gte=first) | Q(open_ended=True)
    if last:
        condition &= Q(earliest__lte=last)
    return condition


EditionFilter.base_filters["from"] = Day(label=_("From"), end=False, method="ignore")
EditionFilter.base_filters["to"] = Day(label=_("To"), end=True, method="ignore")

PARAMETERS = tuple(EditionFilter.base_filters)
DEFAULTS = {"sort": DEFAULT_SORT}
