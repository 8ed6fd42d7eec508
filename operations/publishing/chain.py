"""How editions are chained, so that no past can be changed without notice.

The chain hash of an edition is the SHA-256 of one line of canonical JSON with these keys:
operation, edition, kind, reason, class, merged_into, valid_from, sha256, previous.
"""

from __future__ import annotations

from typing import Any

from operations.document.canonical import canonical, seal, timestamp
from operations.models import Edition


def chain_header(edition: Edition) -> dict[str, Any]:
    """What the chain hash seals beside the document."""
    return {
        "operation": edition.code,
        "edition": edition.number,
        "kind": edition.kind,
        "reason": edition.reason,
        "class": edition.withdrawal_class,
        "merged_into": edition.merged_into.code if edition.merged_into else None,
        "valid_from": timestamp(edition.valid_from),
        "sha256": edition.sha256,
        "previous": edition.previous_chain,
    }


def chain_hash(edition: Edition) -> str:
    return seal(canonical(chain_header(edition)))
