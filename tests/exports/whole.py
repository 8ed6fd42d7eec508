"""Everything that is public, as the file of all operations has it."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client


def exported() -> dict[str, Any]:
    """Documents by operation."""
    response: Any = Client().get("/operations.json")
    assert response.status_code == 200
    return {each["id"]: each for each in json.loads(response.getvalue())["operations"]}
