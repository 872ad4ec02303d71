"""The kinds of noise that spammers, mirrors and broken software put into pages, each as a function of the page's source.

Every text here is written for the benchmark and differs from the rules' own examples. A kind returns None where a page offers
no place for it.
"""

import random
import re
from collections.abc import Callable
from html import escape

from pypinyin.pinyin_dict import pinyin_dict

Noise = Callable[["Place"], str | bytes | None]

_HAN = re.compile(r"[\u4e00-\u9fff]")
TITLE = re.compile(r"<title[^>]*>.*?</title>", re.S | re.I)
_TEXT = re.compile(r">([^<>]+)<")

ZH_KEYS = ["云顶棋牌下载", "云顶棋牌官网入口", "云顶棋牌最新版", "云顶棋牌安卓版", "云顶棋牌客服"]
ZH_HARMLESS = ["膝盖疼是怎么回事", "多肉植物怎么浇水", "空调不制冷怎么办", "护照丢了怎么补办", "鲈鱼怎么蒸好吃"]
EN_KEYS = ["zyrolex tablets online", "buy zyrolex cheap", "zyrolex no prescription", "generic zyrolex pharmacy"]
TR_KEYS = ["kumarix giriş", "kumarix güncel giriş", "kumarix bonus", "kumarix üyelik"]
HOSTS = ["kumarix", "slotvana", "betzora", "pokrulu", "jakpotto", "vulkanix", "zyrolexrx", "crediflux"]
WORDS = "bonus slot bahis poker".split() * 2
LINKS = " ".join(f'<a href="http://{host}.example/">{host} {word}</a>' for host, word in zip(HOSTS, WORDS, strict=True))
SPRAY = "Kumarix bahis bonusu ile slotvana jackpot kazan, kumarix slotvana güncel adresi, kumarix bahis kuponu hemen al."
ADVERTS = {
    "zh": '想试手气的玩家都选择<a href="https://yunding.example/">云顶棋牌</a>，云顶棋牌充值返利百分之三十，'
    "云顶棋牌每日送彩金，斗地主麻将牛牛应有尽有，注册云顶棋牌即可领取红包。",
    "credit": 'Whoever needs <a href="https://crediflux.example/">crediflux payday credit</a> applies online: crediflux'
    " approves payday credit overnight, ignores borrowing histories, and repayments to crediflux stretch comfortably.",
    "casino": 'Gamblers trust <a href="https://slotvana.example/">slotvana jackpots</a>, because slotvana jackpots pay'
    " instantly; slotvana deposits double automatically, with roulette, blackjack and baccarat croupiers streaming nonstop.",
}


class Place:
    """A page to be spoilt: its source, its language, a seeded source of chance, and the paragraphs that are its article."""

    def __init__(self, html: str, body: str, language: str, chance: random.Random) -> None:
        self.html, self.language, self.chance = html, language, chance
        known = re.sub(r"\W", "", body)
        self.paragraphs = [
            match.span()
            for match in re.finditer(r"<p\b[^>]*>(?:(?!</?p\b).)*?</p>", html, re.S | re.I)
            if len(text := re.sub(r"\W|_", "", re.sub(r"<[^>]*>|&\w+;", "", match.group()))) > 30 and text in known
        ]

    @property
    def chinese(self) -> bool:
        return self.language == "zh"

    def insert(self, block: str) -> str | None:
        """Put a block between two paragraphs of the article."""
        if len(self.paragraphs) < 3:
            return None
        at = self.chance.choice(self.paragraphs[1:-1])[1]
        return self.html[:at] + block + self.html[at:]

    def rewrite(self, change: Callable[[str], str]) -> str | None:
        """Change the text of the article's paragraphs, tags and entities aside."""
        pieces, at = [], 0
        for start, end in self.paragraphs:
            spoilt = _TEXT.sub(lambda match: f">{_outside_entities(match[1], change)}<", self.html[start:end])
            pieces += [self.html[at:start], spoilt]
            at = end
        html = "".join(pieces) + self.html[at:]
        return html if html != self.html else None

    def title(self, title: str, *, everywhere: bool = False) -> str | None:
        if not TITLE.search(self.html):
            return None
        html = TITLE.sub(lambda _: f"<title>{title}</title>", self.html, count=1)
        if everywhere:
            heads = r'(<meta[^>]+(?:og:title|twitter:title|name="(?:keywords|description)")[^>]+content=")[^"]*'
            html = re.sub(heads, lambda match: match[1] + title, html)
        return html


def _outside_entities(text: str, change: Callable[[str], str]) -> str:
    parts = re.split(r"(&#?\w+;)", text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def _sprinkled(signs: str, rate: float) -> Noise:
    def spoil(place: Place) -> str | None:
        sign = lambda: place.chance.choice(signs) if place.chance.random() < rate else ""  # noqa: E731
        return place.rewrite(lambda text: "".join(char + sign() for char in text))

    return spoil


def _misread(written: str, read: str) -> Noise:
    def spoil(place: Place) -> str | None:
        def change(text: str) -> str:
            try:
                return escape(text.encode(written).decode(read), quote=False) if not text.isascii() else text
            except UnicodeError:
                return text

        return place.rewrite(change)

    return spoil


def _glossed(place: Place) -> str | None:
    def change(text: str) -> str:
        return "".join(
            f"{char}({pinyin_dict[ord(char)].split(',')[0]})" if _HAN.match(char) and place.chance.random() < 0.04 else char
            for char in text
        )

    return place.rewrite(change) if place.chinese else None


def _shifted(place: Place) -> str | None:
    def change(text: str) -> str:
        match = re.search(r"[“《][^\x00-\x7f]{4,30}[A-Za-z]", text)
        try:
            return (
                text[: match.start()] + "?" + match.group().encode("gbk")[1:].decode("gbk") + text[match.end() :]
                if match
                else text
            )
        except UnicodeError:
            return text

    return place.rewrite(change) if place.chinese else None


def _encoded(encoding: str, claim: str) -> Noise:
    def spoil(place: Place) -> bytes | None:
        html = re.sub(r'(<meta[^>]+charset=["\']?)[\w-]+', lambda match: match[1] + claim, place.html, flags=re.I)
        return html.encode(encoding, "xmlcharrefreplace") if not place.html.isascii() else None

    return spoil


def _replaced(sign: str, by: str) -> Noise:
    return lambda place: place.rewrite(lambda text: text.replace(sign, by, 1))


def _block(template: str) -> Noise:
    return lambda place: place.insert(template)


def _titled(title: str, **options: bool) -> Noise:
    return lambda place: place.title(title, **options)


def _homoglyphs(place: Place) -> str | None:
    table = str.maketrans("aeop", "аеор")
    return place.rewrite(
        lambda text: re.sub(
            r"[a-z]{5,}", lambda m: m[0][0] + m[0][1].translate(table) + m[0][2:] if place.chance.random() < 0.1 else m[0], text
        )
    )


def _emoji(place: Place) -> str | None:
    def change(text: str) -> str:
        return re.sub(
            r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: place.chance.choice([""] * 40 + ["🀄", "🎰🐸", "🂡🎲💎"]), text
        )

    return place.rewrite(change) if place.chinese else None


def _advert(place: Place) -> str | None:
    text = ADVERTS["zh" if place.chinese else place.chance.choice(("credit", "casino"))]
    return place.insert(f"<p>{text}</p>")


def _tags(place: Place) -> str:
    names = ("".join(place.chance.choices("abcdefghijklmnopqrstuvwxyz", k=place.chance.randint(3, 5))) for _ in range(60))
    return "".join(f"<{name}>{place.chance.choice(HOSTS)}</{name}>" for name in names)


NOISES: dict[str, Noise] = {
    "title: keyword list": _titled(",".join(ZH_KEYS)),
    "title: underscores": _titled("_".join(ZH_KEYS)),
    "title: harmless words": _titled("|".join(ZH_HARMLESS)),
    "title: dashes": _titled("-".join(ZH_KEYS[:3])),
    "title: two phrases": _titled("云顶棋牌 - 云顶棋牌官网"),
    "title: pills": _titled(", ".join(EN_KEYS)),
    "title: Turkish": _titled(" | ".join(TR_KEYS)),
    "title: entities": lambda place: place.title("".join(f"&#{ord(char)};" for char in ",".join(ZH_KEYS))),
    "title: head all over": _titled(" I ".join(ZH_KEYS), everywhere=True),
    "title: look-alikes": _titled("云顶аv 云顶网аv 云顶在线аv 云顶天堂аv"),
    "text: UTF-8 read as Western": _misread("utf-8", "cp1252"),
    "text: UTF-8 read as Latin-1": _misread("utf-8", "latin-1"),
    "text: UTF-8 read as GBK": _misread("utf-8", "gbk"),
    "text: GBK read as Western": lambda place: _misread("gbk", "cp1252")(place) if place.chinese else None,
    "text: readings": _glossed,
    "text: shifted bytes": _shifted,
    "text: zero widths": _sprinkled("\u200b\ufeff\u2060", 0.02),
    "text: soft hyphens": _sprinkled("\xad", 0.02),
    "text: directions": _sprinkled("\u202e\u202c\u2066\u2069", 0.02),
    "text: look-alikes": _homoglyphs,
    "text: wedged emoji": _emoji,
    "text: escaped tags": _replaced(" ", ' &lt;td id="kx71"&gt;&lt;/td&gt;'),
    "text: escaped twice": _replaced("’", "&amp;rsquo;"),
    "text: empty invented tags": _replaced(" ", ' <wqx id="k71"></wqx>'),
    "bytes: GB18030 as UTF-8": lambda place: _encoded("gb18030", "utf-8")(place) if place.chinese else None,
    "bytes: UTF-8 as GBK": _encoded("utf-8", "gbk"),
    "bytes: UTF-8 as Latin-1": _encoded("utf-8", "iso-8859-1"),
    "bytes: UTF-16": _encoded("utf-16", "utf-8"),
    "bytes: Western as UTF-8": lambda place: None if place.chinese else _encoded("cp1252", "utf-8")(place),
    "block: off the screen": _block(f'<div style="position:absolute;top:-8888px;left:-8888px">{LINKS}</div>'),
    "block: indented away": _block(f'<p style="text-indent:-9999em">{SPRAY}</p>'),
    "block: by style sheet": _block(f"<style>#kx71{{left:-7777px;position:fixed}}</style><div id=kx71><p>{SPRAY}</p></div>"),
    "block: no size": _block(f'<div style="overflow:hidden;height:0px;width:0px">{SPRAY}</div>'),
    "block: its ground's colour": _block(f'<p style="background:#f4f4f4;color:#f4f4f4">{SPRAY}</p>'),
    "block: display none": _block(f'<div style="display: none">{LINKS}</div>'),
    "block: font size 0": _block(f'<p style="font-size: 0px">{LINKS}</p>'),
    "block: marquee": _block(f'<marquee height="1" width="1" scrollamount="9000">{LINKS}</marquee>'),
    "block: kit": lambda place: place.insert(
        f'<div id="body_jx_40912" style="position:fixed;left:-9000px;top:-9000px;">{_tags(place)}</div>'
    ),
    "block: link farm": _block(f"<div>{LINKS}</div>"),
    "block: link list": _block("<ul><li>" + LINKS.replace("</a> ", "</a></li><li>") + "</li></ul>"),
    "block: keywords": _block(f"<p>{', '.join([*EN_KEYS, 'order zyrolex', 'zyrolex reviews'])}</p>"),
    "block: Chinese keywords": _block(f"<p>{'、'.join(ZH_KEYS)}</p>"),
    "block: Turkish keywords": _block(f"<p>{' | '.join([*TR_KEYS, 'kumarix mobil', 'kumarix canlı'])}</p>"),
    "block: advertising": _advert,
}  # fmt: skip
