"""What a search finds in the committed data, on either database.

The expected ids were read from ``fixtures/`` as text: every operation in whose names, aliases,
summaries, series, groups, agencies, places or titles of sources the word stands, in any of its
spellings. Beside each list stands why.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_data")]

# The series is called Thunderbolt 雷霆; both names stand in every operation of it.
SERIES = {
    "blue-mist-2025",
    "citywide-sweep-2025-10",
    "ntn-undercover-2017",
    "severed-kite-2025",
    "yau-ma-tei-114-2024",
}
THUNDERBOLT = {
    "thunderbolt-12",
    "thunderbolt-14-guangdong-part",
    "thunderbolt-15",
    "thunderbolt-16",
    "thunderbolt-17-phase-1",
    "thunderbolt-17-phase-2",
    "thunderbolt-2019-macau-part",
    "thunderbolt-2021",
    "thunderbolt-2022",
    "thunderbolt-2023",
    "thunderbolt-2024",
    "thunderbolt-2025",
}
# Their summaries say that they overlap with it, in both languages.
MENTION_THUNDERBOLT = {"firestorm-2025-10", "yau-tsim-2023-08"}
ALL_THUNDERBOLT = SERIES | THUNDERBOLT | MENTION_THUNDERBOLT

# 掃黃 stands in these summaries …
ANTI_VICE = {
    "champion-central-2025",
    "firestone-2025",
    "firestorm-2014",
    "firestorm-2016",
    "firestorm-2018",
    "firestorm-2019",
    "firestorm-2021-08",
    "firestorm-2025-12",
    "fung-fire-2013",
    "jellyfish",
    "mong-kok-2000",
    "rangepower-2022",
    "ridge-horse-2024",
    "tai-po-2023-06",
    "tsuen-wan-45",
    "wan-chai-2023-05",
    "wan-chai-2023-11",
    # … and only in the title of a source of these.
    "blue-mist-2025",
    "severed-kite-2025",
}
# The group Sun Yee On 新義安 is linked to these.
SUN_YEE_ON = {"ambush-arrow-2025", "blue-mist-2025", "sky-fort-2025"}
# The group 14K, 14 K, 十四K.
FOURTEEN_K = {
    "14k-cross-border-2002",
    "king-hing-building",
    "nov-2024-14k",
    "yuen-long-14k-2014",
}
# Mong Kok 旺角 is another name of the district Yau Tsim Mong, a place of these.
MONG_KOK = {
    "14k-cross-border-2002",
    "cannonshot",
    "citywide-sweep-2025-10",
    "firestorm-2014",
    "firestorm-2016",
    "firestorm-2018",
    "firestorm-2019",
    "firestorm-2021-08",
    "firestorm-2025-10",
    "firestorm-2025-12",
    "flowingshade-april",
    "fung-fire-2013",
    "icypond",
    "jellyfish",
    "king-hing-building",
    "kowloon-west-2008",
    "mong-kok-2000",
    "rootcanal",
    "stempicker",
    "thai-rescue-2013",
    "tst-hotel-fifth-wave",
    "yau-ma-tei-114-2024",
    "yau-tsim-2023-08",
}
# Macau is a place of these; those of Thunderbolt are all the joint ones.
MACAU = THUNDERBOLT | {
    "japan-four-place-65",
    "lisboa-macau-2015",
    "macau-iao-hon-2021",
    "severed-kite-2025",
}
FIRESTORM = {f"firestorm-{year}" for year in ("2014", "2016", "2018", "2019", "2021-08")} | {
    "firestorm-2025-10",
    "firestorm-2025-12",
}

EXPECTED = [
    ("雷霆", ALL_THUNDERBOLT),
    ("霆", ALL_THUNDERBOLT),
    ("thunderbolt", ALL_THUNDERBOLT),
    ("THUNDER", ALL_THUNDERBOLT),
    ("掃黃", ANTI_VICE),
    ("扫黄", ANTI_VICE),
    ("新义安", SUN_YEE_ON),
    ("新義安", SUN_YEE_ON),
    ('"Sun Yee On"', SUN_YEE_ON),
    ("sun yee on", SUN_YEE_ON),
    ("14k", FOURTEEN_K),
    ("14 K", FOURTEEN_K),
    ("14-K", FOURTEEN_K),
    ("１４Ｋ", FOURTEEN_K),
    ("十四K", FOURTEEN_K),
    ("旺角", MONG_KOK),
    ("Mong Kok", MONG_KOK),
    ("macau", MACAU),
    ("烽火", FIRESTORM),
    # The two phases are written 雷霆17 and 雷霆一七; the 2017 operation is part of
    # the second and says so.
    ("雷霆17", {"thunderbolt-17-phase-1", "thunderbolt-17-phase-2", "ntn-undercover-2017"}),
    ("雷霆一七", {"thunderbolt-17-phase-1", "thunderbolt-17-phase-2", "ntn-undercover-2017"}),
    ("14K 旺角", {"14k-cross-border-2002", "king-hing-building"}),
]

# Names in the code lists that no operation names: what is typed, the term.
WITHOUT_OPERATION = [
    ("水房", "wo_on_lok"),
    ("Wo On Lok", "wo_on_lok"),
    ("和安乐", "wo_on_lok"),
    ("Shui Fong", "wo_on_lok"),
    ("大圈仔", "big_circle"),
    ("和勝義", "wo_shing_yee"),
    ("Wo Shing Yee", "wo_shing_yee"),
]


@pytest.mark.parametrize(("typed", "expected"), EXPECTED)
def test_a_search_finds_the_operations_that_the_data_hold(
    client: Client, typed: str, expected: set[str]
) -> None:
    answer = client.get(f"/api/operations/?q={quote(typed)}&limit=100").json()
    assert {each["id"] for each in answer["results"]} == expected


@pytest.mark.parametrize(("typed", "term"), WITHOUT_OPERATION)
@pytest.mark.parametrize("start", ["", "/zh-hant"])
def test_a_name_without_an_operation_leads_to_its_page(
    client: Client, typed: str, term: str, start: str
) -> None:
    page = client.get(f"{start}/operations/?q={quote(typed)}").text
    assert 'data-total="0"' in page
    assert f'data-term="group:{term}"' in page
    assert f'href="{start}/terms/group/{term}/"' in page
