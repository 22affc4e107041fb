# Each goal does all its own set-up; see .setup/.

.DEFAULT_GOAL := help
.PHONY: help site lint test serve dev check schema outcomes mutants fuzz fuzz-data audit sbom parity bench-engine bench-build share-picture format hooks browsers lock clean distclean prepare-site prepare-test

PARITY_REQUESTS ?= 20000
MUTANTS ?= 600
FUZZ ?= 200
TREES ?= 10000

python := .venv/bin/python

# What the set-up put into .venv, a node among them where the machine has none, comes first.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
unexport PYTHONPATH PYTHONHOME

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

site: prepare-site ## Build the site into dist/
	@$(python) -m generator build

lint: prepare-test ## Look at layout, style and types alone
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	node_modules/.bin/tsc --project site_templates/jsconfig.json

test: lint ## Run all that must pass: lint, types, policy data, tests
	node --test --test-reporter spec $(wildcard tests/scripts/*.test.js)
	$(python) -m generator check
	$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

serve: site ## Build the site and show it on this machine
	@$(python) -m generator serve

dev: prepare-site ## Show the site as it is saved, with mistakes and sample people beside it
	@$(python) -m generator dev

check: prepare-site ## Check the policy data and list every mistake
	@$(python) -m generator check

schema: prepare-site ## Write the JSON Schemas of the data files anew, for editors
	@$(python) -m generator.policy.schema docs/schema

outcomes: prepare-test ## Write the answers that tests keep anew; read the diff
	@$(python) -m tests.outcomes

mutants: prepare-test ## Put MUTANTS (600, 0 for all) mistakes into the engine and list those that no test notices
	@$(python) -m tests.mutants --count $(MUTANTS)

fuzz: prepare-test ## Look for requests that cost too much, FUZZ (200) for each method
	@$(python) -m tests.fuzz.requests --count $(FUZZ)

fuzz-data: prepare-test ## Put slips into TREES (10000) policy folders and check each
	@$(python) -m tests.fuzz.data --trees $(TREES)

audit: prepare-site ## Ask whether anything pinned has a known fault; needs the network, and says so
	-@.setup/prepare uv
	@.setup/audit

sbom: prepare-site ## List all that the site is made of in dist.cdx.json, as CycloneDX
	@$(python) -m generator.sbom dist.cdx.json

parity: prepare-test ## Compare CPython and each browser over PARITY_REQUESTS requests (20000)
	PARITY_REQUESTS=$(PARITY_REQUESTS) $(python) -m pytest tests/parity -m parity

bench-engine: prepare-test ## Measure how fast the engine starts and scores in the browser
	@$(python) -m tests.bench.engine

bench-build: prepare-test ## Measure what a build costs and how soon `make dev` shows what is saved
	@$(python) -m tests.bench.build

share-picture: prepare-test ## Make the picture of shared links anew from site_templates/share/share.svg
	@$(python) -m tests.draw_share_picture

format: prepare-site ## Format the Python sources and put right what ruff can
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

hooks: prepare-site ## Check each commit before it is made, by pre-commit
	$(python) -m pre_commit install

browsers: prepare-test ## Install a Chromium and a Chinese font for the tests where they are missing
	.setup/browsers

lock: ## Pin all dependencies anew (UPGRADE=--upgrade for newer versions)
	@.setup/prepare uv
	$(lock_python) --python-version 3.12 --extra dev --output-file .setup/requirements.txt pyproject.toml
	$(lock_python) --python-version 3.12 --output-file .setup/node-requirements.txt .setup/node.in
	$(lock_python) --python-version 3.9 --output-file .setup/uv.txt .setup/uv.in
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund

lock_python = .cache/uv/bin/uv pip compile --quiet --universal --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

clean: ## Remove what is built and the tools' caches
	rm -rf dist dist.cdx.json .cache/mypy .cache/pytest .cache/ruff .hypothesis

distclean: clean ## Remove what the set-up installed, too
	rm -rf .venv node_modules .cache

prepare-site prepare-test:
	@.setup/prepare $(@:prepare-%=%)
