"""Documents in words: what every page, feed and file says of a figure, a date or a name.

Nothing here asks the database, so the same words serve a published edition, a past one and a
preview. Everything is in the active language; names fall back to the language that exists.
"""

from .codes import label
from .earlier import Earlier, Past
from .figure import counted, in_full, scope_and_place
from .language import HTML_LANGUAGES, Text, both, date_words, in_each_language, pick, reader
from .line import Claim, Line, Split
from .naming import Named
from .record import Record, record
from .row import Row, row, row_entry
from .scripts import by_script
from .source import SourceLine

__all__ = [
    "HTML_LANGUAGES",
    "Claim",
    "Earlier",
    "Line",
    "Named",
    "Past",
    "Record",
    "Row",
    "SourceLine",
    "Split",
    "Text",
    "both",
    "by_script",
    "counted",
    "date_words",
    "in_each_language",
    "in_full",
    "label",
    "pick",
    "reader",
    "record",
    "row",
    "row_entry",
    "scope_and_place",
]
