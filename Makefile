# Everything a developer or an operator types. What takes more than a few lines lives in a script beside the tests.

PYTHON ?= python3
PORT ?= 8000
DEEL ?= ci
PY := .venv/bin/python
# On a developer's machine the settings make throw-away secrets; a real one has its own and never uses this file.
export AFSPRAKEN_DEMO := 1

.DEFAULT_GOAL := hulp
.PHONY: hulp omgeving omgeving-test bouw demo test lint bench schermen vergrendel

hulp:
	@echo "make demo [PORT=8000]   de demogemeente, met adressen en inlognamen"
	@echo "make test [DEEL=alles]  alle testen, op SQLite en PostgreSQL"
	@echo "make lint               stijl, typen, lagen en migraties"
	@echo "make bench [DEEL=boeken|toewijzing|dag]  de metingen, alle of een deel"
	@echo "make schermen           de schermafbeeldingen voor docs/"
	@echo "make vergrendel         de vergrendelde versies opnieuw maken"

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 of nieuwer is nodig (make PYTHON=...)" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

# The copy in .venv says what is installed: compared by content, so a fresh checkout of the same lock costs nothing.
omgeving: .venv/bin/python
	@cmp -s requirements.txt .venv/requirements.txt || { \
	  echo "Pakketten worden geïnstalleerd (eenmalig, ongeveer een minuut)..." && \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt && \
	  cp requirements.txt .venv/requirements.txt; }

omgeving-test: omgeving
	@cmp -s requirements-test.txt .venv/requirements-test.txt || { \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt && \
	  cp requirements-test.txt .venv/requirements-test.txt; }

# Stylesheets and translations: built from the source, never committed.
bouw: omgeving
	@$(PY) static/huisstijl/bouw.py
	@$(PY) manage.py vertalingen_bouwen

demo: export AFSPRAKEN_ADRES ?= http://localhost:$(PORT)
demo: bouw
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo_laden
	@exec $(PY) manage.py demo_draaien --port $(PORT)

test: omgeving-test bouw
	@AFSPRAKEN_DEEL=$(DEEL) $(PY) tests/draaien.py

lint: omgeving-test
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports
	@$(PY) manage.py makemigrations --check --dry-run

# No part named: all of them.
bench: omgeving-test bouw
	@$(PY) -m pytest tests/prestaties -s -q -o "python_files=meet_*.py" $(if $(filter-out ci alles,$(DEEL)),-k "meet_$(DEEL)")

schermen: omgeving-test bouw
	@$(PY) tests/reizen/schermen.py

# pip-tools gets an environment of its own: it follows pip, and pip is no part of the product.
# Add OP=--upgrade to move to the newest versions.
vergrendel:
	@gereedschap=$$(mktemp -d) && trap 'rm -rf "$$gereedschap"' EXIT && \
	$(PYTHON) -m venv "$$gereedschap" && "$$gereedschap/bin/pip" install --quiet pip-tools && \
	for lijst in requirements requirements-test; do \
	  "$$gereedschap/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header $(OP) \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file $$lijst.txt $$lijst.in || exit 1; \
	done
