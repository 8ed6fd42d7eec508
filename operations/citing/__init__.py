"""How to cite what the public record says: one citation, and one small writer a format.

Everything that is cited is an edition or can be asked again with ``as_of``, so that a footnote
of today still shows the same in years. The author is the project; no person is named.
"""

from .citation import Citation
from .editions import cite_edition, cite_figure
from .formats import FORMATS, Format
from .lists import cite_list
from .text import in_words
from .totals import cite_total

__all__ = [
    "FORMATS",
    "Citation",
    "Format",
    "cite_edition",
    "cite_figure",
    "cite_list",
    "cite_total",
    "in_words",
]
