"""Operations of the interchange format → working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from operations import figures, history
from operations.document import Lookup, build, claims, skeleton
from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
    Series,
    Source,
    Term,
)
from operations.problems import Refused

from . import shapes
from .figures import cited, load_figures
from .saving import check_and_save, find, is_verbatim, named, naming, put, text
from .shape import fit

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def shaped(row: dict[str, Any]) -> dict[str, Any]:
    """What the import reads of a row, in the order of documents."""
    with naming(f"operation {row.get('id')}"):
        found: dict[str, Any] = in_order(fit(row, shapes.OPERATION))
        return found


def in_order(row: dict[str, Any]) -> dict[str, Any]:
    """The row with everything sorted that documents sort, and all sources that it cites."""
    ids = {key: by_id(row[key]) for key in ("places", "offences", "methods")}
    listed = cited(row["figures"]) | {source["id"] for source in row["sources"]}
    figures = [{**figure, "covers": sorted(figure["covers"])} for figure in row["figures"]]
    others = {"flags": sorted(row["flags"]), "may_overlap": sorted(set(row["may_overlap"]))}
    sources = [{"id": code} for code in sorted(listed)]
    return {**row, **ids, **others, "figures": figures, "sources": sources}


def by_id(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: str(entry["id"]))


def mirror_overlaps(rows: list[dict[str, Any]]) -> None:
    """Make every “may overlap” mutual: it says that no source tells which includes which."""
    overlaps = {row["id"]: set(row["may_overlap"]) for row in rows}
    for row in rows:
        mutual = {code for code, others in overlaps.items() if row["id"] in others}
        row["may_overlap"] = sorted(overlaps[row["id"]] | mutual)


def stub(row: dict[str, Any]) -> bool:
    """Make sure the operation exists, so that others can point to it; says whether it is new."""
    with naming(f"operation {row['id']}"):
        if Operation.objects.filter(code=row["id"]).exists():
            return False
        operation = Operation(code=row["id"], name_en=row["name"]["en"], kind=row["kind"])
        check_and_save(operation)
        return True


def load_operation(
    row: dict[str, Any], by: User | None, *, is_new: bool, note: str = "import"
) -> tuple[Operation, bool]:
    """Make the working copy say what ``row`` says; returns it and whether anything changed."""
    with naming(f"operation {row['id']}"):
        operation = Operation.objects.get(code=row["id"])
        if says(operation, row) and not is_new:
            return operation, False
        write(operation, row)
        revision = history.save_revision(operation, by, note)
        return operation, revision is not None


def write(operation: Operation, row: dict[str, Any]) -> None:
    """Everything that a row says → the working copy, by the rules of a form."""
    put(operation, own_values(row))
    load_relations(operation, row)
    load_figures(operation, row["figures"])
    if not is_verbatim():
        check_figures(operation)


def says(operation: Operation, row: dict[str, Any]) -> bool:
    """Whether the working copy says already what ``row`` says; then nothing is touched."""
    working = skeleton(Operation.objects.whole().get(pk=operation.pk))
    if "internal_notes" in row:
        working["internal_notes"] = operation.internal_notes
    return bool(without_silence(in_order(fit(working, shapes.OPERATION)), row) == row)


def without_silence(working: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """``working`` without the origins of figures of which ``row`` says nothing: they stay."""
    silent = {figure["id"] for figure in row["figures"] if "came_from" not in figure}
    figures = [
        {key: value for key, value in figure.items() if key != "came_from"}
        if figure["id"] in silent
        else figure
        for figure in working["figures"]
    ]
    return {**working, "figures": figures}


def own_values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **plain_values(row),
        "series": find(Series, row["series"]),
        "parent": find(Operation, row["part_of"]),
    }


def plain_values(row: dict[str, Any]) -> dict[str, Any]:
    """The columns of an operation that name no other record."""
    dates = row["dates"]
    values: dict[str, Any] = {
        **text(row["name"], "name"),
        **text(row["summary"], "summary"),
        "aliases": row["aliases"],
        "kind": row["kind"],
        "status": row["status"],
        "flags": sorted(row["flags"]),
        "edtf": dates["edtf"],
        "edtf_derived": dates["derived"],
        **text(dates["note"], "date_note"),
    }
    if "internal_notes" in row:
        values["internal_notes"] = row["internal_notes"]
    return values


def load_relations(operation: Operation, row: dict[str, Any]) -> None:
    operation.may_overlap.set(named(Operation, row["may_overlap"]))
    operation.places.set(terms(Place, row["places"]))
    operation.offences.set(terms(Offence, row["offences"]))
    operation.methods.set(terms(Method, row["methods"]))
    operation.sources.set(further_sources(row))
    load_participation(operation, row)


def further_sources(row: dict[str, Any]) -> list[Source]:
    """Sources that the operation names and no figure cites."""
    wanted = {source["id"] for source in row["sources"]} - cited(row["figures"])
    return named(Source, sorted(wanted))


def load_participation(operation: Operation, row: dict[str, Any]) -> None:
    operation.agency_roles.all().delete()
    for entry, agency in zip(row["agencies"], terms(Agency, row["agencies"]), strict=True):
        role = OperationAgency(operation=operation)
        put(role, {"agency": agency, "role": entry["role"]})
    operation.group_links.all().delete()
    for entry, group in zip(row["groups"], terms(Group, row["groups"]), strict=True):
        link = OperationGroup(operation=operation)
        put(link, {"group": group, "attribution": entry["attribution"]})
    operation.routes.all().delete()
    for route in row["routes"]:
        [origin, destination] = terms(Place, [route["from"], route["to"]])
        put(
            OperationRoute(operation=operation),
            {"origin": origin, "destination": destination},
        )
    operation.links.all().delete()
    for link_row in row["links"]:
        outside = OperationLink(operation=operation)
        put(outside, {"kind": link_row["kind"], "url": link_row["url"]})


def terms(model: type[Term], entries: list[dict[str, Any]]) -> list[Any]:
    """The terms that entries name, in their order."""
    return named(model, (entry["id"] for entry in entries))


def check_figures(operation: Operation) -> None:
    """The rules as if all that its figures cover were public: a package publishes it together.

    The door asks again, of what readers will see.
    """
    whole = Operation.objects.whole().get(pk=operation.pk)
    covered = [other.code for figure in whole.figures.all() for other in figure.covers.all()]
    found = figures.problems(claims(build(whole, Lookup(also_public=[operation.code, *covered]))))
    if found:
        raise Refused(*(problem.message for problem in found))
