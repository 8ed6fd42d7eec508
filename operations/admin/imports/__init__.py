"""Spreadsheets in and out at the desk: bring, look, confirm; and the export of what is ticked."""

from .admin import ImportAdmin
from .export import EXPORTS

__all__ = ["EXPORTS", "ImportAdmin"]
