"""Documents → working copy → through the door. The interchange format is the document itself."""

from .load import Loaded, load
from .reading import read
from .restore import read_release, restore

__all__ = ["Loaded", "load", "read", "read_release", "restore"]
