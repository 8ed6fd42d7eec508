"""Pictures of the record: each a ``Chart``, from which drawing, table and file come.

The builders read filters, totals, index tables and documents; ``drawing`` turns a chart into
SVG and knows nothing else. ``LISTS`` are pictures of what a query chooses, ``OF_OPERATIONS``
those of one document.
"""

from .arrests import arrests, asked_by_year
from .breakdown import breakdown, breakdown_of, is_broken_down
from .catalogue import LISTS, OF_OPERATIONS, of_list, of_operation, titles
from .districts import districts
from .drawing import Imprint, file, height, picture
from .model import Chart
from .outcomes import outcomes, outcomes_worth_drawing
from .tiers import tiers
from .timeline import timeline
from .years import years

__all__ = [
    "LISTS",
    "OF_OPERATIONS",
    "Chart",
    "Imprint",
    "arrests",
    "asked_by_year",
    "breakdown",
    "breakdown_of",
    "districts",
    "file",
    "height",
    "is_broken_down",
    "of_list",
    "of_operation",
    "outcomes",
    "outcomes_worth_drawing",
    "picture",
    "tiers",
    "timeline",
    "titles",
    "years",
]
