"""Charts as SVG: pure functions from a ``Chart`` to text."""

from .file import Imprint, file
from .picture import height, picture

__all__ = ["Imprint", "file", "height", "picture"]
