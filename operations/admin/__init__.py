"""The editors' desk: the stock admin over the working copy, and the door as buttons.

Saving writes the working copy and its private history. Only the steps of ``door`` (and, for
terms and sources, the reissue that follows a save) change what the public sees.
"""

from . import context, imports, operation, record_keeping, report, site, source, vocabulary

__all__ = [
    "context",
    "imports",
    "operation",
    "record_keeping",
    "report",
    "site",
    "source",
    "vocabulary",
]
