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
from django.core.wsgi import get_wsgi_application
from django.db import transaction
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
def asked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Counter[str]]:
    """A record to ask about, and how many random requests each operation had."""
    around = transaction.atomic()
    with django_db_blocker.unblock(), translation.override("en"):
        around.__enter__()
        happen()
        for code in examples.CODES.values():
            factories.published(code, edtf="2023-11")
    yield Counter()
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_a_documented_one(
    case: schemathesis.Case[Any], asked: Counter[str]
) -> None:
    if case.meta is not None and case.meta.phase.name is TestPhase.FUZZING:
        asked[case.operation.label] += 1
    case.call_and_validate(headers=PLAIN)
