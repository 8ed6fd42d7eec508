"""The files of a release that people read: what it is, how to cite it, what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.utils.timezone import localtime

from operations.codebook.credit import credit
from operations.codes import EditionKind
from operations.document.canonical import timestamp
from operations.exports.addresses import absolute
from operations.exports.corrections import LOGGED
from operations.exports.licence import LICENCE, LICENCE_URL
from operations.models import Edition, ReleaseMade

from .state import State

TITLE = "Enforcement operation tracker: the record"
README = """\
# {title}, as of {version}

Law-enforcement operations against sex trafficking, vice syndicates and triads connected with Hong
Kong, and the figures that named sources give for them. Counts only: nobody is named.

A figure is a claim with its scope. "Arrested" is not "guilty", and a vice or triad arrest is not a
trafficking arrest. Rivals, parts of a whole and interim counts stand beside each other: adding the
column `value` up gives a wrong number. {totals} adds what may be added and says what it left out.

| file | what is in it |
|---|---|
| `operations.csv`, `.xlsx`, `.parquet` | one row an operation |
| `figures.csv`, `.xlsx`, `.parquet` | one row a figure |
| `record.sqlite3` | both tables |
| `operations.ndjson`, `figures.ndjson` | the documents, one a line |
| `editions.ndjson` | every edition ever published, with hash and chain |
| `terms/`, `operations/`, `sources.json`, `assessments.json`, `statements.json`, \
`findings.json` | \
what `manage.py load_data` takes in again |
| `operation.schema.json`, `figure.schema.json` | JSON Schema |
| `releases.json` | the releases up to this one, oldest first |
| `datapackage.json`, `croissant.json` | the package for machines |

Columns are explained in `datapackage.json`, in the sheet "codebook" of each XLSX, and at
{codebook}. `sha256sum --check SHA256SUMS` tells whether the files are whole; `manage.py load_data
--restore PATH` gives the same editions back in an empty database.

Licence: {licence} ({licence_url}). {credit}
"""


def texts(state: State, earlier: ReleaseMade | None) -> dict[str, str]:
    """Text by the name of its file; ``earlier`` is the release before, or nothing."""
    return {
        "README.md": readme(state),
        "CITATION.cff": citation(state),
        "CHANGELOG.md": changelog(earlier),
    }


def readme(state: State) -> str:
    return README.format(
        title=TITLE,
        version=state.version,
        totals=absolute("/totals/"),
        codebook=absolute("/codebook/"),
        licence=LICENCE,
        licence_url=LICENCE_URL,
        credit=credit(),
    )


def citation(state: State) -> str:
    """Citation File Format 1.2, which is YAML; a text of JSON is one of YAML."""
    facts = {
        "cff-version": "1.2.0",
        "message": "Cite a figure with its scope, place and edition, never as a bare number.",
        "type": "dataset",
        "title": TITLE,
        "authors": [{"name": "Enforcement operation tracker"}],
        "version": state.version,
        "date-released": localtime(state.moment).date().isoformat(),
        "license": LICENCE,
        "url": absolute(f"/data/{state.name}/"),
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return "".join(lines)


def changelog(earlier: ReleaseMade | None) -> str:
    """What readers were told since the release before: new operations, and every correction.

    Told apart by keys: an edition can carry the same second as one that the release before had.
    """
    told = Edition.objects.filter(kind__in=(EditionKind.PUBLISHED, *LOGGED))
    told = told.select_related("merged_into")
    if earlier:
        told = told.filter(pk__gt=earlier.last_edition)
    since = f"since {earlier.name}" if earlier else "since the beginning"
    lines = [line(edition) for edition in told.defer("document").order_by("-pk").iterator()]
    return "".join([f"# Changes {since}\n\n", *(lines or ["Nothing that readers were told of.\n"])])


def line(edition: Edition) -> str:
    return f"- {' '.join(words(edition))}\n"


def words(edition: Edition) -> Iterator[str]:
    yield f"{timestamp(edition.valid_from)} {edition.code} edition {edition.number}:"
    yield f"{edition.kind}."
    if edition.merged_into:
        yield f"Into {edition.merged_into.code}."
    if edition.withdrawal_class:
        yield f"Class: {edition.withdrawal_class}."
    if edition.reason:
        yield " ".join(edition.reason.split())
