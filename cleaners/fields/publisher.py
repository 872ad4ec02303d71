"""Find who published an article and whom it was taken from."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.markup.masthead import Masthead, spaced
from cleaners.markup.structured import kinds, main_articles, strings, text_of
from cleaners.sites.known import publisher_at, publisher_named
from cleaners.sites.sitenames import HOME, host_names
from cleaners.spam.spam import title_spam
from cleaners.spam.title_keywords import without_keywords
from cleaners.text.dateforms import MONTH
from cleaners.text.titles import key, parts, plain

_SOURCE = re.compile(
    r"(?:(?<![图圖片画畫])(?:本文|信息|文章|稿件|新闻)?(?:来源于|稿源|来源|來源|出处|转载自|轉載自|转自|原载于?|摘自|来自|來自)"
    r"|source)(?:\s{0,3}(?:(?:微信)?(?:公众号|公眾號)\s?)?[:：丨|｜/／]\s{0,3}(?:(?:微信)?(?:公众号|公眾號)[：:\s]{0,2})?|(?:(?<=[转轉載载]自)|(?<=[来來]自)\s?(?:微信)?(?:公众号|公眾號)\s{0,3})(?=[“「『【]))[“”「『【《\"]?(?P<name>[^\s:：|｜,，;；。()（）\[\]【】“”「」『』《》\"]{2,24}?)(?=$|[\s|｜,，;；。()（）\[\]【】“”「」『』《》\"]"
    r"|作者|编辑|責編|责编|记者|責任|责任|发布)",
    re.I,
)
_TIMED = re.compile(
    r"\d\d?[:：]\d\d(?:[:：]\d\d)?[\s\u3000\x1f]{1,3}(?P<name>(?![\u4e00-\u9fff]*新[闻聞]$)[\u4e00-\u9fff]{2,6}(?:[网網报報社]|周刊|[晚日早晨]报))[\s\u3000]*$"
)
"""A paper behind the time, as old portals named it: 2005年03月17日11:23 江潮晚报."""
_VIA = re.compile(
    r"(?:[Oo]riginally (?:published|appeared) (?:on|in|at|by)|(?:[Ff]irst )(?:published|appeared) (?:on|in|at)"
    r"|[Rr]epublished (?:from|with permission (?:of|from))"
    r"|[Rr]eprinted from|\((?:via|source:)|^via|^[Ss]ource:)\s+"
    rf"(?!(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},?\s)?(?:\d|(?i:{MONTH.format('month')})\s\d))"
    r"(?P<name>(?:the\s)?[A-Z][\w'’.&-]*(?:\s(?:of|the|and|&"
    r"|[A-Z][\w'’.&-]*)){0,5})(?<!\sand)"
)
_ISSUE = re.compile(
    r"《\s?([^《》\s]{2,12}[报報])\s?》\s?[（(]\s?20\d\d\s?年\s?\d\d?\s?月\s?\d\d?\s?日[\s，,]{0,4}第?\s?[A-Z]?\d{1,3}\s?版"
)
"""Where a paper's own archive says on which page of which issue a story stood."""
_REPLY = re.compile(r"(\S{2,20})\s(?:回复|replied to|Reply to)\s@")
"""A publisher that answers its readers by name."""
_LINE = 200
_BLANK = re.compile(r"[xX×]{2,}|某|(?:19|20)\d\d\b|(?:19|20)\d\d年")
_SAYS_SOURCE = ("source", "via", "publish", "appear", "print")
"""What an English line holds that names whom it was taken from."""
_HAN_SOURCE = re.compile(r"[来來源自]")
_SOURCE_CLASS = re.compile(r"(?:^|[\s_-])(?:source|laiyuan|media-?name|copy-?from)(?:$|[\s_-])", re.I)
_HAN_NAME = re.compile(r"(?=.{0,15}[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z·]{2,16}")
_HAN_PAPER = re.compile(
    r"(?!(?:首页|[\u4e00-\u9fff]{0,2}(?:娱乐|娛樂|电影|電影|影视|影視|明星|国内|國內|国际|國際|社会|社會|财经|行业|公司|热点|图片|最新|综合|本地))"
    r"新[闻聞])[\u4e00-\u9fff]{2,8}(?:网|網|报|報|社|周刊|週刊|电视台|電視台|新闻|新聞|在线|在線|官方网站|官网|门户网站)"
)
"""A Chinese paper's or site's name; 娱乐新闻 is a section's."""
_SITE_WORDS = re.compile(r"(?:官方网站|官网|门户网站)$")
_RIGHTS = re.compile(
    r"版权所有|版權所有|保留所有权利|all rights reserved|copyright|\(c\)|©|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b|\W+$",
    re.I,
)
"""What a notice says beside the name of its holder."""
_META = ("source", "publisher", "dc.publisher", "copyright")
_FOOT = 8
"""Blocks at the page's end that are looked at for a notice of rights."""
_LABEL = 5
"""Fewest letters of a host that tell a publisher."""
_OF_LINK = re.compile(r"^logo\b|\b(?:logo|home(?:\s?page)?)$|(?:首[页頁]|标志|標誌)$", re.I)
"""What a link to the front page says beside the site's name."""
_MOST_LINKS, _LABELLED, _HAN_LABEL = 20, 60, re.compile("[来來]源")
_ROOMED = 2
"""More pieces of a title are a site, its room and a headline, in this order on old Chinese pages."""
_PARTS = 8
"""How many pieces of a line are looked at for their class."""
_PLATFORM, _PLATFORM_NAME, _ACCOUNT = "https://mp.weixin.qq.com/", "微信公众平台", ("js_name", "profileBt")
"""Where WeChat's articles are, what they call their site, and the element that names the account that publishes."""
_PLATFORMS = frozenset(
    "medium substack blogger blogspot bloggercom wordpress wordpresscom tumblr ghost wix wixcom squarespace weebly livejournal"
    " typepad patreon beehiiv livejournalcom tumblrcom mediumcom substackcom".split()
)
"""Where anybody publishes: what stands there for the site's name is not who did. Letters alone, lower case."""
_NO_SOURCE = frozenset(
    "本站 本站原创 网络 互联网 原创 未知 综合 网络整理 网站 本网 本报 本刊 本台 图片 作者 佚名"
    " 微信公众号 公众号 微信公众平台".split()
)
"""What 来源 may be followed by and names nobody else; a publisher is none of these either."""


def read_publisher(document: Document, paper: str | None) -> Found[str | None]:
    """The publisher by its name, never by its host. ``paper`` is the one that a byline names."""
    known, chinese = publisher_at(document.url), _is_chinese(document)
    structured = document.structured
    at_host = (chinese and known.chinese) or known.name if known else ""
    offers = [("hints", document.hints.publisher or ""), ("host", at_host)]
    offers += [("json-ld", name) for item in main_articles(structured) for name in strings(item.get("publisher"), "name")]
    offers += [("account", name) for name in _account(document)]
    offers += [("og", name) for name in structured.meta.get("og:site_name", ())]
    offers += [("byline", paper or "")]
    offers += [("meta", _bare(name)) for meta in _META for name in structured.meta.get(meta, ())[:1]]
    offers += [
        ("json-ld site", name) for item in structured.others if "WebSite" in kinds(item) for name in strings(item, "name")
    ]
    offers += [("meta", name) for name in structured.meta.get("application-name", ())[:1]]
    offers += [
        ("reply", match[1])
        for block in document.blocks
        if "@" in block.text and (match := _REPLY.match(block.text)) and publisher_named(match[1])
    ]
    offers += [("title", name) for name in _titled(document)]
    offers = [(origin, name) for origin, name in offers if 1 < len(name.strip()) <= 80 and not _is_nobody(name)]
    offers = offers or [("home link", name) for name in _named_homeward(document)]
    offers = [(origin, _canonical(name, chinese=chinese)) for origin, name in offers]
    offers = offers or [("issue", name) for name in _issues(document)]
    value = offers[0][1] if offers else None
    return Found(value, tuple(Candidate("publisher", origin, name, at == 0) for at, (origin, name) in enumerate(offers)))


def _account(document: Document) -> Iterator[str]:
    """The account that publishes on WeChat, whose pages give the platform for the site."""
    if document.url.startswith(_PLATFORM) or _PLATFORM_NAME in document.structured.meta.get("og:site_name", ()):
        links = (text_of(link) for link in document.elements.of("a", "strong") if link.get("id") in _ACCOUNT)
        yield from filter(None, links)


def _issues(document: Document) -> Iterator[str]:
    """The paper whose archive says where the story stood."""
    found = (_ISSUE.search(block.text) for block in document.blocks if "版" in block.text and "《" in block.text)
    yield from (match[1] for match in found if match)


def _titled(document: Document) -> Iterator[str]:
    """The pieces at the ends of the page's title that are the host's name or built like a Chinese paper's, the last first."""
    title = text_of(document.title) if document.title is not None else ""
    label = _bare_key(next(iter(reversed(host_names(document.url))), ""))
    pieces = parts(title)
    ends = [*pieces[1:][:-3:-1], *(pieces[:1] if len(pieces) > _ROOMED and not pieces[0].isascii() else ())]
    named = [piece for piece in ends if _HAN_PAPER.fullmatch(piece) or (len(label) >= _LABEL and _bare_key(piece) == label)]
    yield from (_SITE_WORDS.sub("", piece) for piece in named if _is_honest(title, document))


def _named_homeward(document: Document) -> Iterator[str]:
    """The pieces at the end of the page's title, or its first, by which it calls its front page as well, or the source of its
    stories.

    A link's words, or its picture's, say 199 of 201 times what machines are told of the publisher (2026-11, half of 1,786
    pages); a notice of rights, which says it 58 times of 64, is asked whether it is a piece of the title.
    """
    title = text_of(document.title) if document.title is not None else ""
    pieces = parts(title)
    ends = [*pieces[1:][:-3:-1], *pieces[: len(pieces) > 1]] or [*title.split(": ")[:-1][:1]]
    links = [link for link in document.links if HOME.fullmatch(link.get("href") or "-")] if ends else []
    said = (
        text
        for link in links[:_MOST_LINKS]
        for text in (text_of(link), link.get("title") or "", *(image.get("alt") or "" for image in link.iterdescendants("img")))
    )
    lines = (block.text[:_LABELLED] for block in document.blocks if ends and _HAN_LABEL.search(block.text[:_LABELLED]))
    sources = (match["name"] for line in lines if (match := _SOURCE.search(line)))
    homes = {_bare_key(_OF_LINK.sub("", text)) for text in (*said, *sources)} - {""} if ends else set()
    holders = {
        _bare_key(_bare(block.text[:_LINE].split(". ")[0]))
        for block in document.blocks[-_FOOT:]
        if ends and "©" in block.text[:_LABEL]
    }
    yield from (piece for piece in ends if _bare_key(piece) in homes | holders and _is_honest(title, document))


def _is_honest(title: str, document: Document) -> bool:
    return not title_spam(title, document).certain and without_keywords(title, document) == title


def _bare_key(name: str) -> str:
    """A name as hosts spell it: ``reelandharbour`` for The Reel & Harbour."""
    return key(name.replace("&", "and")).removeprefix("the")


def _bare(name: str) -> str:
    """A name without what a source line or a notice of rights says around it.

    >>> _bare("来源：南岸网-文化频道 原创稿"), _bare("Copyright (c) 2024 Harbour Media. All rights reserved.")
    ('南岸网-文化频道', 'Harbour Media')
    """
    match = _SOURCE.match(name)
    return match["name"] if match else " ".join(_RIGHTS.sub(" ", name).split()).strip(" .,;")


def read_source(document: Document, masthead: Masthead, publisher: str | None, paper: str | None) -> Found[str | None]:
    """Whom the article says it was republished from; None where that is the publisher itself."""
    chinese = _is_chinese(document)
    said = ((origin, _canonical(name, chinese=chinese)) for origin, name in _sources(document, masthead, paper))
    offers = [(origin, name) for origin, name in said if not _are_one(name, publisher or "")]
    value = offers[0][1] if offers else None
    return Found(value, tuple(Candidate("source", origin, name, at == 0) for at, (origin, name) in enumerate(offers)))


def _are_one(name: str, other: str) -> bool:
    """Whether two names are one publisher's."""
    known = publisher_named(name)
    return key(name) == key(other) or (known is not None and known is publisher_named(other))


def _sources(document: Document, masthead: Masthead, paper: str | None) -> Iterator[tuple[str, str]]:
    for index in dict.fromkeys((*masthead.top, *masthead.tail)):
        text = document.blocks[index].text
        if text.isascii() and not any(map(text.lower().__contains__, _SAYS_SOURCE)):
            continue
        text = spaced(document.blocks[index]) if len(text) < _LINE and _HAN_SOURCE.search(text) else text
        for pattern in (_VIA, _SOURCE, _TIMED):
            match = pattern.search(text) if len(text) < _LINE else None
            if match and match["name"] not in _NO_SOURCE and not _BLANK.match(match["name"]):
                yield "source line", match["name"]
    if paper:
        yield "byline", paper
    yield from (("source mark", name) for name in _marked(document, masthead))
    for item in main_articles(document.structured):
        yield from (("json-ld", name) for name in strings(item.get("provider"), "name"))
    for meta in ("source", "contentsource"):
        yield from (("meta", _bare(name)) for name in document.structured.meta.get(meta, ())[:1] if name not in _NO_SOURCE)


def _marked(document: Document, masthead: Masthead) -> Iterator[str]:
    """Short texts beside the headline that their class calls a source, as Chinese portals write them."""
    for element in dict.fromkeys(document.blocks[index].element for index in masthead.top):
        for part in islice(element.iter("span", "a", "em"), _PARTS) if element is not None else ():
            name = text_of(part) if _SOURCE_CLASS.search(part.get("class") or part.get("id") or "") else ""
            if _HAN_NAME.fullmatch(name) and name not in _NO_SOURCE:
                yield name


def _is_nobody(name: str) -> bool:
    """Whether a name is no publisher's: a word for one, or the platform's on which anybody publishes."""
    return name in _NO_SOURCE or key(name) in _PLATFORMS


def _is_chinese(document: Document) -> bool:
    """Whether a page is titled in Chinese."""
    title = text_of(document.title) if document.title is not None else document.structured.first("og:title")
    title = title or next((block.text for block in document.blocks), "")
    return not title.isascii() and 3 * len(HAN.findall(title)) > len(title)


def _canonical(name: str, *, chinese: bool) -> str:
    """The name that a publisher known by several is stored under; pages in Chinese keep the Chinese name that they give."""
    known = publisher_named(name)
    kept = known is not None and chinese and known.chinese and HAN.match(name)
    return known.name if known and not kept else plain(name).rstrip(".,-—·")
