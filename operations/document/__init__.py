"""Working copy → document: the one definition of what is public; and what changed between two."""

from .canonical import canonical, seal
from .claims import claims
from .context import build_context, dress_context
from .difference import Change, difference, renamings
from .dress import dress
from .lookup import Lookup
from .skeleton import skeleton

__all__ = [
    "Change",
    "Lookup",
    "build",
    "build_context",
    "canonical",
    "claims",
    "difference",
    "dress",
    "dress_context",
    "renamings",
    "seal",
    "skeleton",
]

from typing import Any

from operations.models import Operation


def build(operation: Operation, lookup: Lookup) -> dict[str, Any]:
    """The document of a working copy, but for ``edition`` and ``published_at``."""
    return dress(skeleton(operation), lookup)
