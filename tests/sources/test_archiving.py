"""Copies that the site keeps: whole, private, and known by their hash."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from operations.models import Archive, Source
from operations.sources import archiving, warc
from operations.sources.checking import check
from tests import factories

from .articles import article
from .servers import Server, redirect, response

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]


@pytest.fixture
def daily(server: Server) -> Source:
    packed = gzip.compress(article().encode(), mtime=0)
    server.pages["/page"] = redirect("/new?a=1")
    server.pages["/new?a=1"] = response(packed, Content_Encoding="gzip", Content_Language="en")
    return factories.source("daily", url="http://news.example/page")


def test_every_request_and_answer_is_kept_as_it_went_over_the_line(
    daily: Source, server: Server
) -> None:
    check(daily)
    archive = Archive.objects.get()
    path = archiving.path_of(archive)
    with path.open("rb") as stream:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.http_headers.statusline if record.http_headers else "",
                record.content_stream().read(),
            )
            for record in ArchiveIterator(stream)
        ]
    assert [(kind, url, line) for kind, url, line, _ in records[1:]] == [
        ("response", "http://news.example/page", "302 Found"),
        ("request", "http://news.example/page", "/page HTTP/1.1"),
        ("response", "http://news.example/new?a=1", "200 OK"),
        ("request", "http://news.example/new?a=1", "/new?a=1 HTTP/1.1"),
    ]
    assert records[0][0] == "warcinfo"
    assert records[3][3] == article().encode()
    assert archive.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert archive.size == path.stat().st_size


def test_the_file_is_closed_to_others_and_below_the_data_folder(
    daily: Source, tmp_path: Path
) -> None:
    check(daily)
    path = archiving.path_of(Archive.objects.get())
    assert path.parent == tmp_path / "archives" / "daily"
    assert [each.stat().st_mode & 0o777 for each in (path, path.parent, path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_text_is_kept_once_and_again_when_it_changes(daily: Source, server: Server) -> None:
    check(daily)
    check(Source.objects.get())
    assert Archive.objects.count() == 1
    server.pages["/new?a=1"] = response(article("A text that is quite another one than before."))
    check(Source.objects.get())
    assert Archive.objects.count() == 2


def test_nothing_is_kept_of_a_page_that_was_not_read(daily: Source, server: Server) -> None:
    server.pages["/new?a=1"] = response("no", status="500 No")
    check(daily)
    assert not Archive.objects.exists()


def test_after_a_removal_the_hash_stays_and_nothing_more_is_kept(
    daily: Source, server: Server
) -> None:
    check(daily)
    archive = Archive.objects.get()
    path, sha256 = archiving.path_of(archive), archive.sha256
    archiving.remove(archive)
    assert not path.exists()
    server.pages["/new?a=1"] = response(article("A text that is quite another one than before."))
    check(Source.objects.get())
    archive = Archive.objects.get()
    assert (archive.sha256, archive.file, archive.size) == (sha256, "", None)
    assert archive.removed_at is not None


def test_copies_that_hold_are_not_mentioned(daily: Source) -> None:
    check(daily)
    assert list(archiving.verify()) == []


def test_a_copy_that_was_touched_or_lost_or_has_no_owner_is_named(
    daily: Source, tmp_path: Path
) -> None:
    check(daily)
    archive = Archive.objects.get()
    path = archiving.path_of(archive)
    with path.open("ab") as stream:
        stream.write(b"x")
    assert list(archiving.verify()) == [f"daily: the copy {archive.file} is not what was stored."]
    path.rename(path.with_name("other.warc.gz"))
    assert list(archiving.verify()) == [
        f"daily: the copy {archive.file} cannot be read.",
        "daily/other.warc.gz belongs to no source.",
    ]


@pytest.mark.parametrize("name", ["../secret-key", "/etc/passwd", "daily/../../secret-key", ""])
def test_a_row_cannot_point_out_of_the_folder(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        archiving.path_of(Archive(file=name))


def test_a_copy_half_written_leaves_no_file(
    daily: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(warc, "write", fail)
    with pytest.raises(OSError, match="disk full"):
        check(daily)
    assert list((tmp_path / "archives" / "daily").iterdir()) == []
    daily.refresh_from_db()
    assert daily.health == "live"
