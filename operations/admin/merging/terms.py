"""Merging terms, as steps on their pages."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations import merging
from operations.admin.door.admin import DoorAdmin
from operations.admin.door.step import Step
from operations.models import Merger, Term
from operations.roles import ADMINISTER, PUBLISH

from .forms import term_form


def merge(term: Term, by: User, answers: dict[str, Any]) -> str:
    into = answers["into"]
    done = merging.terms.merge(term, into, by=by, reason=answers["reason"])
    words = {"id": into.code, "rows": done.rows, "documents": done.documents}
    return (
        _(
            "Merged into %(id)s. Rows that name it now: %(rows)s. Published documents kept up to"
            " date: %(documents)s."
        )
        % words
    )


def unmerge(term: Term, by: User, answers: dict[str, Any]) -> str:
    done = merging.terms.undo(term, by=by)
    said = _("The merger is undone. Rows that name %(id)s again: %(rows)s.") % {
        "id": term.code,
        "rows": done.rows,
    }
    if not done.waiting_elsewhere:
        return said
    words = {"said": said, "ids": ", ".join(done.waiting_elsewhere)}
    return _("%(said)s These name the other until they are published again: %(ids)s.") % words


def is_merged(term: Term) -> bool:
    standing = Merger.objects.standing().filter(record=term.vocabulary, code=term.code)
    return standing.exists()


def is_current(term: Term) -> bool:
    return term.successor is None


class MergesTerms(DoorAdmin):
    """The buttons of a term; it has no preview, because saving a term is publishing it."""

    change_form_template = "operations/admin/term_change_form.html"

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        self.steps = steps_of(model)  # type: ignore[misc]

    def get_urls(self) -> list[URLPattern]:
        absent = {
            f"{self.opts.app_label}_{self.opts.model_name}_{n}" for n in ("preview", "changes")
        }
        return [each for each in super().get_urls() if getattr(each, "name", "") not in absent]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A successor is the outcome of a merger, which brings along what named the term."""
        return (*super().get_readonly_fields(request, obj), "successor")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        found, repeats = super().get_search_results(request, queryset, search_term)
        return without_retired(request, found), repeats

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        response = super().render_change_form(request, context, *args, **kwargs)
        response.context_data["term_steps"] = response.context_data.pop("door", [])
        return response

    def step_page(self, request: HttpRequest, record: Any, step: Step, form: Any) -> HttpResponse:
        context = {"step": step, "form": form}
        return self.door_page(request, record, "step", str(step.label), context)


def without_retired(request: HttpRequest, found: QuerySet[Any]) -> QuerySet[Any]:
    """A retired code is offered in no list of choices; the list of terms still has it."""
    is_choice = request.path.endswith("/autocomplete/")
    return found.filter(successor__isnull=True) if is_choice else found


def steps_of(model: type[Term]) -> tuple[Step, ...]:
    return (
        Step(
            name="merge",
            label=gettext_lazy("Merge into another"),
            consequence=gettext_lazy(
                "Everything that names it names the other from then on, published documents"
                " included. Its code stays as a retired one that leads to the other, its names"
                " become aliases there."
            ),
            permission=PUBLISH,
            run=merge,
            offered=is_current,
            form=term_form(model),
        ),
        Step(
            name="unmerge",
            label=gettext_lazy("Undo the merger"),
            consequence=gettext_lazy(
                "What named it before the merger, and was not changed since, names it again."
            ),
            permission=ADMINISTER,
            run=unmerge,
            offered=is_merged,
        ),
    )
