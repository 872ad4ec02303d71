"""Kinds of noise strewn over a page: hidden bits between the words of many paragraphs, tags around words, scripts as text.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import re
from collections.abc import Mapping

from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.planted import block, hidden

BITS = ("vq3Zt", "k: Wy 8", "7Lm vq", "%Rt4 k")
BRANDS = {"zh": ("鲤跃国际", "鲤跃app"), "en": ("glintspin", "glintspin777")}
HOSTS = {"zh": ("本文来自www.glintspin.example",), "en": ("copied from glintspin.example",)}
UNHEARD = {
    "zh": "鲤跃冰箱除味 盆栽驱虫窍门 自行车补胎步骤 羽绒服晾晒",
    "en": "glintspin teapots, begonia watering, bicycle puncture patches",
}
SCRIPTS = (
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "var _hmt = _hmt || [];",
)
SPELLED = {"zh": "鲤 跃 国 际 开 户 即 送 礼 金 加 客 服 领 红 包", "en": "g.l.i.n.t.s.p.i.n f.r.e.e s.p.i.n.s n.o.w"}
MARKS = r"vq3Zt|Wy 8|7Lm vq|Rt4 k|鲤\s?跃|g\.?l\.?i\.?n\.?t\.?s\.?p|adsbygoogle|_hmt|document\.write|</?(?:rt|ins)\b"
"""What every text here has."""


def _own(place: Place) -> str:
    return "zh" if place.chinese else "en"


def _strewn(template: str, bits: Mapping[str, tuple[str, ...]]) -> Noise:
    """Two bits in each of the first paragraphs, hidden behind words."""

    def spoil(place: Place) -> str | None:
        html = place.html
        for start, end in reversed(place.paragraphs[1:6] if len(place.paragraphs) >= 4 else ()):
            spots = r"(?<=[a-z,])(?= [a-z])(?![^<]*>)|(?<=[\u4e00-\u9fff，])(?=[\u4e00-\u9fff])(?![^<]*>)"
            places = [start + match.end() for match in re.finditer(spots, html[start:end])]
            for at in sorted(place.chance.sample(places, min(2, len(places))), reverse=True):
                html = html[:at] + template.format(place.chance.choice(bits[_own(place)])) + html[at:]
        return html if html != place.html else None

    return spoil


def _wrapped(place: Place) -> str | None:
    """Tags that nobody knows around words of the page's own."""

    def wrap(match: re.Match[str]) -> str:
        name = "".join(place.chance.choices("bcdfghjkmnpqrstvwxz", k=4))
        return f"<{name}>{match[0]}</{name}>" if place.chance.random() < 0.1 else match[0]

    return place.rewrite(lambda text: re.sub(r"[A-Za-z]{4,}|[\u4e00-\u9fff]{4}", wrap, text))


WAYS = {
    "not shown": '<span style="display:none">{}</span>',
    "no size": '<font style="font-size:0px;color:#FFF">{}</font>',
    "off the screen": '<i style="position:absolute;left:-999px">{}</i>',
    "unseen": '<em style="visibility:hidden">{}</em>',
    "by attribute": "<b hidden>{}</b>",
    "a forum's": '<font class="jammer">{}</font>',
}
NONSENSE = {"zh": BITS, "en": BITS}

STREWN: dict[str, Noise] = {
    **{f"strewn: nonsense, {name}": _strewn(way, NONSENSE) for name, way in WAYS.items()},
    **{f"strewn: a name, {name}": _strewn(way, BRANDS) for name, way in WAYS.items()},
    **{f"strewn: a source, {name}": _strewn(way, HOSTS) for name, way in WAYS.items()},
    "strewn: tags around words": _wrapped,
    "strewn: a script": lambda place: place.insert(f"<p>{place.chance.choice(SCRIPTS)}</p>"),
    "strewn: letters with stops": lambda place: place.insert(f"<p>{SPELLED[_own(place)]}</p>"),
    "strewn: one word over and over": lambda place: place.insert(f"<p>{(BRANDS[_own(place)][0] + ' ') * 6}</p>"),
    "strewn: tags of ruby escaped": lambda place: place.rewrite(
        lambda text: text.replace(" ", ' &lt;rt id="u0k2"&gt;&lt;/rt&gt;', 1)
    ),
    "strewn: harmless words far off": lambda place: hidden("position:absolute;left:-4000em", UNHEARD[_own(place)])(place),
    "strewn: harmless words without height": lambda place: hidden("height:0;overflow:hidden", UNHEARD[_own(place)])(place),
    "strewn: a script that writes": block("<p>document.write(\"&lt;ins class='glintspin'&gt;&lt;/ins&gt;\");</p>"),
}  # fmt: skip
