"""The headings of the queue, in the order in which they press."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.codes import Flag, Workflow

from . import operations, others
from .section import Section

CHANGE = roles.permission("change", "operation")

SECTIONS = (
    Section(
        name="reported",
        title=_("Corrections and removal requests from readers"),
        permission=roles.permission("change", "report"),
        model="report",
        query="waiting=yes",
        find=others.reported,
        line=others.to_report,
    ),
    Section(
        name="returned",
        title=_("Returned with comments"),
        permission=CHANGE,
        model="operation",
        query=f"workflow__exact={Workflow.RETURNED}",
        find=operations.returned,
        line=operations.to_author,
    ),
    Section(
        name="in-review",
        title=_("Waiting for review"),
        permission=roles.PUBLISH,
        model="operation",
        query=f"workflow__exact={Workflow.IN_REVIEW}",
        find=operations.at(Workflow.IN_REVIEW),
        line=operations.to_review,
    ),
    Section(
        name="ready",
        title=_("Ready to publish"),
        permission=roles.PUBLISH,
        model="operation",
        query=f"workflow__exact={Workflow.READY}",
        find=operations.at(Workflow.READY),
        line=operations.to_review,
    ),
    Section(
        name="changed-since",
        title=_("Published, changed since and not submitted"),
        permission=roles.SUBMIT,
        model="operation",
        query=f"public=since&workflow__exact={Workflow.DRAFT}",
        find=operations.changed_since,
        line=operations.to_review,
    ),
    Section(
        name="disputed",
        title=_("Disputed figures"),
        permission=CHANGE,
        model="operation",
        query="disputed=yes",
        find=operations.disputed,
        line=operations.to_edit,
    ),
    Section(
        name="source-wanted",
        title=_("Primary source wanted"),
        permission=CHANGE,
        model="operation",
        query=f"flag={Flag.PRIMARY_SOURCE_WANTED}",
        find=operations.source_wanted,
        line=operations.to_edit,
    ),
    Section(
        name="sources-gone",
        title=_("Sources gone, moved or changed"),
        # Most of them are quoted by readers' pages, and those a reviewer changes.
        permission=roles.PUBLISH,
        model="source",
        query="health__in=" + ",".join(others.NOT_WHAT_IT_WAS),
        find=others.gone,
        line=others.to_source,
    ),
)
