"""Kinds of noise written after all rules: papers, trades of a town and agents, in tables, captions, notes and feet.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

from benchmarks.kinds.hawked import in_head, meta, typed
from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.pushers import BOOK, TRADES
from benchmarks.kinds.touting import Pitch, Said, Trades, Ways, all_links, link, mid

MARKS = BOOK.pattern()
"""What every text here has."""
OWN = Ways(BOOK)
ABROAD = {
    "Japanese": "ja",
    "Korean": "ko",
    "Vietnamese": "vi",
    "Indonesian": "id",
    "Thai": "th",
    "Turkish": "tr",
    "Russian": "ru",
    "Spanish": "es",
    "Portuguese": "pt",
    "German": "de",
    "French": "fr",
    "Arabic": "ar",
}
UNSEEN = {
    "clear": '<div style="color:transparent;user-select:none">{}</div>',
    "no alpha": '<div style="color:rgba(0,0,0,0)">{}</div>',
    "filled with nothing": '<div style="-webkit-text-fill-color:transparent">{}</div>',
    "a variable": '<div style="--kx9:none;display:var(--kx9)">{}</div>',
    "a font's shorthand": '<div style="font:0/0 a">{}</div>',
    "a circle": '<div style="clip-path:circle(0)">{}</div>',
    "visible content": '<div style="content-visibility:hidden">{}</div>',
    "below the page": '<div style="position:fixed;bottom:-4000px">{}</div>',
    "moved by widths": '<div style="transform:translateX(-300vw)">{}</div>',
    "moved in depth": '<div style="transform:translate3d(-9999px,0,0)">{}</div>',
    "no width at most": '<div style="max-width:0;max-height:0;overflow:hidden">{}</div>',
    "letters on each other": '<div style="letter-spacing:-1em;opacity:.01">{}</div>',
    "zoomed away": '<div style="zoom:0">{}</div>',
    "masked": '<div style="mask:linear-gradient(transparent,transparent)">{}</div>',
    "a closed dialog": "<dialog>{}</dialog>",
    "a popover": "<div popover>{}</div>",
    "for all media": "<style>@media all{{.kx9m{{display:none}}}}</style><div class=kx9m>{}</div>",
    "one of several": "<style>:is(.kx9i,.kx9j){{display:none}}</style><div class=kx9j>{}</div>",
    "behind another": "<style>hr.kx9+div{{display:none}}</style><hr class=kx9><div>{}</div>",
    "print alone": "<style>@media screen{{.kx9s{{visibility:hidden}}}}</style><div class=kx9s>{}</div>",
    "on its ground": '<div bgcolor="#ffffff" style="background-color:white;color:white">{}</div>',
    "a row": '<table style="display:none"><tr><td>{}</td></tr></table>',
    "lines of no height": '<p style="line-height:0;font-size:0;color:#fff">{}</p>',
    "far above": '<div style="position:relative;top:-12000px;float:left">{}</div>',
}


def bookkept(trade: str) -> Ways:
    """A book of one trade, of the languages that have it."""
    said = {language: {trade: own[trade]} for language, own in TRADES.items() if trade in own}
    return Ways(Trades(BOOK.brands, said, BOOK.keys), next(iter(said)))


def _of(trade: str) -> Noise:
    """Two sentences of one trade, on pages in its language."""
    ways = bookkept(trade)

    def spoil(place: Place) -> str | None:
        if place.chinese != (ways.language == "zh"):
            return None
        return place.insert(f"<p>{' '.join(ways.own(place).sentences)}</p>")

    return spoil


def _plain(own: Pitch) -> str:
    return f"<p>{own.text}</p>"


def _row(own: Pitch) -> str:
    return f"<p>{all_links(own)}</p>"


def _barred(own: Pitch) -> str:
    return " | ".join(own.keys[:3])


def _table(own: Pitch) -> str:
    rows = zip(own.keys, own.sentences, strict=False)
    return f"<table>{''.join(f'<tr><th>{key}</th><td>{said}</td></tr>' for key, said in rows)}</table>"


def _figure(own: Pitch) -> str:
    return f'<figure><img src="/u/{own.handle}.jpg" alt="{own.keys[1]}"><figcaption>{own.text}</figcaption></figure>'


def _terms(own: Pitch) -> str:
    return f"<dl><dt>{own.keys[0]}</dt><dd>{own.text}</dd><dt>{own.keys[1]}</dt><dd>{own.sentences[1]}</dd></dl>"


def _boxed(own: Pitch) -> str:
    return f'<aside class="note"><strong>{own.keys[0]}</strong><p>{own.text}</p>{link(own, own.site)}</aside>'


def _listed(own: Pitch) -> str:
    return f"<ul>{''.join(f'<li>{said}</li>' for said in own.sentences)}</ul>"


def _numbered(own: Pitch) -> str:
    return f"<ol>{''.join(f'<li>{link(own, key)}</li>' for key in own.keys[:5])}</ol>"


def _foot(own: Pitch) -> str:
    return f"<footer><p>{own.text}</p><p>{' | '.join(link(own, key) for key in own.keys[:5])}</p></footer>"


def _headed(own: Pitch) -> str:
    return f"<h3>{own.keys[2]}</h3><p>{own.text}</p>"


def _mailed(own: Pitch) -> str:
    return f"<p>✉ {own.handle}@mail.example ☎ +1 (302) 555-{own.handle[-4:]} 🌐 {own.site}</p>"


def _asked(own: Pitch) -> str:
    return f"<details><summary>{own.keys[0]}</summary><p>{own.text}</p></details>"


def _quoted(own: Pitch) -> str:
    return f"<blockquote><p>{own.text}</p></blockquote>"


def _bare(own: Pitch) -> str:
    return f"<p>{own.text} https://{own.site}/</p>"


def _broken(own: Pitch) -> str:
    return f"<div>{'<br>'.join(own.sentences)}<br>{link(own, own.site)}</div>"


def _framed(open_: str, close: str) -> Said:
    return lambda own: f"<p>{open_}{own.text}{close}</p>"


def _beside(inner: str, text: str, _: Place) -> str:
    return f"{text} {inner}"


def _bracketed(inner: str, text: str, place: Place) -> str:
    return mid(inner, f"（{text}）" if place.chinese else f"({text})", place)


def _linked(inner: str, text: str, place: Place) -> str:
    return mid(inner, f'<a href="https://kx9.example/">{text}</a>', place)


def _alt(place: Place) -> str | None:
    own = OWN.own(place)
    return place.insert(f'<p><img src="/u/{own.handle}.png" alt="{own.text}" title="{own.keys[0]}"></p>')


PUSHED: dict[str, Noise] = {
    **{f"pushed: {trade}": _of(trade) for language in ("en", "zh") for trade in TRADES[language]},
    "pushed: a paragraph": OWN.between(_plain),
    "pushed: with an address": OWN.between(_bare),
    "pushed: a list": OWN.between(_listed),
    "pushed: numbered links": OWN.between(_numbered),
    "pushed: a table": OWN.between(_table),
    "pushed: a picture's caption": OWN.between(_figure),
    "pushed: terms": OWN.between(_terms),
    "pushed: a note": OWN.between(_boxed),
    "pushed: a heading": OWN.between(_headed),
    "pushed: a heading alone": OWN.between(lambda own: f"<h2>{own.keys[0]}</h2>"),
    "pushed: a quote": OWN.between(_quoted),
    "pushed: unfolding": OWN.between(_asked),
    "pushed: lines": OWN.between(_broken),
    "pushed: how to reach it": OWN.between(_mailed),
    "pushed: between stars": OWN.between(_framed("★☆★ ", " ★☆★")),
    "pushed: in brackets": OWN.between(_framed("【", "】")),
    "pushed: an advertisement": OWN.between(_framed("广告：", "")),
    "pushed: the foot": OWN.at(-1, _foot),
    "pushed: last": OWN.at(-1, _plain),
    "pushed: first": OWN.at(0, _plain, before=True),
    "pushed: a row of links": OWN.at(-1, lambda own: f"<div>{all_links(own)}</div>"),
    "pushed: between sentences": OWN.in_paragraphs(mid),
    "pushed: before sentences": OWN.in_paragraphs(_beside),
    "pushed: behind sentences": OWN.in_paragraphs(lambda inner, text, _: f"{inner} {text}"),
    "pushed: between sentences, in brackets": OWN.in_paragraphs(_bracketed),
    "pushed: between sentences, linked": OWN.in_paragraphs(_linked),
    "pushed: a picture's text": _alt,
    **{f"pushed: unseen, {name}": OWN.between(lambda own, way=way: way.format(own.text)) for name, way in UNSEEN.items()},
    **{f"pushed in {name}": Ways(BOOK, code).between(_plain) for name, code in ABROAD.items()},
    **{f"pushed in {name}, links": Ways(BOOK, code).at(-1, _row) for name, code in ABROAD.items()},
    "title: pushed, a sentence": OWN.titled(lambda own: own.text),
    "title: pushed, one keyword": OWN.titled(lambda own: own.keys[0], og=True),
    "title: pushed, keywords": OWN.titled(lambda own: "_".join(own.keys[:4]), og=True, typed=True),
    "title: pushed, behind": OWN.around_title("{true} - {key}"),
    "title: pushed, before": OWN.around_title("{key} | {true}"),
    **{f"title: pushed in {name}": Ways(BOOK, code).titled(_barred) for name, code in ABROAD.items()},
    "data: pushed author": meta("author", "article:author", way="{key}"),
    "data: pushed author and site": in_head(typed(**{"@type": "NewsArticle", "author": "{key}", "publisher": "{b} {site}"})),
    "data: pushed site": meta("og:site_name", "application-name", way="{key}"),
    "data: pushed titles": meta("og:title", "twitter:title", way="{text}"),
}  # fmt: skip
