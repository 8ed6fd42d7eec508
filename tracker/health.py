"""Whether the process lives and whether it can serve."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


@never_cache
@csrf_exempt  # So that a wrong method is said to be one, instead of a missing token.
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers: what a supervisor asks before restarting it."""
    return JsonResponse({"status": "ok"})


@never_cache
@csrf_exempt  # So that a wrong method is said to be one, instead of a missing token.
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and every migration is applied, 503 otherwise.

    Says which of the two is missing and nothing about the machine: the address is public.
    """
    try:
        checks = {"database": True, "migrations": not lacks_migrations()}
    except DatabaseError:
        checks = {"database": False, "migrations": False}
    ready = all(checks.values())
    body = {"status": "ok" if ready else "unavailable", "checks": checks}
    return JsonResponse(body, status=200 if ready else 503)


def lacks_migrations() -> bool:
    """Whether a migration waits to be applied."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def database_problem() -> str | None:
    """One sentence on why the database cannot be reached, or None when it can.

    Asks on a connection of its own without a pool: the pool retries for seconds, and then
    says only that it had no connection to give.
    """
    probe = connection.copy(DEFAULT_DB_ALIAS)
    options = probe.settings_dict["OPTIONS"]
    probe.settings_dict["OPTIONS"] = {k: v for k, v in options.items() if k != "pool"}
    try:
        probe.ensure_connection()
    except OperationalError as error:
        place = probe.settings_dict["HOST"] or probe.settings_dict["NAME"]
        reason = " ".join(str(error).split()) or "no reason was given"
        return f"The database at {place} cannot be reached: {reason}."
    finally:
        probe.close()
    return None
