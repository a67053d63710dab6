# `make run` opens Dateline on http://127.0.0.1:8000; `make test` runs everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin
.PHONY: run test wheel lock clean

run: .venv/run.stamp
	$(BIN)/python -m timeline serve

test: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

.venv/bin/python:
	$(PYTHON) -m venv .venv

# The last step puts `dateline` into .venv/bin and lets any program of this environment import timeline, from here.
.venv/run.stamp: requirements.txt pyproject.toml setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --config-settings editable_mode=compat --editable .
	touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

# What another machine installs: dist/dateline-….whl
wheel: .venv/run.stamp
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --wheel-dir dist .
	rm -rf build

# Needs uv (https://docs.astral.sh/uv/).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
