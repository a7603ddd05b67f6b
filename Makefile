# What a newcomer needs: `make site` and `make test`. Both do all the set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MBPI := /usr/share/mobile-broadband-provider-info/serviceproviders.xml

.PHONY: site test lint clean

site: $(VENV)/.site
	$(BIN)/guidegen build

test: $(VENV)/.test $(VENV)/.mbpi
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

# Debian's data set, for one more look at the real file; as root only, and the tests hold an extract of it.
$(VENV)/.mbpi: | $(BIN)/python
	@if [ "$$(id -u)" = 0 ] && [ ! -e $(MBPI) ] && command -v apt-get >/dev/null; then apt-get install -qq -y mobile-broadband-provider-info >/dev/null 2>&1 || echo "mobile-broadband-provider-info could not be installed; its extract is tested"; fi
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

clean:
	rm -rf $(VENV) site
