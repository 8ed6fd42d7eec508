"""What a revert leaves alone."""

from __future__ import annotations

from typing import Any

# Ids are permanent, and the health of an address is an observation, not an editor's decision.
KEPT = frozenset({"code", "health", "checked_at"})


def restored(model: type[Any], fields: dict[str, Any]) -> list[str]:
    """The columns and lists of a revision that a form could set, and that records still have."""
    options = model._meta
    known = [*options.concrete_fields, *options.many_to_many]
    return [f.name for f in known if f.editable and f.name in fields and f.name not in KEPT]
