# make demo: crawl the bundled site into filmwire-demo.db.   make test: the checks and the tests, under ten minutes.
# make lint: the checks alone.   make browser: the web pages in Chromium.
# make slow: the long tests (kills, scale, whole page sets).   make timed: those that look at the clock, on a quiet machine.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: demo test browser slow timed lint install clean
demo: install
	$(BIN)/scrapy demo

test: lint
	$(BIN)/pytest -n auto --dist loadgroup -m "not slow"

browser: install
	$(BIN)/pytest -n auto --dist loadgroup -m slow tests/web/test_browser.py

slow: install
	$(BIN)/pytest -n auto --dist loadgroup -m "slow and not timed" --ignore tests/web/test_browser.py

timed: install
	$(BIN)/pytest -n 0 -m timed

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

install: $(STAMP)
$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip  # Python 3.11's own trips over lxml[html_clean]
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[test]'
	touch $(STAMP)

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
