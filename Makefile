# Needs python3 (3.11 or newer) with its venv module; everything else is installed into .venv.
.DEFAULT_GOAL := help
.PHONY: help run test browser-test bench screenshots check format messages lock

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
LOCK := .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-emit-index-url --no-header

WITHOUT_BROWSER := --ignore=tests/browser -p no:playwright

# Set in some environments: every start would compile every library again.
unexport PYTHONDONTWRITEBYTECODE

help:
	@echo "make run          the site on this machine, at http://127.0.0.1:8000/"
	@echo "make test         all tests, on SQLite and on PostgreSQL (ARGS=\"-k word\" chooses)"
	@echo "make browser-test journeys and checks of every page in Chromium"
	@echo "make bench        memory and time of every export (ARGS=\"--operations 1000\" for fewer)"
	@echo "make screenshots  the pictures of the README, taken anew"
	@echo "make check        format, lint, types, architecture, migrations"
	@echo "make format       put the code in form"
	@echo "make lock         work out the locked dependencies anew (ARGS=--upgrade for newer ones)"

run: $(VENV)/.installed
	@$(PYTHON) -m tracker.run

test: $(VENV)/.installed-dev
	@status=0; \
	echo "Tests on SQLite"; \
	env -u DATABASE_URL $(PYTHON) -m pytest -n 2 --dist loadgroup $(WITHOUT_BROWSER) $(ARGS) || status=$$?; \
	echo "Tests on PostgreSQL"; \
	$(PYTHON) -m tests.postgres $(PYTHON) -m pytest -n 2 --dist loadgroup $(WITHOUT_BROWSER) $(ARGS) || status=$$?; \
	exit $$status

# Once is enough: what a browser is shown is the same on both databases.
browser-test: $(VENV)/.installed-dev
	@env -u DATABASE_URL $(PYTHON) -m pytest tests/browser -n 2 $(ARGS)

# Needs Linux, about two gigabytes of disk, and a quarter of an hour.
bench: $(VENV)/.installed-dev
	@$(PYTHON) -m benchmarks $(ARGS)

screenshots: $(VENV)/.installed-dev
	@$(PYTHON) -m tests.browser.screenshots

check: $(VENV)/.installed-dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy manage.py tracker operations fixtures tests benchmarks artwork
	$(VENV)/bin/lint-imports --no-logo
	DEBUG=on $(PYTHON) manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))") \
		ALLOWED_HOSTS=tracker.example.org $(PYTHON) manage.py check --deploy --fail-level WARNING
	DEBUG=on $(PYTHON) manage.py spectacular --validate --fail-on-warn --file /dev/null

# Needs GNU gettext. What is missing in the catalogue then waits for its translation.
messages: $(VENV)/.installed-dev
	@command -v msgfmt >/dev/null \
		|| { echo "gettext is needed (Debian: apt install gettext)." >&2; exit 1; }
	DEBUG=on $(PYTHON) manage.py makemessages
	DEBUG=on $(PYTHON) manage.py compilemessages --locale zh_Hant --ignore "$(VENV)*"

format: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

lock: .venv-lock/.installed
	$(LOCK) $(ARGS) requirements.in -o requirements.txt
	$(LOCK) $(ARGS) requirements-dev.in -o requirements-dev.txt

$(VENV)/.made:
	@command -v python3 >/dev/null \
		|| { echo "python3 (3.11 or newer) is needed and was not found." >&2; exit 1; }
	@python3 -c "import sys; sys.exit(sys.version_info < (3, 11))" \
		|| { echo "python3 is too old: 3.11 or newer is needed." >&2; exit 1; }
	@python3 -c "import ensurepip, venv" 2>/dev/null \
		|| { echo "The venv module of python3 is needed (Debian: apt install python3-venv)." >&2; exit 1; }
	@python3 -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.txt | $(VENV)/.made
	@echo "Installing the locked dependencies into $(VENV)"
	@$(INSTALL) -r requirements.txt
	@touch $@

# One library of the checks comes as source alone.
$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the checks need into $(VENV)"
	@$(INSTALL) --no-binary jsonpath-rw -r requirements-dev.txt
	@touch $@

.venv-lock/.installed:
	@python3 -m venv .venv-lock
	@.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
	@touch $@
