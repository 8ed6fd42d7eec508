"""What every address of the admin is tried on: a record in the right state, and what it owns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count, pairwise
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operations import history, merging, publishing
from operations.models import (
    VOCABULARIES,
    Archive,
    Edition,
    Import,
    PrivacyOverride,
    Report,
    Revision,
    SourceLookup,
    Term,
)
from operations.sheets import bring
from operations.sources import archiving
from tests import factories
from tracker.accounts.links import handed_over
from tracker.accounts.models import Event, FailedLogIn, LogIn

numbers = count(1)


def stars(address: str, state: str) -> list[str]:
    """What is put in for each ``*`` of an address, in their order."""
    parts = address.split("/")
    if parts[0] == "password_reset":
        return handed_over(factories.user("forgetful")).rstrip("/").split("/")[-2:]
    if parts[0] == "r":
        return ["1", "1"]
    if parts[2] != "*":
        return [ALONE[parts[2]]()]
    record = made(parts[0], parts[1], state)
    owned = [OWNED[what](record) for what, star in pairwise(parts[3:]) if star == "*"]
    return [str(record.pk), *owned]


def made(app: str, model: str, state: str) -> Any:
    """A record in the state of the table."""
    record = MAKERS[model]()
    if state:
        STATES[state](record, model)
    return record


# --- Records ---


def edition() -> Edition:
    return factories.published().editions.get()


def revision() -> Revision:
    found = history.save_revision(factories.operation(), None)
    assert found is not None
    return found


def brought() -> Import:
    """A file that was checked and found good."""
    content = b"id,name_en,kind\nbrought,Brought,anti_vice\n"
    bringer = factories.user("bringer", is_superuser=True)
    record = bring.bring(SimpleUploadedFile("operations.csv", content), bringer)
    record.refresh_from_db()
    assert record.state == "checked"
    return record


MAKERS: dict[str, Callable[[], Any]] = {
    "operation": factories.operation,
    "source": factories.source,
    **{name: partial(factories.term, model, "tried") for name, model in VOCABULARIES.items()},
    "assessment": factories.assessment,
    "statement": factories.statement,
    "finding": factories.finding,
    "edition": edition,
    "revision": revision,
    "privacyoverride": lambda: PrivacyOverride.objects.create(record="x", code="y", field="z"),
    "report": lambda: Report.objects.create(operation=factories.operation(), wrong="the date"),
    "import": brought,
    "user": lambda: factories.user(f"tried-{next(numbers)}"),
    "login": lambda: LogIn.objects.create(username="x", attempt_time=timezone.now()),
    "failedlogin": lambda: FailedLogIn.objects.create(username="x", attempt_time=timezone.now()),
    "event": lambda: Event.objects.create(kind=Event.Kind.LINK_MADE, username="x"),
    "dbtaskresult": lambda: DBTaskResult.objects.create(
        task_path="operations.publishing.reissue.reissue_batch", args_kwargs={}, priority=0
    ),
}

# --- States ---


def publish(record: Any, model: str) -> None:
    door = factories.publish if model == "operation" else publishing.publish_context
    door(record)


def quote(record: Any, model: str) -> None:
    operation = factories.operation("quoting")
    if model in {"agency", "group"}:
        kind = {"agency": {"role": "lead"}, "group": {"attribution": "not_stated"}}[model]
        links = operation.agency_roles if model == "agency" else operation.group_links
        links.create(**{model: record}, **kind)
    elif model == "series":
        operation.series = record
        operation.save()
    else:
        getattr(operation, f"{model}s").add(record)
    factories.publish(operation)
    assert publishing.is_quoted(record)


def merge(record: Any, model: str) -> None:
    if isinstance(record, Term):
        merging.terms.merge(record, factories.term(type(record), "other"), by=None, reason="")
        return
    publish(record, model)
    other = factories.published("other")
    merging.operations.merge(record, other, by=None, reason="The same.", facts=set())


def promote(record: User, model: str) -> None:
    record.is_superuser = record.is_staff = True
    record.save()


STATES: dict[str, Callable[[Any, str], None]] = {
    "@public": publish,
    "@quoted": quote,
    "@merged": merge,
    "@superuser": promote,
}

# --- What belongs to a record, and what stands alone behind a word ---


def past(record: Any) -> str:
    """The number of a revision that says something else than the record does now."""
    others = {"source": "title", "assessment": "series", "statement": "subject_en"}
    others["finding"] = "text_en"
    field = others.get(str(record._meta.model_name), "name_en")
    now = getattr(record, field)
    for text in ("Something else", now):
        setattr(record, field, text)
        record.save()
        last = history.save_revision(record, None)
    assert last is not None
    return str(last.number - 1)


def kept_copy(source: Any) -> str:
    """A copy with its file."""
    name = f"{source.code}/copy.warc.gz"
    path = archiving.folder() / name
    archiving.make_private(path.parent)
    path.write_bytes(b"WARC/1.1")
    values = {"sha256": "0" * 64, "archived_at": timezone.now(), "file": name}
    return str(Archive.objects.create(source=source, kept=True, quoted=False, **values).pk)


def lookup() -> str:
    return str(SourceLookup.objects.create(url="https://example.org/page").pk)


OWNED: dict[str, Callable[[Any], str]] = {"history": past, "copies": kept_copy}
ALONE: dict[str, Callable[[], str]] = {"look-up": lookup, "template": lambda: "xlsx"}
