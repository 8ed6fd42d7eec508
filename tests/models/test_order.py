"""The order of texts is the same on every database: it is the order of lines in files."""

from __future__ import annotations

import json

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client

from tests import factories
from tests.exports.tables import body

pytestmark = pytest.mark.django_db

# A locale of people leaves signs out when it compares: “ab” before “a-c”, “B” after “a”.
CODES = ["a-c", "a.b", "a_d", "ab"]


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite knows no other order")
def test_postgresql_sorts_every_short_text_by_character() -> None:
    """What fails here was added later: its migration has to say ``COLLATE "C"`` too."""
    wanted = {
        (model._meta.db_table, field.column)
        for model in apps.get_app_config("operations").get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.CharField)
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND collation_name = 'C'"
        )
        assert wanted - set(cursor.fetchall()) == set()


def test_files_and_documents_are_in_the_order_of_characters(client: Client) -> None:
    places = [factories.place(code, code) for code in reversed(CODES)]
    for code in ("a-c", "ab", "aa-d"):
        factories.published(code, places=places)
    listed = json.loads(body("/operations.json"))["operations"]
    assert [document["id"] for document in listed] == ["a-c", "aa-d", "ab"]
    assert [place["id"] for place in listed[0]["places"]] == CODES
    terms = client.get("/api/terms/place/").json()["results"]
    assert [term["id"] for term in terms] == [*CODES, "hk"]
