# Every line is one verb; without make, `python scripts/<verb>.py --help` says how.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site preview check status pictures audit summary hosting publishable publish test test-all engines dependencies clean

site: $(VENV)/site           ## build the site into site/
	$(BIN)/python scripts/build_site.py

preview: $(VENV)/site        ## show the site while you write: http://127.0.0.1:8000/
	$(BIN)/python scripts/build_site.py --preview

check: $(VENV)/site          ## what is missing, old or wrong in pages and translations (reads only)
	$(BIN)/python scripts/check_translations.py

status: $(VENV)/site         ## which translations are done, old, missing or waiting for a native reader
	$(BIN)/python scripts/translation_status.py

pictures: $(VENV)/site       ## prepare pictures only
	$(BIN)/python scripts/optimise_images.py

audit: $(VENV)/site          ## look at the built site: links, translations, structured data, sitemaps, cards, feeds, weights
	$(BIN)/python scripts/audit_site.py

summary: $(VENV)/site        ## what a change touches and what is missing per language, as Markdown: make summary BASE=commit
	@$(BIN)/python scripts/change_summary.py --base "$(BASE)"

hosting: $(VENV)/site        ## write what hosts are told (hosting/) for the built site
	$(BIN)/python scripts/write_hosting.py

publishable: $(VENV)/site    ## whether the site may go out at SITE_URL; UNOFFICIAL=1 while no body is named
	$(BIN)/python scripts/check_publishable.py $(if $(UNOFFICIAL),--unofficial)

publish: $(VENV)/site        ## publish to your own server: SITE_URL=https://… make publish TO=web@host:/srv/nghe-an
	$(BIN)/python scripts/publish.py --to "$(TO)" $(if $(UNOFFICIAL),--unofficial)

test: $(VENV)/test           ## lint, types, the check, unit, golden, built site, real browser
	$(BIN)/python scripts/run_tests.py

test-all: $(VENV)/test       ## the same with the complete long runs
	$(BIN)/python scripts/run_tests.py --all

engines: $(VENV)/test        ## the same bytes elsewhere, and the same pages by ProperDocs, over the whole site
	$(BIN)/python -m pytest -q -m "long or not long" tests/faults/test_same_bytes.py

dependencies: .venv-audit/made ## whether a dependency has a known fault (asks the advisory database)
	.venv-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock -r requirements-test.lock

.venv-audit/made: requirements-audit.lock
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements-audit.lock
	touch $@

$(VENV)/site: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	touch $@

$(VENV)/test: requirements-test.lock $(VENV)/site
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-test.lock
	touch $@

clean:                       ## remove everything that was made
	rm -rf site .cache $(VENV) .venv-audit
