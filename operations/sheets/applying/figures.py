"""Figures and their citations: only those that the file changes, wholes before their parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from operations import figures as rules
from operations.codes import Rank
from operations.document.claims import claim
from operations.importing.figures import plain_values, remove
from operations.models import Citation, Figure, Offence, Operation, Place
from operations.sheets.planning.target import Target

from .keys import Keys

Entry = dict[str, Any]
Owned = tuple[Target, Entry]


def write_figures(targets: list[Target], keys: Keys) -> None:
    """Make the figures those of the documents. Checked already; the database checks again."""
    recorded = {
        entry["id"]: entry
        for target in targets
        if target.held
        for entry in target.held.document["figures"]
    }
    wanted = [(target, entry) for target in targets for entry in target.document["figures"]]
    changed = [pair for pair in wanted if recorded.get(pair[1]["id"]) != pair[1]]
    gone = recorded.keys() - {entry["id"] for _target, entry in wanted}
    held = figure_keys(targets)
    # Preference may pass from one figure to another.
    touched = [held[entry["id"]] for _target, entry in changed if entry["id"] in held]
    Figure.objects.filter(pk__in=touched, rank=Rank.PREFERRED).update(rank=Rank.NORMAL)
    for level in levels(changed):
        create([pair for pair in level if pair[1]["id"] not in held], held, keys)
        update([pair for pair in level if pair[1]["id"] in recorded], held, keys)
    if gone:
        remove([Figure(pk=held[figure_id]) for figure_id in gone])
    write_covers(changed, recorded, held, keys)
    write_citations(changed, recorded, held, keys)


def figure_keys(targets: list[Target]) -> dict[str, int]:
    """Keys of what is recorded, by id."""
    owners = {target.held.key: target.code for target in targets if target.held}
    found = Figure.objects.filter(operation__in=owners)
    rows = found.values_list("operation_id", "number", "pk")
    return {f"{owners[owner]}.{number}": key for owner, number, key in rows if owner}


def levels(changed: list[Owned]) -> list[list[Owned]]:
    """Wholes, then their parts, then the parts of these."""
    by_id = {entry["id"]: entry for _target, entry in changed}

    def depth(entry: Entry | None) -> int:
        steps = 0
        while entry is not None and entry["part_of"] and steps <= len(by_id):
            entry, steps = by_id.get(entry["part_of"]), steps + 1
        return steps

    found: dict[int, list[Owned]] = {}
    for target, entry in changed:
        found.setdefault(depth(entry), []).append((target, entry))
    return [found[level] for level in sorted(found)]


def create(pairs: list[Owned], held: dict[str, int], keys: Keys) -> None:
    made = [
        Figure(
            operation_id=keys.operation(target.code),
            number=int(entry["id"].rpartition(".")[2]),
            **values(target, entry, held, keys),
        )
        for target, entry in pairs
    ]
    Figure.objects.bulk_create(made, batch_size=200)
    for (_target, entry), figure in zip(pairs, made, strict=True):
        held[entry["id"]] = figure.pk


def update(pairs: Iterable[Owned], held: dict[str, int], keys: Keys) -> None:
    for target, entry in pairs:
        found = Figure.objects.filter(pk=held[entry["id"]])
        found.update(**values(target, entry, held, keys))


def values(target: Target, entry: Entry, held: dict[str, int], keys: Keys) -> dict[str, Any]:
    return {
        **plain_values(entry),
        "counted_in_id": keys.term(Place, entry["counted_in"]),
        "offence_id": keys.term(Offence, entry["offence"]) if entry["offence"] else None,
        "part_of_id": held[entry["part_of"]] if entry["part_of"] else None,
        "claim_key": claim_key(target, entry, keys),
    }


def claim_key(target: Target, entry: Entry, keys: Keys) -> str:
    """The key as a save would store it."""
    plain = claim({**entry, "citations": []}, target.code, {})
    owner = f"{Operation._meta.model_name}:{keys.operation(target.code)}"
    return "|".join(rules.claim_key(plain)._replace(owner=owner))


def write_covers(
    changed: list[Owned], recorded: dict[str, Entry], held: dict[str, int], keys: Keys
) -> None:
    for _target, entry in changed:
        if entry["covers"] != recorded.get(entry["id"], {"covers": []})["covers"]:
            figure = Figure(pk=held[entry["id"]])
            figure.covers.set([keys.operation(code) for code in entry["covers"]])


def write_citations(
    changed: list[Owned], recorded: dict[str, Entry], held: dict[str, int], keys: Keys
) -> None:
    none: Entry = {"citations": []}
    differing = [
        entry
        for _target, entry in changed
        if entry["citations"] != recorded.get(entry["id"], none)["citations"]
    ]
    old = [held[entry["id"]] for entry in differing if entry["id"] in recorded]
    Citation.objects.filter(figure__in=old).delete()
    Citation.objects.bulk_create(
        [
            Citation(
                figure_id=held[entry["id"]],
                source_id=keys.source(cited["source"]),
                locator=cited["locator"],
            )
            for entry in differing
            for cited in entry["citations"]
        ],
        batch_size=300,
    )
