"""What is wrong with the figures of one operation, alone and together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from operations import figures as rules
from operations.document.claims import claim
from operations.figures import Problem
from operations.figures.problems import ProblemCode
from operations.importing.figures import plain_values
from operations.models import Citation, Figure, Offence, Operation, Place, Term
from operations.sheets.columns import FIGURES

from .fields import PERSONAL, Columns, said
from .known import Known
from .target import Target
from .unknown import unknown_operation, unknown_source, unknown_term

Entry = dict[str, Any]
COLUMNS = Columns(FIGURES)
RELATIONS = ("operation", "assessment", "statement", "counted_in", "offence", "part_of", "number")
BLAMED = {
    ProblemCode.PARTITION: "value",
    ProblemCode.LARGER_THAN_WHOLE: "value",
    ProblemCode.FOREIGN_WHOLE: "part_of",
    ProblemCode.CYCLE: "part_of",
    ProblemCode.UNLIKE_WHOLE: "part_of",
    ProblemCode.TWO_PREFERRED: "rank",
}


def check_figures(target: Target, operation: Operation, known: Known) -> None:
    """Add to the target's faults. What stands unchanged was checked when it was saved."""
    recorded = {e["id"]: e for e in target.held.document["figures"]} if target.held else {}
    before = len(target.faults)
    for entry in target.document["figures"]:
        if recorded.get(entry["id"]) != entry:
            check_figure(target, operation, entry, recorded.get(entry["id"]), known)
    if len(target.faults) == before:
        check_together(target)


def check_figure(
    target: Target, operation: Operation, entry: Entry, recorded: Entry | None, known: Known
) -> None:
    def fault(column: str, message: str) -> None:
        target.fault(column, message, entry["id"])

    def term(column: str, model: type[Term]) -> Any:
        code = entry[column]
        found = known.term(model, code) if code else None
        if code and found is None:
            fault(column, unknown_term(model, code, known))
        return found

    figure = Figure(**plain_values(entry), operation=operation, number=1)
    figure.counted_in = term("counted_in", Place)
    figure.offence = term("offence", Offence)
    figure.part_of = Figure(operation=operation) if entry["part_of"] else None
    if not entry["counted_in"]:
        fault("counted_in", _("It is missing."))
    for field, error in said(figure, RELATIONS):
        if error.code == PERSONAL and stands(figure, field, entry, recorded, known):
            continue
        fault(COLUMNS.of(field), COLUMNS.words(field, error))
    for code in entry["covers"]:
        if code not in known.operations:
            fault("covers", unknown_operation(code, known))
    check_citations(target, entry, recorded, known)


def stands(figure: Figure, field: str, entry: Entry, recorded: Entry | None, known: Known) -> bool:
    """Whether an administrator let the very thing stand that the file leaves as it was."""
    if recorded is None or ("figure", entry["id"], field) not in known.overrides:
        return False
    before, after = plain_values(recorded), plain_values(entry)
    places = recorded["counted_in"] == entry["counted_in"]
    return places and all(
        before[name] == after[name] for name in figure.behind(field) if name in before
    )


def check_citations(target: Target, entry: Entry, recorded: Entry | None, known: Known) -> None:
    seen = set()
    kept = recorded["citations"] if recorded else []
    for cited in entry["citations"]:
        if cited["source"] not in known.sources:
            target.fault("citations", unknown_source(cited["source"], known), entry["id"])
        pair = (cited["source"], cited["locator"])
        if pair in seen:
            target.fault("citations", _("The same source stands twice."), entry["id"])
        seen.add(pair)
        if cited in kept:
            continue
        for field, error in said(Citation(locator=cited["locator"]), ("figure", "source")):
            target.fault("citations", COLUMNS.words(field, error), entry["id"])


def check_together(target: Target) -> None:
    """The rules on figures of one record, in sentences that name rows instead of ids."""
    labels = {entry["id"]: label(target, entry["id"]) for entry in target.document["figures"]}
    claims = [labelled(entry, target.code, labels) for entry in target.document["figures"]]
    ids = {name: figure_id for figure_id, name in labels.items()}
    for problem in rules.problems(claims):
        target.fault(BLAMED[problem.code], problem.message, ids.get(blamed(problem), ""))


def label(target: Target, figure_id: str) -> str:
    row = target.rows.get(figure_id)
    if row is None or row.place.row is None:
        return figure_id
    return _("row %(row)s") % {"row": row.place.row}


def labelled(entry: Entry, owner: str, labels: dict[str, str]) -> rules.Figure:
    plain = claim({**entry, "citations": []}, owner, {})
    whole = entry["part_of"]
    return replace(plain, id=labels[entry["id"]], part_of=labels.get(whole, whole))


def blamed(problem: Problem) -> str:
    """The figure to put right: of a sum the whole, else the part or rival that came last."""
    return problem.figures[0 if problem.code == ProblemCode.PARTITION else -1]
