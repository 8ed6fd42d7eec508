"""Who asks for the head of an answer gets no body, which the server would complain about."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from tests.factories import published

ADDRESSES = ["/", "/operations.csv", "/operations.json", "/api/operations/", "/static/nothing.css"]


def asked(method: str, address: str, accepted: str) -> tuple[dict[str, str], bytes]:
    """Headers and body as the server gets them: the test client would drop the body itself."""
    request: Any = RequestFactory().generic(method, address, headers={"accept-encoding": accepted})
    headers: dict[str, str] = {}

    def start(status: str, given: Any, error: Any = None) -> Any:
        headers.update(given)

    return headers, b"".join(WSGIHandler()(request.environ, start))


@pytest.mark.django_db
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_head_of_an_answer_has_no_body(address: str, accepted: str) -> None:
    published("one")
    headers, body = asked("HEAD", address, accepted)
    assert body == b""
    whole, content = asked("GET", address, accepted)
    assert content != b""
    if accepted == "identity":
        assert headers.get("Content-Length") == whole.get("Content-Length")
    assert headers.get("Content-Encoding") == whole.get("Content-Encoding")
