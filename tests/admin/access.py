"""Who may open what in the admin: one line an address, read by test_access.py.

A line is: address, who may GET, who may POST. People are letters: ``a`` anonymous, ``o`` an
outsider with an account and no desk, ``C`` contributor, ``E`` editor, ``A`` administrator; ``-``
is nobody. ``*`` in an address stands for a record, ``MODEL`` for each of the models named above
the block. A state of the record may follow the address: ``@public`` was published,
``@quoted`` is quoted by a published document. A query that the page needs may follow it as well.
"""

from __future__ import annotations

TERMS = "agency group offence place series method"

TABLE = """
# The site itself
                                                      CEA   CEA
login/                                                ao    aoCEA
logout/                                               -     CEA
password_change/                                      CEA   CEA
password_change/done/                                 CEA   -
jsi18n/                                               CEA   -
autocomplete/?app_label=operations&model_name=operation&field_name=places  CEA -
operations/                                           CEA   CEA
auth/                                                 A     A
django_tasks_database/                                A     A
# Nothing here has a public page of its own to be sent to.
r/*/*/                                                -     -

# Working copies
MODEL = operation source agency group offence place series method assessment statement finding
operations/MODEL/                                     CEA   CEA
operations/MODEL/add/                                 CEA   CEA
operations/MODEL/*/                                   CEA   CEA
operations/MODEL/*/change/                            CEA   CEA
operations/MODEL/*/history/                           CEA   CEA
operations/MODEL/*/delete/                            A     A

# What readers see quoted
MODEL = source agency group offence place series method
operations/MODEL/*/change/ @quoted                    CEA   EA
operations/MODEL/*/delete/ @quoted                    -     -

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
operations/MODEL/*/redact/ @public                    A     A
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

# Users are switched off, not deleted; the roles are written in roles.py
auth/user/                                            A     A
auth/user/add/                                        A     A
auth/user/*/                                          CEA   CEA
auth/user/*/change/                                   A     A
auth/user/*/password/                                 A     A
auth/user/*/history/                                  A     A
auth/user/*/delete/                                   -     -
auth/group/                                           A     A
auth/group/add/                                       -     -
auth/group/*/                                         CEA   CEA
auth/group/*/change/                                  A     -
auth/group/*/history/                                 A     A
auth/group/*/delete/                                  -     -

# Background tasks
django_tasks_database/dbtaskresult/                   A     A
django_tasks_database/dbtaskresult/add/               -     -
django_tasks_database/dbtaskresult/*/                 CEA   CEA
django_tasks_database/dbtaskresult/*/change/          A     -
django_tasks_database/dbtaskresult/*/history/         A     A
django_tasks_database/dbtaskresult/*/delete/          -     -
"""

# What may be done to many rows at once in a list; stock Django would delete.
ACTIONS = {("operations.report", "delete_selected"): "A"}
