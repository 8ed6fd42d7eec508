"""The highest number of a figure that readers may have seen, where no text tells it any more.

What was saved and not published does not count: the same public record is the same release.
"""

from __future__ import annotations

from datetime import timedelta

from operations import history
from operations.models import Assessment, Operation, Statement

# Times of publication are whole seconds, those of revisions are not.
SECOND = timedelta(seconds=1)


def last_figure_number(owner: Operation | Assessment | Statement) -> int:
    """As the public revision has it; a later one where that was blanked, for numbers only grow."""
    whole = history.revisions(owner).filter(blanked_at=None, number__gte=public_revision(owner))
    revision = whole.order_by("number").first()
    if revision is None:
        return owner.last_figure_number
    content = revision.document
    figures = (content["document"] if isinstance(owner, Operation) else content)["figures"]
    numbers = [int(figure["id"].rpartition(".")[2]) for figure in figures]
    return max([content["fields"]["last_figure_number"], *numbers])


def public_revision(owner: Operation | Assessment | Statement) -> int:
    """The revision that readers see; of context it is the last one before publication."""
    if isinstance(owner, Operation):
        return owner.public_revision or 0
    if owner.published_at is None:
        return 0
    saved = history.revisions(owner).filter(made_at__lt=owner.published_at + SECOND)
    return saved.order_by("-number").values_list("number", flat=True).first() or 0
