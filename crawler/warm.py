"""Imported once by the process that forks the cleaning workers: it loads everything, and does once what the first page would
wait for. The first odd date alone compiles 200 locales, 2.6 s of a process."""

import gc

from cleaners import SiteHints
from crawler.cleaning import clean

_PAGE = "<html><head><title>Warm</title></head><body><article><p>{}</p><p>Published 31 Foo 2026</p></article></body></html>"

clean(_PAGE.format("A film about the first page of a crawl. " * 20).encode(), "", "", SiteHints())
clean(
    _PAGE.format("<p>关于抓取第一页的电影在这里上映，語(yǔ)言和读音的表也要先读进来。</p>" * 20).encode(), "", "", SiteHints()
)
gc.collect()
gc.freeze()  # what the workers share stays shared: a collector that looks at it would copy it
