"""The Chinese catalogue is whole: nothing missing, left over, doubtful or out of date."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils.translation import to_locale

from tests.words import refused

ROOT = Path(__file__).parent.parent
FOLDER = Path("locale") / to_locale("zh-hant") / "LC_MESSAGES"
SOURCES = ("operations", "tracker", "locale", "manage.py")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
TAG = re.compile(r"</?[a-z][^>]*>")
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
# A mark of the Latin script right behind or before a Chinese character.
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!()]|[()]{HAN}")

Key = tuple[str, str, str]


def catalogue(folder: Path = ROOT / FOLDER) -> polib.POFile:
    return polib.pofile(str(folder / "django.po"))


def key(entry: polib.MOEntry | polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def said(entry: polib.MOEntry | polib.POEntry) -> list[str]:
    """The translation, in each of its forms."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """The catalogue as ``make messages`` would write it now, made from a copy of the sources."""
    if not shutil.which("msgfmt"):
        assert "CI" not in os.environ, "CI has to have gettext."
        pytest.skip("GNU gettext is not installed, so the words cannot be collected.")
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        where = ROOT / name
        if where.is_dir():
            shutil.copytree(where, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(where, copy / name)
    command = [sys.executable, "manage.py", "makemessages"]
    settings = {**os.environ, "DEBUG": "on", "DATA_DIR": str(copy / "var")}
    subprocess.run(command, cwd=copy, env=settings, check=True, capture_output=True)  # noqa: S603
    return catalogue(copy / FOLDER)


def test_every_word_of_the_code_is_in_the_catalogue(collected: polib.POFile) -> None:
    known = {key(entry) for entry in catalogue()}
    assert [key(entry) for entry in collected if key(entry) not in known] == []


def test_nothing_is_left_over_in_the_catalogue(collected: polib.POFile) -> None:
    used = {key(entry) for entry in collected}
    assert [key(entry) for entry in catalogue() if key(entry) not in used] == []
    assert catalogue().obsolete_entries() == []


def test_everything_is_translated_and_nothing_is_doubtful() -> None:
    assert [key(entry) for entry in catalogue() if entry.fuzzy or not all(said(entry))] == []


def test_placeholders_and_tags_are_those_of_the_original() -> None:
    wrong = []
    for entry in catalogue():
        # Chinese has one form, which stands for both of English.
        original = entry.msgid_plural or entry.msgid
        for text in said(entry):
            if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(original)):
                wrong.append((original, text))
            if sorted(TAG.findall(text)) != sorted(TAG.findall(original)):
                wrong.append((original, text))
    assert wrong == []


def test_chinese_is_written_with_chinese_marks() -> None:
    wrong = [text for entry in catalogue() for text in said(entry) if HALF_WIDTH.search(text)]
    assert wrong == []


def test_no_word_of_the_catalogue_demeans_anybody() -> None:
    wrong = [text for entry in catalogue() for text in said(entry) if refused(text)]
    assert wrong == []


def test_the_compiled_catalogue_is_up_to_date() -> None:
    compiled = polib.mofile(str(ROOT / FOLDER / "django.mo"))
    written = {key(entry): said(entry) for entry in catalogue()}
    assert {key(entry): said(entry) for entry in compiled} == written
