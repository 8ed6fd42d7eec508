"""Addresses in no language that programs know by heart."""

from __future__ import annotations

from django.urls import path

from .codebook import codebook_json
from .data import data_json, release_file
from .root import favicon, robots, security
from .sitemaps import sitemap_index, sitemap_section

urlpatterns = [
    path("codebook.json", codebook_json, name="codebook-json"),
    path("data.json", data_json, name="data-json"),
    path("data/<str:name>/<path:path>", release_file, name="release-file"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap-section"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path(".well-known/security.txt", security, name="security"),
]
