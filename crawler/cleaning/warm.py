"""Imported once by the process that forks the cleaning workers: it loads everything, and does once what the first pages would
wait for. The first odd date alone compiles 200 locales, 2.6 s of a process; the model that tells languages takes 80 MB, which
the workers share."""

import gc
import signal
from importlib import import_module
from threading import Thread

from cleaners import SiteHints
from cleaners.language import language_of
from crawler.cleaning.cleaning import clean
from crawler.garbage import keep_what_is_loaded

signal.signal(signal.SIGTERM, signal.SIG_IGN)  # service managers tell every process; this one ends with the crawl's last word
gc.disable()  # nothing of this is ever given back: looking for what could be takes a tenth of the time
_PAGE = """<html><head><title>Warm | The Lantern</title><meta property="og:title" content="Warm">
<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Warm", "datePublished": "2026-11-21", "author": {{"name": "Ada Quill"}}}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>{}</h1><p>By Ada Quill, Published 31 Foo 2026</p>{}<figure><img src="a.jpg">
<figcaption>A still. Photo: Lantern</figcaption></figure></article>
<ul class="comments"><li>Bo: Lovely.</li></ul></body></html>"""
_TEXTS = (
    (
        "A film about the first page of a crawl",
        "A film about the first page of a crawl, and what stands behind it, it?s said. ",
    ),
    ("关于抓取第一页的电影", "关于抓取第一页的电影在这里上映，語(yǔ)言和读音的表也要先读进来。"),
    ("Un film sur la première page", "Un film sur la première page que l'on cherche est sorti hier ? Montr?al, dans ce pays. "),
    ("電影第一頁", "這部電影講述第一頁的故事，導演與編劇在臺北的首映會上說明了一切。"),
)

_model = Thread(target=language_of, args=(_TEXTS[2][1],))
_model.start()  # to unpack it takes as long as to load the chain, and another core may do so
import_module("cleaners.page")
_model.join()  # what is forked from here has one thread
for _headline, _sentence in _TEXTS:
    _body = f"<p>{_sentence * 3}</p>" * 5
    clean(_PAGE.format(_headline, _body).encode(), "https://film.example/2026/11/21/warm.html", "", SiteHints())
gc.collect()
keep_what_is_loaded()  # what the workers share: a collector that looks at it would copy it
