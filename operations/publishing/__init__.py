"""The only door between the working copy and the public record.

Every step is a function here. Each runs in one transaction, refuses with ``problems.Refused``
and its reasons in plain words, and leaves editions that were written before untouched.
"""

from .context import publish_context
from .door import PREVIEW, compile_document, merge, preview, publish, publish_together, withdraw
from .redaction import redact
from .reissue import REISSUE_AT_ONCE, reissue
from .restoring import count_on, restore_edition
from .scan import scan
from .verify import Break, verify
from .workflow import mark_ready, return_to_author, submit

__all__ = [
    "PREVIEW",
    "REISSUE_AT_ONCE",
    "Break",
    "compile_document",
    "count_on",
    "mark_ready",
    "merge",
    "preview",
    "publish",
    "publish_context",
    "publish_together",
    "redact",
    "reissue",
    "restore_edition",
    "return_to_author",
    "scan",
    "submit",
    "verify",
    "withdraw",
]
