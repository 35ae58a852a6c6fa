# Frontdesk: `make up` runs it, `make test` tests it. Wants Python 3.11 and make; brings uv itself when it is not there.
PYTHON ?= python3.11
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)

.PHONY: help up test check fmt clean
help:  ## what there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

up: | $(UV)  ## run everything on this machine and print the addresses
	$(UV) run --frozen frontdesk up

test: | $(UV)  ## run every test this machine can
	$(UV) run --frozen pytest

check: | $(UV)  ## style, types, import directions, flows, dialogue data, pages
	$(UV) run --frozen ruff check .
	$(UV) run --frozen ruff format --check .
	$(UV) run --frozen mypy
	$(UV) run --frozen lint-imports
	$(UV) run --frozen frontdesk check
	PYTHONPATH=. $(UV) run --frozen rasa data validate --config config.yml --domain bot/domain --data bot/nlu bot/rules bot/stories
	$(UV) run --frozen frontdesk pages --check

fmt: | $(UV)  ## format the Python code
	$(UV) run --frozen ruff check --fix .
	$(UV) run --frozen ruff format .

clean:  ## forget what was built, trained and kept
	rm -rf var frontdesk/static web/node_modules .venv .tools

.tools/bin/uv:
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet uv
