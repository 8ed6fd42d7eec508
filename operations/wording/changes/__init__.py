"""What differs between two documents, in words: the public page and the admin say the same."""

from .changed import Changed, changes

__all__ = ["Changed", "changes"]
