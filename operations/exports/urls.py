"""Addresses of files. They are in no language, so they stand outside ``/zh-hant/``."""

from __future__ import annotations

from django.urls import path

from operations.columns import TABLES

from .changes import changes_json
from .charts import chart_csv, operation_chart_csv
from .feeds.corrections import corrections_atom
from .feeds.operations import operations_atom
from .figures import figures_json, figures_ndjson
from .geojson import operations_geojson
from .ledger import ledger_json
from .operations import operations_json, operations_ndjson
from .outcomes import outcomes_csv, outcomes_json
from .record import edition_json, operation_json
from .tabular.views import FORMATS, table_view

urlpatterns = [
    *(
        path(
            f"{table.name}.{form.suffix}",
            table_view(table, form),
            name=f"{table.name}-{form.suffix}",
        )
        for table in TABLES.values()
        for form in FORMATS
    ),
    path("operations.ndjson", operations_ndjson, name="operations-ndjson"),
    path("figures.ndjson", figures_ndjson, name="figures-ndjson"),
    path("operations.geojson", operations_geojson, name="operations-geojson"),
    path("operations.json", operations_json, name="operations-json"),
    path("operations.atom", operations_atom, name="operations-atom"),
    path("corrections.atom", corrections_atom, name="corrections-atom"),
    path("figures.json", figures_json, name="figures-json"),
    path("operations/<slug:code>/ledger.json", ledger_json, name="ledger-json"),
    path("operations/<slug:code>.json", operation_json, name="operation-json"),
    path("operations/<slug:code>/editions/<int:number>.json", edition_json, name="edition-json"),
    path(
        "operations/<slug:code>/editions/<int:number>/changes.json",
        changes_json,
        name="changes-json",
    ),
    path(
        "operations/<slug:code>/charts/<slug:name>.csv",
        operation_chart_csv,
        name="operation-chart-csv",
    ),
    path("charts/<slug:name>.csv", chart_csv, name="chart-csv"),
    path("totals/outcomes.json", outcomes_json, name="outcomes-json"),
    path("totals/outcomes.csv", outcomes_csv, name="outcomes-csv"),
]
