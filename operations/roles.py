"""Who may do what: the one definition of the three roles.

The groups in the database follow from it. After a change here add a migration that runs
``grant`` again; a test compares the two.
"""

from __future__ import annotations

CONTRIBUTOR, EDITOR, ADMINISTRATOR = "Contributor", "Editor", "Administrator"

SUBMIT = "operations.submit_operation"
# Review, return, publish, withdraw and merge; and change what published documents quote.
PUBLISH = "operations.publish_operation"
IMPORT = "operations.import_operation"
REDACT = "operations.redact_operation"
# Let a text stand that looks like personal data, and delete what was never published.
ADMINISTER = "operations.administer_operation"

TERMS = ("agency", "group", "offence", "place", "series", "method")
WORKING_COPY = ("operation", "source", *TERMS, "assessment", "statement", "finding")


def permission(action: str, model: str) -> str:
    """Django's name of a right to do something to records of one kind."""
    return f"operations.{action}_{model}"


def named(action: str, *models: str) -> frozenset[str]:
    return frozenset(permission(action, model) for model in models)


WRITES = (
    named("view", *WORKING_COPY, "edition", "revision")
    | named("add", *WORKING_COPY)
    | named("change", *WORKING_COPY)
    | {SUBMIT}
)
REVIEWS = (
    WRITES
    | named("view", "report", "privacyoverride")
    | named("change", "report")
    | {PUBLISH, IMPORT}
)
# Users are switched off, never deleted: history would forget who they were.
ADMINISTERS = REVIEWS | {
    ADMINISTER,
    REDACT,
    "auth.view_user",
    "auth.add_user",
    "auth.change_user",
    "auth.view_group",
    "django_tasks_database.view_dbtaskresult",
}
ROLES = {CONTRIBUTOR: WRITES, EDITOR: REVIEWS, ADMINISTRATOR: ADMINISTERS}


def grant(using: str = "default") -> None:
    """Make the groups in the database what is written above, however often it is run.

    Django creates permissions only after all migrations, so they are created here first.
    """
    from django.apps import apps
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    wanted = frozenset[str]().union(*ROLES.values())
    for label in sorted({codename.partition(".")[0] for codename in wanted}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    found = Permission.objects.using(using).select_related("content_type")
    known = {f"{each.content_type.app_label}.{each.codename}": each for each in found}
    for name, permissions in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set([known[permission] for permission in sorted(permissions)])
