# softintel: `make run` sets up and shows the main job; `make test` sets up and runs every check.

PYTHON ?= python3
TORCH ?= 2.13.0
# An index of torch's CPU builds, for machines whose own package index has only the CUDA ones. Empty: none is asked.
TORCH_CPU_INDEX ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: install run test lint test-only model train constraints bench clean

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	  "softintel needs Python 3.11 to 3.13; this is %d.%d. Choose another: make PYTHON=python3.12 install" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet 'pip>=25.1'
	@# The CPU build of torch: from pip's own index or folder where it is there, else from TORCH_CPU_INDEX where that is set.
	@# A plain `torch` would pull several gigabytes of CUDA on Linux. Without torch everything works but `make model` and `make train`.
	@if $(PIP) install --quiet --no-deps 'torch==$(TORCH)+cpu' 2>/dev/null \
	  || { [ "$$(uname)" = Darwin ] && $(PIP) install --quiet --no-deps 'torch==$(TORCH)'; } \
	  || { [ -n '$(TORCH_CPU_INDEX)' ] && $(PIP) install --quiet --no-deps --index-url '$(TORCH_CPU_INDEX)' 'torch==$(TORCH)'; }; \
	then extra='[models]'; \
	else extra=''; echo 'No CPU build of torch where pip looks: installing without the extra "models".'; \
	  echo 'Only `make model` and `make train` need it; to have it: make -B TORCH_CPU_INDEX=ADDRESS install'; fi; \
	echo "Installing softintel$$extra and its tools ..."; \
	$(PIP) install --quiet --constraint constraints.txt --group dev --editable ".$$extra"
	@touch $@

run: install
	$(BIN)/softintel demo

test: install lint test-only

lint: install
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-only: install
	$(BIN)/python -m pytest

model: install
	$(BIN)/python -m nlp.export_model

train: install
	$(BIN)/python -m nlp.training

constraints: install
	$(PIP) freeze --exclude-editable --exclude torch | grep -v '^softintel' > constraints.txt

clean:
	rm -rf .venv build dist *.egg-info
