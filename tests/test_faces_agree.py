"""One query string, one answer: page, file and API choose the same operations in one order."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from operations import codes
from operations.models import VOCABULARIES, Agency, Group, Method, Offence, Series, Term
from tests import factories

pytestmark = pytest.mark.django_db

SEED = 20_261_122
OPERATIONS, QUERIES = 60, 150

TERMS: dict[type[Term], dict[str, str]] = {
    Agency: {"hkpf": "", "hkpf.kw": "hkpf", "hkpf.kw.ssp": "hkpf.kw", "immd": ""},
    Group: {"14k": "", "wo": "", "sun": ""},
    Offence: {"hk.200.129": "", "hk.200.139": ""},
    Series: {"thunderbolt": "", "kite": ""},
    Method: {"debt": ""},
    VOCABULARIES["place"]: {
        "hk": "",
        "hk.kln": "hk",
        "hk.kln.ytm": "hk.kln",
        "mo": "",
        "hk+mo": "",
    },
}
DATES = [
    "",
    "",
    "2023",
    "2023-06",
    "2023-06-12",
    "2023-06-12/2023-09-21",
    "2021-06-06/..",
    "2008-09-24/",
    "/2014-01-15",
    "1999",
    "2022-12-30/2023-01-02",
]


def build_terms() -> dict[str, list[Any]]:
    made: dict[str, list[Any]] = {}
    for model, terms in TERMS.items():
        for code, parent in terms.items():
            broader = factories.term(model, parent) if parent else None
            values = {"kind": "control"} if model is Method else {}
            made.setdefault(model.vocabulary, []).append(
                factories.term(model, code, parent=broader, **values)
            )
    return made


def some(chance: random.Random, items: Any, most: int = 2) -> list[Any]:
    return chance.sample(list(items), chance.randint(0, min(most, len(items))))


def build_figures(chance: random.Random, made: Any, places: list[Any], sources: list[Any]) -> None:
    measures = ["persons_arrested", "persons_charged"]
    for _ in range(chance.randint(0, 3)):
        value_type = chance.choice(["value", "value", "value", "not_stated", "verbal_only"])
        stated = value_type == "value"
        factories.figure(
            made,
            chance.choice([0, 5, 100, 1000]) if stated else None,
            measure=chance.choice(measures),
            scope=chance.choice(["all_offences", "vice", "triad"]),
            counted_in=chance.choice(places),
            qualifier=chance.choice(["exact", "about", "at_least", "at_most"])
            if stated
            else "exact",
            value_type=value_type,
            note_en="" if stated else "As the source says.",
            cited=[chance.choice(sources)],
        )


def build(chance: random.Random) -> None:
    terms = build_terms()
    sources = [factories.source(f"source-number-{number}") for number in range(4)]
    for number in range(OPERATIONS):
        made = factories.operation(
            f"operation-{number:02}",
            name_en=chance.choice(["Operation Thunderbolt", "Operation Kite", "Raid"]),
            name_zh_hant=chance.choice(["", "雷霆", "斷鳶"]),
            edtf=chance.choice(DATES),
            kind=chance.choice(codes.Kind.values),
            status=chance.choice(codes.Status.values),
            flags=some(chance, codes.Flag.values),
            series=chance.choice([None, *terms["series"]]),
            agencies=some(chance, terms["agency"]),
            groups=some(chance, terms["group"]),
            places=some(chance, terms["place"]),
            offences=some(chance, terms["offence"]),
        )
        build_figures(chance, made, terms["place"], sources)
        if chance.random() < 0.9:
            factories.publish(made)


VALUES: dict[str, list[str]] = {
    "q": ["thunderbolt", "雷霆", "kite", "nothing like it", "raid"],
    "from": ["2023", "2023-06-13", "2008", "2024-02-31"],
    "to": ["2023", "2023-06-30", "2014-01-15", "1998"],
    "dates": ["overlap", "within"],
    "undated": ["include", "exclude", "only"],
    "year": ["2023", "2021", "1999", "20x3"],
    **{
        model.vocabulary: [*terms, "no-such", "not_stated"]
        for model, terms in TERMS.items()
        if model is not Method
    },
    "relevance": [*codes.Relevance.values, "not_stated"],
    "kind": list(codes.Kind.values),
    "status": list(codes.Status.values),
    "flag": [*codes.Flag.values, "not_stated"],
    "source": [*(f"source-number-{number}" for number in range(4)), "source-none"],
    "measure": ["persons_arrested", "persons_charged", "cash_seized"],
    "scope": ["all_offences", "vice", "triad"],
    "counted_in": ["hk", "mo", "hk+mo"],
    "min": ["0", "5", "101", "abc"],
    "max": ["5", "100", "1000"],
    "stated": ["yes", "no"],
    "disputed": ["yes", "no"],
    "as_of": ["2100", "2001", "2100-01-01"],
    "grup": ["14k"],
}
REPEATABLE = {"year", "agency", "group", "place", "kind", "status", "measure", "scope", "series"}


def queries(chance: random.Random) -> Iterator[str]:
    """Every value of every parameter alone, then mixtures."""
    for name, values in VALUES.items():
        beside = [("measure", "persons_arrested")] if name in ("min", "max") else []
        yield from (urlencode([*beside, (name, value)]) for value in values)
    for _ in range(QUERIES):
        pairs = []
        for name in chance.sample(sorted(VALUES), chance.randint(2, 4)):
            times = chance.randint(1, 2) if name in REPEATABLE else 1
            pairs += [(name, value) for value in chance.sample(VALUES[name], times)]
        if chance.random() < 0.5:
            pairs.append(("sort", chance.choice(["-date", "date"])))
        yield urlencode(pairs)


def of_page(client: Client, query: str) -> list[str] | int:
    """Ids of the rows of all pages, or the status of a refusal."""
    found: list[str] = []
    total = None
    for number in range(1, 1000):
        response = client.get(f"/operations/?{query}&page={number}")
        if response.status_code != 200:
            return response.status_code if number == 1 else -1
        html = response.content.decode()
        total = int(re.findall(r'data-total="(\d+)"', html)[0])
        found += re.findall(r'data-operation="([^"]+)"', html)
        if len(found) >= total:
            break
    assert len(found) == total
    return found


def of_file(client: Client, query: str) -> list[str] | int:
    response = client.get(f"/operations.json?{query}")
    if response.status_code != 200:
        return response.status_code
    answer = json.loads(response.getvalue())
    assert answer["meta"]["count"] == len(answer["operations"])
    return [operation["id"] for operation in answer["operations"]]


def of_api(client: Client, address: str) -> list[Any] | int:
    """Results of all pages."""
    found: list[Any] = []
    while address:
        response = client.get(address)
        if response.status_code != 200:
            return response.status_code
        page = response.json()
        found += page["results"]
        address = page["next"]
    assert page["count"] == len(found)
    return found


def ids_of_api(client: Client, query: str) -> list[str] | int:
    found = of_api(client, f"/api/operations/?{query}&limit=7&fields=id")
    return found if isinstance(found, int) else [operation["id"] for operation in found]


def figures_of_file(client: Client, query: str) -> list[Any] | int:
    response = client.get(f"/figures.json?{query}")
    if response.status_code != 200:
        return response.status_code
    answer = json.loads(response.getvalue())
    assert answer["meta"]["count"] == len(answer["figures"])
    figures: list[Any] = answer["figures"]
    return figures


def test_every_face_gives_the_same_operations_in_the_same_order(client: Client) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    build(chance)
    answered = []
    for query in queries(chance):
        expected = of_file(client, query)
        assert of_page(client, query) == expected, query
        assert ids_of_api(client, query) == expected, query
        figures = figures_of_file(client, query)
        assert of_api(client, f"/api/figures/?{query}&limit=11&count=yes") == figures, query
        answered.append(expected)
    # The comparison is worth nothing if the queries find nothing, everything or an error.
    assert sum(answer == 400 for answer in answered) > 10
    telling = [answer for answer in answered if isinstance(answer, list) and 0 < len(answer) < 40]
    assert len(telling) > 80
