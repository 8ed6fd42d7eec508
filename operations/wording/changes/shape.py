"""Which field of a document a change is in, apart from which item of a list it is of."""

from __future__ import annotations

from operations.document.difference import Keys

# Lists whose items ``difference`` tells apart by their ids.
LISTS = frozenset(
    {
        *("agencies", "groups", "places", "offences", "methods", "via"),
        *("figures", "sources"),
    }
)
QUOTED = "vocabulary"

Shape = tuple[str, ...]


def shape(keys: Keys) -> Shape:
    """The keys without ids: ``("figures", "x.1", "value")`` → ``("figures", "value")``."""
    if keys[0] == QUOTED:
        return (QUOTED, *keys[3:])
    return (keys[0], *keys[2:]) if keys[0] in LISTS else keys


def item(keys: Keys) -> str:
    """The id of the list item that the change is in; empty when it is in no list."""
    if keys[0] == QUOTED:
        return keys[2]
    return keys[1] if keys[0] in LISTS and len(keys) > 1 else ""
