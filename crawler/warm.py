"""Imported once by the process that forks the cleaning workers: it loads everything, and does once what the first page would
wait for. The first odd date alone compiles 200 locales, 2.6 s of a process."""

from cleaners import SiteHints
from crawler.cleaning import clean

_PAGE = "<html><head><title>Warm</title></head><body><article><p>{}</p><p>Published 31 Foo 2026</p></article></body></html>"

clean(_PAGE.format("A film about the first page of a crawl. " * 20).encode(), "", "", SiteHints())
