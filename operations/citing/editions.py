"""Citing an edition of an operation, or one figure in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from operations import wording
from operations.codes import ReportingStatus, Scope
from operations.exports.addresses import absolute_address
from operations.models import Edition
from operations.wording.figure import SAID_STATUSES
from operations.wording.sentences import row_sentences, running
from operations.wording.source import Cited

from .citation import Citation, Texts

SHORT_HASH = 12


def cite_edition(edition: Edition) -> Citation:
    """The record of an operation as one edition has it."""
    document = edition.content
    return Citation(
        key=f"{edition.code}-edition-{edition.number}",
        title=wording.in_each_language(lambda: str(wording.pick(document["name"]))),
        states=wording.in_each_language(lambda: running(row_sentences(wording.row(document)))),
        version=version(edition),
        address=wording.in_each_language(lambda: address(edition)),
        issued=edition.valid_from,
    )


def cite_figure(edition: Edition, figure: str) -> Citation | None:
    """One figure of an edition, a part or a rival as well; None when it has no such figure."""
    if figure not in {entry["id"] for entry in edition.content["figures"]}:
        return None
    number = figure.rpartition(".")[2]
    return Citation(
        key=f"{edition.code}-figure-{number}-edition-{edition.number}",
        title=wording.in_each_language(lambda: figure_title(edition, figure)),
        states=wording.in_each_language(lambda: running(of_figure(edition, figure))),
        version=version(edition),
        address=wording.in_each_language(lambda: f"{address(edition)}#{figure}"),
        issued=edition.valid_from,
    )


def address(edition: Edition) -> str:
    return absolute_address("edition", edition.code, edition.number)


def version(edition: Edition) -> Texts:
    day = timezone.localdate(edition.valid_from).isoformat()
    return wording.in_each_language(
        lambda: (
            _("Edition %(number)s, %(day)s (SHA-256 %(hash)s)")
            % {
                "number": edition.number,
                "day": wording.date_words(day),
                "hash": edition.sha256[:SHORT_HASH],
            }
        )
    )


def line_of(edition: Edition, figure: str) -> wording.Line:
    ledger = wording.record(edition.content).ledger
    return ledger.line(ledger.facts[figure])


def figure_title(edition: Edition, figure: str) -> str:
    words = {
        "figure": line_of(edition, figure).words,
        "name": wording.pick(edition.content["name"]),
    }
    return _("%(figure)s (%(name)s)") % words


def of_figure(edition: Edition, figure: str) -> Iterator[str]:
    """What has to be said with a figure wherever it goes, and who says so."""
    document, line = edition.content, line_of(edition, figure)
    entry = line.entry
    if entry["as_at"]:
        yield _("As at %(day)s.") % {"day": wording.date_words(entry["as_at"])}
    status = entry["reporting_status"]
    if status not in (*SAID_STATUSES, ReportingStatus.NOT_STATED):
        yield _("Reporting status: %(status)s.") % {
            "status": wording.label(ReportingStatus, status)
        }
    if line.is_arrest:
        yield _("Arrested, not convicted.")
        if entry["scope"] != Scope.SEX_TRAFFICKING:
            yield _("Not a number of arrests for sex trafficking.")
    rivals = rivals_of(document, figure)
    if rivals:
        said = _("; ").join(wording.in_full(each, document["vocabulary"]) for each in rivals)
        yield _("Disputed; also stated for the same thing: %(figures)s.") % {"figures": said}
    if line.why_not:
        yield line.why_not
    whole = next((each for each in document["figures"] if each["id"] == entry["part_of"]), None)
    if whole:
        yield _("Part of: %(whole)s.") % {"whole": wording.in_full(whole, document["vocabulary"])}
    sources = _("; ").join(source_words(cited) for cited in line.citations)
    yield _("Sources: %(sources)s.") % {"sources": sources or _("none is cited")}


def source_words(cited: Cited) -> str:
    words = {
        "publisher": cited.source.publisher,
        "title": cited.source.title,
        "published": cited.source.published,
        "url": cited.source.entry["url"],
        "locator": cited.locator,
    }
    if cited.locator:
        return _("%(publisher)s, “%(title)s”, %(published)s, %(locator)s, %(url)s") % words
    return _("%(publisher)s, “%(title)s”, %(published)s, %(url)s") % words


def rivals_of(document: dict[str, Any], figure: str) -> list[dict[str, Any]]:
    """The other figures of the disputes that a figure is in."""
    rivals = {
        each
        for dispute in document["disputed"]
        if figure in dispute["figures"]
        for each in dispute["figures"]
    } - {figure}
    return [entry for entry in document["figures"] if entry["id"] in rivals]
