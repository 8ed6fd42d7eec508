"""Private history: every save of a record stores what it was, by whom, and why."""

from .blanking import blank, blank_overrides, overridden
from .overrides import let_stand, record_override
from .relations import code_of, relations_of
from .revisions import (
    Record,
    last_number,
    latest,
    model_of,
    record_name,
    revisions,
    save_revision,
)
from .snapshot import plain_fields, snapshot

__all__ = [
    "Record",
    "blank",
    "blank_overrides",
    "code_of",
    "last_number",
    "latest",
    "let_stand",
    "model_of",
    "overridden",
    "plain_fields",
    "record_name",
    "record_override",
    "relations_of",
    "revisions",
    "save_revision",
    "snapshot",
]
