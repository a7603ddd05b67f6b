# What a newcomer needs: `make site` and `make test`. Both do all the set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := python -m pip install --quiet --disable-pip-version-check
UPKEEP := $(VENV)/upkeep/bin

.PHONY: site test coverage mutants bench fuzz lock audit oldest screenshots clean

site: $(VENV)/.site
	$(BIN)/guidegen build --sizes

test: $(VENV)/.test $(VENV)/.fuzz $(VENV)/.tools $(VENV)/.npm
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/deptry guidegen
	$(BIN)/python -m pytest -n auto --dist loadgroup --ignore tests/serve/test_serve_browser.py
	$(BIN)/python -m pytest tests/serve/test_serve_browser.py # alone: Playwright runs once in a process

# Branches of the package that tests run through. Left out is what would run the same code again (browsers, an editor,
# spoilt copies of real records, fuzzing), or runs none of this source (packages), or measures time.
coverage: $(VENV)/.test
	rm -f .coverage .coverage.*
	$(BIN)/python -m coverage run -m pytest $(UNCOVERED:%=--ignore %)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

UNCOVERED := tests/benchmarks tests/browser tests/editor tests/github tests/mutation tests/packaging \
	tests/links/test_link_speed.py tests/serve/test_serve_browser.py tests/test_fuzz_targets.py tests/test_limits.py

# Changes of the code that no test notices: 300 of each area (docs/reliability.md), or `make mutants AREAS="plan source"`.
mutants: $(VENV)/.mutants
	rm -rf mutants
	$(BIN)/python -m tools.mutants $(AREAS)

$(VENV)/.mutants: requirements/mutants.txt $(VENV)/.test
	$(BIN)/$(PIP) --require-hashes --requirement requirements/mutants.txt
	@touch $@

# Hostile inputs: 20 seconds for each target, or `make fuzz MINUTES=30`; one of them with `make fuzz TARGETS=links`.
fuzz: $(VENV)/.fuzz
	$(BIN)/python -m fuzzing $(TARGETS) $(if $(MINUTES),--minutes $(MINUTES))

# The fuzzer has no wheels but for Linux; elsewhere its runs are skipped.
$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.test
	$(BIN)/$(PIP) --require-hashes --only-binary atheris --requirement requirements/fuzz.txt \
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
	$(BIN)/$(PIP) --editable .
	@touch $@

# The very files that the lock names, and nothing else; then guidegen itself, built by what was locked.
$(VENV)/.test: pyproject.toml requirements/dev.txt | $(BIN)/python
	$(BIN)/$(PIP) --require-hashes --requirement requirements/dev.txt
	$(BIN)/$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.site

# uv and pip-audit, in a place of their own.
$(UPKEEP)/uv: requirements/upkeep.txt | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/upkeep
	$(UPKEEP)/$(PIP) --require-hashes --requirement requirements/upkeep.txt
	@touch $@

# Renew the lock files with the newest versions that pyproject.toml allows.
lock: $(UPKEEP)/uv
	$(COMPILE) --extra serve --extra bench --extra test pyproject.toml --output-file requirements/dev.txt
	$(COMPILE) --extra fuzz --constraint requirements/dev.txt pyproject.toml --output-file requirements/fuzz.txt
	$(COMPILE) --extra mutants --constraint requirements/dev.txt pyproject.toml --output-file requirements/mutants.txt
	$(COMPILE) requirements/upkeep.in --output-file requirements/upkeep.txt

COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UPKEEP)/uv pip compile --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes

# Known weaknesses of what is locked. It fails too where the service that knows them cannot be asked.
audit: $(UPKEEP)/uv
	$(UPKEEP)/pip-audit --strict --require-hashes --disable-pip --requirement requirements/dev.txt

# The tests of the core with the oldest versions that pyproject.toml allows, in an environment of their own.
oldest: $(VENV)/oldest/.made
	$(VENV)/oldest/bin/python -m pytest $(OLDEST)

# Not the two texts that show names of countries, and prompts, as the libraries have them that are locked.
OLDEST := tests/test_api.py tests/test_bad_templates.py tests/test_cli.py tests/test_evidence.py tests/test_init.py \
	tests/test_structure.py tests/report tests/workbench \
	--deselect tests/test_cli.py::test_schema_prints_what_is_committed \
	--deselect tests/workbench/test_session.py::test_the_page_is_what_the_commands_print_today

$(VENV)/oldest/.made: pyproject.toml $(UPKEEP)/uv
	$(BIN)/python -m venv --clear $(VENV)/oldest
	$(UPKEEP)/uv pip install --quiet --python $(VENV)/oldest --resolution lowest-direct --editable '.[serve,test]'
	@touch $@

# Timings beside Hugo (docs/performance.md); more records: make bench N="4000 20000".
N ?= 100 1000
ROUNDS ?= 5
bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.run $(N) --rounds $(ROUNDS) $(BENCH)

# The pictures of the README.
screenshots: $(VENV)/.tools
	$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) site
