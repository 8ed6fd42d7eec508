"""``/api/schema/``: valid OpenAPI, made without a warning, and true of every answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from operations import publishing
from operations.api.finishing import REFUSALS
from operations.filters import MEANINGS, PARAMETERS
from operations.models import (
    VOCABULARIES,
    Agency,
    Archive,
    Group,
    Method,
    Offence,
    OperationLink,
    OperationRoute,
    Series,
    Source,
)
from operations.shapes import ASSESSMENT, OPERATION, OWNED_FIGURE, SOURCE, STATEMENT, TERMS
from operations.totals import By
from tests import factories
from tests.api.ask import PROBLEM, read, send
from tests.api.test_context import assessment, statement

pytestmark = pytest.mark.django_db

FILTERED = ["/api/operations/", "/api/figures/"]
PATHS = {
    "/api/operations/",
    "/api/operations/{code}/",
    "/api/figures/",
    "/api/changes/",
    "/api/totals/",
    "/api/sources/",
    "/api/sources/{code}/",
    "/api/terms/{vocabulary}/",
    "/api/terms/{vocabulary}/{code}/",
    "/api/assessments/",
    "/api/assessments/{code}/",
    "/api/statements/",
    "/api/statements/{code}/",
}


@pytest.fixture
def schema() -> dict[str, Any]:
    made: dict[str, Any] = read("/api/schema/")
    return made


@pytest.fixture
def everything() -> None:
    """An operation in which no key is empty, one in which nearly all are, and context."""
    hongkong = factories.place("hk")
    made = factories.operation(
        "full",
        name_zh_hant="全",
        aliases=["F"],
        summary_en="A summary.",
        status="concluded",
        flags=["single_source"],
        edtf="2023-06-12/2023-09-21",
        date_note_en="As the release says.",
        series=factories.term(Series, "full"),
        parent=factories.published("parent"),
        places=[hongkong],
        groups=[factories.term(Group, "14k")],
        agencies=[factories.term(Agency, "hkpf")],
        offences=[factories.term(Offence, "hk.200.129")],
        methods=[factories.term(Method, "debt", kind="control")],
    )
    made.may_overlap.add(factories.published("empty", arrested=None))
    OperationRoute.objects.create(
        operation=made, origin=factories.place("th"), destination=hongkong
    )
    OperationLink.objects.create(operation=made, kind="wikidata", url="https://example.org/q1")
    source = factories.source("full-source", accessed_on="2026-01-02", checked_at="2026-01-03T04Z")
    Archive.objects.create(source=source, url="https://example.org/a", archived_at="2026-01-02T03Z")
    whole = factories.figure(made, 100, cited=[source], as_at="2023-09-22", note_en="All.")
    factories.part(whole, 60, sex="female", age_from=17, age_to=70, source_term="women")
    factories.part(whole, 40, sex="male")
    factories.figure(made, 120, as_at="2023-09-22")
    factories.figure(made, 200, covers=[factories.published("inside")], confidence="low")
    factories.figure(
        made,
        None,
        measure="cash_seized",
        scope="not_applicable",
        currency="HKD",
        qualifier="range",
        low=Decimal("1.5"),
        high=Decimal("2.25"),
        rank="deprecated",
        rank_reason="transcription_error",
        rank_note_en="Misprinted.",
    )
    factories.publish(made)
    report = assessment()
    publishing.publish_context(report)
    publishing.publish_context(statement("reply", report))


def test_the_command_makes_it_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn")
    output = capsys.readouterr()
    assert output.out.startswith("openapi: 3.1.1")
    assert output.err == ""


def test_it_is_valid_openapi(schema: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(schema).validate()
    assert set(schema["paths"]) == PATHS
    assert schema["info"]["license"]["name"] == "CC-BY-4.0"
    assert {tag["name"] for tag in schema["tags"]} == {
        tag for path in schema["paths"].values() for tag in path["get"]["tags"]
    }


def test_every_component_is_used_and_every_reference_leads_somewhere(
    schema: dict[str, Any],
) -> None:
    components = schema["components"]["schemas"]
    for component in components.values():
        Draft202012Validator.check_schema(component)
    assert references(schema) == {f"#/components/schemas/{name}" for name in components}


def references(part: Any) -> set[str]:
    if isinstance(part, list):
        return set().union(*map(references, part))
    if not isinstance(part, dict):
        return set()
    own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
    return own.union(*map(references, part.values()))


@pytest.mark.parametrize("path", FILTERED)
def test_every_parameter_is_documented_and_no_other(schema: dict[str, Any], path: str) -> None:
    documented = {each["name"]: each for each in schema["paths"][path]["get"]["parameters"]}
    own = {"cursor", "limit", "fields", "exclude", "count"}
    assert set(documented) == {*PARAMETERS, *own}
    assert all(each["description"] for each in documented.values())
    assert documented["sort"]["schema"]["enum"] == ["-date", "date"]
    assert documented["kind"]["schema"]["items"]["enum"][0] == "organised_crime_sweep"
    assert documented["relevance"]["schema"]["items"]["enum"][0] == "trafficking_offence"


@pytest.mark.parametrize("path", [*FILTERED, "/api/totals/"])
def test_every_parameter_says_what_it_does_its_default_and_its_unit(
    schema: dict[str, Any], path: str
) -> None:
    documented = schema["paths"][path]["get"]["parameters"]
    said = {each["name"]: each["description"] for each in documented}
    assert [name for name, text in said.items() if len(text.split()) < 4] == []
    assert "(overlap, the default)" in said["dates"]
    assert "left out beside “from”, “to” or “year”" in said["undated"]
    for name in ("from", "to", "year"):
        assert "left out unless “undated” says “include”" in said[name]
    for name in ("min", "max"):
        assert "money in the currency that each source gives" in said[name]
    assert "the release of that name" in said["as_of"]
    assert "-updated, -arrests, name" in said["sort"]


def test_totals_say_what_the_rows_of_each_grouping_are(schema: dict[str, Any]) -> None:
    parameters = schema["paths"]["/api/totals/"]["get"]["parameters"]
    [by] = [each for each in parameters if each["name"] == "by"]
    for key in By.values:
        assert f"`{key}`:" in by["description"]
    assert "places where operations took place, not where people were counted" in by["description"]


def test_every_parameter_of_the_filter_has_its_meaning_and_no_other() -> None:
    assert set(MEANINGS) == set(PARAMETERS)


def test_every_documented_code_is_taken(schema: dict[str, Any]) -> None:
    for each in schema["paths"]["/api/operations/"]["get"]["parameters"]:
        values = each["schema"].get("items", each["schema"]).get("enum", [])
        for value in values:
            read(f"/api/operations/?{each['name']}={value}")


@pytest.mark.parametrize("path", sorted(PATHS))
def test_every_refusal_is_documented(schema: dict[str, Any], path: str) -> None:
    responses = schema["paths"][path]["get"]["responses"]
    refusals = {
        status for status, answer in responses.items() if PROBLEM in answer.get("content", {})
    }
    expected = {"400", "405", "406", "429"} | ({"404"} if "{" in path else set())
    assert refusals == expected | ({"410"} if path == "/api/operations/{code}/" else set())


@pytest.mark.parametrize("path", sorted(PATHS))
def test_every_parameter_answer_and_header_has_an_example_that_its_schema_allows(
    schema: dict[str, Any], path: str
) -> None:
    operation = schema["paths"][path]["get"]
    described = [*operation["parameters"]]
    for response in operation["responses"].values():
        described += [*response.get("content", {}).values(), *response["headers"].values()]
    for each in described:
        [example] = each["schema"].get("examples") or [each["example"]]
        validate(schema, each["schema"], example)
    assert len(described) > 10


REFUSED = [
    ("400", "GET", "/api/operations/?year=20x3", {}),
    ("404", "GET", "/api/operations/no-such/", {}),
    ("405", "POST", "/api/operations/", {}),
    ("406", "GET", "/api/operations/", {"accept": "text/html"}),
    ("410", "GET", "/api/operations/twice/", {}),
]


@pytest.mark.parametrize(("status", "method", "address", "headers"), REFUSED)
def test_examples_of_refusals_are_what_is_answered(
    status: str, method: str, address: str, headers: dict[str, str]
) -> None:
    reason = "Recorded twice by mistake."
    made = factories.published("twice")
    publishing.withdraw(made, by=None, withdrawal_class="duplicate", reason=reason)
    response: Any = send(method, address, **headers)
    assert response.status_code == int(status)
    assert response.json() == REFUSALS[status]


def answers(schema: dict[str, Any], path: str, address: str) -> Any:
    """What an address answers, compared with what the schema promises under ``path``."""
    answer = read(address)
    promised = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    validate(schema, promised["schema"], answer)
    return answer


def validate(schema: dict[str, Any], promised: dict[str, Any], answer: Any) -> None:
    whole = {**promised, "components": schema["components"]}
    found = list(
        Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(
            answer
        )
    )
    assert [f"{error.json_path}: {error.message[:200]}" for error in found] == []


@pytest.mark.parametrize(
    ("collection", "shape", "code"),
    [
        ("operations", OPERATION, "full"),
        ("sources", SOURCE, "full-source"),
        ("assessments", ASSESSMENT, "tip-2023"),
        ("statements", STATEMENT, "reply"),
    ],
)
def test_documents_have_the_promised_shape_and_no_key_is_missing(
    everything: None, schema: dict[str, Any], collection: str, shape: dict[str, Any], code: str
) -> None:
    path = f"/api/{collection}/"
    page = answers(schema, path, path)
    assert page["results"]
    for document in page["results"]:
        assert set(document) == set(shape["properties"])
        item = answers(schema, f"{path}{{code}}/", f"{path}{document['id']}/")
        assert item == document
    assert code in [document["id"] for document in page["results"]]
    answers(schema, path, f"{path}?fields=id&limit=1&count=no")


def test_figures_have_the_promised_shape(everything: None, schema: dict[str, Any]) -> None:
    page = answers(schema, "/api/figures/", "/api/figures/")
    assert len(page["results"]) == 8
    for figure in page["results"]:
        assert set(figure) == set(OWNED_FIGURE["properties"])


@pytest.mark.parametrize("vocabulary", list(VOCABULARIES))
def test_terms_have_the_promised_shape(
    everything: None, schema: dict[str, Any], vocabulary: str
) -> None:
    path = "/api/terms/{vocabulary}/"
    page = answers(schema, path, f"/api/terms/{vocabulary}/")
    assert page["results"]
    for term in page["results"]:
        assert set(term) == set(TERMS[vocabulary]["properties"])
        address = f"/api/terms/{vocabulary}/{term['id']}/"
        assert answers(schema, f"{path}{{code}}/", address) == term


@pytest.mark.parametrize("query", ["persons_arrested&by=place", "cash_seized", "other"])
def test_totals_have_the_promised_shape(
    everything: None, schema: dict[str, Any], query: str
) -> None:
    answers(schema, "/api/totals/", f"/api/totals/?measure={query}")


def test_refusals_have_the_promised_shape(schema: dict[str, Any]) -> None:
    made = factories.published("alpha")
    publishing.withdraw(made, by=None, withdrawal_class="legal", reason="By order.")
    components = schema["components"]["schemas"]
    validate(schema, components["Gone"], read("/api/operations/alpha/", 410))
    for address, status in (
        ("/api/operations/?limit=0&grup=14k", 400),
        ("/api/operations/beta/", 404),
    ):
        validate(schema, components["Problem"], read(address, status))
    for method, accept, status in (("POST", "*/*", 405), ("GET", "text/html", 406)):
        response: Any = send(method, "/api/operations/", accept=accept)
        assert response.status_code == status
        validate(schema, components["Problem"], response.json())


def test_the_example_has_no_empty_key(everything: None) -> None:
    """Else the comparison above would compare nothing there."""
    document = read("/api/operations/full/")
    assert [key for key, value in document.items() if not value] == []
    assert Source.objects.filter(code="full-source").exists()
