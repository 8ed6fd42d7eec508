"""Whatever is asked, sensible or not, is answered as the OpenAPI document says; nothing is a fault.

Schemathesis makes the requests from the document: its examples, the limits of every parameter, and
at least two hundred random ones an operation, half of them wrong on purpose. The same on each run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker
from schemathesis.generation.meta import TestPhase

from operations.api import examples
from tests import factories
from tests.releases.world import happen

pytestmark = pytest.mark.django_db

EXAMPLES = 200
SCHEMA = schemathesis.openapi.from_dict(
    SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
)
SCHEMA.app = get_wsgi_application()
# A well-formed code that nothing has is refused, whatever the schema could say: an unknown term is
# an error here, never “nothing found”.
SCHEMA.config.checks.update(excluded_check_names=["positive_data_acceptance"])
# Packed answers are padded at random.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What there is to ask about."""
    around = transaction.atomic()
    # The end of a request would close the connection that holds all of it.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with django_db_blocker.unblock(), translation.override("en"):
        around.__enter__()
        happen()
        for code in examples.CODES.values():
            factories.published(code, edtf="2023-11")
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def phases(record: None) -> Iterator[Counter[TestPhase]]:
    """How many requests of each kind were made; enough of them random, in the end."""
    counted: Counter[TestPhase] = Counter()
    yield counted
    assert counted[TestPhase.FUZZING] >= EXAMPLES


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_a_documented_one(case: Any, phases: Counter[TestPhase]) -> None:
    phases[case.meta.phase.name] += 1
    case.call_and_validate(headers=PLAIN)
