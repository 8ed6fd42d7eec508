"""Query string → editions, or ``InvalidQuery`` naming each parameter that was wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any, cast

from django.db.models import Max
from django.forms import BaseForm
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from operations.models import Edition
from operations.models.edition import EditionQuerySet
from operations.problems import Invalid, InvalidQuery

from .filterset import PARAMETERS, EditionFilter
from .renewed import renewed
from .sorting import order_by

NAME_LENGTH = 40


@dataclass(frozen=True)
class Selection:
    """What a query string asks for."""

    query: QueryDict
    chosen: dict[str, Any]
    editions: EditionQuerySet

    @property
    def ordered(self) -> EditionQuerySet:
        return self.editions.order_by(*order_by(self.chosen["sort"]))

    @cached_property
    def version(self) -> datetime | None:
        """The time of the last edition of the whole record, as far as the query sees it.

        What left a list has no row in it, so the rows alone do not tell.
        """
        editions = Edition.objects.all()
        if as_of := self.chosen["as_of"]:
            editions = editions.filter(valid_from__lte=moment(as_of))
        last: datetime | None = editions.aggregate(last=Max("valid_from"))["last"]
        return last

    def chosen_without(self, *names: str) -> dict[str, Any]:
        """What is chosen when nothing is said of some parameters."""
        nothing: dict[str, Any] = {
            name: [] if isinstance(self.chosen[name], list) else None for name in names
        }
        return self.chosen | nothing

    def without(self, *names: str) -> EditionQuerySet:
        """Editions that the query would find if it said nothing of some parameters."""
        chosen = self.chosen_without(*names)
        filters = EditionFilter(queryset=Edition.objects.none())
        return cast(EditionQuerySet, filters.narrow(base(chosen["as_of"]), chosen))


def select(query: QueryDict, *, also: Iterable[str] = ()) -> Selection:
    """Editions that ``query`` asks for. ``also`` names parameters that the caller reads itself."""
    errors = list(unknown(query, {*PARAMETERS, *also}))
    query = renewed(query)
    filters = EditionFilter(query, queryset=Edition.objects.none())
    errors += malformed(filters.form, query)
    chosen = filters.form.cleaned_data
    errors += contradictory(query, chosen)
    if errors:
        raise InvalidQuery(errors)
    editions = cast(EditionQuerySet, filters.filter_queryset(base(chosen["as_of"])))
    return Selection(query=query, chosen=chosen, editions=editions)


def base(as_of: date | None) -> EditionQuerySet:
    """What is public now, or was at a moment, or at the end of a day in Hong Kong."""
    return Edition.objects.as_of(moment(as_of)) if as_of else Edition.objects.public()


def moment(as_of: date) -> datetime:
    """The moment that is meant: a time itself, or the last second of a day in Hong Kong."""
    if isinstance(as_of, datetime):
        return as_of.astimezone(UTC)
    start_of_next = datetime.combine(as_of + timedelta(days=1), time.min)
    return (timezone.make_aware(start_of_next) - timedelta(seconds=1)).astimezone(UTC)


def known_only(query: QueryDict, known: Collection[str] = ()) -> None:
    """Refuse parameters that an address does not read: ignoring one would answer another query."""
    errors = list(unknown(query, known))
    if errors:
        raise InvalidQuery(errors)


def unknown(query: QueryDict, known: Collection[str]) -> Iterator[Invalid]:
    """Parameters that are none of ``known``."""
    names = {"names": ", ".join(sorted(known))}
    expected = _("a known parameter: %(names)s") % names if known else _("no parameter here")
    for name in query:
        if name not in known:
            yield Invalid(name[:NAME_LENGTH], ", ".join(query.getlist(name)), expected)


def malformed(form: BaseForm, query: QueryDict) -> Iterator[Invalid]:
    """Parameters that ``form`` could not read."""
    for name, messages in form.errors.as_data().items():
        for error in messages:
            params = error.params or {}
            given = [str(value) for value in params.get("values") or query.getlist(name) or ()]
            yield Invalid(name, ", ".join(given), str(next(iter(error.messages))))


def contradictory(query: QueryDict, cleaned: dict[str, Any]) -> Iterator[Invalid]:
    """Parameters that are well formed but do not go together; malformed ones are named already."""
    chosen = defaultdict(lambda: None, cleaned)
    if is_after(chosen["from"], chosen["to"]):
        yield Invalid("to", query.get("to", ""), _("a date not before “from”"))
    if is_after(chosen["min"], chosen["max"]):
        yield Invalid("max", query.get("max", ""), _("a number not below “min”"))
    for name in ("min", "max"):
        if chosen[name] is not None:
            yield from without_figure(name, query, chosen["stated"])
    dated = [name for name in ("from", "to", "year") if chosen[name]]
    if chosen["undated"] == "only" and dated:
        yield Invalid("undated", "only", _("no date beside it: undated operations have none"))
    if chosen["as_of"] and chosen["q"]:
        yield Invalid(
            "as_of", query.get("as_of", ""), _("no “q” beside it: the past cannot be searched")
        )


def without_figure(name: str, query: QueryDict, stated: str | None) -> Iterator[Invalid]:
    """A limit speaks of a number, so the number must be named and must be stated."""
    if not any(query.getlist("measure")):
        expected = _("“measure” beside it, to say what is counted")
        yield Invalid(name, query.get(name, ""), expected)
    if stated == "no":
        expected = _("no “stated=no” beside it: no number, no limit")
        yield Invalid(name, query.get(name, ""), expected)


def is_after(first: Any, last: Any) -> bool:
    return first is not None and last is not None and first > last
