# Two commands do everything on a fresh machine with Swift: `make demo` and `make test`.

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local

# How long the campaigns of kills, races and mutated inputs go on, in seconds.
CAMPAIGN_SECONDS ?= 600

.PHONY: help setup setup-tests setup-bench needed build release demo test lint format golden pages gate privacy bench campaign install clean

help: ## what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: ## install what is missing to build (demo and test do it too)
	@.ci/install build

setup-tests: ## install what some tests need: a browser, sqlite3
	@.ci/install lint
	@.ci/install test
	@Tests/Browser/setup .build/browser

setup-bench: setup setup-tests ## make the peers of 'bench', in a Python environment of their own
	@Tests/Benchmarks/setup

needed:
	@.ci/install --check build

build: needed ## build for work on the program
	$(SWIFT) build

release: needed ## build for use
	$(SWIFT) build -c release --product covalence

demo: setup release ## build the sample studies, score them and write every report
	@"$$($(SWIFT) build -c release --show-bin-path)/covalence" demo --home . reports/examples

test: setup setup-tests lint ## check everything
	$(SWIFT) build --build-tests
	$(SWIFT) test --disable-xctest --skip-build
	@OPTIONAL=0 ROWS=1000 PATIENCE=60 Tests/Campaigns/run 90
	@$(MAKE) --no-print-directory pages
	@Tests/Word/run .build/browser
	@Tests/Pages/run 20
	@Tests/Privacy/run-examples
	@Tests/Privacy/run 100 4

privacy: needed ## attack what is published of 1,000 random studies
	$(SWIFT) build --product covalence
	@Tests/Privacy/run-examples
	@Tests/Privacy/run 1000

gate: needed ## hold what pages say against what they show, of 200 random studies too
	$(SWIFT) build --product covalence
	@Tests/Pages/run 200

pages: ## check every page in Chromium
	@Tests/Browser/run .build/browser

lint: ## format, layout of imports, size of files
	@.ci/install --check lint
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	@.ci/check-imports
	@.ci/check-sizes
	@.ci/check-tests

format: ## format every Swift file
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

golden: needed ## write the golden files anew, on purpose
	COVALENCE_RECORD=1 $(SWIFT) test --disable-xctest

bench: needed ## time the program beside its peers, in one run
	@Tests/Benchmarks/setup --check
	@Tests/Benchmarks/bench.sh
	@Tests/Benchmarks/agreement/bench.sh

campaign: release ## kill, race and feed the program mutated inputs, for CAMPAIGN_SECONDS (600)
	@COVALENCE_BIN="$$($(SWIFT) build -c release --show-bin-path)/covalence" Tests/Campaigns/run $(CAMPAIGN_SECONDS)

install: release ## install under PREFIX (/usr/local)
	@.ci/install-files "$$($(SWIFT) build -c release --show-bin-path)" "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	rm -rf .build
