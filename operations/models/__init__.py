"""The working copy, the public record, and private history. One idea a file."""

from .citation import Citation
from .context import Assessment, Finding, Statement
from .edition import TOMBSTONES, Edition, EditionFigure, EditionTerm
from .figure import Figure
from .housekeeping import HousekeepingDay
from .merging import Merger, ToldApart
from .operation import Operation
from .owner import FigureOwner
from .participation import OperationAgency, OperationGroup, OperationLink, OperationRoute
from .release import ReleaseMade
from .report import Report
from .report_sender import ReportSender, SenderSalt
from .review import Review
from .revision import PrivacyOverride, Revision
from .sheet_import import Import, ImportState
from .source import Archive, Source
from .source_check import SourceCheck, SourceLookup
from .vocabulary import (
    VOCABULARIES,
    Agency,
    Group,
    Method,
    Offence,
    Place,
    Series,
    Term,
)
from .words import EditionWords

__all__ = [
    "TOMBSTONES",
    "VOCABULARIES",
    "Agency",
    "Archive",
    "Assessment",
    "Citation",
    "Edition",
    "EditionFigure",
    "EditionTerm",
    "EditionWords",
    "Figure",
    "FigureOwner",
    "Finding",
    "Group",
    "HousekeepingDay",
    "Import",
    "ImportState",
    "Merger",
    "Method",
    "Offence",
    "Operation",
    "OperationAgency",
    "OperationGroup",
    "OperationLink",
    "OperationRoute",
    "Place",
    "PrivacyOverride",
    "ReleaseMade",
    "Report",
    "ReportSender",
    "Review",
    "Revision",
    "SenderSalt",
    "Series",
    "Source",
    "SourceCheck",
    "SourceLookup",
    "Statement",
    "Term",
    "ToldApart",
]
