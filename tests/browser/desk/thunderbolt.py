"""Thunderbolt 2023 as somebody types it who has the reports on the table."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.desk.clerk import Clerk
from tests.browser.desk.prepare import ADDED_BY_HAND, FIXTURES

FIXTURE: dict[str, Any] = json.loads(
    (FIXTURES / "operations" / "thunderbolt-2023.json").read_text()
)
SOURCES = {row["id"]: row for row in json.loads((FIXTURES / "sources.json").read_text())}


TERMS: dict[str, dict[str, dict[str, str]]] = {
    vocabulary: {
        row["id"]: row["name"]
        for row in json.loads((FIXTURES / "terms" / f"{vocabulary}.json").read_text())
    }
    for vocabulary in ("agency", "place", "offence", "series")
}
# Fields of a figure below its line, by name in the document.
WHO = ("role", "sex", "age_group", "residency", "nationality")


class Author(Clerk):
    """Fills in the form from top to bottom."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.rows: dict[str, int] = {}
        self.added = False

    def record(self) -> None:
        self.begin()
        self.belongs()
        for figure in FIXTURE["figures"]:
            self.figure(figure)
        self.agencies()

    def at(self, name: str) -> Locator:
        return self.page.locator(f"#id_{name}")

    def begin(self) -> None:
        self.write(self.at("name_en"), FIXTURE["name"]["en"])
        self.write(self.at("code"), FIXTURE["id"])
        self.choose(self.at("kind"), FIXTURE["kind"])
        self.choose(self.at("status"), FIXTURE["status"])
        self.write(self.at("summary_en"), FIXTURE["summary"]["en"])
        self.write(self.at("summary_zh_hant"), FIXTURE["summary"]["zh-Hant"])
        self.write(self.at("edtf"), FIXTURE["dates"]["edtf"])
        expect(self.page.locator("#id_edtf_words")).to_have_text("12 June – 21 September 2023")

    def belongs(self) -> None:
        self.find_term("series", "series", FIXTURE["series"]["id"])
        for name, vocabulary in (("places", "place"), ("offences", "offence")):
            for one in FIXTURE[name]:
                self.find_term(name, vocabulary, one["id"])
        for code in FIXTURE["may_overlap"]:
            self.find(self.at("may_overlap"), code, "Yau Tsim")

    def find_term(self, field: str, vocabulary: str, code: str) -> None:
        """By its English name; the list shows both."""
        names = TERMS[vocabulary][code]
        self.find(self.at(field), names["en"], " ".join(filter(None, names.values())))

    def figure(self, figure: dict[str, Any]) -> None:
        index = len(self.rows)
        self.rows[figure["id"]] = index
        if figure["part_of"]:
            self.part(index, figure)
        else:
            self.whole(index, figure)
        self.who(index, figure)
        self.notes(index, figure)

    def cell(self, index: int, name: str) -> Locator:
        return self.page.locator(f"#id_figures-{index}-{name}")

    def whole(self, index: int, figure: dict[str, Any]) -> None:
        """A new figure; the one before it has the same place, day and sources, or not."""
        before = FIXTURE["figures"][index - 1] if index else None
        alike = before and before["citations"] == figure["citations"]
        self.click(self.page.locator("[data-add-like]" if alike else "[data-add]"))
        self.choose(self.cell(index, "measure"), figure["measure"])
        self.choose(self.cell(index, "qualifier"), figure["qualifier"])
        self.write(self.cell(index, "value"), f"{figure['value']:,}")
        self.choose(self.cell(index, "scope"), figure["scope"])
        if self.cell(index, "counted_in").input_value() != figure["counted_in"]:
            self.write(self.cell(index, "counted_in"), figure["counted_in"])
        self.choose(self.cell(index, "reporting_status"), figure["reporting_status"])
        self.open(index)
        if figure["currency"]:
            self.choose(self.cell(index, "currency"), figure["currency"])
        if not alike:
            for place, citation in enumerate(figure["citations"], start=1):
                self.cite(index, place, citation["source"])

    def part(self, index: int, figure: dict[str, Any]) -> None:
        """One action: it comes under its whole with everything that the two share."""
        whole = self.page.locator(f"#figures-{self.rows[figure['part_of']]}")
        self.click(whole.locator("[data-add-part]"))
        expect(self.cell(index, "value")).to_be_focused()
        self.type(str(figure["value"]))
        self.choose(self.cell(index, "breakdown"), figure["breakdown"])
        if self.cell(index, "breakdown_set").input_value() not in ("", figure["breakdown_set"]):
            self.write(self.cell(index, "breakdown_set"), figure["breakdown_set"])
        wanted = [citation["source"] for citation in figure["citations"]]
        self.drop_sources(index, wanted, whole_of(figure))

    def drop_sources(self, index: int, wanted: list[str], given: list[str]) -> None:
        """Leave out those of the whole's sources that say nothing of this part."""
        for place, code in enumerate(given, start=1):
            if code not in wanted:
                self.choose(self.cell(index, f"source_{place}"), "")

    def who(self, index: int, figure: dict[str, Any]) -> None:
        for name in WHO:
            if figure["who"][name]:
                self.choose(self.cell(index, name), figure["who"][name])
        for name in ("age_from", "age_to", "source_term"):
            if figure["who"][name]:
                self.write(self.cell(index, name), str(figure["who"][name]))

    def notes(self, index: int, figure: dict[str, Any]) -> None:
        self.choose(self.cell(index, "confidence"), figure["confidence"])
        for language, name in (("en", "note_en"), ("zh-Hant", "note_zh_hant")):
            if figure["note"][language]:
                self.write(self.cell(index, name), figure["note"][language])

    def open(self, index: int) -> None:
        row = self.page.locator(f"#figures-{index}")
        if not row.locator("details").evaluate("one => one.open"):
            self.click(row.locator("summary"))

    def cite(self, index: int, place: int, code: str) -> None:
        source = SOURCES[code]
        if code == ADDED_BY_HAND and not self.added:
            self.added = True
            self.add_source(index, place, source)
            return
        self.find(self.cell(index, f"source_{place}"), words_for(source), named(source))

    def add_source(self, index: int, place: int, source: dict[str, Any]) -> None:
        """The “+” beside the field: a small window, and the source is chosen when it closes."""
        with self.page.expect_popup() as opened:
            self.click(self.page.locator(f"#add_id_figures-{index}-source_{place}"))
        window = Clerk(opened.value)
        for name in ("title", "publisher", "url", "published"):
            window.write(opened.value.locator(f"#id_{name}"), source[name])
        window.write(opened.value.locator("#id_code"), source["id"])
        window.choose(opened.value.locator("#id_kind"), source["kind"])
        window.choose(opened.value.locator("#id_language"), source["language"])
        with opened.value.expect_event("close"):
            window.click(opened.value.locator(".submit-row [name=_save]"))
        self.clicks += window.clicks
        self.keys += window.keys
        expect(self.cell(index, f"source_{place}").locator("option:checked")).to_contain_text(
            source["publisher"]
        )

    def agencies(self) -> None:
        for place, one in enumerate(FIXTURE["agencies"]):
            self.click(self.page.locator("#agency_roles-group .add-row a"))
            self.find_term(f"agency_roles-{place}-agency", "agency", one["id"])
            self.choose(self.at(f"agency_roles-{place}-role"), one["role"])


def whole_of(part: dict[str, Any]) -> list[str]:
    whole = next(one for one in FIXTURE["figures"] if one["id"] == part["part_of"])
    return [citation["source"] for citation in whole["citations"]]


def named(source: dict[str, Any]) -> str:
    """What the list of sources calls it."""
    return f"{source['publisher']}: {source['title']}"


def words_for(source: dict[str, Any]) -> str:
    """What somebody types to find a source: who published it, and the day."""
    return f"{source['publisher'].split()[0]} {source['id'][-10:]}"
