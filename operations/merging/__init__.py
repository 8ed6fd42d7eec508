"""Two records found to be one, and two again when that was wrong."""

from . import operations, terms
from .operations import Merged
from .plan import Offer, Plan, plan

__all__ = ["Merged", "Offer", "Plan", "operations", "plan", "terms"]
