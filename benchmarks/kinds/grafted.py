"""Kinds of noise found last: what offers something without a link, hides in other ways, hangs on titles, leaks out of software.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import re

from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.planted import block, hidden, often, sheet, titled

KEYS = {
    "Portuguese": ["tigrelux cassino", "tigrelux entrar", "tigrelux bônus grátis", "baixar tigrelux"],
    "Arabic": ["كازينو ربحينو", "ربحينو تسجيل", "ربحينو مكافأة", "تحميل ربحينو"],
    "Polish": ["kasyno fartuszek", "fartuszek logowanie", "fartuszek bonus bez depozytu", "opinie fartuszek"],
    "Hindi": ["जीतोरामा कैसीनो", "जीतोरामा लॉगिन", "जीतोरामा बोनस", "जीतोरामा ऐप"],
    "French": ["casino veinardo", "veinardo connexion", "veinardo bonus sans dépôt", "avis veinardo"],
}
ZH = ["锦鲤娱乐城", "锦鲤娱乐城登录", "锦鲤娱乐城app", "锦鲤娱乐城注册送58"]
ASKED = ["How do I reset a fusebox?", "What is the best glomwax polish?", "Why do tulips droop?", "Can parrots eat rice?"]
LOANS = "Glomwax loans approve every application within the hour: no payslip, no guarantor, and glomwax keeps rates low."
JOIN = "Join our Telegram channel @glomwaxvip for daily signals and claim 500 free spins at www.glomwax888.example now."
GROUP = "加QQ群：827364519 或微信 jinli8866，锦鲤娱乐城首充一百送一百，官网 www.jinli8866.example 永久有效。"
MEET = "同城约玩请加微信：jinli5520（备注：约），二十四小时在线，满意付款。"
TOLD = (
    "<h2>Why players choose Glomwax</h2><p>Glomwax opened its tables in spring and offers more than nine hundred slots,"
    " live roulette and a welcome package worth four hundred spins to everyone who registers with a mobile number.</p>"
    "<p>Withdrawals at Glomwax take ten minutes, support answers round the clock, and the Glomwax app runs on any phone.</p>"
)
WORDS = "slot spin win app bet bonus login".split()
SAID = [f"glomwax {word}" for word in WORDS]
BOLD = "𝐠𝐥𝐨𝐦𝐰𝐚𝐱"
DESCRIBED = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"glomwax casino'
    ' bonus","author":{"@type":"Person","name":"Glomwax Casino"},"publisher":{"@type":"Organization","name":"Glomwax"},'
    '"articleBody":"glomwax casino glomwax slots glomwax bonus glomwax login glomwax app"}</script>'
)
MARKS = (
    r"tigrelux|ربحينو|fartuszek|जीतोरामा|veinardo|锦鲤|jinli|glomwax|fusebox|\[/?vc_|\[gallery|\\['\"’“”]|\\u20\d\d|\[/?b\]|\ue5e5"
    rf"|{BOLD}"
)
"""What every text here has."""
_OWN = re.compile(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", re.I)


def _links(keys: list[str], href: str = "http://{0}.glomwax.example/") -> str:
    return " ".join(f'<a href="{href.format(at)}">{key}</a>' for at, key in enumerate(keys))


def _around_title(template: str) -> Noise:
    return lambda place: place.title(template.format(own[1])) if (own := _OWN.search(place.html)) else None


def _at_end(html: str, *, first: bool = False) -> Noise:
    """Before the first paragraph, or behind the last."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        at = place.paragraphs[0][0] if first else place.paragraphs[-1][1]
        return place.html[:at] + html + place.html[at:]

    return spoil


def _within(html: str) -> Noise:
    """Inside a paragraph, behind a comma or between two words."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        start, end = place.chance.choice(place.paragraphs[1:-1])
        spots = [
            match.start() for match in re.finditer(r"(?<=[a-z,，]) ?(?=[a-z\u4e00-\u9fff])(?![^<]*>)", place.html[start:end])
        ]
        at = start + spots[len(spots) // 2] if spots else 0
        return place.html[:at] + html + place.html[at:] if spots else None

    return spoil


def _before(tag: str, html: str) -> Noise:
    return lambda place: re.sub(rf"</{tag}>", lambda _: html + f"</{tag}>", place.html, count=1, flags=re.I)


def _numbered(place: Place) -> str | None:
    return place.rewrite(lambda text: re.sub("[’“”—–]", lambda mark: f"\\u{ord(mark[0]):04x}", text))


GRAFTED: dict[str, Noise] = {
    **{f"title: {language}": titled(*keys, by=" - ") for language, keys in KEYS.items()},
    "title: keywords before the true one": _around_title("tigrelux cassino | tigrelux entrar | {0}"),
    "title: Chinese keywords behind": _around_title("{0}_锦鲤娱乐城_锦鲤娱乐城登录"),
    "title: one keyword behind": _around_title("{0} - 锦鲤娱乐城官网"),
    "title: brackets": titled("【锦鲤娱乐城】", "锦鲤娱乐城登录", "锦鲤娱乐城app下载", by=""),
    "title: one long phrase": titled("锦鲤娱乐城平台注册登录手机版官方网站入口"),
    "title: arrows": titled(*ZH, by="→"),
    "title: guillemets": titled(*KEYS["Portuguese"], by=" » "),
    "title: ways to reach": titled("锦鲤娱乐城客服QQ827364519", "微信jinli8866", by=" "),
    "title: questions": titled(*ASKED, by=" "),
    "title: pills in a sentence": titled("Buy cheap glomwax tablets online without prescription overnight delivery"),
    "title: bold letters": titled(f"{BOLD} slot", f"{BOLD} bonus", f"{BOLD} login", by=" "),
    "title: before another": lambda place: place.html.replace("<title", f"<title>{','.join(ZH)}</title><title", 1),
    "head: an article of its own": _before("head", DESCRIBED),
    **{f"block: links in {language}": block(f"<div>{_links(keys)}</div>") for language, keys in KEYS.items()},
    "block: table of links": block(f"<table><tr>{'<td>'.join(['', *map(_links, [[said] for said in SAID])])}</table>"),
    "block: links to its own pages": block(f"<div>{_links(KEYS['Portuguese'] * 2, '/wp-content/{0}.html')}</div>"),
    "block: channel to join": block(f"<p>{JOIN}</p>"),
    "block: group to join": block(f"<p>{GROUP}</p>"),
    "block: way to meet": block(f"<p>{MEET}</p>"),
    "block: loans": block(f"<div>{LOANS}</div>"),
    "block: several paragraphs": block(TOLD),
    "block: name over and over": block("<p>锦鲤娱乐城 锦鲤娱乐城 锦鲤娱乐城</p>"),
    "block: hashtags": block("<p>#glomwax #glomwaxslot #glomwaxbonus #slotglomwax</p>"),
    "block: list of keywords": block(f"<ul><li>{'<li>'.join(SAID)}</ul>"),
    "block: bold letters": block(f"<p>{BOLD} slots pay at once, {BOLD} never asks, call {BOLD} today and win</p>"),
    "begin: loans": _at_end(f"<p>{LOANS}</p>", first=True),
    "begin: links": _at_end(f"<div>{_links(KEYS['Polish'] * 2)}</div>", first=True),
    "end: loans": _at_end(f"<p>{LOANS}</p>"),
    "end: keywords": _at_end(f"<p>{'、'.join(ZH * 2)}</p>"),
    "end: links": _at_end(f"<div>友情链接：{_links(ZH * 2)}</div>"),
    "within: not shown": _within('<span style="display:none">glomwax 888 slot</span>'),
    "within: no size": _within('<font style="font-size:0">锦鲤娱乐城</font>'),
    "hidden: polygon": hidden("clip-path:polygon(0 0,0 0,0 0)", LOANS),
    "hidden: translated": hidden("transform:translateX(-9999px)", LOANS),
    "hidden: sheet for screens": sheet("@media screen{.q7k{position:fixed;left:-9999px}}", f"<div class='q7k'>{LOANS}</div>"),
    "hidden: offer": hidden("display:none", f"<p>{LOANS}</p>"),
    "hidden: keywords": hidden("display:none", ", ".join(SAID)),
    "hidden: filter": hidden("filter:opacity(0)", _links(ZH * 2)),
    "text: slashes": often("(['’“”])", r"\\\1", 1.0),
    "text: numbered letters": _numbered,
    "text: shortcodes": block('<p>[vc_row][vc_column width="1/2"][/vc_column][/vc_row]</p><p>[gallery ids="12,14"]</p>'),
    "text: BBCode": often(r"\b([a-z]{6,})\b", r"[b]\1[/b]", 0.05),
    "text: private use": often("([。，])", "\\1\ue5e5", 0.5),
}  # fmt: skip
