"""Plans → working copies, in bulk: a big file must not keep everybody else from saving."""

from .plan import Moved, apply

__all__ = ["Moved", "apply"]
