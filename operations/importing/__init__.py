"""Documents → working copy → through the door. The interchange format is the document itself."""

from .discard import discard
from .load import Loaded, load
from .reading import read
from .restore import read_release, restore
from .reverting import missing, revert, reverted

__all__ = [
    "Loaded",
    "discard",
    "load",
    "missing",
    "read",
    "read_release",
    "restore",
    "revert",
    "reverted",
]
