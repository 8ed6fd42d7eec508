"""Addresses in no language that programs know by heart."""

from __future__ import annotations

from django.urls import path

from .root import favicon, robots, security
from .sitemaps import sitemap_index, sitemap_section

urlpatterns = [
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap-section"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path(".well-known/security.txt", security, name="security"),
]
