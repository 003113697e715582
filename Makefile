# verbale: `make site` builds the reference archive, `make test` proves everything. `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --quiet --disable-pip-version-check
NODE := tests/node/node_modules
UV_COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --quiet \
	--no-header --no-emit-index-url --no-emit-find-links --upgrade

.PHONY: help site test format snapshots bench bench-full lock clean
.DEFAULT_GOAL := help

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 20

site: .venv/run.stamp ## parse the sources, build the site, print the address to open
	@$(BIN)/verbale parse
	@$(BIN)/verbale build
	@$(BIN)/python -c 'from pathlib import Path; print("Open", Path("build/index.html").resolve().as_uri())'

test: .venv/test.stamp $(NODE)/.stamp .venv/chromium .venv/firefox ## format, lint, types, tests: all must pass
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	CHROMIUM="$$(cat .venv/chromium)" FIREFOX="$$(cat .venv/firefox 2>/dev/null)" $(BIN)/pytest

format: .venv/test.stamp ## let ruff format and mend what it can
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

snapshots: .venv/test.stamp ## write the expected files of tests anew; read the diff like code
	SNAPSHOTS=overwrite $(BIN)/pytest -n 0 -p no:randomly -m snapshot

bench: .venv/bench.stamp ## measure builds of 1,000 documents beside other generators (four minutes)
	$(BIN)/python -m benchmarks

bench-full: .venv/bench.stamp ## the same with 10,000 documents, and with 100,000 alone (an hour)
	$(BIN)/python -m benchmarks --full

lock: .venv/test.stamp ## lock newer versions of all libraries, with hashes
	$(PIP) install uv
	$(UV_COMPILE) --group build pyproject.toml -o requirements.lock
	$(UV_COMPILE) --group build --group test -c requirements.lock pyproject.toml -o requirements-test.lock
	$(UV_COMPILE) benchmarks/requirements.in -o benchmarks/requirements.lock
	for folder in tests/node benchmarks/node; do (cd $$folder && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only); done

clean: ## remove what make made, the built site included
	@test ! -d build || find build -mindepth 1 ! -name .gitkeep -delete
	@rm -rf .venv .verbale $(NODE) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

# What is there already is not done again: each stamp stands for one finished step.

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "verbale needs Python 3.11 or later, but '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
		echo "Install a newer one, or name one that is there: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/run.stamp: requirements.lock pyproject.toml .venv/python.stamp
	@echo "Installing verbale and its libraries into .venv"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/test.stamp: requirements-test.lock .venv/run.stamp
	@echo "Installing what tests need into .venv"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

$(NODE)/.stamp: tests/node/package-lock.json .venv/test.stamp
	@echo "Installing the HTML validator, axe and the type checker of scripts into $(NODE)"
	@cd tests/node && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

# The generators that ours is compared with must not meddle with its libraries.
.venv/bench.stamp: benchmarks/requirements.lock benchmarks/node/package-lock.json .venv/test.stamp
	@echo "Installing the generators to compare with into .venv/bench"
	@$(PYTHON) -m venv --clear .venv/bench
	@.venv/bench/bin/pip --quiet --disable-pip-version-check install --require-hashes -r benchmarks/requirements.lock
	@cp benchmarks/node/package.json benchmarks/node/package-lock.json benchmarks/node/.npmrc .venv/bench
	@cd .venv/bench && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

.venv/chromium: tools/chromium.py .venv/test.stamp
	@$(BIN)/python tools/chromium.py --install > $@.part
	@mv $@.part $@

# Where there is none and none can be brought, its line is empty and is looked for again each time.
.venv/firefox: tools/firefox.py .venv/test.stamp
	@$(BIN)/python -m tools.firefox --install > $@.part
	@mv $@.part $@
	@test -s $@ || rm $@
