"""What a split of a whole is called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# Editors name the sets; these are the names that the record uses so far.
NAMES = {
    "by offence": _("by offence"),
    "by operation": _("by operation"),
    "by phase": _("by phase"),
    "by place": _("by place"),
    "by raid": _("by raid"),
    "by raid and origin": _("by raid and origin"),
    "by seizure": _("by seizure"),
    "first phase": _("first phase"),
    "list by sex": _("list by sex"),
    "membership": _("membership"),
    "nationality": _("nationality"),
    "origin": _("origin"),
    "origin and sex": _("origin and sex"),
    "residency": _("residency"),
    "role": _("role"),
    "role and origin": _("role and origin"),
    "second phase": _("second phase"),
    "sex": _("sex"),
    "stated sex": _("stated sex"),
    "status reported": _("status reported"),
}


def set_name(code: str) -> str:
    """The name of a split in the reader's language, or as its editors wrote it."""
    written = code.replace("_", " ")
    return str(NAMES.get(written, written))
