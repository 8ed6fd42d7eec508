"""Many current editions with words, made at once: what a search meets, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from operations import search
from operations.models import Edition, EditionWords, Operation

BATCH = 5_000
# Different texts; each stands in many operations.
TEXTS = 400
# Common words stand in every text, the numbered ones in a few.
COMMON = "the police in Hong Kong arrested people during an operation in"
CHINESE = (
    "警方在行動中拘捕多人涉嫌與三合會有關並檢獲現金及毒品等證物新義安水房掃黃雷霆旺角灣仔元朗屯門"
)


def make(count: int, seed: int = 1) -> None:
    random = Random(seed)  # noqa: S311
    texts = [search.entry(document(at, random)) for at in range(TEXTS)]
    made = iter(range(count))
    while batch := list(islice(made, BATCH)):
        operations = Operation.objects.bulk_create(
            Operation(code=f"made-{at}", name_en=f"Operation {at}", kind="anti_vice")
            for at in batch
        )
        editions = Edition.objects.bulk_create(edition(made, random) for made in operations)
        EditionWords.objects.bulk_create(
            EditionWords(edition=made, **random.choice(texts)) for made in editions
        )


def edition(operation: Operation, random: Random) -> Edition:
    return Edition(
        operation=operation,
        code=operation.code,
        number=1,
        kind="published",
        name_en=operation.name_en,
        undated=False,
        sort_date=date(2000, 1, 1) + timedelta(days=random.randrange(9_000)),
        valid_from=datetime(2026, 1, 1, tzinfo=UTC),
    )


def document(at: int, random: Random) -> dict[str, Any]:
    codes = (random.choice(("raid", "code", "vice")) for _time in range(30))
    rare = " ".join(f"{code}{random.randrange(2_000)}x" for code in codes)
    chinese = "".join(random.choices(CHINESE, k=60))
    if at % 200 == 0:
        chinese += "十四K"
        rare += " thunderbolt"
    return {
        "name": {"en": f"Operation {at}", "zh-Hant": chinese[:6]},
        "aliases": [],
        "summary": {"en": f"{COMMON} {rare}", "zh-Hant": chinese},
        "series": None,
        "groups": [],
        "agencies": [],
        "places": [],
        "sources": [],
    }
