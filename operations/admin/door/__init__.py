"""The steps between the working copy and the public record, as pages and buttons."""

from . import context_steps, operation_steps
from .admin import DoorAdmin

__all__ = ["DoorAdmin", "context_steps", "operation_steps"]
