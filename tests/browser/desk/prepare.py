"""`python -m tests.browser.desk.prepare`: a site on which editors may write what they like.

The real vocabularies and sources, one public operation to overlap with, and people who log in.
"""

from __future__ import annotations

import django

from tracker.commands import load_settings
from tracker.environment import BASE_DIR
from tracker.run import fill_environment

PASSWORD = "correct horse battery staple"
AUTHOR, SECOND_AUTHOR, REVIEWER = "wing", "mei", "siu"
NEIGHBOUR = "yau-tsim-2023-08"
# Not there yet: its author adds it from the form.
ADDED_BY_HAND = "uol-2023-09-27"
FIXTURES = BASE_DIR / "fixtures"
FIGURES_OF_THE_LONG_ONE = 100


def main() -> None:
    fill_environment("127.0.0.1", 8000)
    load_settings()
    django.setup()
    # Imported late: they need settings.
    from operations.importing import load, read
    from tracker import preparation

    preparation.prepare_database()
    preparation.collect_static_files()
    package = read(FIXTURES)
    package.sources = [row for row in package.sources if row["id"] != ADDED_BY_HAND]
    package.operations = [row for row in package.operations if row["id"] == NEIGHBOUR]
    package.operations[0]["may_overlap"] = []
    package.assessments, package.statements, package.findings = [], [], []
    load(package)
    employ()
    record()


def employ() -> None:
    from operations import roles
    from tests.browser.desk.people import person

    person(AUTHOR, roles.CONTRIBUTOR)
    person(SECOND_AUTHOR, roles.CONTRIBUTOR)
    person(REVIEWER, roles.EDITOR)


def record() -> None:
    """A short record that two people edit, and a very long one."""
    from tests import factories

    short = factories.operation("short-record", name_en="Short record")
    whole = factories.figure(short, 100)
    for value, sex in ((60, "male"), (40, "female")):
        factories.part(whole, value, sex=sex)
    long = factories.operation("long-record", name_en="Long record")
    for number in range(1, FIGURES_OF_THE_LONG_ONE + 1):
        factories.figure(long, number, scope="vice", note_en=f"Number {number} of many.")


if __name__ == "__main__":
    main()
