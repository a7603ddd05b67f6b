# What a newcomer needs: `make site` and `make test`. Both do all the set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test fuzz screenshots clean

site: $(VENV)/.site
	$(BIN)/guidegen build --sizes

test: $(VENV)/.test $(VENV)/.fuzz $(VENV)/.tools $(VENV)/.npm
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadgroup --ignore tests/serve/test_serve_browser.py
	$(BIN)/python -m pytest tests/serve/test_serve_browser.py # alone: Playwright runs once in a process

# Hostile inputs: 20 seconds for each target, or `make fuzz MINUTES=30`; one of them with `make fuzz TARGETS=links`.
fuzz: $(VENV)/.fuzz
	$(BIN)/python -m fuzzing $(TARGETS) $(if $(MINUTES),--minutes $(MINUTES))

# The fuzzer has no wheels but for Linux; elsewhere its runs are skipped.
$(VENV)/.fuzz: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary atheris --editable '.[fuzz]' \
		|| echo "No wheel of atheris for this Python or system: the fuzzing runs are skipped."
	@touch $@

# A browser, Java, npm and the data set that a test compares with: brought by apt where this account may.
$(VENV)/.tools: tools/system_packages.py tools/browser.py $(VENV)/.test
	$(BIN)/python tools/system_packages.py
	$(BIN)/python tools/browser.py
	@touch $@

# The accessibility checker, the HTML checker and the language server, pinned.
$(VENV)/.npm: tests/browser/package-lock.json tests/editor/package-lock.json $(VENV)/.tools
	cd tests/browser && npm ci --silent --no-audit --no-fund --ignore-scripts
	cd tests/editor && npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "guidegen needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 1; }

$(VENV)/.site: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.site

# The pictures of the README.
screenshots: $(VENV)/.tools
	$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) site
