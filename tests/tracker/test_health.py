"""Alive is not the same as ready."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_healthz_answers_without_a_database(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


@pytest.mark.django_db
def test_readyz_is_ready_once_migrations_are_applied(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "checks": {"database": True, "migrations": True}}


@pytest.mark.django_db
def test_readyz_waits_for_a_migration(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("auth", "0012_alter_user_first_name_max_length")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": True, "migrations": False}


@pytest.mark.django_db
def test_readyz_says_so_when_the_database_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OperationalError("secret host does not answer")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": False, "migrations": False}
    assert b"secret" not in response.content


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_an_answer_on_health_is_never_cached_and_only_read(client: Client, address: str) -> None:
    assert "no-store" in client.get(address)["Cache-Control"]
    # As a browser would be treated: the test client would skip the check for a token.
    assert Client(enforce_csrf_checks=True).post(address).status_code == 405
