"""Which operations lie inside or may overlap others of the same matching set."""

from __future__ import annotations

from collections.abc import Mapping

from .model import Case

Cases = Mapping[str, Case]


def lying_inside(cases: Cases) -> dict[str, str]:
    """Operations that lie inside another of the set, each with that one.

    Inside: any ancestor, at any depth, is in the set and states the measure in any scope.
    The nearest such ancestor is named. Should records contain each other in a circle, the
    lowest id counts as the outermost.
    """
    found = {}
    for case in cases.values():
        for code in case.part_of:
            outer = cases.get(code)
            if outer is None or not outer.states_measure:
                continue
            circular = case.id in outer.part_of and case.id <= outer.id
            if not circular:
                found[case.id] = code
                break
    return found


def overlapping(cases: Cases) -> dict[str, set[str]]:
    """Which operations may overlap which, both ways, whoever of the two says so.

    What lies inside another is counted by that one, so it hands its overlaps up: who may
    overlap a part may overlap the whole. Only a part that states the measure does, for
    nothing of any other part is in the whole's number that could be counted twice.
    """
    inside = lying_inside(cases)
    found: dict[str, set[str]] = {}
    for case in cases.values():
        for code in case.may_overlap & cases.keys():
            pair = [case, cases[code]]
            if any(each.id in inside and not each.states_measure for each in pair):
                continue
            one, other = (outermost(each.id, inside) for each in pair)
            if one != other:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return found


def outermost(code: str, inside: Mapping[str, str]) -> str:
    """The operation that counts for this one."""
    while code in inside:
        code = inside[code]
    return code
