"""Where each figure of a merged operation goes: beside its rivals, or into the same claim.

The same claim becomes one figure with the citations of both. Rivals stay side by side. Parts stay
under their whole and in their split; a split that the other has already under the same name, and
that says something else, gets a name of its own, since its parts would no longer add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from operations import figures
from operations.codes import Rank
from operations.models import Figure, Operation

SET_LENGTH = 60
# Where copies stand among the claims, before they have a number: after every figure there is.
LATER = 1_000_000


@dataclass
class Move:
    """A figure that moves; ``joins`` is the figure that makes the same claim, if one does."""

    figure: Figure
    claim: figures.Figure
    joins: Figure | None = None
    breakdown_set: str = ""
    loses_preference: bool = False

    @property
    def loses_note(self) -> bool:
        """Whether words are told by earlier editions only, since the other has its own row."""
        if self.joins is None:
            return False
        told = ("note_en", "note_zh_hant", "rank_note_en", "rank_note_zh_hant", "source_term")
        said = [(getattr(self.figure, name), getattr(self.joins, name)) for name in told]
        return any(ours and ours != theirs for ours, theirs in said)


def moves(giving: Operation, taking: Operation) -> list[Move]:
    """Wholes before their parts."""
    held = {figure.public_id: figure for figure in figures_of(taking)}
    theirs = {code: figure.as_claim() for code, figure in held.items()}
    codes = {giving.code, taking.code}
    gone: dict[str, str] = {}
    found: list[Move] = []
    for _key, split in groupby(wholes_first(giving), key=place):
        batch = list(split)
        for move in placed(batch, taking, gone, theirs, codes):
            match = same_claim(move.claim, theirs)
            move.joins = held[match] if match else None
            if match and not theirs[match].as_at:
                # It takes the day over, so that a later day is a claim of its own.
                theirs[match] = replace(theirs[match], as_at=move.claim.as_at)
            found.append(move)
            gone[move.figure.public_id] = match or move.claim.id
    lower_preferences(found, theirs.values())
    return found


def figures_of(operation: Operation) -> list[Figure]:
    related = ("operation", "part_of__operation", "counted_in", "offence")
    whole = operation.figures.select_related(*related)
    return list(whole.prefetch_related("covers", "citations__source").order_by("number"))


def wholes_first(operation: Operation) -> list[Figure]:
    """Figures by depth, those of one split together."""
    found = figures_of(operation)
    by_key = {figure.pk: figure for figure in found}

    def depth(figure: Figure) -> int:
        above = by_key.get(figure.part_of_id) if figure.part_of_id else None
        return 0 if above is None else 1 + depth(above)

    return sorted(found, key=lambda figure: (depth(figure), *place(figure), figure.number))


def place(figure: Figure) -> tuple[int, str]:
    """Which split of which whole."""
    whole = figure.part_of
    return (whole.number, figure.breakdown_set) if whole else (0, "")


def placed(
    split: list[Figure],
    taking: Operation,
    gone: dict[str, str],
    theirs: dict[str, figures.Figure],
    codes: set[str],
) -> Iterator[Move]:
    """One split of one whole (or all wholes) as claims of the operation that takes them."""
    claims = [moved(figure, taking, gone, codes) for figure in split]
    name = claims[0].breakdown_set
    whole = claims[0].part_of
    if whole and not all(same_claim(claim, theirs) for claim in claims):
        taken = {claim.breakdown_set for claim in theirs.values() if claim.part_of == whole}
        name = free_name(name, split[0].owner.code, taken)
    for figure, claim in zip(split, claims, strict=True):
        yield Move(figure, replace(claim, breakdown_set=name), breakdown_set=name)


def moved(
    figure: Figure, taking: Operation, gone: dict[str, str], codes: set[str]
) -> figures.Figure:
    claim = figure.as_claim()
    return replace(
        claim,
        id=f"{taking.code}.{LATER + figure.number}",
        owner=taking.code,
        part_of=gone[claim.part_of] if claim.part_of else None,
        covers=tuple(code for code in claim.covers if code not in codes),
    )


def same_claim(claim: figures.Figure, theirs: dict[str, figures.Figure]) -> str | None:
    """The id of the figure that makes the same claim in the same place."""
    for group in figures.claims([*theirs.values(), claim]):
        if claim in group:
            return next((other.id for other in group if other is not claim), None)
    return None


def free_name(name: str, owner: str, taken: set[str]) -> str:
    """``name``, or it with the operation's id where another split has it."""
    number = 1
    found = name
    while found in taken:
        mark = f" ({owner})" if number == 1 else f" ({owner} {number})"
        found = name[: max(0, SET_LENGTH - len(mark))] + mark[-SET_LENGTH:]
        number += 1
    return found


def lower_preferences(found: list[Move], theirs: Iterable[figures.Figure]) -> None:
    """One figure a claim key is preferred at most: of two, that of the operation that stays."""
    ruled = {figures.claim_key(claim) for claim in theirs if claim.rank == Rank.PREFERRED}
    for move in found:
        if move.joins is not None or move.claim.rank != Rank.PREFERRED:
            continue
        key = figures.claim_key(move.claim)
        move.loses_preference = key in ruled
        ruled.add(key)
