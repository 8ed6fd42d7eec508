"""The only door between the working copy and the public record.

Every step is a function here. Each runs in one transaction, refuses with ``problems.Refused``
and its reasons in plain words, and leaves editions that were written before untouched.
"""

from . import cursors
from .context import publish_context, withdraw_context
from .door import PREVIEW, compile_document, merge, preview, publish, publish_together, withdraw
from .editions import lock
from .four_eyes import objection
from .quoted import is_quoted
from .redaction import redact
from .reissue import REISSUE_AT_ONCE, reissue
from .restoring import count_on, restore_context, restore_edition
from .reviewed import Reviewed, require_unchanged, reviewed, waits
from .scan import scan
from .turn import take_turn
from .unmerging import is_settled, restore, unmerge
from .verify import Break, verify
from .workflow import mark_ready, note_discarded, note_settled, return_to_author, submit

__all__ = [
    "PREVIEW",
    "REISSUE_AT_ONCE",
    "Break",
    "Reviewed",
    "compile_document",
    "count_on",
    "cursors",
    "is_quoted",
    "is_settled",
    "lock",
    "mark_ready",
    "merge",
    "note_discarded",
    "note_settled",
    "objection",
    "preview",
    "publish",
    "publish_context",
    "publish_together",
    "redact",
    "reissue",
    "require_unchanged",
    "restore",
    "restore_context",
    "restore_edition",
    "return_to_author",
    "reviewed",
    "scan",
    "submit",
    "take_turn",
    "unmerge",
    "verify",
    "waits",
    "withdraw",
    "withdraw_context",
]
