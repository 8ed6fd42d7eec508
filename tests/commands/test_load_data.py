"""``manage.py load_data``."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from operations.models import Edition
from tests.importing import package as p

pytestmark = pytest.mark.django_db


def load(folder: Path) -> str:
    out = StringIO()
    call_command("load_data", str(folder), stdout=out, verbosity=0)
    return out.getvalue()


def test_it_says_what_it_did(tmp_path: Path) -> None:
    folder = p.write(tmp_path, p.operation(), assessments=[p.assessment()])
    assert load(folder) == (
        "2 terms, 1 sources, 1 operations (1 changed, 1 new editions), 1 records of context.\n"
    )
    assert "(0 changed, 0 new editions)" in load(folder)
    assert Edition.objects.public().count() == 1


def test_a_refusal_is_a_sentence_for_each_reason(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        load(p.write(tmp_path, p.operation(kind="picnic", status="asleep")))
    assert sorted(str(refused.value).splitlines()) == [
        "operation sweep-2020: kind: Value 'picnic' is not a valid choice.",
    ]


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a folder"):
        load(tmp_path / "nowhere")


def test_bars_go_to_the_terminal_and_not_into_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("load_data", str(p.write(tmp_path, p.operation())))
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert "operations" in said.err
