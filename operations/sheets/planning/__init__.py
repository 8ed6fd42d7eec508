"""Book → plan: what every operation is to become, what is wrong with it, what would change."""

from .changes import changes, with_further_sources
from .known import Known, batches, held
from .plan import Plan, plan
from .target import Target

__all__ = ["Known", "Plan", "Target", "batches", "changes", "held", "plan", "with_further_sources"]
