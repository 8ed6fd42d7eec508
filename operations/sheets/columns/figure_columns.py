"""The table of figures: one row a figure."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations import codes
from operations.models import Citation, Figure

from .column import Column, Path, of_model
from .kinds import Code, Date, Id, Kind, Number, Text, Whole, YesNo
from .lists import Codes, Said
from .operation_columns import REVISION


def own(name: str, kind: Kind, path: Path = (), **more: Any) -> Column:
    return of_model(Figure, name, kind, path, **more)


OPERATION = Column(
    "operation",
    _("operation"),
    Id(),
    ("operation",),
    help=_("Id of the operation that the figure belongs to."),
    example="example-2020",
)
FIGURE = Column(
    "figure",
    _("figure"),
    Id(),
    ("figure",),
    help=_(
        "Number of a figure that is recorded already. For a new one leave it empty, or give it a"
        " name such as #a, so that its parts can name it."
    ),
    example="#a",
)
REMOVE = Column(
    "remove",
    _("remove"),
    YesNo(),
    ("remove",),
    help=_("“yes” deletes the figure with this number from the working copy."),
    example="no",
)
# What the import itself reads; the other columns are the figure.
HANDLES = (OPERATION, REVISION, FIGURE, REMOVE)
PART_OF = own(
    "part_of",
    Id(is_nullable=True),
    example="#a",
    help=_("Number or name of the figure that this one is a part of."),
)

CLAIM = (
    own("measure", Code(choices=codes.Measure), example="persons_arrested"),
    own("value_type", Code(choices=codes.ValueType), example="value"),
    own("value", Number(), example="6400"),
    own("low", Number()),
    own("high", Number()),
    own("currency", Code(is_nullable=True, choices=codes.Currency)),
    own("qualifier", Code(choices=codes.Qualifier), example="exact"),
    own("scope", Code(choices=codes.Scope), example="all_offences"),
    own("counted_in", Id(), example="hk"),
    own("period", Date(is_nullable=True)),
    own("as_at", Date(is_nullable=True), example="2020-02-01"),
    own("reporting_status", Code(choices=codes.ReportingStatus), example="final"),
    own("role", Code(is_nullable=True, choices=codes.Role), ("who", "role")),
    own("sex", Code(is_nullable=True, choices=codes.Sex), ("who", "sex")),
    own("age_group", Code(is_nullable=True, choices=codes.AgeGroup), ("who", "age_group")),
    own("residency", Code(is_nullable=True, choices=codes.Residency), ("who", "residency")),
    own("nationality", Code(is_nullable=True, choices=codes.Nationality), ("who", "nationality")),
    own("age_from", Whole(), ("who", "age_from")),
    own("age_to", Whole(), ("who", "age_to")),
    own("source_term", Text(), ("who", "source_term")),
    own("offence", Id(is_nullable=True)),
)
REST = (
    own("breakdown", Code(is_nullable=True, choices=codes.BreakdownKind), example="partition"),
    own("breakdown_set", Text(is_nullable=True), example="sex"),
    own("covers", Codes()),
    own("derived", YesNo(), example="no"),
    own("confidence", Code(choices=codes.Confidence), example="high"),
    own("rank", Code(choices=codes.Rank), example="normal"),
    own("rank_reason", Code(is_nullable=True, choices=codes.RankReason)),
    own("rank_note_en", Text(), ("rank_note", "en")),
    own("rank_note_zh_hant", Text(), ("rank_note", "zh-Hant")),
    own("note_en", Text(), ("note", "en")),
    own("note_zh_hant", Text(), ("note", "zh-Hant")),
    Column(
        "citations",
        Citation._meta.verbose_name_plural or "",
        Said("source", "locator", is_required=False, words=_("source (where in it); source")),
        ("citations",),
        help=_("Ids of the sources that state the figure, each with where in it in brackets."),
        example="example-source (para 2); other-source",
        fields=("citations", "locator", "source"),
    ),
)
COLUMNS = (OPERATION, REVISION, FIGURE, *CLAIM, PART_OF, *REST, REMOVE)
# In the order in which one reads a claim, without what only the import reads.
CONTENT = (*CLAIM, PART_OF, *REST)
