"""Small, valid records; each test says only what it is about."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.auth.models import User

from operations import codes, history, publishing
from operations.models import (
    Assessment,
    Citation,
    Edition,
    Figure,
    FigureOwner,
    Finding,
    Operation,
    OperationAgency,
    OperationGroup,
    Place,
    Report,
    Source,
    Statement,
    Term,
)

numbers = count(1)


def user(name: str = "editor", **values: Any) -> User:
    return User.objects.create_user(username=name, password="correct horse battery", **values)


def term(model: type[Term], code: str, name_en: str = "", **values: Any) -> Any:
    """The term with this code, made when it is not there yet."""
    found = model._default_manager.filter(code=code).first()
    if found is not None:
        return found
    if model is Place:
        values.setdefault("kind", codes.PlaceKind.COMBINED if "+" in code else "territory")
    made = model(code=code, name_en=name_en or code.replace("_", " ").title(), **values)
    made.save()
    return made


def place(code: str = "hk", name_en: str = "", **values: Any) -> Place:
    found: Place = term(Place, code, name_en or {"hk": "Hong Kong"}.get(code, ""), **values)
    return found


def source(code: str = "", **values: Any) -> Source:
    code = code or f"source-{next(numbers)}"
    values = {
        "title": f"Report {code}",
        "publisher": "The Daily",
        "url": f"https://example.org/{code}",
        "published": "2023-09-25",
        "language": "en",
        "kind": codes.SourceKind.NEWS_REPORT,
        **values,
    }
    return Source.objects.create(code=code, **values)


def operation(code: str = "", **values: Any) -> Operation:
    """A working copy; relations by keyword: places, groups, agencies (terms), offences."""
    code = code or f"operation-{next(numbers)}"
    groups = values.pop("groups", ())
    agencies = values.pop("agencies", ())
    many = {name: values.pop(name, ()) for name in ("places", "offences", "methods", "sources")}
    values = {"name_en": f"Operation {code}", "kind": codes.Kind.ANTI_VICE, **values}
    made = Operation.objects.create(code=code, **values)
    for name, terms in many.items():
        getattr(made, name).set(terms)
    for group in groups:
        OperationGroup.objects.create(operation=made, group=group)
    for agency in agencies:
        OperationAgency.objects.create(operation=made, agency=agency, role="lead")
    return made


def assessment(code: str = "", **values: Any) -> Assessment:
    values = {"body_en": "A ministry", "series": "Yearly report", "year": 2024, **values}
    code = code or f"report-{next(numbers)}"
    return Assessment.objects.create(code=code, tier=codes.Tier.TIER_2, **values)


def statement(code: str = "", **values: Any) -> Statement:
    values = {"kind": "government_reply", "body_en": "A bureau", "subject_en": "Reply", **values}
    return Statement.objects.create(code=code or f"reply-{next(numbers)}", **values)


def finding(code: str = "", **values: Any) -> Finding:
    values = {"kind": codes.FindingKind.ROUTE, "text_en": "A route is reported.", **values}
    return Finding.objects.create(code=code or f"finding-{next(numbers)}", **values)


def figure(owner: FigureOwner, value: int | str | None = 100, **values: Any) -> Figure:
    """A figure of ``owner``, cited by a new source unless ``cited`` names sources."""
    cited = values.pop("cited", None)
    covers = values.pop("covers", ())
    values = {
        "measure": codes.Measure.PERSONS_ARRESTED,
        "scope": codes.Scope.ALL_OFFENCES,
        "counted_in": values.pop("counted_in", None) or place(),
        "value": None if value is None else Decimal(value),
        str(owner._meta.model_name): owner,
        **values,
    }
    made = Figure(**values)
    made.save()
    made.covers.set(covers)
    for one in [source()] if cited is None else cited:
        Citation.objects.create(figure=made, source=one)
    return made


def part(whole: Figure, value: int | None, **values: Any) -> Figure:
    """A part of ``whole`` in a partition by sex unless told otherwise."""
    values = {
        "part_of": whole,
        "breakdown": codes.BreakdownKind.PARTITION,
        "breakdown_set": "sex",
        "measure": whole.measure,
        "scope": whole.scope,
        "counted_in": whole.counted_in,
        **values,
    }
    return figure(whole.owner, value, **values)


def published(
    code: str = "", *, by: User | None = None, author: User | None = None, **values: Any
) -> Operation:
    """An operation with one figure, saved by ``author`` and published."""
    value = values.pop("arrested", 100)
    made = operation(code, **values)
    if value is not None:
        figure(made, value)
    publish(made, by=by, author=author)
    return made


def publish(
    made: Operation, reason: str = "test", by: User | None = None, author: User | None = None
) -> Edition | None:
    history.save_revision(made, author)
    return publishing.publish(made, by=by, reason=reason)


def report(about: Operation, **values: Any) -> Report:
    """What a reader sent about an operation; a removal has to name its class."""
    values = {"wrong": "The release says 120.", **values}
    return Report.objects.create(operation=about, **values)
