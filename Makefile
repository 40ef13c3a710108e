# Nätverksportalen. `make` alone lists what can be done.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
# How many processes the tests use; `make test JOBS=0` runs them in one, for a debugger.
JOBS ?= auto
# More for pytest: `make test-sqlite ARGS="tests/members/forum -x"`.
ARGS ?=
export PORT

PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
PYTEST := $(PY) -m pytest -n $(JOBS)

# A stamp a lock file: changed locks are installed, unchanged ones cost nothing.
hash = $(shell sha256sum $(1) | cut -c1-16)
RUN_STAMP := $(VENV)/.installed-run-$(call hash,requirements.txt)
DEV_STAMP := $(VENV)/.installed-dev-$(call hash,requirements-dev.txt)
# The pages as they were sent, which the browser tests leave for vnu.
SENT := .pytest_cache/html
NPM_STAMP := node_modules/.installed-$(call hash,package-lock.json)

# A server (TEST_DATABASE_URL) or the binaries to start one: empty when there is neither.
POSTGRES := $(or $(TEST_DATABASE_URL),$(shell $(PYTHON) tests/tools/postgres.py --find 2>/dev/null))
# CI must never pass for want of a database.
WITH_POSTGRES := $(or $(POSTGRES),$(CI))

##@ Running

.PHONY: help
help: ## List what can be done
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@/ { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo

.PHONY: run
run: $(RUN_STAMP) ## Install, migrate, seed and serve at http://localhost:8000/ (PORT=…); data is kept in var/
	@exec $(MANAGE) serve

.PHONY: seed
seed: $(RUN_STAMP) ## Fill an empty database, or move the demonstration's dates to this week
	@$(MANAGE) seed --move

.PHONY: accounts
accounts: $(RUN_STAMP) ## The demonstration accounts as a JSON list
	@$(MANAGE) accounts

.PHONY: codes
codes: $(RUN_STAMP) ## The demonstration accounts' six digits, as they are right now
	@$(MANAGE) accounts | $(PY) -m portal.ops.codes

##@ Testing

.PHONY: test
ifneq ($(WITH_POSTGRES),)
test: test-sqlite test-postgres ## Everything that needs no browser, on SQLite, and on PostgreSQL where it is found
else
test: test-sqlite
	@echo "PostgreSQL was not found: only SQLite was tested. Debian package: postgresql."
endif

.PHONY: test-sqlite
test-sqlite: $(DEV_STAMP) ## Everything that needs no browser, on SQLite, with coverage
	$(PYTEST) --ignore=tests/browser $(if $(ARGS),$(ARGS),--whole-suite --cov --cov-report=)
	$(if $(ARGS),,$(PY) tests/tools/coverage_floor.py)

.PHONY: test-postgres
test-postgres: $(DEV_STAMP) ## The same on PostgreSQL, in a cluster of its own
	$(PY) tests/tools/postgres.py -- $(PYTEST) --ignore=tests/browser $(ARGS)

.PHONY: test-browser
test-browser: $(DEV_STAMP) $(NPM_STAMP) ## The stories in Chromium, with axe on every page
	rm -rf $(SENT)
	$(PYTEST) tests/browser $(ARGS)
	$(MAKE) check-html

.PHONY: check-html
check-html: $(NPM_STAMP) ## vnu on every page that the browser tests have looked over
	@command -v java >/dev/null || { \
		echo "java is missing. On Debian: apt-get install openjdk-17-jre-headless" >&2; exit 1; }
	@test -d $(SENT) || { echo "No pages yet: make test-browser keeps them." >&2; exit 1; }
	java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --stdout $(SENT)/*.html
	@echo "vnu: no errors on $$(ls $(SENT) | wc -l) pages"

.PHONY: bench
bench: $(DEV_STAMP) ## What the public site costs, on PostgreSQL; fails when a goal of speed is missed
	$(PY) tests/tools/postgres.py -- $(PY) -m tests.bench.run

.PHONY: bench-security
bench-security: $(DEV_STAMP) ## Whether the doors tell who has an account, and how far guessing gets; fails when a goal is missed
	$(PY) tests/tools/postgres.py -- $(PY) -m tests.bench.security

.PHONY: lighthouse
lighthouse: $(DEV_STAMP) $(NPM_STAMP) ## Lighthouse as a phone sees it, on four public pages
	$(PY) tests/tools/lighthouse.py

##@ Keeping it tidy

CHECKS := check-code check-templates check-styles check-imports check-migrations check-messages \
	check-permissions check-production
.PHONY: check $(CHECKS)
check: $(CHECKS) ## Linters, contracts, migrations, messages, settings for production (`make -k check` shows all)

check-code: $(DEV_STAMP)
	$(PY) -m ruff check
	$(PY) -m ruff format --check

check-templates: $(DEV_STAMP)
	$(PY) -m djlint --lint --quiet templates

check-styles: $(NPM_STAMP)
	npx --no-install stylelint "static/css/*.css"

check-imports: $(DEV_STAMP)
	$(VENV)/bin/lint-imports --no-cache

check-migrations: $(DEV_STAMP)
	$(MANAGE) makemigrations --check --dry-run

check-messages: $(DEV_STAMP)
	$(PY) tests/tools/messages.py --check

check-permissions: $(DEV_STAMP)
	$(MANAGE) permissions_doc --check

check-production: $(DEV_STAMP)
	$(PY) tests/tools/production.py

.PHONY: fix
fix: $(DEV_STAMP) ## Let the tools mend what they can
	$(PY) -m ruff check --fix
	$(PY) -m ruff format
	$(MANAGE) permissions_doc

.PHONY: messages
messages: $(DEV_STAMP) ## Collect the texts for translation and compile them (needs gettext)
	$(PY) tests/tools/messages.py

.PHONY: lock
lock: $(DEV_STAMP) ## Lock the newest versions that requirements*.in allow
	for set in requirements requirements-dev; do \
		$(PY) -m uv pip compile --universal --python-version 3.11 --generate-hashes \
			--no-header --no-emit-index-url --upgrade --quiet $$set.in -o $$set.txt; \
	done

.PHONY: clean
clean: ## Remove what was made by tools; never the data in var/
	rm -rf .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* \
		htmlcov test-results node_modules
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# Setting up

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $$($(PYTHON) --version) was found." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. On Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# What is installed is the lock and nothing else: pip would look for newer releases of what it names without its
# extras, and refuse them. `pip check` tells when the lock lacks something.
$(RUN_STAMP): | $(PY)
	$(PY) -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	$(PY) -m pip check -qq
	@rm -f $(VENV)/.installed-run-* && touch $@

$(DEV_STAMP): | $(PY)
	$(PY) -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	$(PY) -m pip check -qq
	@rm -f $(VENV)/.installed-* && touch $@ $(RUN_STAMP)

$(NPM_STAMP):
	@command -v npm >/dev/null || { \
		echo "npm is missing. On Debian: apt-get install npm" >&2; exit 1; }
	npm ci --silent --ignore-scripts
	@touch $@
