"""The table of operations: one row an operation."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations import codes
from operations.models import Operation, OperationGroup, OperationLink

from .column import Column, Path, of_model
from .kinds import Code, Date, Id, Kind, Text, Whole, YesNo
from .lists import Codes, Ids, Links, Routes, Said, Texts

REVISION = Column(
    "revision",
    _("revision"),
    Whole(),
    ("revision",),
    help=_(
        "Written by the export; leave it as it is. It tells whether somebody saved the operation"
        " since, so that nobody overwrites anybody."
    ),
    example="4",
)


def own(name: str, kind: Kind, path: Path = (), **more: Any) -> Column:
    return of_model(Operation, name, kind, path, **more)


COLUMNS = (
    own(
        "id",
        Id(),
        field="code",
        help=_("Permanent. Lower-case letters, digits and hyphens."),
        example="example-2020",
    ),
    REVISION,
    own("name_en", Text(), ("name", "en"), example="Operation Example 2020"),
    own("name_zh_hant", Text(), ("name", "zh-Hant"), example="示例行動2020"),
    own("aliases", Texts(), example="Example Sweep; 示例掃蕩"),
    own("summary_en", Text(), ("summary", "en")),
    own("summary_zh_hant", Text(), ("summary", "zh-Hant")),
    own("kind", Code(choices=codes.Kind), example="anti_vice"),
    own("status", Code(choices=codes.Status), example="concluded"),
    own("flags", Codes(choices=codes.Flag), example="single_source"),
    own("dates", Date(), ("dates", "edtf"), field="edtf", example="2020-01-01/2020-02-01"),
    own("dates_derived", YesNo(), ("dates", "derived"), field="edtf_derived", example="no"),
    own("date_note_en", Text(), ("dates", "note", "en")),
    own("date_note_zh_hant", Text(), ("dates", "note", "zh-Hant")),
    own("series", Id(is_nullable=True), example="thunderbolt"),
    own("part_of", Id(is_nullable=True), field="parent", example="example-campaign"),
    own("may_overlap", Codes(), example="example-2021"),
    Column(
        "agencies",
        _("agencies"),
        Said("id", "role", choices=codes.AgencyRole),
        ("agencies",),
        help=_("Ids of agencies, each with its role in brackets."),
        example="hkpf (lead); immd (joint)",
        fields=("agencies",),
    ),
    Column(
        "groups",
        OperationGroup._meta.verbose_name_plural or "",
        Said(
            "id",
            "attribution",
            choices=codes.Attribution,
            words=_("id (attribution); id (attribution)"),
        ),
        ("groups",),
        help=_("Ids of groups, each with who reports the link in brackets."),
        example="14k (official_on_record)",
        fields=("groups",),
    ),
    own("places", Ids(), example="hk; hk.wan_chai"),
    own("offences", Ids(), example="hk.200.139"),
    own("methods", Ids()),
    Column(
        "routes",
        _("routes"),
        Routes(),
        ("routes",),
        help=_("Ways along which people were moved, by ids of places."),
        example="th > hk",
        fields=("routes",),
    ),
    own("sources", Ids(), example="example-source"),
    Column(
        "links",
        OperationLink._meta.verbose_name_plural or "",
        Links(choices=codes.LinkKind),
        ("links",),
        help=_("Pages about the same operation elsewhere; not sources."),
        example="wikidata https://www.wikidata.org/wiki/Q1",
        fields=("links",),
    ),
    own("internal_notes", Text()),
)
