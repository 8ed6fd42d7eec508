"""Asking the API as a program does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.test import Client

PROBLEM = "application/problem+json"


def read(address: str, status: int = 200) -> Any:
    """The JSON under an address, which must answer with ``status``."""
    response = Client().get(address)
    assert response.status_code == status, response.content[:500]
    expected = "application/json" if status == 200 else PROBLEM
    assert response["Content-Type"] == expected
    return response.json()


def ids(address: str) -> list[str]:
    """Ids of the results of one page."""
    return [result["id"] for result in read(address)["results"]]


def walk(address: str, way: str = "next") -> Iterator[dict[str, Any]]:
    """This page and all that follow it."""
    page: dict[str, Any] = read(address)
    while True:
        yield page
        if page[way] is None:
            return
        page = read(page[way])


def walked_ids(address: str) -> list[str]:
    return [result["id"] for page in walk(address) for result in page["results"]]


def refusal(address: str) -> list[dict[str, str]]:
    """The errors of a 400, parameter by parameter."""
    problem = read(address, 400)
    assert problem["title"] == "Bad Request"
    errors: list[dict[str, str]] = problem["errors"]
    return errors


def send(method: str, address: str, **headers: str) -> HttpResponse:
    return Client().generic(method, address, headers=headers)  # type: ignore[return-value]
