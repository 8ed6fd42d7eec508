"""The files that hold the whole record, named once: for the front page and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Format:
    """``name`` is that of the address, ``words`` say what is in the file."""

    name: str
    media_type: str
    words: str | Promise

    @property
    def address(self) -> str:
        return reverse(self.name)


FORMATS = (
    Format(
        "operations-json",
        "application/json",
        _("every operation with its figures and sources"),
    ),
    Format(
        "figures-json",
        "application/json",
        _("every figure, each with the id of its operation"),
    ),
    Format("operations-csv", "text/csv", _("one row an operation")),
    Format("figures-csv", "text/csv", _("one row a figure, with its scope and place")),
    Format(
        "operations-xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _("the same for spreadsheets, with the code book"),
    ),
    Format(
        "figures-xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _("figures for spreadsheets, with the code book"),
    ),
    Format("operations-ndjson", "application/x-ndjson", _("one document a line, for programs")),
    Format("figures-ndjson", "application/x-ndjson", _("one figure a line, for programs")),
    Format(
        "operations-parquet",
        "application/vnd.apache.parquet",
        _("operations for data frames and databases"),
    ),
    Format(
        "figures-parquet",
        "application/vnd.apache.parquet",
        _("figures for data frames and databases"),
    ),
    Format(
        "operations-geojson",
        "application/geo+json",
        _("operations for maps, with a point for each district named"),
    ),
    Format(
        "outcomes-csv",
        "text/csv",
        _("operations without a published outcome, each with a draft request for it"),
    ),
    Format(
        "operations-atom",
        "application/atom+xml",
        _("what is new, for feed readers"),
    ),
    Format(
        "corrections-atom",
        "application/atom+xml",
        _("what was corrected or withdrawn, for feed readers"),
    ),
)
