"""Time every step of cleaning on its worst inputs: n, 2n, 4n, and what a megabyte takes.

    python -m benchmarks.linearity [--size 1000000] [--input "page of"] [--least 20]

Processor time, the best of several. Menders and cleaners of lines see a text of one unit over and over; what reads a page sees
a page of one piece of markup over and over. Only steps that take LEAST milliseconds a megabyte and more are listed.
``work`` counts instead what Python does, which is the same on any machine.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from types import FrameType
from typing import Any

from cleaners.article import CleanArticle
from cleaners.body.body import extract_body
from cleaners.damage.damage import MENDERS, REPAIRERS, mend_head
from cleaners.decode import decode
from cleaners.document import page_document, with_text
from cleaners.fields.fields import read_fields
from cleaners.fields.films import read_films
from cleaners.fields.optout import read_opt_outs
from cleaners.furniture.author_notes import author_notes
from cleaners.furniture.repeats import repeated_blocks
from cleaners.language import language_of
from cleaners.page import CLEANERS, JUDGES, READERS, clean_page
from cleaners.spam.injected import injections
from cleaners.spam.trusted import trusted
from cleaners.text.page_text import PageText
from cleaners.text.whitespace import white_space

UNITS = (
    "Ã", "Ã©", "?a", "?耙", "語(yǔ)", "語(", "<tr ", "<tr id=1></tr>", "&amp;", "&", "a?", "\u200b",
    "аb", "影🎈", "鐢", "ÖÐ", "a b? ", "?", "? ", "a", "影", "a ", "I?m a ", "don?t ", "Fran?ais ",
    "\n", "a\n", "?耙粠б宦贰苯ㄔO", "ｓ", "é", "<", "(yǔ)", "â€™", "\u00a0", "Share ", "Share\n\n",
    "READ MORE: a\n\n", "Related stories\n\na b c\n\n", "1 2 3 ", "1 2 3 Next\n\n", "a. ", "©",
    "(c) ", "未经", "未经授权", "许可", "all rights ", "click here to ", "来源：", "编辑", "【", "/ ", "| ",
    " ", ":", "@", "1", "'", '"', "“", "《", "-", ".", "·", "的", "2025-", "By ", "记者", "回复 @", "\\u2019", "&#", "[b]",
    "%E2", "微信 ", "扫码", "本文", "Facebook ", "by A, B and ", "share on ", "more from ", "subscribe to ",
    "we use cookies ", "Editor: A\n\n", "版权所有 ", "home / ", "tags: ", "点赞 ", "阅读 1 ",
)  # fmt: skip
"""What a text is made of, over and over: the signs that each mender and each rule of lines looks for."""

MARKUP: Mapping[str, Callable[[int], str]] = {
    "paragraphs": lambda at: f"<p>The ferry number {at} left the harbour at dawn.</p>",
    "long paragraphs": lambda at: f"<p>{f'The ferry number {at} left the harbour at dawn, they said. ' * 12}</p>",
    "Chinese paragraphs": lambda at: f"<p>第{at}艘渡船在黎明时分离开了港口，电影《渡口》的导演这样说。</p>",
    "headings": lambda at: f"<h1>The ferry number {at}</h1><h2>Left at dawn</h2>",
    "links": lambda at: f'<li><a href="https://h{at}.example/a{at}">Ferry {at} leaves</a></li>',
    "hidden links": lambda at: f'<div style="display:none"><a href="https://h{at}.example/">w{at} reels</a></div>',
    "hidden far away": lambda at: f'<div style="left:-9999px"><a href="https://h{at}.example/">w{at} a</a></div>',
    "hidden spans": lambda at: f'a <span hidden>w{at} <a href="https://h{at}.example/">b</a></span>',
    "chants": lambda at: f"<p>Pigletloan{at % 7} pays, pigletloan{at % 7} asks nothing, text pigletloan{at % 7} today.</p>",
    "keywords": lambda at: f"<p>{', '.join(f'reels{at} number{at + step}' for step in range(6))}</p>",
    "comments": lambda at: f"<div class=comment><b>Mara{at}</b> <i>2 days ago</i><p>I loved {at}!</p><a>Reply</a></div>",
    "bare comments": lambda at: f"<li><b>ann_{at}</b> 3 hours ago<br>loved it!</li>",
    "short lines": lambda at: f"<div>Ann {at}</div>",
    "breaks": lambda at: f"Ann {at}<br><br>",
    "nested inline": lambda at: f"<b><i>a{at}</i> <u>b</u></b> ",
    "pagers": lambda at: f'<a href="/a_{at}.html">{at % 300}</a> ',
    "captions": lambda at: f"<figure><img src=/a{at}.jpg><figcaption>Boat {at}. Photo: Ann Lee</figcaption></figure>",
    "bylines": lambda at: f'<div class=author>By Ann Lee{at % 9} and Bob Fox</div>',
    "dates": lambda at: f"<span class=date>Published 2025-0{at % 9 + 1}-11 10:3{at % 9}</span> ",
    "times": lambda at: f"<time datetime=2025-0{at % 9 + 1}-11>{at % 9} May 2025</time>",
    "crumbs": lambda at: f'<div class="breadcrumb"><a href=/>Home</a> / <a href=/a>Film {at}</a></div>',
    "quotes": lambda at: f"<p>The film “Long Road {at}” and the film “Long and Winding Road {at}” open.</p>",
    "italics": lambda at: f"<em>Ferry {at}</em> ",
    "numbered": lambda at: f"<ol><li>Ferry {at}</li></ol>",
    "copyright": lambda at: f"<p>© {at} Harbour Weekly</p>",
    "tables": lambda at: f"<tr><td>{at}</td><td>b</td></tr>",
    "questions": lambda at: f"<p>Fran?ais expos{at}? don?t know, they?re here?</p>",
    "styled": lambda at: f'<style>.c{at % 99}{{position:absolute;left:-9999px}}</style><p class="c{at % 99} d">a</p>',
    "machine data": lambda at: f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry {at}"}}</script>',
    "deep": lambda at: "<div>",
    "deep inline": lambda at: f"<b>a{at} ",
    "deep slanted": lambda at: f"<i>a{at} ",
    "deep blocks": lambda at: f"<div>Ferry {at} ",
    "linked breaks": lambda at: f'Ferry <a href="https://h{at}.example/">number {at}</a> left the harbour at dawn.<br><br>',
    "timed breaks": lambda at: f"<time datetime=2025-01-0{at % 9 + 1}>{at % 9} May 2025</time> by Ann Lee<br><br>",
    "captioned breaks": lambda at: f"Boat {at}. Photo: Ann Lee<br><br><img src=/a.gif width=1>",
    "slanted breaks": lambda at: f"<i>Ferry {at}</i><br><br>",
    "deep lists": lambda at: f"<ul><li>Ferry {at}",
    "attributes": lambda at: f'<p a{at}="b" data-x="{at}" class="a{at} b{at} c{at}">a</p>',
    "rules": lambda at: f"<style>.c{at}{{display:none}} #d{at}{{left:-999px}}</style>",
    "hidden by rules": lambda at: f'<style>.c{at}{{display:none}}</style><p class="c{at}">Ferry {at}</p>',
    "long names": lambda at: f"<x{at}>a</x{at}>",
    "comments of HTML": lambda at: f"<!-- film{at}.example -->",
    "escaped": lambda at: f"&lt;p&gt;Ferry {at}&lt;/p&gt; ",
    "entities": lambda at: "&#24352;&amp;amp;#39;&#146;",
    "scripts": lambda at: f'<script>window.a{at} = {{"body": "Ferry {at} left the harbour"}}</script>',
    "microdata": lambda at: f"<b itemprop=author>Ann Lee{at}</b><i itemprop=datePublished>2025-01-0{at % 9 + 1}</i>",
    "anchors": lambda at: f'<a href="?p={at}">Next</a> <a rel=author href=/a>Ann Lee</a>',
    "pictures": lambda at: f"<img src=/a{at}.jpg alt='Ferry {at}'>",
    "ruby": lambda at: "<ruby>影<rt>yǐng</rt></ruby>",
    "meta": lambda at: f'<meta name="author" content="Ann Lee{at}"><meta property="og:title" content="Ferry {at}">',
}  # fmt: skip
"""What a page is made of, over and over."""

_MET = "<span></span><time></time><img><a></a><cite></cite><table></table><video></video>"
"""Names that readers look for inside an element: libxml2 looks for none that it has never met."""
GROWTH = 2.5
"""By how much twice the input may multiply the time."""
SMALL = 0.001
"""Seconds below which times are all alike."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for n, 2n and 4n of one input, and milliseconds for a megabyte of it as the largest tells."""

    step: str
    worst: str
    seconds: tuple[float, float, float]
    megabyte: float

    @property
    def growth(self) -> float:
        """By how much doubling the input multiplied the time, the mean of twice: a time near nothing is taken as SMALL."""
        small, _, large = (max(each, SMALL) for each in self.seconds)
        return sqrt(large / small)


def text_of(unit: str, size: int) -> str:
    """A unit over and over."""
    return unit * (size // len(unit))


def lines_of(unit: str, size: int) -> str:
    """The same in lines of a paragraph each."""
    line = (unit * 150)[:150]
    return f"{line}\n\n" * (size // (len(line) + 2))


def page_of(piece: Callable[[int], str], size: int) -> str:
    """A page of one kind of markup over and over, numbered."""
    pieces = "".join(map(piece, range(size // len(piece(1000)))))
    return f"<html><head><title>Ferry</title></head><body><nav>{_MET}</nav><article>{pieces}</article></body></html>"


def everything(at: int) -> str:
    """A piece of each kind of markup in its turn; what is never closed would hold all the rest."""
    pieces = [piece for name, piece in MARKUP.items() if not name.startswith("deep")]
    return pieces[at % len(pieces)](at)


INPUTS: Mapping[str, Callable[[int], str]] = {
    "text of everything": partial(text_of, "".join(UNITS)),
    **{f"text of {unit!r}": partial(text_of, unit) for unit in UNITS},
    **{f"lines of {unit!r}": partial(lines_of, unit) for unit in UNITS if "\n" not in unit},
    "page of everything": partial(page_of, everything),
    **{f"page of {name}": partial(page_of, piece) for name, piece in MARKUP.items()},
}


def text_steps(text: str) -> Iterator[tuple[str, Step]]:
    """The steps that read a text."""
    page = PageText(text, text)
    for mender in MENDERS:
        yield f"mender {mender.__name__}", lambda mender=mender: list(mender(text, page))
    for cleaner in (*CLEANERS, white_space):
        yield f"cleaner {cleaner.__name__}", lambda cleaner=cleaner: list(cleaner(text))
    yield "language_of", partial(language_of, text)


def page_steps(html: str) -> Iterator[tuple[str, Step]]:
    """The steps that read a page; all of its blocks are chosen."""
    url = "https://film.example/a"
    yield "decode", partial(decode, html.encode())
    yield "page_document", partial(page_document, html, url=url)
    document = page_document(html, url=url)
    yield "mend_head", partial(mend_head, with_text(document))
    yield "trusted", partial(trusted, with_text(document))
    yield "extract_body", partial(extract_body, document)
    document = with_text(replace(document, chosen=frozenset(range(len(document.blocks)))))
    yield from ((f"repairer {repair.__name__}", partial(repair, document)) for repair in (REPAIRERS[0], REPAIRERS[-1]))
    yield "read_fields", partial(read_fields, document)
    headline = read_fields(document)["headline"]
    for name, (_, read) in READERS.items():
        yield f"reader {name}", partial(read, document)
    yield "injections", partial(injections, document)
    yield "repeated_blocks", lambda: list(repeated_blocks(document, headline))
    yield "author_notes", lambda: list(author_notes(document, ("Ann Lee",)))
    yield "read_opt_outs", partial(read_opt_outs, document)
    body = "\n\n".join(block.text for block in document.blocks)
    yield "read_films", partial(read_films, document, headline.value, body)
    article = CleanArticle(headline=headline.value, body=body, language="en")
    for judge in JUDGES:
        yield f"judge {judge.__name__}", lambda judge=judge: judge(article, document)
    yield "clean_page", partial(clean_page, html.encode(), url=url)


def steps_on(name: str, size: int, attempt: int) -> Iterator[tuple[str, Step]]:
    """The steps that read one input, a new one for each attempt: what is kept from one question to the next is no help."""
    given = INPUTS[name](size)
    if name.startswith("page"):
        return page_steps(given.replace("<title>", f"<title>{attempt} "))
    return text_steps(f"{attempt}\n{given}")


def seconds(name: str, size: int, attempt: int) -> dict[str, float]:
    """What each step takes on one input."""
    spent = {}
    gc.disable()  # what it takes depends on what else a process holds
    for step, run in steps_on(name, size, attempt):
        start = time.process_time()
        run()
        spent[step] = time.process_time() - start
    gc.enable()
    return spent


def work(name: str, size: int, attempt: int) -> dict[str, int]:
    """What each step makes Python do on one input, counted: what C does for it does not tell."""
    return {step: _operations(run) for step, run in steps_on(name, size, attempt)}


def _operations(run: Step) -> int:
    count, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += 1
        return trace

    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def measure(name: str, size: int, attempts: int = 3) -> Iterator[Timing]:
    """Time one input at a quarter, a half and the whole of a size; again, where that seems to grow too fast."""
    least: dict[str, list[float]] = {}
    seconds(name, 2000, -1)
    for attempt in range(attempts):
        for at, part in enumerate((size // 4, size // 2, size)):
            for step, spent in seconds(name, part, attempt).items():
                times = least.setdefault(step, [9e9] * 3)
                times[at] = min(times[at], spent)
        if all(Timing(step, name, tuple(times), 0).growth <= GROWTH for step, times in least.items()):
            break
    for step, times in least.items():
        yield Timing(step, name, (times[0], times[1], times[2]), 1000 * times[2] * 1_000_000 / size)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the largest input")
    parser.add_argument("--input", default="", help="only inputs whose name holds this")
    parser.add_argument("--least", type=float, default=20.0, help="milliseconds a megabyte from which on a step is listed")
    options = parser.parse_args()
    worst: dict[str, Timing] = {}
    for name in INPUTS:
        for timing in measure(name, options.size) if options.input in name else ():
            if timing.growth > GROWTH:
                print(f"GROWS {timing.growth:.1f} {timing}", flush=True)
            if timing.megabyte > worst.get(timing.step, timing).megabyte or timing.step not in worst:
                worst[timing.step] = timing
    print(f"{'step':34} ms/MB  growth  on")
    for timing in sorted(worst.values(), key=lambda timing: -timing.megabyte):
        if timing.megabyte >= options.least:
            print(f"{timing.step:34} {timing.megabyte:5.0f}  {timing.growth:6.1f}  {timing.worst}")


if __name__ == "__main__":
    main()
