"""The stock admin with the site of this project.

Not in ``apps``: Django would take it for a configuration of this app.
"""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Only the site is ours, so that ``@admin.register`` keeps working."""

    default = False
    default_site = "tracker.accounts.site.StaffSite"
