"""Take off a title what is built like the name of a site or of its rooms, where no heading tells how far the headline goes."""

import re
from collections.abc import Collection
from itertools import chain

from cleaners.authors.name_lists import AGENCIES
from cleaners.dates.relative_dates import moments
from cleaners.document import Document
from cleaners.furniture.page_addresses import page_of
from cleaners.markup.structured import strings
from cleaners.quality import weight
from cleaners.sites.sitenames import host_names
from cleaners.text.dateforms import Reading
from cleaners.text.titles import key

_CUT = re.compile(
    r"\s*(?:[|｜丨_»«•·]+|::|//|\s[-–—－:/~<>‹›]+(?=\s)|(?<=[\u3400-\u9fff”》！？!?)）])(?:[-–—－]{1,2})(?=\s?[\u3400-\u9fffA-Z])"
    r"|(?<=[\u3400-\u9fff])\s(?=[\u3400-\u9fff]{2,8}(?:网|网站|日报|晚报|新闻|医院|大学|委员会|官网)$))\s*"
)
"""What may stand between headline, room and site; a blank only before what is surely a site."""
_HAN_HOUSE = re.compile(
    r"[\u3400-\u9fffA-Za-z0-9·-]{0,10}(?:网|網|网站|報|报|新闻|新聞|日报|晚报|早报|频道|頻道|客户端|资讯|官网|官方网站|门户|门户网站|中心|在线|頭條|头条"
    r"|通讯社|电视台|传媒|论坛|博客|平台|杂志|周刊|知乎|豆瓣|百家号|澎湃号|搜狐号|网易号|家园|第一门户|医院|委员会)(?:[（(][\w.]+[)）])?"
)
_HAN_FRONT = re.compile(r"\s*(?:【[\u3400-\u9fff]{2,8}[网報报]】|[\u3400-\u9fff]{2,6}(?:[网網報报]|新闻)\s?[-_｜|—－]+)\s*")
_HAN_BACK = re.compile(r"\s*[【\[][\u3400-\u9fff]{2,8}[网報报][】\]]\s*$")
_HAN_ROOM = re.compile(
    r"(?:影视|电影|电视|娱乐|综艺|明星|新闻|资讯|国内|国际|社会|文化|文娱|媒体|财经|体育|音乐|影评|八卦|热点|要闻|首页|正文)(?:新闻|资讯|频道|中心|动态|圈|号|库)?"
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,8}", re.I)
_MEDIA = frozenset(
    "news magazine weekly daily tribune herald gazette times courier journal chronicle observer guardian telegraph bulletin"
    " examiner inquirer post media network blog radio".split()
)
"""Last words of names that are a paper's and hardly a headline's."""
_ROOMS = frozenset(
    "film films movie movies cinema tv television news entertainment culture arts music reviews features interviews"
    " festivals awards celebrity lifestyle business world opinion local national home blog articles".split()
)
_NO_TITLE = frozenset(
    "print printversion printerfriendlyversion untitled untitleddocument 打印 打印本页 打印预览 无标题文档".split()
)
"""What stands where a title should."""
_OPINION = re.compile(r"\s\|\s(?:Opinion|Column|Commentary|Editorial|Perspective)$")
"""What chains of papers hang on the headline itself."""
_PAGE = re.compile(r"\s?(?:[（(](\d{1,2})[)）]|\s[-–|]\s[Pp]age\s(\d{1,2})(?:\sof\s\d+)?)$")
_YEAR = re.compile(r"20[0-4]\d")
_DAY = 40
"""Characters at the head of a headline in which a day in words is looked for."""
_BEGINS = re.compile(r"\s+[A-Z“‘\"《【\u3400-\u9fff].{7}")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|版权所有", re.I)
_SHORT = 6
"""Longest name of a site in Han characters that is surely one."""
_LINE = 300
_MOST_WORDS = 5
_FEWEST_WORDS, _LIGHTEST = 3, 20
"""What is left as a headline has so many words, or weighs so much: a Han character counts as three letters."""


def without_tails(title: str, raw: str, document: Document) -> str:
    """A title less a site and its rooms at the end, and a Chinese site in front; ``raw`` is the title with the known names."""
    housed = key(raw) != key(title)
    bare = _HAN_FRONT.sub("", title, count=1) if _HAN_FRONT.match(title) else title
    bare = _HAN_BACK.sub("", bare)
    found = [bare]
    while cut := _last_cut(found[-1]):
        tail = found[-1][cut.end() :].strip()
        if not (_is_house(tail, document, sure="|" in cut[0] or "_" in cut[0]) or _is_room(tail)):
            break
        housed = housed or not _is_room(tail)
        found.append(found[-1][: cut.start()].strip())
    rest = found[-1] if housed else found[0]
    return rest if _is_enough(rest) else title


def without_opinion(title: str) -> str:
    """A headline less the kind of piece that some papers hang on it.

    >>> without_opinion("Ferries deserve better | Opinion")
    'Ferries deserve better'
    """
    return _OPINION.sub("", title)


def without_day(title: str, document: Document) -> str:
    """A headline less a day in words that stands before it without a stop, where the page's address or machine data have it.

    >>> without_day("March 14, 2026 The Ferry Opens", Document(url="https://a.org/2026/03/14/ferry"))
    'The Ferry Opens'
    """
    day = next(moments(title[:_DAY], Reading()), None) if _YEAR.search(title, 0, _DAY) else None
    if day is None or day.start or not _BEGINS.match(title, day.end):
        return title
    told = [document.url, *chain.from_iterable(document.structured.meta.values())]
    told += (text for item in document.structured.articles[:1] for text in strings(item.get("datePublished")))
    forms = [f"{day.when:{form}}" for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")]
    return title[day.end :].strip() if any(form in text for form in forms for text in told) else title


def without_page(title: str, url: str) -> str:
    """A headline less the number of its page, where the URL has the same.

    >>> without_page("渡口的灯(2)", "https://a.org/n_2.html"), without_page("Ferries (2)", "https://a.org/n/ferries")
    ('渡口的灯', 'Ferries (2)')
    """
    match = _PAGE.search(title)
    return title[: match.start()] if match and page_of(url) == int(match[1] or match[2]) else title


def is_site(title: str) -> bool:
    """Whether a whole title is built like a Chinese site's name, alone or behind a room's, or is what a template says of every
    page.

    >>> is_site("江城网"), is_site("新闻动态--江城电影学会官网"), is_site("首页 - 影视新闻"), is_site("渡口的灯登陆江城网")
    (True, True, True, False)
    """
    cut = _last_cut(title)
    house = title[cut.end() :] if cut and _is_room(title[: cut.start()]) else title if len(title) <= _SHORT else ""
    return key(title) in _NO_TITLE or _HAN_HOUSE.fullmatch(house) is not None or (house != title and _is_room(house))


def _last_cut(title: str) -> re.Match[str] | None:
    cuts = [match for match in _CUT.finditer(title) if match.start() > 0 and match.end() < len(title)]
    return cuts[-1] if cuts else None


def _is_enough(title: str) -> bool:
    return len(title.split()) >= _FEWEST_WORDS or weight(title) >= _LIGHTEST


def _is_room(piece: str) -> bool:
    return key(piece) in _ROOMS or _HAN_ROOM.fullmatch(piece) is not None


def _is_house(piece: str, document: Document, *, sure: bool) -> bool:
    """Whether a piece of a title is the site's name: built like one, made of its host's letters, or in its copyright line."""
    if _HAN_HOUSE.fullmatch(piece) or _DOMAIN.fullmatch(piece) or key(piece) in AGENCIES:
        return True
    words = piece.split()
    if not 0 < len(words) <= _MOST_WORDS or not all(word[:1].isupper() or not word[:1].isalpha() for word in words):
        return False
    return _in_host(words, document.url) or (sure and key(words[-1]) in _MEDIA) or _in_rights(key(piece), document)


def _in_host(words: Collection[str], url: str) -> bool:
    """Whether the host is made of the words or of their first letters: ``hdp.example`` for Harbour Daily Post."""
    told = [key(word) for word in words if key(word) not in ("the", "and", "of", "")]
    first = "".join(word[0] for word in told)
    names = [key(name) for name in host_names(url)]
    return bool(told) and any(all(word in name for word in told) or (len(first) > 2 and first == name) for name in names)


def _in_rights(name: str, document: Document) -> bool:
    lines = (block.text for block in document.blocks if len(block.text) < _LINE)
    return any(name in key(line) for line in lines if _COPYRIGHT.search(line))
