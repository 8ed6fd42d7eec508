"""What a reader sees of an answer."""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

from django.test import Client


class Answer(Protocol):
    """What the test client gives back, as far as it is read here."""

    @property
    def text(self) -> str: ...


def text(response: Answer) -> str:
    """The words of a page without its tags, white space collapsed."""
    return words(response.text)


def without_pictures(response: Answer) -> str:
    """The words of a page without those inside its drawings."""
    return words(re.sub(r"<svg.*?</svg>", " ", response.text, flags=re.DOTALL))


def words(markup: str) -> str:
    shown = re.sub(r"<script.*?</script>", " ", markup, flags=re.DOTALL)
    bare = re.sub(r"<[^>]+>", " ", shown)
    return " ".join(unescape(bare).split())


def ids(response: Answer) -> list[str]:
    """Ids of the operations that a page shows, in its order."""
    return re.findall(r'data-operation="([^"]+)"', response.text)


def total(response: Answer) -> int:
    found = re.search(r'data-total="(\d+)"', response.text)
    assert found
    return int(found[1])


def row(response: Answer, code: str) -> str:
    """The words of one row of a list."""
    found = re.search(
        rf'<article[^>]*data-operation="{code}">(.*?)</article>', response.text, re.DOTALL
    )
    assert found
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


def read(client: Client, address: str, status: int = 200) -> str:
    """The words at an address, which must answer with ``status``."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return text(response)
