"""The steps between the working copy and the public record, as pages and buttons."""

from . import context_steps, operation_steps
from .admin import DoorAdmin
from .review import ReviewAdmin

__all__ = ["DoorAdmin", "ReviewAdmin", "context_steps", "operation_steps"]
