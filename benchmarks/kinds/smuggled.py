"""Kinds of noise in places that the others leave out: within a sentence, in several places, in data, by classes that hide.

What is said is drawn from ``peddled`` by each page's own chance. A kind gives None where a page offers no place for it.
"""

import json
import re
from collections.abc import Callable
from html import escape

from benchmarks.kinds import peddled
from benchmarks.kinds.noises import TITLE, Noise, Place
from benchmarks.kinds.planted import sheet

MARKS = "|".join(map(re.escape, peddled.MARKS)) + "|xq7spam"
HIDDEN = "<style>{rule}</style>"
_HEADING = re.compile(r"(<h1\b[^>]*>)(.*?)(</h1>)", re.S | re.I)
_SHARED = re.compile(r'(<meta[^>]+(?:og:title|twitter:title)["\'][^>]+content=")([^"]*)', re.I)
_TYPED = re.compile(r'("headline"\s*:\s*")((?:[^"\\]|\\.)*)')
_OWN = re.compile(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", re.I)


def _own(place: Place) -> str:
    return "zh" if place.chinese else "en"


def _speech(place: Place) -> str:
    """A paragraph in the page's own language."""
    return place.chance.choice(peddled.CHINESE if place.chinese else peddled.ENGLISH)


def _abroad(place: Place) -> str:
    return place.chance.choice(list(peddled.ABROAD.values()))


def _between(make: Callable[[Place], str]) -> Noise:
    return lambda place: place.insert(make(place))


def _outside(make: Callable[[Place], str], *, first: bool) -> Noise:
    """Before the first paragraph, or behind the last."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        at = place.paragraphs[0][0] if first else place.paragraphs[-1][1]
        return place.html[:at] + make(place) + place.html[at:]

    return spoil


def _inside(make: Callable[[Place], str], *, sentence: bool = False) -> Noise:
    """Inside a paragraph: between two words, or behind a sentence."""
    spots = (
        r"(?<=[.!?])(?= [A-Z“])|(?<=。)(?=[\u4e00-\u9fff])"
        if sentence
        else r"(?<=[a-z]),?(?= [a-z])|(?<=，)(?=[\u4e00-\u9fff])"
    )
    pattern = re.compile(rf"(?:{spots})(?![^<]*>)(?!(?:(?!<a\b).)*</a>)", re.S)

    def spoil(place: Place) -> str | None:
        able = [(start, end) for start, end in place.paragraphs[1:-1] if pattern.search(place.html[start:end])]
        if len(place.paragraphs) < 4 or not able:
            return None
        start, end = place.chance.choice(able)
        at = start + place.chance.choice([match.end() for match in pattern.finditer(place.html[start:end])])
        return place.html[:at] + ("" if place.chinese else " ") + make(place) + place.html[at:]

    return spoil


def _everywhere(place: Place) -> str | None:
    """Another paragraph behind every third of the page's own."""
    if len(place.paragraphs) < 6:
        return None
    said = place.chance.sample(peddled.CHINESE if place.chinese else peddled.ENGLISH, 3)
    html = place.html
    for number, text in zip((4, 2, 0), said, strict=True):
        at = place.paragraphs[number][1]
        html = html[:at] + f"<p>{text}</p>" + html[at:]
    return html


def _row(place: Place) -> str:
    heading, *texts = peddled.ROWS[_own(place)]
    return f"<h2>{heading}</h2>" + "".join(f"<p>{text}</p>" for text in texts)


def _anchor(place: Place) -> str:
    return place.chance.choice(peddled.ANCHORS[_own(place)])


def _linked(place: Place) -> str:
    return f'<a href="https://www.promo-{place.chance.randrange(100, 999)}.example/">{_anchor(place)}</a>'


def _addressed(place: Place) -> str:
    return f"（{_anchor(place)} www.xq7spam.example）" if place.chinese else f"({_anchor(place)} www.xq7spam.example)"


def _concealing(rule: str) -> Noise:
    """A span hidden by a class of the page's own style sheet, within a sentence."""

    def spoil(place: Place) -> str | None:
        html = _inside(lambda place: f'<span class="zk4">{_anchor(place)}</span>')(place)
        return html and re.sub(r"</head>", lambda _: f"<style>.zk4{{{rule}}}</style></head>", html, count=1, flags=re.I)

    return spoil


def _styled(style: str) -> Noise:
    return _between(lambda place: f'<div style="{style}"><p>{_speech(place)}</p></div>')


def _ruled(rule: str) -> Noise:
    def spoil(place: Place) -> str | None:
        return sheet(f".zk5{{{rule}}}", f'<div class="zk5"><p>{_speech(place)}</p></div>')(place)

    return spoil


def _spam_title(place: Place) -> str:
    return place.chance.choice(peddled.TITLES["zh" if place.chance.random() < 0.5 else "en"])


def _headed(*, title: bool = False, heading: bool = False, shared: bool = False, typed: bool = False) -> Noise:
    """A spam title in some of the places that say the headline, and the true one in others."""

    def spoil(place: Place) -> str | None:
        spam, html = _spam_title(place), place.html
        wanted = ((title, TITLE), (heading, _HEADING), (shared, _SHARED), (typed, _TYPED))
        if not any(pattern.search(html) for want, pattern in wanted if not want) or not all(
            pattern.search(html) for want, pattern in wanted if want
        ):
            return None
        html = TITLE.sub(lambda _: f"<title>{spam}</title>", html, count=1) if title else html
        html = _HEADING.sub(lambda match: match[1] + spam + match[3], html) if heading else html
        html = _SHARED.sub(lambda match: match[1] + spam, html) if shared else html
        return _TYPED.sub(lambda match: match[1] + spam, html) if typed else html

    return spoil


def _tailed(by: str, *, everywhere: bool = False) -> Noise:
    """Keywords behind the true title: in the title, or in everything that says the headline."""

    def spoil(place: Place) -> str | None:
        tail = by + place.chance.choice(peddled.TAILS[_own(place)])
        own = _OWN.search(place.html)
        html = place.title(f"{own[1]}{tail}") if own else None
        if html and everywhere:
            html = _HEADING.sub(lambda match: match[1] + match[2].rstrip() + tail + match[3], html)
            html = _SHARED.sub(lambda match: match[1] + match[2] + tail, html)
        return html

    return spoil


def _cut(place: Place) -> str:
    """Keywords cut by characters of no width."""
    words = [re.sub(r"(?<=\w)(?=\w)", "\u200b", anchor) for anchor in peddled.ANCHORS[_own(place)]]
    return f"<p>{' '.join(words)}</p>"


def _lettered(place: Place) -> str:
    return f"<p>{peddled.LETTERED[_own(place)]}</p>"


def _meta(name: str, make: Callable[[Place], str]) -> Noise:
    """A value of the head overwritten."""
    pattern = re.compile(rf'(<meta[^>]+(?:name|property)="{name}"[^>]+content=")[^"]*', re.I)
    return lambda place: pattern.sub(lambda match: match[1] + escape(make(place)), place.html)


def _caption(place: Place) -> str:
    return f'<figure><img src="/promo.jpg" alt="{_anchor(place)}"><figcaption>{_speech(place)}</figcaption></figure>'


def _alone(place: Place) -> str | None:
    """An article of spam beside the page's own data, with a date of its own."""
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": _spam_title(place),
        "datePublished": "2011-03-04T05:06:07Z",
        "author": {"@type": "Person", "name": "xq7spam Promo"},
        "articleSection": "xq7spam",
        "articleBody": " ".join(peddled.ENGLISH),
    }
    block = f'<script type="application/ld+json">{json.dumps(item, ensure_ascii=False)}</script>'
    return re.sub(r"</head>", lambda _: f"{block}</head>", place.html, count=1, flags=re.I)


def _table(place: Place) -> str:
    cells = "".join(f'<td><a href="//p{at}.example/">{text}</a></td>' for at, text in enumerate(peddled.ANCHORS[_own(place)]))
    return f"<table><tr>{cells}</tr></table>"


def _folded(place: Place) -> str:
    return f"<details><summary>{_anchor(place)}</summary><p>{_speech(place)}</p></details>"


def _said_link(place: Place) -> str:
    return _linked(place) + ("。" if place.chinese else ". ")


def _wrapped(tag: str, attributes: str = "") -> Noise:
    return _between(lambda place: f"<{tag} {attributes}>{_speech(place)}</{tag}>")


STYLES = {
    "off the screen": "position:absolute;left:-9999px",
    "far above": "position:absolute;top:-5000px;height:1px",
    "indented": "text-indent:-9999px",
    "no height": "height:0;overflow:hidden",
    "no display": "display:none",
    "no font": "font-size:0",
    "tiny font": "font-size:1px;line-height:1px",
    "transparent": "opacity:0",
    "clip": "position:absolute;clip:rect(0,0,0,0)",
    "white on white": "color:#fff;background:#fff",
    "transparent letters": "color:transparent",
    "unseen": "visibility:hidden",
    "a margin": "margin-left:-9999px",
    "one pixel": "width:1px;height:1px;overflow:hidden;position:absolute",
}

SMUGGLED: dict[str, Noise] = {
    "smuggled: paragraph": _between(lambda place: f"<p>{_speech(place)}</p>"),
    "smuggled: paragraph in a box": _between(lambda place: f'<div class="ad-box"><span>{_speech(place)}</span></div>'),
    "smuggled: paragraph with a link": _between(lambda place: f"<p>{_linked(place)} - {_speech(place)}</p>"),
    "smuggled: paragraph from abroad": _between(lambda place: f"<p>{_abroad(place)}</p>"),
    "smuggled: first": _outside(lambda place: f"<p>{_speech(place)}</p>", first=True),
    "smuggled: last": _outside(lambda place: f"<p>{_speech(place)}</p>", first=False),
    "smuggled: last, from abroad": _outside(lambda place: f"<p>{_abroad(place)}</p>", first=False),
    "smuggled: a row of paragraphs": _between(_row),
    "smuggled: a row at the end": _outside(_row, first=False),
    "smuggled: every third": _everywhere,
    "smuggled: two from abroad": _between(lambda place: f"<p>{_abroad(place)}</p><p>{_abroad(place)}</p>"),
    "smuggled: letters apart": _between(_lettered),
    "smuggled: keywords cut": _between(_cut),
    "smuggled: a table of links": _between(_table),
    "smuggled: a line of links": _between(lambda place: f"<p>{_linked(place)} | {_linked(place)} | {_linked(place)}</p>"),
    "smuggled: one link": _between(lambda place: f"<p>{_linked(place)}</p>"),
    "smuggled: a caption": _between(_caption),
    "smuggled: a quotation": _wrapped("blockquote"),
    "smuggled: a heading": _between(lambda place: f"<h3>{_anchor(place)}</h3><p>{_speech(place)}</p>"),
    "smuggled: marquee": _wrapped("marquee"),
    "smuggled: details": _between(_folded),
    "smuggled: aside": _wrapped("aside"),
    "smuggled: for nobody's ears": _wrapped("div", 'aria-hidden="true"'),
    "smuggled: hidden attribute": _wrapped("div", "hidden"),
    "smuggled: drawing": _between(lambda place: f'<svg><text x="1" y="1">{_speech(place)}</text></svg>'),
    "smuggled: field": _between(lambda place: f'<input type="hidden" value="{_speech(place)}">'),
    "smuggled: choice": _between(lambda place: f"<select><option>{_speech(place)}</option></select>"),
    "smuggled: object": _wrapped("object"),
    "smuggled: noscript": _between(lambda place: f"<noscript><p>{_speech(place)}</p></noscript>"),
    "smuggled: font of size 0": _wrapped("font", "size=0"),
    "sentence: a link": _inside(_linked),
    "sentence: an address": _inside(_addressed),
    "sentence: one more": _inside(_speech, sentence=True),
    "sentence: one more with a link": _inside(_said_link, sentence=True),
    **{f"sentence: hidden by class, {name}": _concealing(style) for name, style in STYLES.items()},
    **{f"unseen by style, {name}": _styled(style) for name, style in STYLES.items()},
    **{f"unseen by class, {name}": _ruled(style) for name, style in STYLES.items()},
    "spread: title": _headed(title=True),
    "spread: title and heading": _headed(title=True, heading=True),
    "spread: title and shared": _headed(title=True, shared=True),
    "spread: title, shared and typed": _headed(title=True, shared=True, typed=True),
    "spread: title, heading and shared": _headed(title=True, heading=True, shared=True),
    "spread: heading": _headed(heading=True),
    "spread: shared": _headed(shared=True),
    "spread: typed": _headed(typed=True),
    "spread: tail by a dash": _tailed(" - "),
    "spread: tail by a bar": _tailed(" | "),
    "spread: tail by an underscore": _tailed("_"),
    "spread: tail by a comma": _tailed(", "),
    "spread: tail everywhere": _tailed(" - ", everywhere=True),
    "data: an article of its own": _alone,
    "data: description": _meta("(?:og:)?description", _speech),
    "data: keywords": _meta("(?:news_)?keywords", lambda place: ",".join(peddled.ANCHORS[_own(place)])),
    "data: section": _meta("article:section", lambda place: "xq7spam"),
}  # fmt: skip
