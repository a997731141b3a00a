# hrkg: `make` lists the targets. Everything happens in .venv, which `make setup` makes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT := out/demo

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format lint types architecture tests docs wheel golden clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "hrkg needs Python 3.11 or newer: say make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

setup: $(STAMP) ## Make .venv with hrkg and its tools

demo: $(STAMP) ## Build the graph of data/articles, validate it, show what it found
	$(BIN)/hrkg build data/articles -o $(OUT)/graph.ttl --split $(OUT)/articles --texts $(OUT)/texts
	$(BIN)/hrkg validate $(OUT)/graph.ttl --texts $(OUT)/texts
	@echo; echo "Who is reported as held (hrkg query $(OUT)/graph.ttl --view held):"
	@$(BIN)/hrkg query $(OUT)/graph.ttl --view held
	@echo; echo "The graph: $(OUT)/graph.ttl, one file an article in $(OUT)/articles, the texts that offsets count in: $(OUT)/texts."
	@echo "Next: $(BIN)/hrkg explain $(OUT)/graph.ttl 'Maksim Tratsiak'"

test: $(STAMP) ## Set up and run the tests
	$(BIN)/python -m pytest -n auto

check: format lint types architecture tests wheel ## What CI runs

format: $(STAMP) ## Is the code formatted?
	$(BIN)/ruff format --check .

lint: $(STAMP) ## Is the code clean?
	$(BIN)/ruff check .

types: $(STAMP) ## Do the types fit?
	$(BIN)/mypy

architecture: $(STAMP) ## Do imports only go down?
	$(BIN)/lint-imports

tests: $(STAMP) ## Do the tests pass?
	$(BIN)/python -m pytest -n auto

docs: $(STAMP) ## Does the documentation say what is there? (part of the tests)
	$(BIN)/python -m pytest tests/test_docs.py

wheel: $(STAMP) ## Does the wheel work in an empty environment and an empty folder?
	sh tests/wheel.sh $(PYTHON) $(BIN)

golden: $(STAMP) ## Write the golden graphs and the made parts of the documentation anew, and show what changed
	$(BIN)/python -m pytest tests/golden tests/test_docs.py --golden-write
	git diff --stat tests/golden README.md data/README.md

clean: ## Remove what was built
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
