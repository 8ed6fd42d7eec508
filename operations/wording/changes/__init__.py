"""What differs between two documents, in words: the public page and the admin say the same."""

from .changed import Changed, changes
from .fields import headings

__all__ = ["Changed", "changes", "headings"]
