"""A revision → the working copy again. What is public stays as it is."""

from .missing import missing
from .preview import reverted
from .revert import revert

__all__ = ["missing", "revert", "reverted"]
