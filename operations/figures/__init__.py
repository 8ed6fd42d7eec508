"""The rules on figures: pure functions over plain dataclasses, blind to input order.

``Figure`` is one claim. ``claim_key`` says what it is a claim about, ``same_claim`` and
``claims`` which figures are one, ``headline`` and ``headlines`` which rival leads,
``disputes`` where sources contradict each other, ``row_figure`` which figure stands for
an operation, and ``problems`` what must be put right before a save.
"""

from .checks import preferred_clashes, problems
from .disputed import Dispute, disputes
from .headline import headline, headlines, standing
from .interval import Interval, interval, meet, precision
from .keys import ClaimKey, by_key, claim_key, claims, same_claim
from .model import Figure, id_order, in_order
from .partitions import PartitionSum, partition_problems, partition_sums, size_problems
from .parts import part_problems
from .problems import Problem, ProblemCode
from .row import row_figure

__all__ = [
    "ClaimKey",
    "Dispute",
    "Figure",
    "Interval",
    "PartitionSum",
    "Problem",
    "ProblemCode",
    "by_key",
    "claim_key",
    "claims",
    "disputes",
    "headline",
    "headlines",
    "id_order",
    "in_order",
    "interval",
    "meet",
    "part_problems",
    "partition_problems",
    "partition_sums",
    "precision",
    "preferred_clashes",
    "problems",
    "row_figure",
    "same_claim",
    "size_problems",
    "standing",
]
