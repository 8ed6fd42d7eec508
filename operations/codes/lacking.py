"""What an operation can lack, so that a query can ask for those without it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# No term may have this code: as a value of a parameter below it means “names none”.
NOT_STATED = "not_stated"

# Parameters that take it, and how that is said. Scope and status are not among them: there
# ``not_stated`` is a code of its own, which says that a source leaves it open.
LACKING = {
    "series": _("no series"),
    "agency": _("no agency named"),
    "group": _("no group named"),
    "offence": _("no offence named"),
    "place": _("no place named"),
    "relevance": _("no offence named"),
    "flag": _("no flag"),
}
