"""What the admin calls itself."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = _("Enforcement operation tracker")
admin.site.site_title = _("Enforcement operation tracker")
admin.site.index_template = "operations/admin/index.html"
admin.site.index_title = _("Working copy and its history")
