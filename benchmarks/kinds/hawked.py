"""Kinds of noise written after all rules: what is hawked in a dozen languages, hidden by newer tricks, put into every field.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import json
import re
from html import escape

from benchmarks.kinds.hawkers import BOOK
from benchmarks.kinds.hidings import HIDING, PROMPTS, WIDGET
from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.touting import Pitch, Said, Ways, all_links, as_entities, link, mid

MARKS = BOOK.pattern()
"""What every text here has."""
OWN = Ways(BOOK)
ARTICLE = {"@type": "NewsArticle", "headline": "{key}", "articleBody": "{text}", "author": "{b}", "keywords": "{keys}"}
ABROAD = {
    "traditional Chinese": "zh-Hant",
    "Japanese": "ja",
    "Korean": "ko",
    "Vietnamese": "vi",
    "Indonesian": "id",
    "Thai": "th",
    "Turkish": "tr",
    "Russian": "ru",
    "Spanish": "es",
}


def _said(texts: tuple[str, str], template: str = "<p>{}</p>") -> Noise:
    def spoil(place: Place) -> str | None:
        own = OWN.own(place)
        return place.insert(template.format(texts[place.chinese].format(b=own.brand)))

    return spoil


def _widget(place: Place) -> str | None:
    """What a network recommends: pictures with a line below each, and who pays."""
    own = OWN.own(place)
    cards = (
        f'<div class="c"><a href="https://{own.site}/{at}"><img src="/{at}.jpg"><span>{line} | {own.brand}</span></a></div>'
        for at, line in enumerate(WIDGET[place.chinese])
    )
    return place.insert(f"<div><span>{'推广' if place.chinese else 'Sponsored Links'}</span>{''.join(cards)}</div>")


def _letters(sign: str) -> Said:
    """Something between all letters of a pitch."""
    return lambda own: f"<p>{sign.join(own.text)}</p>"


def _bold_signs(own: Pitch) -> str:
    """Mathematical letters."""
    bold = {ord(char): 0x1D5D4 + at for at, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}
    return f"<p>{own.text.translate(bold)} {own.site}</p>"


def _between_characters(inner: str, text: str, place: Place) -> str:
    """A pitch in the middle of a sentence, where no stop stands."""
    spots = [
        match.end()
        for match in re.finditer(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])(?![^<]*>)|[a-z] (?=[a-z])(?![^<]*>)", inner)
    ]
    at = place.chance.choice(spots) if spots else None
    return inner if at is None else f"{inner[:at]}{text}{'' if place.chinese else ' '}{inner[at:]}"


def _words_between(place: Place) -> str | None:
    """Keywords, a few at a time, here and there in every sentence."""
    own = OWN.own(place)
    spots = re.compile(r"(?<=[，、])(?=[\u4e00-\u9fff])" if place.chinese else r"(?<=[a-z], )(?=[a-z])")
    gap = "" if place.chinese else ", "
    return place.rewrite(lambda text: spots.sub(lambda _: f"{place.chance.choice(own.keys)}{gap}", text, count=1))


def in_head(make: Said, *, last: bool = False) -> Noise:
    end = re.compile(r"</head>" if last else r"<head\b[^>]*>", re.I)

    def spoil(place: Place) -> str | None:
        said = make(OWN.own(place))
        html = end.sub(lambda match: said + match[0] if last else match[0] + said, place.html, count=1)
        return html if html != place.html else None

    return spoil


def typed(**values: str) -> Said:
    def make(own: Pitch) -> str:
        filled = {
            key: value.format(b=own.brand, text=own.text, key=own.keys[0], keys=", ".join(own.keys[:4]), site=own.site)
            for key, value in values.items()
        }
        data = json.dumps({"@context": "https://schema.org", **filled}, ensure_ascii=False)
        return f'<script type="application/ld+json">{data}</script>'

    return make


def meta(*names: str, way: str = "{key}") -> Noise:
    """The head's values of that name overwritten, or set where there are none."""

    def spoil(place: Place) -> str | None:
        own = OWN.own(place)
        said = escape(way.format(key=own.keys[0], b=own.brand, text=own.text, keys=",".join(own.keys[:6])))
        html = place.html
        for name in names:
            old = re.compile(rf"<meta\b[^>]*\b(?:name|property)=[\"']{name}[\"'][^>]*>", re.I)
            kind = "property" if ":" in name else "name"
            html = old.sub("", html)
            html = re.sub(
                r"(<head\b[^>]*>)", lambda head, k=kind, n=name: f'{head[0]}<meta {k}="{n}" content="{said}">', html, count=1
            )
        return html if html != place.html else None

    return spoil


def _captions(place: Place) -> str | None:
    """Alternative texts of all pictures overwritten."""
    own = OWN.own(place)
    html = re.sub(r"""\balt=(["'])[^"']*\1""", lambda _: f'alt="{own.keys[0]} {own.text}"', place.html)
    return html if html != place.html else None


def _product(own: Pitch) -> str:
    return (
        f'<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">{own.keys[0]}</span>'
        f'<p itemprop="description">{own.text}</p><span itemprop="aggregateRating">4.9 / 5 (12,881)</span></div>'
    )


def _questions(own: Pitch) -> str:
    asked = zip(own.keys, own.sentences, strict=False)
    return "".join(f'<div class="faq-item"><h3>{key}?</h3><p>{said}</p></div>' for key, said in asked)


def _comments(own: Pitch) -> str:
    items = "".join(f"<li><b>{own.brand} {at}</b><p>{said} {link(own)}</p></li>" for at, said in enumerate(own.sentences))
    return f'<ol class="commentlist">{items}</ol>'


def _columns(own: Pitch) -> str:
    rows = "".join(
        f"<tr><td>{link(own, a)}</td><td>{link(own, b)}</td></tr>" for a, b in zip(own.keys[::2], own.keys[1::2], strict=False)
    )
    return f"<table>{rows}</table>"


def _shouted(own: Pitch) -> str:
    return f"<center><h1>▶▶▶ {own.keys[0].upper()} ◀◀◀</h1><h2>{link(own, '✅ CLICK HERE ' + own.brand)}</h2></center>"


def _download(own: Pitch) -> str:
    return f"<p>{link(own, own.brand + '.1080p.WEB-DL.mkv')} (2.1 GB) | {link(own, '下载地址一')} | {link(own, 'Mirror 2')}</p>"


def _contact(own: Pitch) -> str:
    return f"<p>薇信：{own.handle}　扣扣：{own.handle}　飞机：@{own.handle}</p>"


def _mailed(own: Pitch) -> str:
    return f"<p>Contact: {own.handle}@mail.example / wa.me/1555{own.handle[-5:]} / t.me/{own.handle}</p>"


def _long(own: Pitch) -> str:
    return (
        f"<h2>{own.keys[1]}</h2>"
        + "".join(f"<p>{said}</p>" for said in (*own.sentences, *own.sentences[::-1]))
        + f"<p>{all_links(own)}</p>"
    )


def _row(own: Pitch) -> str:
    return f"<p>{all_links(own)}</p>"


def _dashed(own: Pitch) -> str:
    return " - ".join(own.keys[:3])


HAWKED: dict[str, Noise] = {
    "hawked: a paragraph": OWN.between(lambda own: f"<p>{own.text}</p>"),
    "hawked: first": OWN.at(0, lambda own: f"<p>{own.text}</p>", before=True),
    "hawked: last": OWN.at(-1, lambda own: f"<p>{own.text}</p>"),
    "hawked: last, two sentences": OWN.at(-1, lambda own: f"<p>{' '.join(own.sentences)}</p>"),
    "hawked: between sentences": OWN.in_paragraphs(mid),
    "hawked: in mid-sentence": OWN.in_paragraphs(_between_characters),
    "hawked: at the end of one": OWN.in_paragraphs(lambda inner, text, _: f"{inner} {text}", 1),
    "hawked: behind a break": OWN.in_paragraphs(lambda inner, text, _: f"{inner}<br>{text}", 2),
    "hawked: an article of its own": OWN.between(_long),
    "hawked: a line of links": OWN.at(-1, _row),
    "hawked: a linked sentence": OWN.between(lambda own: f"<p>{link(own, own.text)}</p>"),
    "hawked: one linked keyword": OWN.between(lambda own: f"<p>{link(own)}</p>"),
    "hawked: columns of links": OWN.between(_columns),
    "hawked: shouted": OWN.between(_shouted),
    "hawked: downloads": OWN.between(_download),
    "hawked: contacts": OWN.between(_contact),
    "hawked: contacts, mail": OWN.between(_mailed),
    "hawked: questions": OWN.at(-1, _questions),
    "hawked: a product": OWN.between(_product),
    "hawked: keywords by bars": OWN.between(lambda own: f"<p>{'|'.join(own.keys[:6])}</p>"),
    "hawked: keywords by lines": OWN.between(lambda own: f"<div>{'<br>'.join(own.keys[:6])}</div>"),
    "hawked: a heading of keywords": OWN.between(lambda own: f"<h2>{' - '.join(own.keys[:3])}</h2>"),
    "hawked: keywords strewn": _words_between,
    "hawked: comments": OWN.at(-1, _comments),
    "hawked: a picture's text": _captions,
    "hawked: entities": OWN.between(lambda own: f"<p>{as_entities(own.text)}</p>"),
    "hawked: soft hyphens": OWN.between(_letters("&shy;")),
    "hawked: joiners": OWN.between(_letters("\u2060")),
    "hawked: comments between letters": OWN.between(_letters("<!--kx9-->")),
    "hawked: empty tags between letters": OWN.between(_letters("<b></b>")),
    "hawked: strokes over letters": OWN.between(_letters("\u0336")),
    "hawked: bold signs": OWN.between(_bold_signs),
    "hawked: an override": OWN.between(lambda own: f"<p>\u202e{own.text[::-1]}\u202c</p>"),
    "hawked: a widget": _widget,
    **{f"hawked in {name}": Ways(BOOK, code).between(lambda own: f"<p>{own.text}</p>") for name, code in ABROAD.items()},
    **{f"hawked in {name}, links": Ways(BOOK, code).at(-1, _row) for name, code in ABROAD.items()},
    **{f"prompt: {name}": _said(texts) for name, texts in PROMPTS.items()},
    **{f"prompt: {name}, a box": _said(texts, "<div><div>{}</div></div>") for name, texts in PROMPTS.items()},
    **{f"hawked: unseen, {name}": OWN.between(lambda own, way=way: way.format(own.text)) for name, way in HIDING.items()},
    "hawked: unseen links in a list": OWN.at(-1, lambda own: f'<ul style="text-indent:-3333em">{all_links(own)}</ul>'),
    "title: hawked, everywhere": OWN.titled(lambda own: " | ".join(own.keys[:4]), h1=False, og=True, typed=True),
    "title: hawked, one keyword everywhere": OWN.titled(lambda own: own.keys[0], og=True, typed=True),
    "hawked: title and heading, a sentence": OWN.titled(lambda own: own.text, h1=True),
    "title: hawked, before": OWN.around_title("{key} {other} - {true}"),
    "title: hawked, behind": OWN.around_title("{true} | {key}"),
    "title: hawked, in brackets behind": OWN.around_title("{true}（{key}）"),
    **{f"title: hawked in {name}": Ways(BOOK, code).titled(_dashed) for name, code in ABROAD.items()},
    "hawked: a heading before": OWN.at(0, lambda own: f"<h1>{own.keys[0]}</h1>", before=True),
    "data: hawked author": meta("author", "article:author"),
    "data: hawked site": meta("og:site_name", "application-name", way="{b}"),
    "data: hawked sections": meta("article:section", "article:tag", "keywords", way="{keys}"),
    "data: hawked descriptions": meta("description", "og:description", "twitter:description", way="{text}"),
    "data: hawked titles": meta("og:title", "twitter:title", "dc.title"),
    "data: hawked article": in_head(typed(**ARTICLE)),
    "data: hawked product": in_head(typed(**{"@type": "Product", "name": "{key}", "description": "{text}"}), last=True),
    "data: hawked publisher": in_head(typed(**{"@type": "Organization", "name": "{b}", "url": "https://{site}/"})),
    "data: hawked byline": OWN.at(0, lambda own: f'<span class="author">By {own.brand} Casino</span>', before=True),
}  # fmt: skip
