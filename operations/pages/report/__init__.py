"""``/operations/<id>/report/``: what a reader says is wrong, sent without account and cookie."""

from .views import report, report_sent

__all__ = ["report", "report_sent"]
