"""A figure in words, for its row and for lists of the admin."""

from __future__ import annotations

from decimal import Decimal

from operations.codes import Qualifier
from operations.models import Figure


def claim_in_words(figure: Figure) -> str:
    """“exactly 6,400 · arrested · all offences · Hong Kong”."""
    said = (
        amount(figure),
        figure.get_measure_display(),
        figure.get_scope_display(),
        str(figure.counted_in),
        *who(figure),
        figure.breakdown_set,
    )
    return " · ".join(filter(None, said))


def who(figure: Figure) -> list[str]:
    """The people singled out, as far as anybody is."""
    return [
        figure.get_role_display() if figure.role else "",
        figure.get_sex_display() if figure.sex else "",
        figure.get_age_group_display() if figure.age_group else "",
        figure.get_residency_display() if figure.residency else "",
        figure.get_nationality_display() if figure.nationality else "",
    ]


def amount(figure: Figure) -> str:
    if figure.qualifier == Qualifier.RANGE and figure.low is not None and figure.high is not None:
        return f"{shown(figure.low)}–{shown(figure.high)} {figure.currency}".strip()
    if figure.value is None:
        return figure.get_value_type_display()
    words = figure.get_qualifier_display()
    return " ".join(filter(None, (words, figure.currency, shown(figure.value))))


def shown(value: Decimal) -> str:
    """Thousands separated, no idle zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
