"""More kinds of noise: spam in other languages, other ways of keeping it out of sight, other marks of broken software.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import base64
import re
from collections.abc import Callable
from html import escape

from benchmarks.kinds.noises import LINKS, SPRAY, Noise, Place

KEYS = {
    "Vietnamese": ["nhà cái kubetsao", "kubetsao đăng ký", "link vào kubetsao", "kubetsao khuyến mãi", "tải kubetsao"],
    "Thai": ["สล็อตกุ้งทอง", "สล็อตกุ้งทอง เว็บตรง", "สมัคร สล็อตกุ้งทอง", "สล็อตกุ้งทอง ฝากถอน", "ทางเข้า สล็อตกุ้งทอง"],
    "Indonesian": [
        "slot gacorindah",
        "gacorindah login",
        "daftar gacorindah",
        "gacorindah link alternatif",
        "bonus gacorindah",
    ],
    "Japanese": ["夢玉カジノ 登録", "夢玉カジノ 入金", "夢玉カジノ ボーナス", "夢玉カジノ 評判", "夢玉カジノ アプリ"],
    "Russian": ["казино вулкарус", "вулкарус зеркало", "вулкарус вход", "бонусы вулкарус", "вулкарус скачать"],
    "Korean": ["토토빙고랜드", "토토빙고랜드 주소", "토토빙고랜드 가입", "토토빙고랜드 먹튀", "안전한 토토빙고랜드"],
    "German": ["Plüschkredit sofort", "Plüschkredit ohne Schufa", "Plüschkredit Rechner", "günstiger Plüschkredit"],
    "Spanish": ["préstamos veloxito", "veloxito sin aval", "veloxito en línea", "opiniones veloxito"],
}
FARM_ZH = [
    "热水器不点火怎么修",
    "猫咪掉毛严重怎么办",
    "红烧肉怎么做不腻",
    "身份证过期多久补办",
    "孕妇能喝蜂蜜水吗",
    "龟背竹黄叶怎么办",
]
FARM_EN = ["how to descale a kettle", "best hamster wheels", "why does my hedge turn brown", "how long to boil gammon"]
SPEECH = {
    "Vietnamese": "Kubetsao là nhà cái uy tín, kubetsao trả thưởng nhanh, đăng ký kubetsao hôm nay nhận ngay cược miễn phí.",
    "Thai": "สล็อตกุ้งทอง เว็บตรงไม่ผ่านเอเย่นต์ สล็อตกุ้งทอง แตกง่าย สมัครสล็อตกุ้งทองวันนี้รับเครดิตฟรีทันที",
    "Indonesian": "Gacorindah adalah situs slot terpercaya, gacorindah memberi bonus harian, daftar gacorindah sekarang juga.",
    "Japanese": "夢玉カジノは入金不要のボーナスが魅力です。夢玉カジノに登録すると、夢玉カジノ限定のフリースピンがもらえます。",
    "Russian": "Казино вулкарус выплачивает выигрыши мгновенно, вулкарус дарит бонусы новичкам, играйте в вулкарус сегодня.",
    "Korean": "토토빙고랜드는 안전한 놀이터입니다. 토토빙고랜드 가입 시 보너스를 드리며 토토빙고랜드는 먹튀가 없습니다.",
}
HAND = {
    "zh": "急用钱的朋友看过来，飞猪速贷十分钟到账，飞猪速贷无抵押无担保，加微信咨询飞猪速贷，额度最高二十万元。",
    "en": "Struggling with bills? Pigletloan approves anyone in ten minutes, pigletloan asks nothing, text pigletloan today.",
}
MARKS = (
    r"kubetsao|กุ้งทอง|gacorindah|夢玉|вулкарус|토토빙고|plüschkredit|veloxito|热水器|猫咪掉毛|红烧肉|descale|hamster|gammon|飞猪|piglet"
    r"|ｋｕｂ|cdata|\]\]>"
)
"""What every text here has."""


def _spam(keys: list[str]) -> str:
    return " ".join(f'<a href="http://{at}.kubetsao.example/">{key}</a>' for at, key in enumerate(keys))


def titled(*keys: str, by: str = ", ") -> Noise:
    return lambda place: place.title(by.join(keys))


def block(html: str) -> Noise:
    return lambda place: place.insert(html)


def hidden(style: str, inner: str = SPRAY) -> Noise:
    return block(f'<div style="{style}">{inner}</div>')


def sheet(rule: str, html: str) -> Noise:
    return block(f"<style>{rule}</style>{html}")


def _behind_title(place: Place) -> str | None:
    """Keywords behind the true title."""
    title = re.search(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", place.html, re.I)
    return place.title(f"{title[1]} - {KEYS['Indonesian'][0]} - {KEYS['Indonesian'][2]}") if title else None


def _wide(place: Place) -> str | None:
    """Some words in full-width letters."""

    def widen(match: re.Match[str]) -> str:
        chosen = place.chance.random() < 0.05
        return "".join(chr(ord(char) + 0xFEE0) for char in match[0]) if chosen else match[0]

    return None if place.chinese else place.rewrite(lambda text: re.sub(r"[A-Za-z]{4,}", widen, text))


def _greek(place: Place) -> str | None:
    """Greek letters in some Latin words."""

    def change(match: re.Match[str]) -> str:
        return match[0].replace("o", "ο", 1).replace("v", "ν", 1) if place.chance.random() < 0.1 else match[0]

    return place.rewrite(lambda text: re.sub(r"[a-z]{4,}", change, text))


def often(pattern: str, by: str, rate: float = 0.1) -> Noise:
    def spoil(place: Place) -> str | None:
        return place.rewrite(
            lambda text: re.sub(pattern, lambda match: match.expand(by) if place.chance.random() < rate else match[0], text)
        )

    return spoil


def _around(before: str, after: str) -> Noise:
    """Something at the beginning and the end of one paragraph."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        start, end = place.chance.choice(place.paragraphs[1:-1])
        inner = re.sub(r"^(<p\b[^>]*>)(.*)(</p>)$", rf"\g<1>{before}\g<2>{after}\g<3>", place.html[start:end], flags=re.S)
        return place.html[:start] + inner + place.html[end:]

    return spoil


def _in_own_language(place: Place) -> str | None:
    return place.insert(f"<p>{HAND['zh' if place.chinese else 'en']}</p>")


def _farm(place: Place) -> str | None:
    links = (f'<li><a href="/q/{at}.html">{key}</a></li>' for at, key in enumerate(FARM_ZH if place.chinese else FARM_EN * 2))
    return place.insert(f"<ul>{''.join(links)}</ul>")


def _each(kind: str, make: Callable[[str], Noise], languages: list[str]) -> dict[str, Noise]:
    return {f"{kind} {language}": make(language) for language in languages}


SCRIPT = base64.b64encode(LINKS.encode()).decode()
LANGUAGES = list(SPEECH)

PLANTED: dict[str, Noise] = {
    **_each("title:", lambda language: titled(*KEYS[language], by=" | "), list(KEYS)),
    "title: Chinese comma": titled(*FARM_ZH, by="、"),
    "title: middle dots": titled(*FARM_ZH[:4], by="・"),
    "title: slashes": titled(*KEYS["Spanish"], by=" / "),
    "title: spaces": titled(*FARM_ZH[:3], by=" "),
    "title: English farm": titled(*FARM_EN, by=" | "),
    "title: emoji": titled("🎰 gacorindah", "🎰 gacorindah slot", "🔥 gacorindah 2026", by=" "),
    "title: full-width": titled("ｋｕｂｅｔｓａｏ", "ｋｕｂｅｔｓａｏ ｂｏｎｕｓ", "ｋｕｂｅｔｓａｏ ｌｏｇｉｎ", by="-"),
    "title: behind the true one": _behind_title,
    "title: entities of Thai": lambda place: place.title("".join(f"&#x{ord(char):x};" for char in ",".join(KEYS["Thai"]))),
    **_each("block: speech in", lambda language: block(f"<p>{SPEECH[language]}</p>"), LANGUAGES),
    **_each("block: links in", lambda language: block(f"<div>{_spam(KEYS[language])}</div>"), LANGUAGES),
    "block: advertising without a link": _in_own_language,
    "block: farm of questions": _farm,
    "hidden: clip": hidden("position:absolute;clip:rect(0 0 0 0)"),
    "hidden: clip path": hidden("clip-path: inset(100%)"),
    "hidden: opacity": hidden("opacity:0;position:absolute", LINKS),
    "hidden: scaled": hidden("transform:scale(0)"),
    "hidden: behind": hidden("position:absolute;z-index:-999", LINKS),
    "hidden: visibility": hidden("visibility:hidden", LINKS),
    "hidden: by attribute": block(f"<div hidden>{LINKS}</div>"),
    "hidden: far left": hidden("position:absolute;left:-99999px", LINKS),
    "hidden: height 0": hidden("height:0;overflow:hidden", _spam(KEYS["Russian"])),
    "hidden: no height at most": hidden("max-height:0;overflow:hidden", _spam(KEYS["Korean"])),
    "hidden: white font": block(f'<font color="#ffffff">{LINKS}</font>'),
    "hidden: tiny font": block(f'<font size="0" style="font-size:0.1px">{LINKS}</font>'),
    "hidden: sheet, element and class": sheet("div.q8z{text-indent:-9999px}", f"<div class='q8z'>{SPRAY}</div>"),
    "hidden: sheet, inside": sheet(".q8z p{position:absolute;left:-9999px}", f"<div class='q8z'><p>{SPRAY}</p></div>"),
    "hidden: sheet, display": sheet(".q8z, .q9z {display:none!important}", f"<div class='q9z'>{LINKS}</div>"),
    "hidden: aria": block(f'<div aria-hidden="true" style="font-size:1px;line-height:0">{LINKS}</div>'),
    "silent: noscript": block(f"<noscript>{LINKS}</noscript>"),
    "silent: iframe": block(f"<iframe width=0 height=0>{LINKS}</iframe>"),
    "silent: template": block(f"<template>{LINKS}</template>"),
    "silent: textarea": block(f"<textarea style='display:none'>{escape(LINKS)}</textarea>"),
    "silent: xmp": block(f"<xmp style='display:none'>{LINKS}</xmp>"),
    "silent: noframes": block(f"<noframes>{LINKS}</noframes>"),
    "silent: script": block(f"<script>document.write(atob('{SCRIPT}'))</script>"),
    "silent: marquee": block(f'<marquee style="position:absolute;width:0px">{_spam(KEYS["Indonesian"])}</marquee>'),
    "text: full-width words": _wide,
    "text: Greek look-alikes": _greek,
    "text: joiners in words": often(r"([A-Za-z])([a-z])", "\\1\u200d\\2", 0.02),
    "text: variation selectors": often(r"([A-Za-z\u4e00-\u9fff])", "\\1\ufe00", 0.02),
    "text: emoji in words": often(r"([\u4e00-\u9fff])(?=[\u4e00-\u9fff])", "\\1🎲🦊🀅", 0.02),
    "text: quotes escaped twice": often("“([^”“]*)”", "&amp;ldquo;\\1&amp;rdquo;", 1.0),
    "text: spaces escaped twice": often(" ", "&amp;nbsp;", 0.1),
    "text: escaped breaks": often(r"([.。]) ?", "\\1&lt;br /&gt;", 0.3),
    "text: escaped bold": _around("&lt;strong&gt;", "&lt;/strong&gt;"),
    "text: escaped span": _around('&lt;span style="color: #333"&gt;', "&lt;/span&gt;"),
    "text: half a tag": _around("", "&lt;/p"),
    "text: CDATA": _around("&lt;![CDATA[", "]]&gt;"),
}  # fmt: skip
