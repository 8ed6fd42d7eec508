"""Every type of public page, in both languages, and how a test opens one."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from operations.charts.catalogue import LISTS
from operations.models import VOCABULARIES
from tests.browser.endings import CORRECTED, WITHDRAWN
from tests.browser.guard import Guard

CHINESE = "/zh-hant"
LANGUAGES = {"": "en", CHINESE: "zh-Hant-HK"}
# What each vocabulary's page shows most of.
TERMS = {
    "agency": "hkpf",
    "group": "14k",
    "offence": "hk.200.129",
    "place": "hk.yau_tsim_mong",
    "series": "thunderbolt",
    "method": "control.debt",
}
PAGES = {
    "home": "/",
    "list": "/operations/",
    "list, filtered": "/operations/?group=14k&from=2020&disputed=no",
    "list, last page": "/operations/?page=2",
    "list, searched": "/operations/?q=雷霆",
    "list, nothing found": "/operations/?q=水房",
    "operation, many figures": "/operations/thunderbolt-2023/",
    "operation, disputed": "/operations/thunderbolt-15/",
    "operation, split in two ways": "/operations/mong-kok-2000/",
    "operation, three places": "/operations/severed-kite-2025/",
    "operation, undated": "/operations/citywide-315/",
    "operation, corrected": f"/operations/{CORRECTED}/",
    "breakdown": "/operations/thunderbolt-2023/charts/breakdown/",
    "breakdown, embedded": "/operations/severed-kite-2025/charts/breakdown/embed/",
    "outcome chain": "/operations/thunderbolt-2021/charts/outcomes/",
    "editions": f"/operations/{CORRECTED}/editions/",
    "changes": f"/operations/{CORRECTED}/editions/3/changes/?since=2",
    "cite, edition": "/operations/thunderbolt-2023/editions/1/cite/",
    "cite, figure": "/operations/thunderbolt-2023/editions/1/cite/?figure=thunderbolt-2023.1",
    "cite, list": "/cite/operations/?group=14k",
    "cite, total": "/cite/totals/?measure=persons_arrested",
    "edition": f"/operations/{CORRECTED}/editions/2/",
    "report, figure": "/operations/thunderbolt-2023/report/?figure=thunderbolt-2023.1",
    "report, part of a figure": "/operations/mong-kok-2000/report/?figure=mong-kok-2000.2",
    "report, record": "/operations/severed-kite-2025/report/",
    "terms": "/terms/",
    **{f"terms, {vocabulary}": f"/terms/{vocabulary}/" for vocabulary in VOCABULARIES},
    **{f"term, {name}": f"/terms/{name}/{code}/" for name, code in TERMS.items()},
    "term, group without operations": "/terms/group/wo_on_lok/",
    "sources": "/sources/",
    "source": "/sources/scmp-3235992/",
    "context": "/context/",
    "totals": "/totals/?measure=persons_arrested",
    "totals by year": "/totals/?measure=persons_arrested&by=year",
    "totals, nothing asked": "/totals/",
    "outcomes": "/totals/outcomes/",
    "charts": "/charts/?from=2020",
    **{f"chart, {name}": f"/charts/{name}/" for name in LISTS},
    "chart, filtered": "/charts/districts/?group=14k",
    "chart, empty": "/charts/timeline/?group=wo_on_lok",
    "chart, embedded": "/charts/years/embed/",
    "corrections": "/corrections/",
    "code book": "/codebook/",
    "data": "/data/",
    "release": "/data/latest/",
    "about": "/about/",
}
REFUSALS = {
    "list, refused": ("/operations/?group=nobody&from=soon", 400),
    "totals, refused": ("/totals/?measure=nothing", 400),
    "chart, embedded, refused": ("/charts/years/embed/?group=nobody", 400),
    "not found": ("/nowhere/", 404),
    "withdrawn": (f"/operations/{WITHDRAWN}/", 410),
    "report, withdrawn": (f"/operations/{WITHDRAWN}/report/", 410),
    "report, no such figure": ("/operations/thunderbolt-2023/report/?figure=nothing", 400),
    # What a reader sees who has sent one is in test_reporting: its address is signed.
    "report, not sent": ("/operations/thunderbolt-2023/report/sent/", 400),
    "edition, redacted": (f"/operations/{CORRECTED}/editions/1/", 410),
}


@dataclass(frozen=True)
class Visit:
    """One address in one language, and the status it answers with."""

    name: str
    address: str
    status: int = 200

    @property
    def language(self) -> str:
        return LANGUAGES[CHINESE if self.address.startswith(f"{CHINESE}/") else ""]

    def open(self, page: Page, guard: Guard) -> Page:
        """Go there and see that it is the page that was meant."""
        if self.status >= 400:
            guard.announce(self.address)
        response = page.goto(self.address)
        assert response is not None
        assert response.status == self.status
        return page


def in_both(visits: list[Visit]) -> list[Visit]:
    """The same visits in English and in Chinese."""
    return [
        Visit(f"{visit.name}, {language}", prefix + visit.address, visit.status)
        for visit in visits
        for prefix, language in LANGUAGES.items()
    ]


ENGLISH = [
    *(Visit(name, address) for name, address in PAGES.items()),
    *(Visit(name, address, status) for name, (address, status) in REFUSALS.items()),
]
EVERY = in_both(ENGLISH)


def named(visit: Visit) -> str:
    """What pytest calls it."""
    return visit.name
