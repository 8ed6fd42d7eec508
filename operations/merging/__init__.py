"""Two records found to be one, and two again when that was wrong."""

from . import operations, terms
from .facts import label
from .figures import Move
from .operations import Merged
from .plan import Offer, Plan, plan

__all__ = ["Merged", "Move", "Offer", "Plan", "label", "operations", "plan", "terms"]
