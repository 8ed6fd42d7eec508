"""Settings of the tests: the same site, made quick, and deaf to the machine's own settings.

Only DATABASE_URL is heard: `python -m tests.postgres` sets it.
"""

from __future__ import annotations

import os

for _name in (
    "DEBUG", "DATA_DIR", "CACHE_URL", "FOUR_EYES", "CONTACT",
    "CLIENT_ADDRESS_HEADER", "EMAIL_URL", "EMAIL_FROM",
):  # fmt: skip
    os.environ.pop(_name, None)
for _name in [name for name in os.environ if name.startswith(("REPORT", "CLIENT_ADDRESS"))]:
    del os.environ[_name]
os.environ.update(
    SECRET_KEY="only-for-tests",  # noqa: S106 - it protects nothing
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SITE_URL="http://testserver",
    HTTPS="off",
    # Tests of the log-in switch it on; all others are about what lies behind it.
    SECOND_FACTOR="off",
)

from tracker.settings import *  # noqa: E402, F403
from tracker.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Tests ask more often than anybody should.
API_RATE = ""
# Otherwise every test client walks through all static files before its first answer.
WHITENOISE_AUTOREFRESH = True
# Nothing is collected for tests.
WHITENOISE_USE_FINDERS = True
# A pool would keep connections to test databases that are about to be dropped.
DATABASES["default"]["OPTIONS"].pop("pool", None)
# No test goes outside; those on fetching bring a network of their own.
FETCH_SOURCES = False
