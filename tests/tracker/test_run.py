"""`make run` on a machine that is not ready ends in one sentence, before anything is done."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.tracker.machine import assert_refused, python
from tracker.run import kept_secret


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        assert_refused(python("-m", "tracker.run", folder=tmp_path, PORT=port), f"port {port}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "８０００", "9" * 5000])
def test_a_port_that_is_no_port_is_refused(port: str, tmp_path: Path) -> None:
    done = python("-m", "tracker.run", folder=tmp_path, PORT=port)
    assert_refused(done, "PORT must be a number from 1 to 65535")


def test_a_host_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    done = python("-m", "tracker.run", folder=tmp_path, PORT=free_port(), HOST="192.0.2.1")
    assert_refused(done, "192.0.2.1")


@pytest.mark.parametrize("kind", ["inside a file", "a file"])
def test_a_data_folder_that_cannot_be_written_is_named(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    folder = file if kind == "a file" else file / "var"
    done = python("-m", "tracker.run", folder=folder, PORT=free_port())
    assert_refused(done, f"DATA_DIR {folder}")


def test_an_unreachable_database_is_named(tmp_path: Path) -> None:
    environment = {
        "PORT": free_port(),
        "DATABASE_URL": f"postgres://someone@/{tmp_path}/nowhere",
        **dict.fromkeys(("FOUR_EYES", "SECOND_FACTOR", "HTTPS"), "on"),
    }
    done = python("-m", "tracker.run", folder=tmp_path, **environment)
    assert_refused(done, f"The database at {tmp_path} cannot be reached")


def test_the_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    secret = kept_secret(tmp_path)
    assert len(secret) >= 50
    assert kept_secret(tmp_path) == secret
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_secret_whose_writing_was_interrupted_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch(mode=0o600)
    assert len(kept_secret(tmp_path)) >= 50
