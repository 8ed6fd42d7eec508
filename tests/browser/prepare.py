"""`python -m tests.browser.prepare`: DATA_DIR filled with what the browser will be shown.

The real data, loaded as `make run` loads them, and then what they do not hold yet: an operation
corrected twice whose first edition is redacted, one merged into another, one withdrawn.
"""

from __future__ import annotations

import sys

import django

from tracker.commands import load_settings
from tracker.run import fill_environment, prepare


def main(*, endings: bool) -> None:
    """Prepare database and static files; ``endings`` adds what ended or was corrected."""
    fill_environment("127.0.0.1", 8000)
    load_settings()
    django.setup()
    prepare()
    if endings:
        # Imported late: it needs settings.
        from tests.browser.endings import end

        end()


if __name__ == "__main__":
    main(endings="--endings" in sys.argv)
