"""Nobody overwrites anybody: a save over a newer one is refused, with both laid side by side."""

from .admin import GuardedAgainstOverwriting
from .field import OPENED, OpenedField

__all__ = ["OPENED", "GuardedAgainstOverwriting", "OpenedField"]
