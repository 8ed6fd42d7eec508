"""``/corrections.atom``: every correction, withdrawal, merger and redaction, with its reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from operations import wording
from operations.exports.addresses import absolute_address
from operations.exports.answers import machine
from operations.exports.corrections import corrections
from operations.exports.fresh import of_the_record
from operations.exports.paging import paged
from operations.filters import known_only
from operations.models import Edition

from .answer import ENTRIES, About, answer, clean, feed, in_both, link


@machine
@of_the_record
def corrections_atom(request: HttpRequest) -> HttpResponseBase:
    """One entry an edition. It is renewed when its text is redacted later."""
    known_only(request.GET, ("page",))
    page = paged(corrections(), request.GET, ENTRIES)
    about = About(
        name="corrections-atom",
        title=_("Enforcement operation tracker: corrections"),
        subtitle=" ".join(wording.in_each_language(purpose).values()),
        page=absolute_address("corrections", language="en"),
    )
    written = feed(request.GET, page, about)
    for edition in page:
        written.add_item(**entry(edition))
    return answer(written)


def purpose() -> str:
    return _("What was corrected, withdrawn, merged or redacted in the record, when and why.")


def entry(edition: Edition) -> dict[str, Any]:
    code, number = edition.code, edition.number
    names = wording.both({"en": edition.name_en, "zh-Hant": edition.name_zh_hant})
    words = {
        "kind": edition.get_kind_display(),
        "names": " / ".join(map(str, names)) or code,
        "number": number,
    }
    return {
        "title": clean(_("%(kind)s: %(names)s (edition %(number)s)") % words),
        "link": shown_at(edition, "en"),
        "unique_id": absolute_address("edition", code, number, language="en"),
        "updateddate": edition.redacted_at or edition.valid_from,
        "description": in_both(lambda: sentences(edition)),
        "links": [
            link("alternate", shown_at(edition, "zh-hant"), "text/html", hreflang="zh-Hant-HK"),
            *files(edition),
        ],
    }


def is_readable(edition: Edition) -> bool:
    return not edition.is_tombstone and not edition.is_redacted


def shown_at(edition: Edition, language: str) -> str:
    """What changed, where both texts can be read; otherwise the editions that there are."""
    code, number = edition.code, edition.number
    if not is_readable(edition):
        return absolute_address("editions", code, language=language)
    name = "changes" if edition.has_before else "edition"  # type: ignore[attr-defined]
    return absolute_address(name, code, number, language=language)


def files(edition: Edition) -> list[Any]:
    if not is_readable(edition):
        return []
    address = absolute_address("edition-json", edition.code, edition.number)
    return [link("alternate", address, "application/json")]


def sentences(edition: Edition) -> str:
    """What was done, and the reason that readers are given; never what was hidden."""
    done = [edition.get_kind_display()]
    if edition.withdrawal_class:
        done.append(edition.get_withdrawal_class_display())
    if edition.merged_into:
        done.append(edition.merged_into.code)
    told = [_(": ").join(done) + _(".")]
    if edition.is_redacted:
        words = {"class": edition.get_redaction_class_display()}
        told.append(_("text redacted: %(class)s") % words + _("."))
    return " ".join([*told, edition.reason]).strip()
