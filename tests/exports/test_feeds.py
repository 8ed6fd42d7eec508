"""Atom: the list under any query and the corrections, valid and with nothing hidden in it."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import orjson
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import publishing
from operations.exports.feeds import answer
from operations.models import Edition, Group, Operation
from operations.problems import CONTENT_TYPE
from tests.exports.atom import faults
from tests.factories import figure, operation, publish, published, term

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def load(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert faults(response.content) == []
    return ET.fromstring(response.content)  # noqa: S314 — our own answer


def text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def entries(feed: ET.Element) -> list[ET.Element]:
    return feed.findall(f"{ATOM}entry")


def links(element: ET.Element, relation: str) -> list[dict[str, str]]:
    return [link.attrib for link in element.findall(f"{ATOM}link") if link.get("rel") == relation]


def assert_valid(feed: ET.Element, address: str) -> None:
    """What RFC 4287 asks of a feed and its entries."""
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *entries(feed)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
            assert text(element, name)
        assert RFC_3339.fullmatch(text(element, "updated"))
        kinds = [(link.get("type"), link.get("hreflang")) for link in links(element, "alternate")]
        assert kinds
        assert len(set(kinds)) == len(kinds)
    assert text(feed, f"author/{ATOM}name") == "Enforcement operation tracker"
    assert [link["href"] for link in links(feed, "self")] == [f"http://testserver{address}"]
    named = [text(entry, "id") for entry in entries(feed)]
    assert len(set(named)) == len(named)
    assert all(name.startswith("http://testserver/") for name in named)


def times(code: str, number: int, moment: str) -> None:
    Edition.objects.filter(code=code, number=number).update(valid_from=moment)


def corrected(code: str = "one") -> Operation:
    made = published(code, name_en="First name", name_zh_hant="第一")
    made.name_en = "Second name"
    made.save()
    publish(made, "The name was <b>wrong</b>.")
    return made


def test_an_entry_tells_the_figure_in_both_languages_and_leads_everywhere(client: Client) -> None:
    published("one", name_en="Operation One", name_zh_hant="行動一", edtf="2021")
    times("one", 1, "2026-01-02T03:04:05Z")
    feed = load(client, "/operations.atom")
    assert_valid(feed, "/operations.atom")
    [entry] = entries(feed)
    assert text(entry, "title") == "Operation One / 行動一"
    assert text(entry, "id") == "http://testserver/operations/one/"
    assert text(entry, "updated") == text(feed, "updated") == "2026-01-02T03:04:05+00:00"
    assert text(entry, "summary").startswith(
        '<p lang="en">Dates: 2021. 100 arrested — all offences, Hong Kong only. '
        'Arrested, not convicted. Edition 1 (Published). test</p><p lang="zh-Hant-HK">'
    )
    assert [link["href"] for link in links(entry, "alternate")] == [
        "http://testserver/operations/one/",
        "http://testserver/zh-hant/operations/one/",
        "http://testserver/operations/one/editions/1.json",
    ]
    assert [link["href"] for link in links(entry, "related")] == [
        "http://testserver/operations/one/editions/1/"
    ]


def test_the_newest_edition_comes_first_and_renews_its_entry(client: Client) -> None:
    corrected("one")
    published("two")
    times("two", 1, "2026-01-01T00:00:00Z")
    times("one", 2, "2026-02-01T00:00:00Z")
    found = entries(load(client, "/operations.atom"))
    assert [text(entry, "title") for entry in found] == ["Second name / 第一", "Operation two"]
    assert text(found[0], "id") == "http://testserver/operations/one/"
    assert "Edition 2 (Corrected). The name was &lt;b&gt;wrong&lt;/b&gt;." in text(
        found[0], "summary"
    )


def test_the_feed_answers_the_query_like_every_other_face(client: Client) -> None:
    published("alpha", groups=[term(Group, "14k", "14K")])
    published("beta")
    feed = load(client, "/operations.atom?group=14k&q=")
    assert [text(entry, "title") for entry in entries(feed)] == ["Operation alpha"]
    assert "Operations with Reported link to group: 14K. Sorted last updated first." in text(
        feed, "subtitle"
    )
    assert text(feed, "id") == "http://testserver/operations.atom?group=14k"
    assert links(feed, "alternate")[0]["href"] == "http://testserver/operations/?group=14k"


def test_another_order_is_honoured_when_asked_for(client: Client) -> None:
    for code in ("alpha", "beta"):
        published(code)
    times("beta", 1, "2030-01-01T00:00:00Z")
    newest = [text(entry, "title") for entry in entries(load(client, "/operations.atom"))]
    by_name = load(client, "/operations.atom?sort=name")
    assert newest == ["Operation beta", "Operation alpha"]
    assert [text(entry, "title") for entry in entries(by_name)] == newest[::-1]
    assert "All published operations, by name." in text(by_name, "subtitle")


def test_the_feed_of_a_past_day_leads_to_the_editions_of_that_day(client: Client) -> None:
    corrected()
    Edition.objects.filter(number=1).update(
        valid_from="2020-01-01T00:00:00Z", valid_to="2021-01-01T00:00:00Z"
    )
    [entry] = entries(load(client, "/operations.atom?as_of=2020-06"))
    assert text(entry, "title") == "First name / 第一"
    assert links(entry, "alternate")[0]["href"] == "http://testserver/operations/one/editions/1/"


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/operations.atom?colour=red", "colour"),
        ("/operations.atom?group=none", "group"),
        ("/operations.atom?page=0", "page"),
        ("/operations.atom?sort=random", "sort"),
        ("/corrections.atom?kind=merged", "kind"),
        ("/corrections.atom?page=x", "page"),
    ],
)
def test_a_wrong_parameter_is_named_as_data(client: Client, address: str, parameter: str) -> None:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (400, CONTENT_TYPE)
    assert orjson.loads(response.content)["errors"][0]["parameter"] == parameter


def test_a_long_feed_has_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("operations", "corrections"):
        monkeypatch.setattr(f"operations.exports.feeds.{module}.ENTRIES", 2)
    for number in range(5):
        published(f"op-{number}")
    seen: list[str] = []
    address: str | None = "/operations.atom?undated=only"
    while address:
        feed = load(client, address)
        assert_valid(feed, address)
        assert text(feed, "id") == "http://testserver/operations.atom?undated=only"
        seen += [text(entry, "id") for entry in entries(feed)]
        around = {rel: links(feed, rel)[0]["href"] for rel in ("first", "last")}
        assert around["last"].endswith("undated=only&page=3")
        following = links(feed, "next")
        address = following[0]["href"].removeprefix("http://testserver") if following else None
    assert len(seen) == len(set(seen)) == 5
    assert client.get("/operations.atom?page=9").status_code == 404


def test_no_database_sorts_documents_for_a_page(client: Client) -> None:
    """It would carry each whole document along, and SQLite would do so in our memory."""
    corrected()
    for address in ("/operations.atom", "/operations.atom?sort=name", "/corrections.atom"):
        with CaptureQueriesContext(connection) as queries:
            load(client, address)
        sorting = [query["sql"] for query in queries if "ORDER BY" in query["sql"]]
        assert sorting
        assert [sql for sql in sorting if '"document"' in sql.partition(" FROM ")[0]] == []


def test_a_hundred_entries_are_the_stated_limit() -> None:
    assert answer.ENTRIES == 100


def test_an_empty_feed_is_valid_and_always_the_same(client: Client) -> None:
    for address in ("/operations.atom", "/corrections.atom"):
        feed = load(client, address)
        assert_valid(feed, address)
        assert text(feed, "updated") == "1970-01-01T00:00:00+00:00"


def test_nobody_fetches_the_same_feed_twice(client: Client) -> None:
    published("one")
    first = client.get("/operations.atom")
    again = client.get("/operations.atom", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/operations.atom")["ETag"] == first["ETag"]
    published("two")
    renewed = client.get("/operations.atom", headers={"If-None-Match": first["ETag"]})
    assert renewed.status_code == 200
    publishing.withdraw(
        Operation.objects.get(code="two"), by=None, withdrawal_class="unreliable", reason="Wrong."
    )
    withdrawn = client.get("/operations.atom", headers={"If-None-Match": renewed["ETag"]})
    assert withdrawn.status_code == 200


def test_markup_and_controls_do_no_harm(client: Client) -> None:
    made = operation("one", name_en='<b>"A" & B</b>\x0b', name_zh_hant="<二>\uffff")
    figure(made, 5)
    publish(made, "]]> & <i>\ufffe")
    feed = load(client, "/operations.atom")
    [entry] = entries(feed)
    assert text(entry, "title") == '<b>"A" & B</b>� / <二>�'
    assert "]]&gt; &amp; &lt;i&gt;�" in text(entry, "summary")


def test_the_corrections_are_told_with_reasons_and_without_reissues(client: Client) -> None:
    made = corrected("one")
    survivor, twin = published("survivor"), published("twin")
    group = term(Group, "14k", "14K")
    made.group_links.create(group=group, attribution="ngo")
    publish(made, "Linked.")
    group.name_en = "14 K"
    group.save()
    publishing.reissue(group, by=None)
    publishing.merge(twin, survivor, by=None, reason="The same.")
    publishing.withdraw(survivor, by=None, withdrawal_class="out_of_scope", reason="Elsewhere.")
    feed = load(client, "/corrections.atom")
    assert_valid(feed, "/corrections.atom")
    found = {text(entry, "title"): entry for entry in entries(feed)}
    assert sorted(found) == [
        "Corrected: Second name / 第一 (edition 2)",
        "Corrected: Second name / 第一 (edition 3)",
        "Merged: twin (edition 2)",
        "Withdrawn: survivor (edition 2)",
    ]
    merged = text(found["Merged: twin (edition 2)"], "summary")
    assert '<p lang="en">Merged: survivor. The same.</p>' in merged
    withdrawn = found["Withdrawn: survivor (edition 2)"]
    assert "Withdrawn: outside the scope of this tracker. Elsewhere." in text(withdrawn, "summary")
    assert links(withdrawn, "alternate")[0]["href"] == (
        "http://testserver/operations/survivor/editions/"
    )
    assert all("json" not in link.get("type", "") for link in links(withdrawn, "alternate"))
    second = found["Corrected: Second name / 第一 (edition 2)"]
    assert text(second, "id") == "http://testserver/operations/one/editions/2/"
    assert [link["href"] for link in links(second, "alternate")] == [
        "http://testserver/operations/one/editions/2/changes/",
        "http://testserver/zh-hant/operations/one/editions/2/changes/",
        "http://testserver/operations/one/editions/2.json",
    ]
    for link in links(second, "alternate"):
        assert client.get(link["href"].removeprefix("http://testserver")).status_code == 200


def test_what_was_redacted_appears_nowhere_and_renews_its_entry(client: Client) -> None:
    made = corrected("one")
    times("one", 2, "2026-02-01T00:00:00Z")
    with time_machine.travel("2031-01-01T00:00:00Z", tick=False):
        publishing.redact(made, by=None, withdrawal_class="privacy", reason="Protection.")
    for address in ("/operations.atom", "/operations.atom?as_of=2026-06", "/corrections.atom"):
        body = client.get(address).text
        for hidden in ("First name", "Second name", "第一", "wrong"):
            assert hidden not in body, address
    feed = load(client, "/corrections.atom")
    assert_valid(feed, "/corrections.atom")
    found = {text(entry, "title"): entry for entry in entries(feed)}
    assert sorted(found) == ["Corrected: one (edition 2)", "Redacted: one (edition 3)"]
    blanked = found["Corrected: one (edition 2)"]
    assert text(blanked, "updated") == "2031-01-01T00:00:00+00:00"
    assert "Corrected. text redacted: to protect people." in text(blanked, "summary")
    assert "Redacted: to protect people. Protection." in text(
        found["Redacted: one (edition 3)"], "summary"
    )


def discovered(client: Client, address: str) -> list[Any]:
    return re.findall(
        r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"',
        client.get(address).text,
    )


def test_pages_name_their_feed(client: Client) -> None:
    published("alpha", groups=[term(Group, "14k", "14K")])
    assert discovered(client, "/operations/") == ["/operations.atom"]
    assert discovered(client, "/zh-hant/operations/?group=14k&sort=name&page=1") == [
        "/operations.atom?group=14k"
    ]
    assert discovered(client, "/corrections/") == ["/corrections.atom"]
