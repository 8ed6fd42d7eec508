"""Which release came before is kept in the database, and goes along in every package."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from operations import releases as packages
from operations.models import Edition, Operation, ReleaseMade
from operations.releases.write import write_sums
from tests import factories
from tests.releases.anew import restore, start_anew
from tests.releases.test_restore import bytes_of
from tests.releases.world import corrected, happen

pytestmark = pytest.mark.django_db


def make() -> packages.Release:
    made, _new = packages.make()
    return made


def test_it_follows_from_the_database_what_came_before(releases: Path) -> None:
    raid = factories.published("raid")
    first = make()
    corrected(raid, "Later.")
    shutil.rmtree(releases)
    second = make()
    assert (second.folder / "CHANGELOG.md").read_text().startswith(f"# Changes since {first.name}")
    told = json.loads((second.folder / "releases.json").read_text())
    assert [row["name"] for row in told] == [first.name, second.name]
    assert [row["last_edition"] for row in told] == [
        str(pk) for pk in Edition.objects.order_by("pk").values_list("pk", flat=True)
    ]


@pytest.mark.django_db(transaction=True)
def test_a_second_release_is_the_same_bytes_in_another_place(releases: Path) -> None:
    happen()
    make()
    corrected(Operation.objects.get(code="sweep"), "Later.")
    second = make()
    assert "# Changes since" in (second.folder / "CHANGELOG.md").read_text()
    held, name = bytes_of(second.folder), second.name
    elsewhere = releases.parent / "elsewhere"
    shutil.move(second.folder, elsewhere)
    shutil.rmtree(releases)

    start_anew()
    restore(elsewhere)
    again, is_new = packages.make()

    assert (again.name, is_new) == (name, True)
    assert bytes_of(again.folder) == held
    assert ReleaseMade.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_restored_record_goes_on_under_another_name() -> None:
    happen()
    first = make()
    start_anew()
    restore(first.folder)
    corrected(Operation.objects.get(code="sweep"), "Later.")
    second = make()
    assert second.moment > first.moment
    log = (second.folder / "CHANGELOG.md").read_text()
    assert log.splitlines()[0] == f"# Changes since {first.name}"
    assert log.count("\n- ") == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "told",
    [
        {"name": "2026-12-01T030405Z"},
        [{"name": "2026-12-01T030405Z"}],
        [{"name": "../up", "last_edition": "1", "state": ""}],
        [{"name": "2026-99-01T030405Z", "last_edition": "1", "state": ""}],
        [{"name": "2026-12-01T030405Z", "last_edition": "one", "state": ""}],
        [{"name": "2026-12-01T030405Z", "last_edition": "1", "state": ""}] * 2,
    ],
)
def test_other_words_about_releases_are_refused(told: Any) -> None:
    factories.published("raid")
    made = make()
    (made.folder / "releases.json").write_text(json.dumps(told))
    (made.folder / "SHA256SUMS").unlink()
    write_sums(made.folder)
    start_anew()
    with pytest.raises(CommandError, match=r"^releases\.json: expected a list of releases\.$"):
        restore(made.folder)
    assert not Edition.objects.exists()
