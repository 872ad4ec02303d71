"""Kinds of noise with other words on every page: two dozen trades, wherever a kit or a hacked site puts what it touts.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import re
from html import escape

from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.touting import HANDLE, TWINS, Pitch, Said, Ways, all_links, as_entities, link, mid
from benchmarks.kinds.trades import BOOK

MARKS = f"{BOOK.pattern()}|关键词|\\{{keyword|2026-11-0[1-9]"
"""What every text here has."""
OWN = Ways(BOOK)

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


def _table(own: Pitch) -> str:
    return f"<table>{''.join(f'<tr><td>{key}</td><td>{link(own, own.brand)}</td></tr>' for key in own.keys[:5])}</table>"


def _linked_word(place: Place) -> str | None:
    """A keyword with a link between two words of three paragraphs."""
    own = OWN.own(place)
    spots = r"(?<=[a-z]) (?=[a-z])(?![^<]*>)(?!(?:(?!<a\b).)*</a>)|(?<=[，。])(?=[\u4e00-\u9fff])(?![^<]*>)"

    def change(inner: str, _: str, place: Place) -> str:
        places = [match.end() for match in re.finditer(spots, inner)]
        at = place.chance.choice(places) if places else None
        return inner if at is None else f"{inner[:at]}{link(own)}{'' if place.chinese else ' '}{inner[at:]}"

    return OWN.in_paragraphs(change)(place)


def _spelled(own: Pitch) -> str:
    return f"{own.keys[0]}: {own.site.replace('.', ' dot ')} ( {' '.join('www.' + own.site)} )"


def _apart(sign: str) -> Said:
    return lambda own: f"<p>{own.text.replace(own.brand, sign.join(own.brand))}</p>"


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _alike(text: str) -> str:
    return "".join(TWINS.get(char, char) if at % 3 else char for at, char in enumerate(text))


def _renamed(place: Place) -> str | None:
    """A kit's exchange of common words for its keyword."""
    own, common = OWN.own(place), ("公司", "我们", "集团", "电影") if place.chinese else ("company", "studio", "movie", "film")
    key = own.keys[0]
    return place.rewrite(
        lambda text: re.sub("|".join(common) if place.chinese else rf"\b(?:{'|'.join(common)})\b", key, text, count=1)
    )


def _abroad(place: Place) -> str | None:
    own = BOOK.pitch("en" if place.chinese else "zh", place.chance)
    return place.insert(f"<p>{own.text}{own.sentences[1]}</p>")


def _stamped(inner: str, _: str, place: Place) -> str:
    return f"{inner} 2026-11-0{place.chance.randint(1, 9)} {place.chance.randint(10, 23)}:{place.chance.randint(10, 59)}:07"


def _blank(inner: str, _: str, place: Place) -> str:
    return mid(inner, "{关键词}" if place.chinese else "{keyword1}", place)


def _random(inner: str, _: str, place: Place) -> str:
    return f"{inner}kx9{''.join(place.chance.choices('abcdefghjkmnpqrstuvwxyz0123456789', k=9))}"


TOUTED: dict[str, Noise] = {
    "touted: a paragraph": OWN.between(lambda own: f"<p>{own.text}</p>"),
    "touted: two sentences": OWN.between(lambda own: f"<p>{' '.join(own.sentences)}</p>"),
    "touted: a paragraph with a link": OWN.between(lambda own: f"<p>{own.text} {link(own)}</p>"),
    "touted: first": OWN.at(0, lambda own: f"<p>{own.text}</p>", before=True),
    "touted: last": OWN.at(-1, lambda own: f"<p>{own.text}</p>"),
    "touted: from abroad": _abroad,
    "touted: a bare box": OWN.between(lambda own: f"<div>{own.text}</div>"),
    "touted: bold": OWN.between(lambda own: f"<p><strong>{own.text}</strong></p>"),
    "touted: a heading": OWN.between(lambda own: f"<h3>{own.keys[0]}</h3>"),
    "touted: a heading and a paragraph": OWN.between(lambda own: f"<h2>{own.keys[0]}</h2><p>{own.text}</p>"),
    "touted: a quotation": OWN.between(lambda own: f"<blockquote>{own.text}</blockquote>"),
    "touted: a caption": OWN.between(lambda own: f"<figure><img src='/a.jpg'><figcaption>{own.text}</figcaption></figure>"),
    "touted: an alternative text": OWN.between(lambda own: f'<p><img src="/a.jpg" alt="{own.text}" title="{own.keys[0]}"></p>'),
    "touted: list items": OWN.between(lambda own: f"<ul>{''.join(f'<li>{key}</li>' for key in own.keys[:6])}</ul>"),
    "touted: list of offers": OWN.between(lambda own: f"<ol>{''.join(f'<li>{said}</li>' for said in own.sentences)}</ol>"),
    "touted: a table": OWN.between(_table),
    "touted: keywords": OWN.between(lambda own: f"<p>{', '.join(own.keys)}</p>"),
    "touted: keywords, spaces": OWN.between(lambda own: f"<p>{' '.join(own.keys[:5])}</p>"),
    "touted: keywords, stars": OWN.between(lambda own: f"<p>{'★'.join(own.keys[:7])}</p>"),
    "touted: tags": OWN.between(lambda own: f"<p>Tags: {' '.join('#' + key.replace(' ', '') for key in own.keys[:6])}</p>"),
    "touted: an author's box": OWN.at(-1, lambda own: f'<div class="author-box"><b>{own.brand}</b><p>{own.text}</p></div>'),
    "touted: an account": OWN.between(lambda own: f"<p>QQ:{HANDLE}882 WeChat:{own.handle} Telegram:@{own.handle}</p>"),
    "touted: an address spelled out": OWN.between(lambda own: f"<p>{_spelled(own)}</p>"),
    "touted: an address in brackets": OWN.between(lambda own: f"<p>【{own.keys[0]}】【www.{own.site}】</p>"),
    "touted: emoji": OWN.between(lambda own: f"<p>🔥🔥{own.text}🎁👉 {own.site} 👈💰</p>"),
    "touted: letters apart, stars": OWN.between(_apart("*")),
    "touted: letters apart, no width": OWN.between(_apart("\u200b")),
    "touted: full-width": OWN.between(lambda own: f"<p>{_wide(own.text)}</p>"),
    "touted: look-alikes": OWN.between(lambda own: f"<p>{_alike(own.text)}</p>"),
    "touted: entities": OWN.between(lambda own: f"<p>{as_entities(own.text)}</p>"),
    "touted: within three paragraphs": OWN.in_paragraphs(mid),
    "touted: within one paragraph": OWN.in_paragraphs(mid, 1),
    "touted: at the end of three": OWN.in_paragraphs(lambda inner, text, _: f"{inner} {text}"),
    "touted: at the head of one": OWN.in_paragraphs(lambda inner, text, _: f"{text} {inner}", 1),
    "touted: at the end of all, in brackets": OWN.in_paragraphs(lambda inner, text, _: f"{inner}（{text}）", 40),
    "touted: a linked keyword in three": _linked_word,
    "touted: words exchanged": _renamed,
    "touted: blanks to fill": OWN.in_paragraphs(_blank),
    "touted: times": OWN.in_paragraphs(_stamped),
    "touted: random strings": OWN.in_paragraphs(_random),
    "touted: a comment": OWN.between(
        lambda own: f'<div class="comment"><span class="user">{own.brand}</span><p>{own.text} https://{own.site}</p></div>'
    ),
    "touted: a frame": OWN.between(lambda own: f'<iframe srcdoc="{escape(own.text)}">{own.text}</iframe>'),
    "touted: a drawing": OWN.between(lambda own: f"<svg width=0 height=0><text>{own.text}</text><desc>{own.text}</desc></svg>"),
    "touted: a friend's links": OWN.at(
        -1, lambda own: f"<p>友情链接：{' '.join(link(own, key) for key in own.keys[:6])}</p>"
    ),
    "touted: a way through the site": OWN.at(
        0, lambda own: f"<div>{' &gt; '.join(link(own, key) for key in own.keys[:3])}</div>", before=True
    ),
    **{f"touted: unseen, {name}": OWN.between(lambda own, way=way: way.format(own.text)) for name, way in HIDING.items()},
    "touted: unseen links": OWN.between(lambda own: f'<div style="display:none">{all_links(own)}</div>'),
    "title: touted, one keyword": OWN.titled(lambda own: own.keys[0]),
    "title: touted, a sentence": OWN.titled(lambda own: own.text),
    "title: touted, three by a wide bar": OWN.titled(lambda own: "｜".join(own.keys[:3])),
    "title: touted, with a domain": OWN.titled(lambda own: f"{own.keys[0]}-{own.keys[1]}-www.{own.site}"),
    "title: touted, everywhere but the heading": OWN.titled(lambda own: "_".join(own.keys[:4]), og=True, typed=True),
    "title: touted, with the heading": OWN.titled(lambda own: "-".join(own.keys[:3]), h1=True),
    "title: touted, heading alone": OWN.titled(lambda own: own.text, h1=True, title=False),
    "title: touted, entities": OWN.titled(lambda own: as_entities(",".join(own.keys[:4]))),
    "title: touted, typed alone": OWN.titled(lambda own: own.keys[0], typed=True, title=False),
    "title: touted, in brackets before": OWN.around_title("【{key}】{true}"),
    "title: touted, before": OWN.around_title("{key}_{other}_{true}"),
    "title: touted, behind": OWN.around_title("{true}-{key}-{other}"),
    "title: touted, in the middle": OWN.around_title("{brand} - {true} - {key}"),
}  # fmt: skip
