"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path, register_converter

from .context import context
from .corrections import corrections
from .home import about, home
from .listing import operations
from .outcomes import outcomes
from .record import edition, editions, operation
from .sources import source, sources
from .terms import term, vocabularies, vocabulary
from .totals import totals


class CodeConverter:
    """A term's code as ``models.base.code_validator`` allows it: dots and plus signs too."""

    regex = "[A-Za-z0-9][A-Za-z0-9_.+-]*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CodeConverter, "code")

urlpatterns = [
    path("", home, name="home"),
    path("operations/", operations, name="operations"),
    path("operations/<slug:code>/", operation, name="operation"),
    path("operations/<slug:code>/editions/", editions, name="editions"),
    path("operations/<slug:code>/editions/<int:number>/", edition, name="edition"),
    path("totals/", totals, name="totals"),
    path("totals/outcomes/", outcomes, name="outcomes"),
    path("terms/", vocabularies, name="vocabularies"),
    path("terms/<slug:vocabulary>/", vocabulary, name="vocabulary"),
    path("terms/<slug:vocabulary>/<code:code>/", term, name="term"),
    path("sources/", sources, name="sources"),
    path("sources/<slug:code>/", source, name="source"),
    path("context/", context, name="context"),
    path("corrections/", corrections, name="corrections"),
    path("about/", about, name="about"),
]
