"""“Save as new”: next year's operation from this year's form."""

from __future__ import annotations

from django.test import Client

from operations.models import Operation, Revision
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors


def this_year(client: Client) -> Page:
    thunderbolt.filled(client).save()
    operation = Operation.objects.get()
    factories.publish(operation)
    Operation.objects.filter(pk=operation.pk).update(workflow="in_review", review_comment="look")
    return Page.open(client, address("operation", "change", operation.pk))


def test_it_makes_a_draft_of_its_own_with_new_figure_numbers(contributor: Client) -> None:
    page = this_year(contributor).fill(code="thunderbolt-2024", edtf="2024")
    response = page.save("_saveasnew")
    assert response.status_code == 302, errors(response)
    old, new = Operation.objects.order_by("code")
    assert (new.workflow, new.review_comment, new.editions.count()) == ("draft", "", 0)
    assert [figure.public_id for figure in new.figures.order_by("number")] == [
        f"thunderbolt-2024.{n}" for n in range(1, 6)
    ]
    whole = new.figures.get(number=1)
    assert set(new.figures.exclude(number=1).values_list("part_of", flat=True)) == {whole.pk}
    assert whole.citations.count() == 2
    assert (old.edtf, old.figures.count()) == ("2023-06-12/2023-09-21", 5)
    assert Revision.objects.filter(code="thunderbolt-2024").count() == 1


def test_it_asks_for_an_id_and_keeps_everything_meanwhile(contributor: Client) -> None:
    page = this_year(contributor).fill(edtf="2024")
    response = page.save("_saveasnew")
    assert response.context["adminform"].form.errors == {"code": ["This field is required."]}
    html = response.content.decode()
    assert html.count('value="#1"') == 4
    assert 'value="para 2"' in html
    assert Operation.objects.count() == 1


def test_the_id_of_another_operation_is_refused(contributor: Client) -> None:
    response = this_year(contributor).fill(code="thunderbolt-2023").save("_saveasnew")
    assert "Operation with this Id already exists." in errors(response)


def test_it_warns_that_the_figures_were_copied(contributor: Client) -> None:
    page = this_year(contributor).fill(code="thunderbolt-2024", edtf="2024")
    response = contributor.post(page.url, {**page.data, "_saveasnew": "1"}, follow=True)
    said = [str(message) for message in response.context["messages"]]
    assert any(text.startswith("5 figures were copied with their sources") for text in said)
