"""Two operations are found to be one; and, when that was wrong, two again.

The merger itself is the editor's step: the redirect stands at once, because a twin in every list
and total misleads more than a figure that waits. What the survivor gains is a change like any
other. It is published in the same transaction where that sweeps nothing along and four eyes do
not forbid it; otherwise it waits for review in the working copy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import figures, history, publishing
from operations.codes import EditionKind, Workflow
from operations.document import Lookup, build, claims
from operations.models import Assessment, Edition, Merger, Operation, Statement
from operations.problems import Refused

from .context import restore_context
from .giving import give
from .plan import plan
from .taking import take

if TYPE_CHECKING:
    from django.contrib.auth.models import User

RECORD = "operation"


@dataclass
class Merged:
    """What came of a step: the survivor's edition, or that its change waits; what stayed."""

    edition: Edition | None = None
    waits: bool = False
    stayed: list[str] = field(default_factory=list)
    waiting_elsewhere: list[str] = field(default_factory=list)


def merge(
    giving: Operation,
    taking: Operation,
    *,
    by: User | None,
    reason: str,
    facts: set[str] | None = None,
) -> Merged:
    """Redirect ``giving`` to ``taking``, which gains its figures and the chosen facts.

    ``facts`` are keys of the offers of ``plan``; ``None`` takes all.
    """
    refuse_loop(giving, taking)
    with transaction.atomic():
        giving, taking = in_order(giving, taking)
        settled = all(publishing.is_settled(each, Lookup()) for each in (giving, taking))
        what = plan(giving, taking)
        gained = give(giving, taking, what, what.chosen(facts))
        note = _("Merged from %(id)s") % {"id": giving.code}
        history.save_revision(taking, by, note)
        publishing.merge(giving, taking, by=by, reason=reason)
        check_rules(taking)
        Merger.objects.create(
            record=RECORD,
            code=giving.code,
            into=taking.code,
            reason=reason.strip(),
            gained=gained,
            made_by=by,
        )
        return publish_change(taking, settled=settled, by=by, reason=reason)


def undo(operation: Operation, *, by: User | None, reason: str) -> Merged:
    """Make a merged operation public again, and take from the survivor what it gained by it."""
    with transaction.atomic():
        operation = Operation.objects.get(pk=operation.pk)
        merger = standing(operation)
        taking = Operation.objects.get(code=merger.into)
        if taking.merged_into:
            words = {"id": taking.code, "into": taking.merged_into.code}
            raise Refused(_("%(id)s was merged into %(into)s since: undo that first.") % words)
        giving, taking = in_order(operation, taking)
        settled = publishing.is_settled(taking, Lookup())
        stayed = take(merger, taking, standing_into(taking, besides=merger))
        history.save_revision(taking, by, _("Undone: the merger of %(id)s") % {"id": giving.code})
        publishing.unmerge(giving, by=by, reason=reason)
        chain = lead_back(giving)
        close(merger, by)
        as_if = {RECORD: {giving.code: taking.code}}
        renewed = _("Renewed: %(record)s") % {"record": giving.code}
        waiting = publishing.restore(
            pointing_to(chain) - {giving.pk, taking.pk}, as_if, by=by, reason=renewed
        )
        waiting += publishing.restore([giving.pk], undone_since(merger), by=by, reason=renewed)
        restore_context(
            {
                model: model.objects.filter(figures__covers__in=chain).distinct()
                for model in (Assessment, Statement)
            },
            as_if,
        )
        done = publish_change(taking, settled=settled, by=by, reason=reason)
        done.stayed, done.waiting_elsewhere = stayed, waiting
        return done


def refuse_loop(giving: Operation, taking: Operation) -> None:
    """One between the two would be a part of itself."""
    for upper, lower in ((giving, taking), (taking, giving)):
        above = lower.parent
        between = above is not None and above.pk != upper.pk
        if between and lower in upper.with_parts() and lower.pk != upper.pk:
            words = {"upper": upper.code, "lower": lower.code, "between": above.code}  # type: ignore[union-attr]
            raise Refused(
                _(
                    "%(lower)s is part of %(between)s, which is part of %(upper)s: merged, "
                    "%(between)s would be part of itself."
                )
                % words
            )


def in_order(one: Operation, other: Operation) -> tuple[Operation, Operation]:
    """Both locked, always in the same order, so that two editors never wait for each other."""
    held = {
        each.pk: publishing.lock(each) for each in sorted((one, other), key=lambda each: each.pk)
    }
    return held[one.pk], held[other.pk]


def standing(operation: Operation) -> Merger:
    """The merger to undo; of one older than this table only the redirect is known."""
    found = Merger.objects.standing().filter(record=RECORD, code=operation.code).first()
    if found is not None:
        return found
    tombstone = operation.editions.filter(kind=EditionKind.MERGED).order_by("-number").first()
    if operation.merged_into is None or tombstone is None or tombstone.merged_into is None:
        raise Refused(_("%(id)s was not merged.") % {"id": operation.code})
    return Merger(record=RECORD, code=operation.code, into=tombstone.merged_into.code)


def standing_into(taking: Operation, *, besides: Merger) -> list[Merger]:
    found = Merger.objects.standing().filter(record=RECORD, into=taking.code)
    return list(found.exclude(pk=besides.pk).order_by("pk"))


def undone_since(merger: Merger) -> dict[str, dict[str, str]]:
    """Mergers taken back while this one stood: the text that comes back names their survivors."""
    found: dict[str, dict[str, str]] = {}
    if merger.pk:
        standing_again = set(Merger.objects.standing().values_list("record", "code"))
        for other in Merger.objects.filter(undone_at__gt=merger.made_at).exclude(pk=merger.pk):
            if (other.record, other.code) not in standing_again:
                found.setdefault(other.record, {})[other.code] = other.into
    return found


def close(merger: Merger, by: User | None) -> None:
    merger.undone_at, merger.undone_by = timezone.now(), by
    merger.save()


def lead_back(operation: Operation) -> list[Operation]:
    """What was merged into it before leads to it again; returns it and all of those."""
    found, waiting = [operation], [operation]
    while waiting:
        last = waiting.pop()
        direct = Operation.objects.filter(
            merged_into__isnull=False,
            editions__valid_to__isnull=True,
            editions__kind=EditionKind.MERGED,
            editions__merged_into=last,
        )
        found += direct
        waiting += direct
    Operation.objects.filter(pk__in=[each.pk for each in found[1:]]).update(merged_into=operation)
    return found


def pointing_to(chain: list[Operation]) -> set[int]:
    """Keys of the operations whose working copy names one of these."""
    named = Q(parent__in=chain) | Q(may_overlap__in=chain) | Q(figures__covers__in=chain)
    return set(Operation.objects.filter(named).values_list("pk", flat=True))


def check_rules(operation: Operation) -> None:
    whole = Operation.objects.whole().get(pk=operation.pk)
    found = figures.problems(claims(build(whole, Lookup(also_public=[operation.code]))))
    if found:
        raise Refused(*(problem.message for problem in found))


def publish_change(operation: Operation, *, settled: bool, by: User | None, reason: str) -> Merged:
    """Publish, where nothing else waits in the working copy and one pair of eyes is enough."""
    if not is_public(operation):
        return Merged()
    if publishing.is_settled(operation, Lookup()):
        publishing.note_settled(operation)
        return Merged()
    if settled and not (settings.FOUR_EYES and by is not None):
        try:
            with transaction.atomic():
                return Merged(edition=publishing.publish(operation, by=by, reason=reason))
        except Refused:
            pass
    ask_for_review(operation, settled=settled)
    return Merged(waits=True)


def is_public(operation: Operation) -> bool:
    current = operation.current_edition
    return current is not None and not current.is_tombstone


def ask_for_review(operation: Operation, *, settled: bool) -> None:
    """What was approved is no longer what would be published; an unfinished draft stays one."""
    states = [Workflow.READY, *([Workflow.DRAFT] if settled else [])]
    Operation.objects.filter(pk=operation.pk, workflow__in=states).update(
        workflow=Workflow.IN_REVIEW
    )
