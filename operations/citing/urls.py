"""Addresses of citations as files. Like other files they stand in no language."""

from __future__ import annotations

from django.urls import path

from .files import edition_file, list_file, total_file
from .formats import FORMATS

urlpatterns = [
    pattern
    for suffix in (each.suffix for each in FORMATS)
    for pattern in (
        path(
            f"operations/<slug:code>/cite.{suffix}",
            edition_file,
            {"suffix": suffix},
            name=f"operation-cite-{suffix}",
        ),
        path(
            f"operations/<slug:code>/editions/<int:number>/cite.{suffix}",
            edition_file,
            {"suffix": suffix},
            name=f"edition-cite-{suffix}",
        ),
        path(
            f"operations/cite.{suffix}", list_file, {"suffix": suffix}, name=f"list-cite-{suffix}"
        ),
        path(f"totals/cite.{suffix}", total_file, {"suffix": suffix}, name=f"total-cite-{suffix}"),
    )
]
