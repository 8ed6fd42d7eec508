"""Whether readers see what a term or a source says, so that changing it changes documents."""

from __future__ import annotations

from operations.models import Assessment, Finding, Source, Statement, Term

from .reissue import showing


def is_quoted(record: Term | Source) -> bool:
    """Whether a document that is public now quotes it.

    In context a code of another vocabulary that is spelt the same counts too: better than a gap.
    """
    return bool(showing(record)) or any(
        model._default_manager.filter(document__contains=f'"{record.code}"').exists()
        for model in (Assessment, Statement, Finding)
    )
