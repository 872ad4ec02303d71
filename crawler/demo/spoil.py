"""Do to a page what spammers do: mirror it under keywords with damaged characters, or write nothing but keywords.

The keywords are invented (a roulette that does not exist); their structure is that of the real ones.
"""

import re

MIRRORED = "harbour/a/202505/13/HP6822a1c4e310f735.html"
"""The article that the hacked host mirrors: publisher's folder and path."""

KEYWORDS = (
    "星月轮盘网址",
    "星月轮盘官方入口",
    "星月轮盘手机版在线下载",
    "星月轮盘免费试玩",
    "星月轮盘最新登录地址",
)
_GLOSSES = {"双语": "雙語(yǔ)", "经济": "經(jīng)濟(jì)"}
"""What a table from Simplified to Traditional leaves behind: readings in brackets."""


def mirror(html: str, host: str) -> str:
    """Copy a page as a mirroring kit does: keywords for a title, as entities; letters outside GBK lost; readings added."""
    for plain, glossed in _GLOSSES.items():
        html = html.replace(plain, glossed)
    keywords = _entities(",".join(KEYWORDS))
    html = re.sub(r"<title>.*?</title>", f"<title>{keywords}</title>", html, flags=re.S)
    html = re.sub(r'(<meta name="(?:keywords|description)" content=")[^"]*', rf"\g<1>{keywords}", html)
    return f"<!--{host}-->\n" + re.sub(r"[À-ÿ\u00a0]", "?", html)


def doorway(host: str) -> str:
    """Write a page for search engines only: keywords in every place a page has."""
    title = "_".join(KEYWORDS[:4])
    lines = (f"<p>{a},{b},{c}|{a}2025,{b}APP,{c}</p>" for a, b, c in zip(KEYWORDS, KEYWORDS[1:], KEYWORDS[2:], strict=False))
    links = "".join(f'<a href="http://{host}/news/zj/{n}.html">{word}</a> | ' for n, word in enumerate(KEYWORDS * 6))
    return (
        f'<html><head><title>{title}</title><meta name="keywords" content="{",".join(KEYWORDS)}"></head>'
        f"<body><h1>{KEYWORDS[0]}</h1>{''.join(lines) * 4}<div>{links}</div></body></html>"
    )


def _entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)
