"""Addresses of the API."""

from __future__ import annotations

from django.urls import path

from . import changes, context, docs, figures, operations, root, sources, terms, totals

app_name = "api"

urlpatterns = [
    path("", root.Root.as_view(), name="root"),
    path("operations/", operations.OperationList.as_view(), name="operations"),
    path("operations/<slug:code>/", operations.OperationDetail.as_view(), name="operation"),
    path("figures/", figures.FigureList.as_view(), name="figures"),
    path("changes/", changes.ChangeList.as_view(), name="changes"),
    path("totals/", totals.TotalView.as_view(), name="totals"),
    path("sources/", sources.SourceList.as_view(), name="sources"),
    path("sources/<slug:code>/", sources.SourceDetail.as_view(), name="source"),
    # Codes of terms contain dots and plus signs.
    path("terms/<slug:vocabulary>/", terms.TermList.as_view(), name="terms"),
    path("terms/<slug:vocabulary>/<str:code>/", terms.TermDetail.as_view(), name="term"),
    path("assessments/", context.AssessmentList.as_view(), name="assessments"),
    path("assessments/<slug:code>/", context.AssessmentDetail.as_view(), name="assessment"),
    path("statements/", context.StatementList.as_view(), name="statements"),
    path("statements/<slug:code>/", context.StatementDetail.as_view(), name="statement"),
    path("schema/", docs.SchemaView.as_view(), name="schema"),
    path("docs/", docs.DocsView.as_view(), name="docs"),
]
