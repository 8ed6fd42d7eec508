"""Readers' reports: taken in, limited, answered for by an edition, counted and deleted in time."""

from .counts import Removals, removals
from .crediting import credit, credited
from .purging import purge_reports
from .receiving import Said, Spent, TooMany, receive
from .ticket import Ticket, issue, read

__all__ = [
    "Removals",
    "Said",
    "Spent",
    "Ticket",
    "TooMany",
    "credit",
    "credited",
    "issue",
    "purge_reports",
    "read",
    "receive",
    "removals",
]
