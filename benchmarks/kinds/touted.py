"""Kinds of noise with other words on every page: two dozen trades, wherever a kit or a hacked site puts what it touts.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import re
from collections.abc import Callable
from html import escape

from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.trades import HANDLE, TWINS, Pitch, pattern, pitch

MARKS = f"{pattern()}|关键词|\\{{keyword|2026-11-0[1-9]"
"""What every text here has."""
Said = Callable[[Pitch], str]

HIDING = {
    "closed details": "<details><summary>+</summary>{}</details>",
    "closed dialog": "<dialog>{}</dialog>",
    "content-visibility": '<div style="content-visibility:hidden">{}</div>',
    "an inset": '<div style="position:absolute;clip-path:inset(100%)">{}</div>',
    "nearly no font": '<div style="font-size:1px;line-height:1px">{}</div>',
    "a huge indent": '<div style="text-indent:-99999px;overflow:hidden">{}</div>',
    "nearly clear": '<div style="opacity:.01">{}</div>',
    "named colours": '<div style="background-color:white;color:#fff">{}</div>',
    "no scale": '<div style="transform:scale(0)">{}</div>',
    "far to the right": '<div style="transform:translateX(9999px)">{}</div>',
    "a noscript": "<noscript>{}</noscript>",
    "a template": "<template>{}</template>",
    "a class for ears": '<div class="visually-hidden">{}</div>',
    "one pixel": '<div style="width:1px;height:1px;overflow:hidden">{}</div>',
    "no height at most": '<div style="max-height:0;overflow:hidden">{}</div>',
    "far behind": '<div style="position:absolute;z-index:-9999">{}</div>',
    "hidden, rem": '<div style="position:absolute;left:-999rem">{}</div>',
    "a mask": '<div style="-webkit-text-fill-color:transparent">{}</div>',
    "a sheet's child": "<style>.kx9q>p{{display:none!important}}</style><div class=kx9q><p>{}</p></div>",
    "a sheet's far class": "<style>@media all{{div.kx9r{{position:absolute;top:-3000px}}}}</style><div class='a kx9r'>{}</div>",
}


def _language(place: Place) -> str:
    return "zh" if place.chinese else "en"


def _own(place: Place) -> Pitch:
    return pitch(_language(place), place.chance)


def _between(make: Said) -> Noise:
    return lambda place: place.insert(make(_own(place)))


def _at(which: int, make: Said, *, before: bool = False) -> Noise:
    """Before or behind a paragraph."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        at = place.paragraphs[which][0 if before else 1]
        return place.html[:at] + make(_own(place)) + place.html[at:]

    return spoil


def _in_paragraphs(change: Callable[[str, str, Place], str], most: int = 3) -> Noise:
    """Change the inner source of some paragraphs; ``change`` gets it and a text to tout."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 4:
            return None
        own, html = _own(place), place.html
        for number, (start, end) in enumerate(reversed(place.paragraphs[1 : 1 + most])):
            inner, close = html.index(">", start) + 1, html.rindex("<", start, end)
            html = html[:inner] + change(html[inner:close], own.sentences[number % 2], place) + html[close:]
        return html if html != place.html else None

    return spoil


def _mid(inner: str, text: str, place: Place) -> str:
    """Between two sentences."""
    ends = [
        match.end()
        for match in re.finditer(r"[。！？](?![”」』])|(?<=[a-z][.!?]) (?=[A-Z])", inner)
        if match.end() < len(inner)
    ]
    at = place.chance.choice(ends) if ends else None
    return inner if at is None else inner[:at] + text + ("" if place.chinese else " ") + inner[at:]


def _link(own: Pitch, text: str = "") -> str:
    return f'<a href="https://{own.site}/">{text or own.keys[0]}</a>'


def _all_links(own: Pitch) -> str:
    return " ".join(_link(own, key) for key in own.keys)


def _table(own: Pitch) -> str:
    return f"<table>{''.join(f'<tr><td>{key}</td><td>{_link(own, own.brand)}</td></tr>' for key in own.keys[:5])}</table>"


def _linked_word(place: Place) -> str | None:
    """A keyword with a link between two words of three paragraphs."""
    own = _own(place)
    spots = r"(?<=[a-z]) (?=[a-z])(?![^<]*>)(?!(?:(?!<a\b).)*</a>)|(?<=[，。])(?=[\u4e00-\u9fff])(?![^<]*>)"

    def change(inner: str, _: str, place: Place) -> str:
        places = [match.end() for match in re.finditer(spots, inner)]
        at = place.chance.choice(places) if places else None
        return inner if at is None else f"{inner[:at]}{_link(own)}{'' if place.chinese else ' '}{inner[at:]}"

    return _in_paragraphs(change)(place)


def _spelled(own: Pitch) -> str:
    return f"{own.keys[0]}: {own.site.replace('.', ' dot ')} ( {' '.join('www.' + own.site)} )"


def _apart(sign: str) -> Said:
    return lambda own: f"<p>{own.text.replace(own.brand, sign.join(own.brand))}</p>"


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _alike(text: str) -> str:
    return "".join(TWINS.get(char, char) if at % 3 else char for at, char in enumerate(text))


def _entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _titled(make: Said, *, h1: bool = False, og: bool = False, typed: bool = False, title: bool = True) -> Noise:
    """Change what says the title: of the head, the heading, what is shared, JSON-LD."""

    def spoil(place: Place) -> str | None:
        text = make(_own(place))
        html = (place.title(text, everywhere=og) if title else place.html) or place.html
        if h1:
            html = re.sub(
                r"(<h1\b[^>]*>).*?(</h1>)", lambda match: match[1] + text + match[2], html, count=1, flags=re.S | re.I
            )
        if typed:
            html = re.sub(r'("headline"\s*:\s*")(?:[^"\\]|\\.)*', lambda match: match[1] + text.replace('"', ""), html)
        return html if html != place.html else None

    return spoil


def _around_title(template: str) -> Noise:
    def spoil(place: Place) -> str | None:
        true = re.search(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", place.html, re.I)
        own = _own(place)
        return place.title(template.format(true=true[1], brand=own.brand, key=own.keys[0], other=own.keys[1])) if true else None

    return spoil


def _renamed(place: Place) -> str | None:
    """A kit's exchange of common words for its keyword."""
    own, common = _own(place), ("公司", "我们", "集团", "电影") if place.chinese else ("company", "studio", "movie", "film")
    key = own.keys[0]
    return place.rewrite(
        lambda text: re.sub("|".join(common) if place.chinese else rf"\b(?:{'|'.join(common)})\b", key, text, count=1)
    )


def _abroad(place: Place) -> str | None:
    own = pitch("en" if place.chinese else "zh", place.chance)
    return place.insert(f"<p>{own.text}{own.sentences[1]}</p>")


def _stamped(inner: str, _: str, place: Place) -> str:
    return f"{inner} 2026-11-0{place.chance.randint(1, 9)} {place.chance.randint(10, 23)}:{place.chance.randint(10, 59)}:07"


def _blank(inner: str, _: str, place: Place) -> str:
    return _mid(inner, "{关键词}" if place.chinese else "{keyword1}", place)


def _random(inner: str, _: str, place: Place) -> str:
    return f"{inner}kx9{''.join(place.chance.choices('abcdefghjkmnpqrstuvwxyz0123456789', k=9))}"


TOUTED: dict[str, Noise] = {
    "touted: a paragraph": _between(lambda own: f"<p>{own.text}</p>"),
    "touted: two sentences": _between(lambda own: f"<p>{' '.join(own.sentences)}</p>"),
    "touted: a paragraph with a link": _between(lambda own: f"<p>{own.text} {_link(own)}</p>"),
    "touted: first": _at(0, lambda own: f"<p>{own.text}</p>", before=True),
    "touted: last": _at(-1, lambda own: f"<p>{own.text}</p>"),
    "touted: from abroad": _abroad,
    "touted: a bare box": _between(lambda own: f"<div>{own.text}</div>"),
    "touted: bold": _between(lambda own: f"<p><strong>{own.text}</strong></p>"),
    "touted: a heading": _between(lambda own: f"<h3>{own.keys[0]}</h3>"),
    "touted: a heading and a paragraph": _between(lambda own: f"<h2>{own.keys[0]}</h2><p>{own.text}</p>"),
    "touted: a quotation": _between(lambda own: f"<blockquote>{own.text}</blockquote>"),
    "touted: a caption": _between(lambda own: f"<figure><img src='/a.jpg'><figcaption>{own.text}</figcaption></figure>"),
    "touted: an alternative text": _between(lambda own: f'<p><img src="/a.jpg" alt="{own.text}" title="{own.keys[0]}"></p>'),
    "touted: list items": _between(lambda own: f"<ul>{''.join(f'<li>{key}</li>' for key in own.keys[:6])}</ul>"),
    "touted: list of offers": _between(lambda own: f"<ol>{''.join(f'<li>{said}</li>' for said in own.sentences)}</ol>"),
    "touted: a table": _between(_table),
    "touted: keywords": _between(lambda own: f"<p>{', '.join(own.keys)}</p>"),
    "touted: keywords, spaces": _between(lambda own: f"<p>{' '.join(own.keys[:5])}</p>"),
    "touted: keywords, stars": _between(lambda own: f"<p>{'★'.join(own.keys[:7])}</p>"),
    "touted: tags": _between(lambda own: f"<p>Tags: {' '.join('#' + key.replace(' ', '') for key in own.keys[:6])}</p>"),
    "touted: an author's box": _at(-1, lambda own: f'<div class="author-box"><b>{own.brand}</b><p>{own.text}</p></div>'),
    "touted: an account": _between(lambda own: f"<p>QQ:{HANDLE}882 WeChat:{own.handle} Telegram:@{own.handle}</p>"),
    "touted: an address spelled out": _between(lambda own: f"<p>{_spelled(own)}</p>"),
    "touted: an address in brackets": _between(lambda own: f"<p>【{own.keys[0]}】【www.{own.site}】</p>"),
    "touted: emoji": _between(lambda own: f"<p>🔥🔥{own.text}🎁👉 {own.site} 👈💰</p>"),
    "touted: letters apart, stars": _between(_apart("*")),
    "touted: letters apart, no width": _between(_apart("\u200b")),
    "touted: full-width": _between(lambda own: f"<p>{_wide(own.text)}</p>"),
    "touted: look-alikes": _between(lambda own: f"<p>{_alike(own.text)}</p>"),
    "touted: entities": _between(lambda own: f"<p>{_entities(own.text)}</p>"),
    "touted: within three paragraphs": _in_paragraphs(_mid),
    "touted: within one paragraph": _in_paragraphs(_mid, 1),
    "touted: at the end of three": _in_paragraphs(lambda inner, text, _: f"{inner} {text}"),
    "touted: at the head of one": _in_paragraphs(lambda inner, text, _: f"{text} {inner}", 1),
    "touted: at the end of all, in brackets": _in_paragraphs(lambda inner, text, _: f"{inner}（{text}）", 40),
    "touted: a linked keyword in three": _linked_word,
    "touted: words exchanged": _renamed,
    "touted: blanks to fill": _in_paragraphs(_blank),
    "touted: times": _in_paragraphs(_stamped),
    "touted: random strings": _in_paragraphs(_random),
    "touted: a comment": _between(
        lambda own: f'<div class="comment"><span class="user">{own.brand}</span><p>{own.text} https://{own.site}</p></div>'
    ),
    "touted: a frame": _between(lambda own: f'<iframe srcdoc="{escape(own.text)}">{own.text}</iframe>'),
    "touted: a drawing": _between(lambda own: f"<svg width=0 height=0><text>{own.text}</text><desc>{own.text}</desc></svg>"),
    "touted: a friend's links": _at(
        -1, lambda own: f"<p>友情链接：{' '.join(_link(own, key) for key in own.keys[:6])}</p>"
    ),
    "touted: a way through the site": _at(
        0, lambda own: f"<div>{' &gt; '.join(_link(own, key) for key in own.keys[:3])}</div>", before=True
    ),
    **{f"touted: unseen, {name}": _between(lambda own, way=way: way.format(own.text)) for name, way in HIDING.items()},
    "touted: unseen links": _between(lambda own: f'<div style="display:none">{_all_links(own)}</div>'),
    "title: touted, one keyword": _titled(lambda own: own.keys[0]),
    "title: touted, a sentence": _titled(lambda own: own.text),
    "title: touted, three by a wide bar": _titled(lambda own: "｜".join(own.keys[:3])),
    "title: touted, with a domain": _titled(lambda own: f"{own.keys[0]}-{own.keys[1]}-www.{own.site}"),
    "title: touted, everywhere but the heading": _titled(lambda own: "_".join(own.keys[:4]), og=True, typed=True),
    "title: touted, with the heading": _titled(lambda own: "-".join(own.keys[:3]), h1=True),
    "title: touted, heading alone": _titled(lambda own: own.text, h1=True, title=False),
    "title: touted, entities": _titled(lambda own: _entities(",".join(own.keys[:4]))),
    "title: touted, typed alone": _titled(lambda own: own.keys[0], typed=True, title=False),
    "title: touted, in brackets before": _around_title("【{key}】{true}"),
    "title: touted, before": _around_title("{key}_{other}_{true}"),
    "title: touted, behind": _around_title("{true}-{key}-{other}"),
    "title: touted, in the middle": _around_title("{brand} - {true} - {key}"),
}  # fmt: skip
