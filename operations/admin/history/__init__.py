"""The history of a record: what was saved, step by step, and the way back to it."""

from .admin import KeepsHistory

__all__ = ["KeepsHistory"]
