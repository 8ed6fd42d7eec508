"""“Not stated” as a value: which parameters take it, and what keeps the code free for it."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from operations import publishing
from operations.codes import LACKING, NOT_STATED
from operations.filters import PARAMETERS
from operations.index import NAMES_NONE
from operations.models import VOCABULARIES, EditionTerm, Group, OperationGroup
from tests import factories
from tests.filters.ask import found, refused

pytestmark = pytest.mark.django_db


def test_every_facet_of_terms_takes_it() -> None:
    assert set(LACKING) <= set(PARAMETERS)
    assert set(VOCABULARIES) - set(LACKING) == {"method"}
    for name in LACKING:
        assert refused(f"{name}={NOT_STATED}") == []


@pytest.mark.parametrize("vocabulary", list(VOCABULARIES))
def test_no_term_may_have_its_code(vocabulary: str) -> None:
    made = VOCABULARIES[vocabulary](code=NOT_STATED, name_en="A name")
    with pytest.raises(ValidationError) as refusal:
        made.full_clean(exclude=["kind"])
    assert refusal.value.message_dict["code"] == [
        "This code is reserved: in a query it means that nothing is named."
    ]


def test_it_follows_the_record_from_edition_to_edition() -> None:
    made = factories.published("a")
    assert found("group=not_stated") == ["a"]
    OperationGroup.objects.create(operation=made, group=factories.term(Group, "14k"))
    factories.publish(made)
    assert found("group=not_stated") == []


def test_the_migration_notes_what_editions_from_before_it_do_not_name() -> None:
    factories.published("a", groups=[factories.term(Group, "14k")])
    factories.published("b")
    before = set(EditionTerm.objects.values_list("edition", "vocabulary", "term"))
    EditionTerm.objects.filter(vocabulary=NAMES_NONE).delete()
    assert found("series=not_stated") == []

    import_module("operations.migrations.0004_facets").fill(apps, None)

    assert set(EditionTerm.objects.values_list("edition", "vocabulary", "term")) == before
    assert found("group=not_stated") == ["b"]
    assert list(publishing.verify()) == []
