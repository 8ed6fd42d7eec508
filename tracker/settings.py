"""Settings, all of them; what differs between machines comes from the environment.

docs/architecture.md lists the variables and gives the reasons for the choices.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from tracker import environment
from tracker.environment import BASE_DIR

# --- What the machine says ---------------------------------------------------------------

DEBUG = environment.switch("DEBUG", default=False)
HTTPS = environment.switch("HTTPS", default=not DEBUG)
# Nobody approves their own work, and staff prove who they are twice.
FOUR_EYES = environment.switch("FOUR_EYES", default=True)
SECOND_FACTOR = environment.switch("SECOND_FACTOR", default=True)
# Whether this machine reads the pages of sources at all; nothing else here goes outside.
FETCH_SOURCES = environment.switch("FETCH_SOURCES", default=True)

SECRET_KEY = environment.required("SECRET_KEY", otherwise="only-for-debug" if DEBUG else None)
ALLOWED_HOSTS = environment.words(
    "ALLOWED_HOSTS", otherwise="localhost,127.0.0.1,[::1]" if DEBUG else None
)
DATA_DIR = environment.data_dir()
SITE_URL = environment.site_url(
    otherwise="http://127.0.0.1:8000" if DEBUG else f"https://{ALLOWED_HOSTS[0]}"
)
CONTACT = environment.contact()
DATABASES = {"default": environment.database(DATA_DIR)}
CACHES = {"default": environment.cache()}
# Which header of our own proxy says where a visitor comes from; none is believed by default.
CLIENT_ADDRESS_HEADER = environment.header("CLIENT_ADDRESS_HEADER")

# EMAIL_URL becomes Django's own EMAIL_… settings; without it nothing can be sent, and pages say so.
MAIL_CONFIGURED = bool(_mail := environment.mail())
globals().update(_mail)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.mail_sender(SITE_URL)

# Readers' reports; the form tells readers these times. Days until a request for removal is
# answered, until a contact is deleted (after closing; at the latest after coming in), and until
# the text is deleted (after closing).
REPORT_REMOVAL_DAYS = environment.number("REPORT_REMOVAL_DAYS", default=7)
REPORT_CONTACT_DAYS = environment.number("REPORT_CONTACT_DAYS", default=30)
REPORT_OPEN_DAYS = environment.number("REPORT_OPEN_DAYS", default=180)
REPORT_TEXT_DAYS = environment.number("REPORT_TEXT_DAYS", default=365)
# Reports from one client; and from all whose address is not known, as behind a proxy that no
# header tells of.
REPORTS_AN_HOUR = environment.number("REPORTS_AN_HOUR", default=6)
REPORTS_AN_HOUR_SHARED = environment.number("REPORTS_AN_HOUR_SHARED", default=60)

# --- What the site is made of ------------------------------------------------------------

INSTALLED_APPS = [
    # Before the admin, whose header gets a link to one's own log-in.
    "tracker.accounts",
    "tracker.accounts.admin_config.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    # Lets runserver serve static files as production does.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "operations",
]

MIDDLEWARE = [
    "tracker.heads.HeadWithoutBody",
    "tracker.addresses.ClientAddress",
    "django.middleware.security.SecurityMiddleware",
    # Lengths of what it packs are blurred, so that they tell nothing of secrets beside them.
    "django.middleware.gzip.GZipMiddleware",
    # Before WhiteNoise, so that static files carry the policy too.
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tracker.languages.LanguageFromAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "tracker.accounts.middleware.StaffSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last: it puts the lock-out page in place of the answer.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The site's own templates go before those of the stock admin.
        "DIRS": [BASE_DIR / "tracker" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # A tag of the admin alone, above the tags that public templates share.
            "libraries": {"queue": "operations.admin.queue.tags"},
        },
    },
]

# Long and not known to everybody; which signs it is made of is nobody's business (NIST SP 800-63B).
_rules = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_rules}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_rules}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_rules}.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What the daily work of the records does beside its own.
DAILY_JOBS = {"log-ins": "tracker.accounts.events.purge"}

# --- Language and time -------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hant", _("Traditional Chinese"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Hong_Kong"
USE_TZ = True

# --- Static files ------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "operations.pages.stylesheet.StylesheetFinder",
]
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# --- Safety ------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"

# Readers get no cookie; outside the admin an editor's browser does not send one either.
SESSION_COOKIE_PATH = "/admin/"
CSRF_COOKIE_PATH = "/admin/"
# The language of the desk is an editor's choice; readers' is in the address.
LANGUAGE_COOKIE_NAME = "desk_language"
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "tracker.accounts.kept.csrf_failure"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Django's messages would otherwise use a cookie for the whole site.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A session ends with the browser, after hours without use, after a working day, and soon when the
# second factor is not given.
SESSION_ENGINE = "tracker.accounts.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 4 * 3600
SESSION_ABSOLUTE_AGE = 14 * 3600
HALF_WAY_AGE = 30 * 60

# Wrong passwords and codes: of one name at one address, and of an address, which an office shares.
# Names alone are never locked, or anybody could lock a colleague out.
AXES_HANDLER = "tracker.accounts.handler.Handler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_FAILURE_LIMIT = 5
ADDRESS_FAILURE_LIMIT = 25
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "tracker.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "tracker.accounts.lockout.answer"
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Nothing that is typed into a form is kept, but the name.
AXES_SENSITIVE_PARAMETERS = [
    "username", "ip_address", "code", "old_password", "new_password1", "new_password2",
    "csrfmiddlewaretoken",
]  # fmt: skip
RESETS_AN_HOUR = 5
PASSWORD_RESET_TIMEOUT = 3600
HANDED_LINK_TIMEOUT = 48 * 3600
# Names and addresses of staff are personal data: `manage.py purge_log_in_events`.
LOG_IN_EVENTS_DAYS = 90
# What an authenticator app shows beside the code.
OTP_TOTP_ISSUER = f"Operation tracker ({SITE_URL.split('://')[1]})"

if HTTPS:
    SECURE_SSL_REDIRECT = True
    # The proxy in front must set this header itself, whatever the visitor sent.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
# A supervisor asks from inside, without the proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# Whether every sibling host speaks HTTPS is for the owner of the domain to promise.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# An operation with a hundred figures has thousands of fields in the admin; Django's limit of
# a thousand would lose what an editor typed.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Libraries ---------------------------------------------------------------------------

# Requests of one client to the API; nothing for no limit.
API_RATE = "600/min"
REST_FRAMEWORK: dict[str, Any] = {
    # The API is public and read only; an editor's session has no meaning there.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    # What a visitor says of an address that they come from is not believed.
    "NUM_PROXIES": 0,
    "DEFAULT_RENDERER_CLASSES": ["operations.api.rendering.JSON"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "operations.api.errors.handle",
    # A parameter that nobody reads is refused like any other.
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Enforcement operation tracker",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "POSTPROCESSING_HOOKS": ["operations.api.finishing.complete"],
    "SORT_OPERATION_PARAMETERS": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # The default of the validator is an outside service.
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
}

# Only what needs a person: readers leave no trace here, and no access log is kept.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # A page not found is the visitor's mistake, not the site's.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Every attempt is recorded in the database, where administrators read it.
        "axes": {"level": "ERROR"},
        # The pool repeats every second what the request that waits for it will say once.
        "psycopg.pool": {"level": "ERROR"},
    },
}
