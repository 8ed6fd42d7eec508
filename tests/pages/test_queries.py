"""A page costs the same number of queries however long the record grows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from operations.models import Agency, Group, Offence, Series
from tests.factories import figure, operation, part, place, publish, source, term

pytestmark = pytest.mark.django_db

Queries = Callable[[int], AbstractContextManager[object]]

# How many queries each address costs. A number that grows has to be argued for.
BASELINES = {
    "/": 2,
    "/operations/": 9,
    "/operations/?group=g0&agency=a0&place=hk&series=s0&q=operation&sort=name": 17,
    "/operations/op-0/": 3,
    "/operations/op-0/editions/": 1,
    "/operations/op-0/editions/1/": 3,
    "/operations.json": 2,
    "/figures.json": 3,
    "/operations/op-0.json": 1,
    "/sources/": 6,
    "/sources/shared/": 7,
    "/terms/group/": 2,
    "/terms/group/g0/": 5,
    "/corrections/": 2,
    "/context/": 9,
}


def record(first: int, last: int) -> None:
    """Operations that name different terms, each with a whole, parts and a rival."""
    shared = source("shared") if first == 0 else None
    for number in range(first, last):
        made = operation(
            f"op-{number}",
            edtf=f"{2000 + number % 20}",
            series=term(Series, f"s{number}"),
            groups=[term(Group, f"g{number}")],
            agencies=[term(Agency, f"a{number}")],
            offences=[term(Offence, f"o{number}")],
            places=[place()],
        )
        whole = figure(made, 30, cited=[shared] if shared and number == 0 else None)
        part(whole, 10, sex="male")
        part(whole, 20, sex="female")
        figure(made, 40)
        publish(made)


@pytest.mark.parametrize("address", sorted(BASELINES))
def test_the_number_of_queries_does_not_grow_with_the_record(
    client: Client, django_assert_num_queries: Queries, address: str
) -> None:
    record(0, 10)
    with django_assert_num_queries(BASELINES[address]):
        assert client.get(address).getvalue()
    record(10, 60)
    with django_assert_num_queries(BASELINES[address]):
        assert client.get(address).getvalue()
