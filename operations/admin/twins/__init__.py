"""Duplicates caught at entry: shown before the save, with everything typed still there."""

from .admin import CatchesTwins

__all__ = ["CatchesTwins"]
