"""What the OpenAPI document shows: real values of parameters, and what the API answered to them.

Each answer is a file named after its operation. They were read from the data that come with the
site; tests compare them with what it answers now, and write them anew (see
``tests/realdata/test_api_examples.py``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

HERE = Path(__file__).parent

# By name; a parameter that may be repeated has a list.
PARAMETERS: dict[str, Any] = {
    "q": "十四K",
    "from": "2023-06",
    "to": "2025",
    "dates": "within",
    "undated": "include",
    "year": ["2023"],
    "series": ["thunderbolt"],
    "agency": ["hkpf"],
    "group": ["14k", "wo_shing_wo"],
    "offence": ["hk.200.129"],
    "relevance": ["vice_offence"],
    "place": ["hk.kln"],
    "kind": ["anti_vice"],
    "status": ["concluded"],
    "measure": ["persons_arrested"],
    "scope": ["all_offences"],
    "counted_in": ["hk"],
    "min": 100,
    "max": 5000,
    "stated": "yes",
    "disputed": "yes",
    "flag": ["single_source"],
    "source": ["bactf-2024-08"],
    "as_of": "2026-12-31",
    "sort": "date",
    "by": "year",
    "limit": 2,
    "count": "no",
    "vocabulary": "group",
}
# What keys there are depends on what is asked for, and so does an id.
FIELDS = {
    "operations": ("id,name,dates", "vocabulary"),
    "figures": ("operation,measure,value,scope,counted_in", "note,rank_note"),
    "sources": ("id,title,url", "archives,kept_copies"),
    "terms": ("id,name,broader", "note"),
    "assessments": ("id,year,tier", "figures,sources"),
    "statements": ("id,date,subject", "figures,sources"),
}
CODES = {
    "operations_retrieve": "wan-chai-2023-11",
    "sources_retrieve": "bactf-2024-08",
    "terms_retrieve": "14k",
    "assessments_retrieve": "tip-2014",
    "statements_retrieve": "gov-2016-06-30",
}
# The address whose answer each operation shows.
ANSWERED = {
    "operations_list": "/api/operations/?group=14k&fields=id,name,dates,disputed&limit=2",
    "operations_retrieve": "/api/operations/wan-chai-2023-11/",
    "figures_list": "/api/figures/?series=thunderbolt&limit=1",
    "totals_retrieve": "/api/totals/?measure=persons_arrested&series=thunderbolt&from=2021",
    "changes_list": "/api/changes/?limit=1",
    "sources_list": "/api/sources/?limit=1",
    "sources_retrieve": "/api/sources/bactf-2024-08/",
    "terms_list": "/api/terms/group/?limit=2",
    "terms_retrieve": "/api/terms/group/14k/",
    "assessments_list": "/api/assessments/?fields=id,year,tier&limit=2",
    "assessments_retrieve": "/api/assessments/tip-2014/",
    "statements_list": "/api/statements/?fields=id,date,subject&limit=2",
    "statements_retrieve": "/api/statements/gov-2016-06-30/",
}


@cache
def read(name: str) -> Any:
    """The answer in one of the files."""
    return orjson.loads((HERE / f"{name}.json").read_bytes())


def of_parameter(operation: str, name: str) -> Any:
    """A value that this parameter of an operation really takes."""
    match name:
        case "code":
            return CODES[operation]
        case "cursor":
            following = urlsplit(read(operation)["next"]).query
            return parse_qs(following)["cursor"][0]
        case "since":
            return read(operation)["results"][-1]["cursor"]
        case "fields" | "exclude":
            wanted, unwanted = FIELDS[operation.partition("_")[0]]
            return wanted if name == "fields" else unwanted
        case "measure" | "scope" | "counted_in" if operation == "totals_retrieve":
            # There they choose one figure.
            return PARAMETERS[name][0]
    return PARAMETERS[name]
