"""Who may open what in the admin: one line an address, read by test_access.py.

A line is: address, who may GET, who may POST. People are letters: ``a`` anonymous, ``o`` an
outsider with an account and no desk, ``C`` contributor, ``E`` editor, ``A`` administrator; ``-``
is nobody. ``*`` in an address stands for a record, or for what belongs to it (a revision, a kept
copy); ``MODEL`` for each of the models named above the block. A state of the record may follow the
address: ``@public`` was published, ``@quoted`` is quoted by a published document, ``@merged`` was
merged into another, ``@superuser`` is one. A query that the page needs may follow it as well.
"""

from __future__ import annotations

TERMS = "agency group offence place series method"

TABLE = """
# The site itself
                                                      CEA   CEA
login/                                                ao    aoCEA
logout/                                               -     aoCEA
password_change/                                      CEA   CEA
password_change/done/                                 CEA   -
language/                                             aoCEA aoCEA
dates/                                                CEA   CEA
jsi18n/                                               CEA   -
autocomplete/?app_label=operations&model_name=operation&field_name=places  CEA -
operations/                                           CEA   CEA
accounts/                                             A     A
auth/                                                 A     A
django_tasks_database/                                A     A
# Nothing here has a public page of its own to be sent to.
r/*/*/                                                -     -

# One's own log-in; a code is asked for in tests/accounts, where the second factor is on
second-factor/                                        -     -
second-factor/recovery/                               -     -
second-factor/set-up/                                 CEA   CEA
second-factor/codes/                                  CEA   CEA
second-factor/prove/device/                           CEA   CEA
second-factor/prove/codes/                            CEA   CEA
your-log-in/                                          CEA   -
password_reset/                                       aoCEA aoCEA
password_reset/done/                                  aoCEA -
password_reset/*/*/                                   aoCEA aoCEA
password_reset/complete/                              aoCEA -

# Working copies
MODEL = operation source agency group offence place series method assessment statement finding
operations/MODEL/                                     CEA   CEA
operations/MODEL/add/                                 CEA   CEA
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            CEA   CEA
operations/MODEL/*/history/                           CEA   CEA
operations/MODEL/*/history/*/                         CEA   CEA
operations/MODEL/*/history/*/revert/                  CEA   CEA
operations/MODEL/*/history/compare/                   CEA   CEA
operations/MODEL/*/history/clean/                     A     A
operations/MODEL/*/delete/                            A     A

# What readers see quoted
MODEL = source agency group offence place series method
operations/MODEL/*/change/ @quoted                    CEA   EA
operations/MODEL/*/history/*/revert/ @quoted          EA    EA
operations/MODEL/*/delete/ @quoted                    -     -

MODEL = agency group offence place series method
operations/MODEL/*/merge/                             EA    EA
operations/MODEL/*/unmerge/ @merged                   A     A

# Addresses of sources, what is read there, and the copies that are kept
MODEL = source
operations/MODEL/look-up/                             -     CEA
operations/MODEL/look-up/*/                           CEA   -
operations/MODEL/*/check/                             -     CEA
operations/MODEL/*/check/ @quoted                     -     EA
operations/MODEL/*/as-read/                           -     CEA
operations/MODEL/*/as-read/ @quoted                   -     EA
operations/MODEL/*/copies/*/                          EA    -
operations/MODEL/*/copies/*/quote/                    -     EA
operations/MODEL/*/copies/*/quote/ @quoted            -     EA
operations/MODEL/*/copies/*/remove/                   A     A

# The door
MODEL = operation
operations/MODEL/*/preview/                           CEA   CEA
operations/MODEL/*/changes/                           CEA   CEA
operations/MODEL/*/review/                            CEA   CEA
operations/MODEL/*/submit/                            CEA   CEA
operations/MODEL/*/return/                            EA    EA
operations/MODEL/*/ready/                             EA    EA
operations/MODEL/*/publish/                           EA    EA
operations/MODEL/*/discard/                           EA    EA
operations/MODEL/*/withdraw/ @public                  EA    EA
operations/MODEL/*/merge/ @public                     EA    EA
operations/MODEL/*/unmerge/ @merged                   A     A
operations/MODEL/*/redact/ @public                    A     A
operations/MODEL/*/history/*/revert/ @public          CEA   CEA
operations/MODEL/*/change/ @public                    CEA   CEA
operations/MODEL/*/delete/ @public                    -     -

MODEL = assessment statement finding
operations/MODEL/*/preview/                           CEA   CEA
operations/MODEL/*/changes/                           CEA   CEA
operations/MODEL/*/publish/                           EA    EA
operations/MODEL/*/withdraw/ @public                  EA    EA
operations/MODEL/*/change/ @public                    CEA   CEA
operations/MODEL/*/delete/ @public                    -     -

# What only the house writes
MODEL = edition revision
operations/MODEL/                                     CEA   CEA
operations/MODEL/add/                                 -     -
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            CEA   -
operations/MODEL/*/history/                           CEA   CEA
operations/MODEL/*/delete/                            -     -

MODEL = privacyoverride
operations/MODEL/                                     EA    EA
operations/MODEL/add/                                 -     -
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            EA    -
operations/MODEL/*/history/                           EA    EA
operations/MODEL/*/delete/                            -     -

# What readers wrote
MODEL = report
operations/MODEL/                                     EA    EA
operations/MODEL/add/                                 -     -
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            EA    EA
operations/MODEL/*/history/                           EA    EA
operations/MODEL/*/delete/                            A     A

# Spreadsheets; a step is taken by POST only
MODEL = import
operations/MODEL/                                     EA    EA
operations/MODEL/add/                                 EA    EA
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            EA    EA
operations/MODEL/*/history/                           EA    EA
operations/MODEL/*/delete/                            -     -
operations/MODEL/*/status.json                        EA    EA
operations/MODEL/*/faults.csv                         EA    EA
operations/MODEL/*/confirm/                           -     EA
operations/MODEL/*/again/                             -     EA
operations/MODEL/*/discard/                           -     EA
operations/MODEL/template/*                           EA    EA

# Users are switched off, not deleted, and nobody types a password for another
auth/user/                                            A     A
auth/user/add/                                        A     A
auth/user/*/                                          CEA   CEA
auth/user/*/change/                                   A     A
auth/user/*/history/                                  A     A
auth/user/*/delete/                                   -     -
auth/user/*/link/                                     A     A
auth/user/*/second-factor/                            A     A
auth/user/*/change/ @superuser                        A     -
auth/user/*/link/ @superuser                          -     -
auth/user/*/second-factor/ @superuser                 -     -

# Who logged in, and what changed of a log-in
MODEL = login failedlogin event
accounts/MODEL/                                       A     A
accounts/MODEL/add/                                   -     -
accounts/MODEL/*/                                     CEA   CEA
accounts/MODEL/*/change/                              A     -
accounts/MODEL/*/history/                             A     A
accounts/MODEL/*/delete/                              -     -

# Background tasks
django_tasks_database/dbtaskresult/                   A     A
django_tasks_database/dbtaskresult/add/               -     -
django_tasks_database/dbtaskresult/*/                 CEA   CEA
django_tasks_database/dbtaskresult/*/change/          A     -
django_tasks_database/dbtaskresult/*/history/         A     A
django_tasks_database/dbtaskresult/*/delete/          -     -
"""

# What may be done to many rows at once in a list; stock Django would delete.
ACTIONS = {
    ("operations.report", "delete_selected"): "A",
    **{
        ("operations.operation", f"export_{name}"): "CEA"
        for name in ("xlsx", "operations_csv", "figures_csv", "json")
    },
}
