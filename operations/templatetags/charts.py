"""Pictures in templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from operations import charts
from operations.wording import Line, Record, Split

register = template.Library()


@register.filter
def picture(chart: charts.Chart, target: str = "") -> SafeString:
    """The ``<svg>`` of a chart; ``target`` is the frame that its links open in."""
    return mark_safe(charts.picture(chart, target=target))  # noqa: S308 — ElementTree escapes.


@register.simple_tag
def breakdown(line: Line, split: Split) -> charts.Chart | None:
    """One breakdown of a figure; None where its table says as much as a picture could."""
    return charts.breakdown_of(line, split)


@register.simple_tag
def outcomes(document: Mapping[str, Any]) -> charts.Chart | None:
    """The chain of outcomes of a document; None where its list says as much."""
    return charts.outcomes_worth_drawing(document)


@register.filter
def is_broken_down(record: Record) -> bool:
    """Whether there is a breakdown to draw."""
    return charts.is_broken_down(record)
