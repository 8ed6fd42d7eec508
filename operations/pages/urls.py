"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path, register_converter

from operations.exports.charts import chart_svg, operation_chart_svg

from .changes import changes, choose_changes
from .charts import (
    all_charts,
    chart,
    embedded_chart,
    embedded_operation_chart,
    operation_chart,
)
from .citing import cite_edition, cite_list, cite_total
from .codebook import codebook
from .context import context
from .corrections import corrections
from .data import data, release
from .home import about, home
from .listing import operations
from .outcomes import outcomes
from .record import edition, editions, operation
from .report import report, report_sent
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
    path("operations/<slug:code>/editions/changes/", choose_changes, name="choose-changes"),
    path("operations/<slug:code>/editions/<int:number>/changes/", changes, name="changes"),
    path("operations/<slug:code>/report/", report, name="report"),
    path("operations/<slug:code>/report/sent/", report_sent, name="report-sent"),
    path("operations/<slug:code>/charts/<slug:name>/", operation_chart, name="operation-chart"),
    path(
        "operations/<slug:code>/charts/<slug:name>/embed/",
        embedded_operation_chart,
        name="operation-chart-embed",
    ),
    # A picture has words in it, so unlike other files it is in a language.
    path(
        "operations/<slug:code>/charts/<slug:name>.svg",
        operation_chart_svg,
        name="operation-chart-svg",
    ),
    path("charts/", all_charts, name="charts"),
    path("charts/<slug:name>/", chart, name="chart"),
    path("charts/<slug:name>/embed/", embedded_chart, name="chart-embed"),
    path("charts/<slug:name>.svg", chart_svg, name="chart-svg"),
    path("operations/<slug:code>/editions/<int:number>/cite/", cite_edition, name="cite-edition"),
    path("cite/operations/", cite_list, name="cite-list"),
    path("cite/totals/", cite_total, name="cite-total"),
    path("totals/", totals, name="totals"),
    path("totals/outcomes/", outcomes, name="outcomes"),
    path("terms/", vocabularies, name="vocabularies"),
    path("terms/<slug:vocabulary>/", vocabulary, name="vocabulary"),
    path("terms/<slug:vocabulary>/<code:code>/", term, name="term"),
    path("sources/", sources, name="sources"),
    path("sources/<slug:code>/", source, name="source"),
    path("context/", context, name="context"),
    path("corrections/", corrections, name="corrections"),
    path("codebook/", codebook, name="codebook"),
    path("data/", data, name="data"),
    path("data/<str:name>/", release, name="release"),
    path("about/", about, name="about"),
]
