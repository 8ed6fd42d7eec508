"""Our own texts keep to DOMAIN.md 3.4: templates, interface, data and catalogues."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.convert.raw import FIXTURES
from tests.fixtures.wording import NOT_FREE_TEXT, free_texts
from tests.words import REFUSED, refused

ROOT = FIXTURES.parent
APPS = ("operations", "tracker")
MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
MESSAGE = re.compile(r'^(?:msgid|msgid_plural|msgstr(?:\[\d\])?|)\s*"(.*)"$', re.MULTILINE)
# Quoted words of a source stand in a column of their own.
QUOTED = NOT_FREE_TEXT | {"source_term"}


def marked_texts(file: Path) -> Iterator[str]:
    """String constants that a module hands to the translators."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def sources(*suffixes: str) -> list[Path]:
    """Files of both packages; in each kind there must be some."""
    found = [path for app in APPS for path in (ROOT / app).rglob("*") if path.suffix in suffixes]
    assert found
    return found


def own_words(content: Any) -> Iterator[str]:
    """Free texts of a data file, without titles of statutes and of sources."""
    for row in content if isinstance(content, list) else [content]:
        titles = {"name", "aliases"} if row.get("ordinance") else set()
        yield from free_texts(without(row, QUOTED | titles))


def without(content: Any, keys: frozenset[str]) -> Any:
    if isinstance(content, dict):
        return {key: without(value, keys) for key, value in content.items() if key not in keys}
    return [without(each, keys) for each in content] if isinstance(content, list) else content


def test_no_text_of_the_interface_uses_a_refused_word() -> None:
    found = {
        (file.name, *word)
        for file in sources(".py")
        for text in marked_texts(file)
        for word in refused(text)
    }
    assert found == set()


def test_no_template_uses_a_refused_word() -> None:
    found = {
        (file.name, *word)
        for file in sources(".html", ".txt")
        for word in refused(file.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_no_text_of_the_data_uses_a_refused_word() -> None:
    files = [file for file in FIXTURES.rglob("*.json") if "raw" not in file.parts]
    assert len(files) > 70
    found = {
        (file.name, *word)
        for file in files
        for text in own_words(json.loads(file.read_text(encoding="utf-8")))
        for word in refused(text)
    }
    assert found == set()


def test_no_catalogue_uses_a_refused_word() -> None:
    found = {
        (file.parent.parent.name, *word)
        for app in (ROOT, *(ROOT / app for app in APPS))
        for file in app.glob("locale/**/*.po")
        for text in MESSAGE.findall(file.read_text(encoding="utf-8"))
        for word in refused(text)
    }
    assert found == set()


@pytest.mark.parametrize(
    "text",
    [
        "Six prostitutes were arrested",
        "a Sex-Worker",
        "the rescued women",
        "an alleged pimp",
        "illegal immigrants",
        "child prostitution",
        "child pornography",
        "救出六名女子",
        "拘捕多名妓女",
        "非法入境者",
        "兒童色情物品",
    ],
)
def test_refused_words_are_found_however_they_are_written(text: str) -> None:
    [(_, instead), *_] = refused(text)
    assert instead in REFUSED.values()


@pytest.mark.parametrize(
    "text",
    [
        "Causing prostitution",
        "people in commercial sex, status not determined",
        "people without permission to enter or stay",
        "導致賣淫",
        "從事性交易人士（身分未確定）",
    ],
)
def test_plain_and_statutory_words_stand(text: str) -> None:
    assert refused(text) == []
