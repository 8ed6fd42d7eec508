"""Codes of an operation: kind, status, workflow, flags and links."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What sort of operation the record describes."""

    ORGANISED_CRIME_SWEEP = "organised_crime_sweep", _("Organised-crime sweep")
    ANTI_TRIAD = "anti_triad", _("Anti-triad operation")
    VICE_SYNDICATE = "vice_syndicate", _("Operation against a vice syndicate")
    ANTI_VICE = "anti_vice", _("Anti-vice operation")
    TRAFFICKING_CASE = "trafficking_case", _("Trafficking case")


class Status(TextChoices):
    """Whether the operation has ended."""

    ONGOING = "ongoing", _("Ongoing")
    CONCLUDED = "concluded", _("Concluded")
    NOT_STATED = "not_stated", _("Not stated")


class Workflow(TextChoices):
    """Where the working copy stands on its way to publication."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Returned")
    READY = "ready", _("Ready")


class ReviewStep(TextChoices):
    """A step that a working copy took."""

    SUBMITTED = "submitted", _("Submitted for review")
    RETURNED = "returned", _("Returned with a comment")
    APPROVED = "approved", _("Marked as ready")
    DISCARDED = "discarded", _("Changes discarded")


class Flag(TextChoices):
    """Warnings that readers see beside an operation."""

    PRIMARY_SOURCE_WANTED = "primary_source_wanted", _("Primary source wanted")
    SINGLE_SOURCE = "single_source", _("Single source")
    DATE_UNCERTAIN = "date_uncertain", _("Date uncertain")


class AgencyRole(TextChoices):
    """What an agency did in an operation."""

    LEAD = "lead", _("Lead")
    JOINT = "joint", _("Joint")
    SUPPORTING = "supporting", _("Supporting")


class Attribution(TextChoices):
    """Who says that a group is linked to an operation."""

    COURT_FINDING = "court_finding", _("Court finding")
    OFFICIAL_ON_RECORD = "official_on_record", _("Official on record")
    UNNAMED_OFFICIAL = "unnamed_official", _("Unnamed official")
    MEDIA_INFERENCE = "media_inference", _("Media inference")
    NGO = "ngo", _("Non-governmental organisation")
    NOT_STATED = "not_stated", _("Not stated")


class LinkKind(TextChoices):
    """What an outside link of an operation points to."""

    WIKIDATA = "wikidata", _("Wikidata")
    WIKIPEDIA = "wikipedia", _("Wikipedia")
    OTHER = "other", _("Other")
