"""The examples of the OpenAPI document are what the API says of the data that come with the site.

After a change that is meant, ``WRITE_EXAMPLES=1`` before the command that runs this file writes
them anew.
"""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest
from django.test import Client

from operations.api import examples

pytestmark = pytest.mark.usefixtures("real_data")

# What depends on when, or how often, the data were loaded.
CHANGING = {"published_at", "sha256", "cursor", "health", "checked_at"}
SITE = "https://tracker.example.org"


def steady(content: Any) -> Any:
    """An answer without what differs from one loading to the next."""
    if isinstance(content, dict):
        return {key: "" if key in CHANGING else steady(value) for key, value in content.items()}
    if isinstance(content, list):
        return [steady(each) for each in content]
    return (
        re.sub(r"since=\d+-[0-9a-f]+", "since=", content) if isinstance(content, str) else content
    )


def asked(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return orjson.loads(response.content.replace(b"http://testserver", SITE.encode()))


@pytest.mark.parametrize("operation", examples.ANSWERED)
def test_an_example_is_what_is_answered(client: Client, operation: str) -> None:
    found = asked(client, examples.ANSWERED[operation])
    if os.environ.get("WRITE_EXAMPLES"):
        written = orjson.dumps(found, option=orjson.OPT_INDENT_2)
        (examples.HERE / f"{operation}.json").write_bytes(written + b"\n")
    assert steady(examples.read(operation)) == steady(found)


def test_every_parameter_takes_its_example(client: Client) -> None:
    paths = client.get("/api/schema/").json()["paths"]
    found = [
        (path, parameter["name"], ask(client, path, operation["get"], parameter))
        for path, operation in paths.items()
        for parameter in operation["get"]["parameters"]
        if parameter["name"] != "since"  # a cursor fits one loading of the data
    ]
    assert [each for each in found if each[2] != 200] == []
    assert len(found) > 90


def example(parameter: dict[str, Any]) -> Any:
    """That of the parameter, or of its schema where it may be left out."""
    return parameter["example"] if "example" in parameter else parameter["schema"]["examples"][0]


def ask(client: Client, path: str, operation: dict[str, Any], parameter: dict[str, Any]) -> int:
    """Ask with one parameter, and whatever cannot be left out."""
    given = {parameter["name"]: example(parameter)}
    for other in operation["parameters"]:
        if other.get("required") or (
            other["name"] == "measure" and parameter["name"] in {"min", "max"}
        ):
            given[other["name"]] = example(other)
    for name in re.findall(r"{(\w+)}", path):
        path = path.replace(f"{{{name}}}", given.pop(name))
    return client.get(f"{path}?{urlencode(given, doseq=True)}").status_code
