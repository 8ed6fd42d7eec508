"""The form of a source: paste an address, take over what was found, nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from operations import history, roles
from operations.models import Edition, Revision, Source, SourceCheck, SourceLookup
from tests import factories
from tests.admin.conftest import at_desk, employ
from tests.admin.desk import Page, address, errors

from .articles import article
from .servers import Outside, Server, redirect, response

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]
PAGE = "http://news.example/page"
HEAD = (
    '<meta property="og:title" content="Police arrest 6,400">'
    '<meta property="og:site_name" content="The Daily">'
    '<meta property="article:published_time" content="2023-09-25">'
)


@pytest.fixture
def contributor() -> Client:
    return at_desk(employ("contributor", roles.CONTRIBUTOR))


@pytest.fixture
def reviewer() -> Client:
    return at_desk(employ("reviewer", roles.EDITOR))


@pytest.fixture(autouse=True)
def page(server: Server) -> None:
    data = {"@type": "NewsArticle"}
    server.pages["/page"] = response(article(head=HEAD, data=data))


def blank(client: Client, query: str = "") -> Page:
    return Page.open(client, address("source", "add") + query)


def shown(response: Any) -> dict[str, Any]:
    """What stands in the fields of the page that came back."""
    form = response.context["adminform"].form
    return {name: form[name].value() for name in form.fields}


def offered(response: Any) -> dict[str, str]:
    return {name: each.value for name, each in response.context["adminform"].form.found.items()}


def test_a_pasted_address_proposes_the_rest_and_saves_nothing(contributor: Client) -> None:
    came = blank(contributor).fill(url=PAGE, note="Ask for the PDF.").save("_look_up")
    assert came.status_code == 200
    assert errors(came) == ""
    assert offered(came) == {
        "title": "Police arrest 6,400",
        "publisher": "The Daily",
        "published": "2023-09-25",
        "language": "en",
        "kind": "news_report",
        "url": PAGE,
        "code": "the-daily-2023-09-25",
    }
    assert (shown(came)["url"], shown(came)["note"]) == (PAGE, "Ask for the PDF.")
    assert not shown(came)["title"]
    assert not shown(came)["publisher"]
    assert 'name="_take" value="title"' in came.content.decode()
    assert not Source.objects.exists()


def test_one_proposal_is_taken_over_and_what_was_typed_stays(contributor: Client) -> None:
    form = blank(contributor).fill(url=PAGE, title="My own title", publisher="")
    form.save("_look_up")
    came = contributor.post(form.url, {**form.data, "_take": "publisher"})
    assert (shown(came)["publisher"], shown(came)["title"]) == ("The Daily", "My own title")
    assert not Source.objects.exists()


def test_everything_is_taken_into_the_empty_fields_and_saved(contributor: Client) -> None:
    form = blank(contributor).fill(url=PAGE, title="My own title", code="daily-1")
    form.save("_look_up")
    came = contributor.post(form.url, {**form.data, "_take_empty": "1"})
    typed = {name: value for name, value in shown(came).items() if value}
    assert form.fill(**typed).save().status_code == 302
    source = Source.objects.get()
    assert (source.title, source.publisher, source.published, source.language, source.kind) == (
        "My own title",
        "The Daily",
        "2023-09-25",
        "en",
        "news_report",
    )
    assert Revision.objects.get().number == 1


def test_saving_an_address_reads_it_once_for_health_copy_and_proposals(
    contributor: Client, server: Server
) -> None:
    form = blank(contributor).fill(url=PAGE, code="daily-1", publisher="The Daily")
    assert form.fill(language="en", kind="news_report").save().status_code == 302
    source = Source.objects.get()
    assert (source.health, source.archives.count()) == ("live", 1)
    assert server.hits == ["/page"]
    came = contributor.get(address("source", "change", source.pk))
    assert offered(came)["title"] == "Police arrest 6,400"
    assert shown(came)["title"] == ""


def test_a_save_that_is_refused_looks_the_page_up_meanwhile(contributor: Client) -> None:
    came = blank(contributor).fill(url=PAGE).save()
    assert "This field is required." in errors(came)
    assert SourceLookup.objects.get().found["publisher"] == "The Daily"


def test_an_id_that_is_taken_is_proposed_with_a_number(contributor: Client) -> None:
    factories.source("the-daily-2023-09-25")
    came = blank(contributor).fill(url=PAGE).save("_look_up")
    assert offered(came)["code"] == "the-daily-2023-09-25-2"


def test_looking_up_in_the_popup_stays_in_the_popup(contributor: Client) -> None:
    form = blank(contributor, "?_popup=1").fill(url=PAGE, _popup="1")
    came = form.save("_look_up")
    assert 'name="_popup" value="1"' in came.content.decode()
    assert offered(came)["publisher"] == "The Daily"


def test_a_title_that_may_name_a_person_is_not_proposed_silently(
    contributor: Client, server: Server
) -> None:
    head = '<meta property="og:title" content="The 39-year-old man surnamed Chan, in court">'
    server.pages["/page"] = response(article(head=head))
    form = blank(contributor).fill(url=PAGE)
    came = form.save("_look_up")
    warning = "This title may name a person: do not take it over unless it is needed."
    assert warning in came.content.decode()
    came = contributor.post(form.url, {**form.data, "_take_empty": "1"})
    assert shown(came)["title"] == ""
    came = contributor.post(form.url, {**form.data, "_take": "title"})
    assert shown(came)["title"].startswith("The 39-year-old")


def test_markup_in_what_a_page_says_stays_text(contributor: Client, server: Server) -> None:
    head = '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;">'
    server.pages["/page"] = response(article(head=head))
    came = blank(contributor).fill(url=PAGE).save("_look_up").content.decode()
    assert "&lt;script&gt;alert(1)" in came
    assert "<script>alert" not in came


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://news.example/nothing", "The server says that there is no such page."),
        ("http://127.0.0.1/", "The address leads into a private network."),
        ("http://trap.example/", "The address leads into a private network."),
    ],
)
def test_what_was_not_found_is_said(
    contributor: Client, reading: Outside, url: str, words: str
) -> None:
    reading.names["trap.example"] = [["10.0.0.1"]]
    came = blank(contributor).fill(url=url).save("_look_up")
    assert words in came.content.decode()
    assert set(reading.connected) <= {"93.184.216.34"}


@pytest.mark.parametrize("url", ["", "nonsense", "javascript:alert(1)", "ftp://news.example/"])
def test_what_is_no_address_is_not_looked_up(contributor: Client, url: str) -> None:
    assert blank(contributor).fill(url=url).save("_look_up").status_code == 200
    assert not SourceLookup.objects.exists()


def test_a_page_is_looked_up_once_an_hour(contributor: Client, server: Server) -> None:
    form = blank(contributor).fill(url=PAGE)
    form.save("_look_up")
    form.fill(url=f"{PAGE}#part").save("_look_up")
    assert server.hits == ["/page"]


def test_scripts_ask_and_poll_as_json(contributor: Client) -> None:
    asked = contributor.post("/admin/operations/source/look-up/", {"url": PAGE}).json()
    assert asked["state"] == "found"
    assert asked["proposals"]["kind"] == {
        "value": "news_report",
        "words": "News report",
        "warning": "",
        "found": "Found:",
        "take": "Take it",
        "describe": "Take over what was found: kind",
    }
    assert contributor.get(asked["address"]).json() == asked
    waiting = SourceLookup.objects.create(url="http://news.example/other")
    came = contributor.get(f"/admin/operations/source/look-up/{waiting.pk}/").json()
    assert (came["state"], came["proposals"]) == ("waiting", {})
    refused = contributor.post("/admin/operations/source/look-up/", {"url": "x"})
    assert (refused.status_code, refused.json()["state"]) == (400, "refused")


def test_the_same_address_in_another_spelling_is_refused_with_a_link(contributor: Client) -> None:
    first = factories.source("first", url=PAGE)
    form = blank(contributor).fill(url="https://www.news.example/page/?utm_source=x", code="two")
    form.fill(publisher="The Daily", language="en", kind="news_report")
    came = form.save()
    assert "This address is known already:" in errors(came)
    assert f'href="{address("source", "change", first.pk)}"' in came.content.decode()
    assert "different_page" in shown(came)
    assert form.fill(different_page="The second page of the report.").save().status_code == 302
    assert Source.objects.get(code="two").different_page == "The second page of the report."
    assert Revision.objects.get(code="two").document["fields"]["different_page"] != ""


def test_a_reason_without_another_source_is_not_kept(contributor: Client) -> None:
    source = factories.source("one", url=PAGE, different_page="There was another.")
    form = Page.open(contributor, address("source", "change", source.pk))
    assert form.save().status_code == 302
    source.refresh_from_db()
    assert source.different_page == ""


def test_a_source_may_keep_its_own_address(contributor: Client) -> None:
    source = factories.source("one", url=PAGE)
    form = Page.open(contributor, address("source", "change", source.pk))
    assert form.fill(url=f"{PAGE}/").save().status_code == 302


def test_where_a_page_moved_is_proposed_and_not_taken_silently(
    contributor: Client, server: Server
) -> None:
    server.pages["/old"] = redirect("/page", "301 Moved")
    source = factories.source("one", url="http://news.example/old")
    check = f"/admin/operations/source/{source.pk}/check/"
    assert contributor.post(check).status_code == 302
    form = Page.open(contributor, address("source", "change", source.pk))
    came = contributor.get(form.url)
    assert came.context["adminform"].form.found["url"].value == PAGE
    assert form.data["url"] == "http://news.example/old"
    came = contributor.post(form.url, {**form.data, "_take": "url"})
    assert shown(came)["url"] == PAGE
    assert form.fill(url=PAGE).save().status_code == 302
    source.refresh_from_db()
    assert (source.url, source.health) == (PAGE, "live")


def test_a_check_is_asked_for_with_a_button_and_named(contributor: Client) -> None:
    source = factories.source("one", url=PAGE)
    contributor.post(f"/admin/operations/source/{source.pk}/check/")
    made = SourceCheck.objects.get()
    assert made.made_by is not None
    assert (made.made_by.username, made.health) == ("contributor", "live")
    came = contributor.get(address("source", "change", source.pk)).content.decode()
    assert "The page was read." in came


def test_a_change_is_taken_for_read_with_a_button(contributor: Client, server: Server) -> None:
    source = factories.source("one", url=PAGE)
    url = f"/admin/operations/source/{source.pk}"
    contributor.post(f"{url}/check/")
    server.pages["/page"] = response(article("A quite different text that is long enough to say."))
    contributor.post(f"{url}/check/")
    source.refresh_from_db()
    assert source.health == "changed"
    contributor.post(f"{url}/as-read/")
    source.refresh_from_db()
    assert source.health == "live"


def test_health_set_by_hand_is_recorded_and_stands(contributor: Client) -> None:
    source = factories.source("one", url=PAGE)
    form = Page.open(contributor, address("source", "change", source.pk))
    assert form.fill(health="paywalled").save().status_code == 302
    source.refresh_from_db()
    assert (source.health, source.health_by_hand) == ("paywalled", True)
    assert SourceCheck.objects.get().outcome == "by_hand"
    contributor.post(f"/admin/operations/source/{source.pk}/check/")
    source.refresh_from_db()
    assert source.health == "paywalled"


def test_another_address_loses_the_health_of_the_old_one(
    contributor: Client, server: Server
) -> None:
    source = factories.source("one", url=PAGE)
    contributor.post(f"/admin/operations/source/{source.pk}/check/")
    server.pages["/other"] = response("no", status="500 No")
    form = Page.open(contributor, address("source", "change", source.pk))
    form.fill(url="http://news.example/other").save()
    source.refresh_from_db()
    assert (source.health, source.text_as_read) == ("not_checked", [])


def test_going_back_to_another_address_reads_that_one(reviewer: Client, server: Server) -> None:
    source = factories.source("one", url="http://news.example/before", health="gone")
    history.save_revision(source, None)
    form = Page.open(reviewer, address("source", "change", source.pk)).fill(url=PAGE)
    assert form.save().status_code == 302
    server.pages["/before"] = response(article())
    server.hits.clear()
    step = f"/admin/operations/source/{source.pk}/history/1/revert/"
    assert reviewer.post(step, {"last": 2, "note": ""}).status_code == 302
    source.refresh_from_db()
    assert (source.url, source.health) == ("http://news.example/before", "live")
    assert "/before" in str(server.hits)
    assert source.text_as_read


def test_a_site_that_fetches_nothing_says_so_and_saves_all_the_same(
    contributor: Client, settings: LazySettings, server: Server
) -> None:
    settings.FETCH_SOURCES = False
    form = blank(contributor).fill(url=PAGE, code="one", publisher="The Daily")
    form.fill(language="en", kind="wire")
    form.save("_look_up")
    assert form.save().status_code == 302
    came = contributor.post("/admin/operations/source/look-up/", {"url": PAGE})
    assert came.json()["message"] == "This installation does not fetch pages."
    assert server.hits == []
    assert not SourceLookup.objects.exists()


def test_nothing_the_machine_does_makes_an_edition_and_a_quoted_copy_makes_one(
    contributor: Client, reviewer: Client
) -> None:
    source = factories.source("one", url=PAGE)
    operation = factories.operation("sweep")
    factories.figure(operation, 100, cited=[source])
    factories.publish(operation)
    url = f"/admin/operations/source/{source.pk}"
    assert contributor.post(f"{url}/check/").status_code == 403
    reviewer.post(f"{url}/check/")
    copy = source.archives.get()
    assert Edition.objects.count() == 1
    assert contributor.post(f"{url}/copies/{copy.pk}/quote/").status_code == 403
    assert reviewer.post(f"{url}/copies/{copy.pk}/quote/").status_code == 302
    edition = Edition.objects.get(number=2)
    [archive] = edition.content["sources"][0]["archives"]
    assert (edition.kind, archive["sha256"]) == ("reissued", copy.sha256)
    reviewer.post(f"{url}/copies/{copy.pk}/quote/")
    assert Edition.objects.count() == 2
