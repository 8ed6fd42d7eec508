"""Publishing what stands beside the record: assessments, statements, findings."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import figures
from operations.document import Lookup, build_context, canonical, claims, dress_context
from operations.document.context import ContextRecord
from operations.models import Assessment, Finding, Statement
from operations.problems import Refused

from .four_eyes import is_alone, require_second
from .reviewed import Reviewed, require_unchanged
from .turn import take_turn

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def publish_context(
    record: ContextRecord,
    lookup: Lookup | None = None,
    *,
    by: User | None = None,
    seen: Reviewed | None = None,
) -> bool:
    """Store the document that readers see; ``False`` when it is what they see already.

    Refused like an operation: when it is not what ``by`` has ``seen``, or ``by``'s own change.
    """
    with transaction.atomic():
        take_turn()
        type(record)._default_manager.select_for_update().get(pk=record.pk)
        record.refresh_from_db()
        require_unchanged(record, seen)
        content = build_context(record, lookup or Lookup())
        check_rules(content)
        text = canonical(content)
        if record.document == text:
            return False
        require_second(record, by)
        record.document = text
        record.published_at = now()
        record.single_checked = is_alone(record, by)
        record.save(update_fields=["document", "published_at", "single_checked"])
    return True


def withdraw_context(record: ContextRecord) -> None:
    """Take a record from readers; without editions there is no tombstone to leave.

    Statements that answer it stay, and answer nothing that readers can see.
    """
    with transaction.atomic():
        take_turn()
        type(record)._default_manager.select_for_update().get(pk=record.pk)
        record.refresh_from_db()
        if not record.document:
            raise Refused(_("%(id)s is not public.") % {"id": record.code})
        record.document, record.single_checked = "", False
        record.save(update_fields=["document", "single_checked"])
        for statement in Statement.objects.public().select_for_update():
            content = orjson.loads(statement.document)
            if isinstance(record, Assessment) and content["answers"] == record.code:
                text = canonical({**content, "answers": None})
                Statement.objects.filter(pk=statement.pk).update(document=text)


def check_rules(content: dict[str, Any]) -> None:
    """Refuse what the rules on figures refuse; a finding has none."""
    found = figures.problems(claims(content)) if "figures" in content else []
    if found:
        raise Refused(*(problem.message for problem in found))


def renew_context(lookup: Lookup) -> int:
    """Bring every public context document up to date; returns how many changed.

    There are few of them, so all are looked at.
    """
    return sum(renew_all(model, lookup) for model in (Assessment, Statement, Finding))


def renew_all(model: Any, lookup: Lookup) -> int:
    renewed = 0
    with transaction.atomic():
        take_turn()
        for record in model.objects.public().select_for_update().only("document"):
            text = canonical(dress_context(orjson.loads(record.document), lookup))
            if text != record.document:
                model.objects.filter(pk=record.pk).update(document=text, published_at=now())
                renewed += 1
    return renewed


def now() -> datetime:
    return timezone.now().replace(microsecond=0)
