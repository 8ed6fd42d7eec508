"""What must be true before the site can serve: each step does nothing when it is done."""

from __future__ import annotations

import hashlib
import secrets
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db.models import Q

from tracker.environment import BASE_DIR
from tracker.health import database_problem


def prepare_database() -> None:
    """Reach the database and apply what is missing of its migrations."""
    if problem := database_problem():
        raise ImproperlyConfigured(problem)
    call_command("migrate", interactive=False, verbosity=0)


def collect_static_files() -> None:
    """Collect, name by content and compress; skipped while no file has changed."""
    mark = Path(settings.STATIC_ROOT) / ".collected"
    state = static_state()
    if mark.exists() and mark.read_text() == state:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(state)


def static_state() -> str:
    """A hash of the names, sizes and times of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(None):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def load_data() -> None:
    """Load the real data into a database that holds no operation."""
    if not apps.get_model("operations", "Operation")._default_manager.exists():
        call_command("load_data", str(BASE_DIR / "fixtures"))


def schedule_daily_work() -> None:
    """See that the next day's recurring work is in the queue."""
    call_command("schedule", stdout=StringIO())


def create_admin() -> str | None:
    """Create the first administrator and return the password, which is kept nowhere."""
    users = get_user_model()._default_manager
    if users.filter(Q(is_superuser=True) | Q(username="admin")).exists():
        return None
    password = secrets.token_urlsafe(12)
    get_user_model().objects.create_superuser("admin", password=password)
    return password
