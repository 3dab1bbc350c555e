# Every line is one verb; without make, `python scripts/<verb>.py --help` says how.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site preview pictures test test-all clean

site: $(VENV)/site           ## build the site into site/
	$(BIN)/python scripts/build_site.py

preview: $(VENV)/site        ## show the site while you write: http://127.0.0.1:8000/
	$(BIN)/python scripts/build_site.py --preview

pictures: $(VENV)/site       ## prepare pictures only
	$(BIN)/python scripts/optimise_images.py

test: $(VENV)/test           ## lint, types, unit, golden, built site, real browser
	$(BIN)/python scripts/run_tests.py

test-all: $(VENV)/test       ## the same with the complete long runs
	$(BIN)/python scripts/run_tests.py --all

$(VENV)/site: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	touch $@

$(VENV)/test: requirements-test.lock $(VENV)/site
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-test.lock
	touch $@

clean:                       ## remove everything that was made
	rm -rf site .cache $(VENV)
