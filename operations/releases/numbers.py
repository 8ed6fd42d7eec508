"""The highest number of a figure that readers may have seen, where no text tells it any more.

What was saved and not published does not count: the same public record is the same release.
"""

from __future__ import annotations

from datetime import datetime

from operations import history
from operations.models import Assessment, Operation, Statement

from .taken_down import SECOND

Owner = Operation | Assessment | Statement


def last_figure_number(owner: Owner) -> int:
    """As the revision before the last publication has it.

    A later one where that was blanked or came with a restored release, for numbers only grow.
    """
    whole = history.revisions(owner).filter(blanked_at=None, number__gte=public_revision(owner))
    revision = whole.order_by("number").first()
    if revision is None:
        return owner.last_figure_number
    content = revision.document
    figures = (content["document"] if isinstance(owner, Operation) else content)["figures"]
    given: int = content["fields"]["last_figure_number"]
    return max([given, *(int(figure["id"].rpartition(".")[2]) for figure in figures)])


def public_revision(owner: Owner) -> int:
    moment = last_published(owner)
    if moment is None:
        return 0
    # Times of publication are whole seconds, those of revisions are not.
    last = history.revisions(owner).filter(made_at__lt=moment + SECOND).order_by("-number").first()
    return last.number if last else 0


def last_published(owner: Owner) -> datetime | None:
    if isinstance(owner, Operation):
        return owner.editions.order_by("-number").values_list("valid_from", flat=True).first()
    return owner.published_at
