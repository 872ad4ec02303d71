"""Name the films that an article speaks of: only where its own words, or its data for machines, say that it is a film.

A title alone proves nothing: 《》 and italics hold books, series and newspapers as well. What stands right before or behind
it decides. A film that is named without such words is left out: precise rather than complete.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from cleaners.article import Film
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.markup.structured import kinds, listed, main_articles, strings, text_of
from cleaners.markup.tree import block_holder
from cleaners.text.signature import tokens
from cleaners.text.simplified import simplified

MOST = 30
"""Films an article; a longer list is a programme, not a story."""

READ = 40_000
"""Characters of a text that are read."""

LONGEST = 70
"""Characters of a title."""

_ABOUT = ("about", "itemReviewed", "mentions")

_ROW = re.compile(r"《[^《》\n]{1,40}》(?:\s?[、，,和与及]?\s?《[^《》\n]{1,40}》)*")
"""Titles side by side: what is said of one is said of all."""

_PIAN = re.compile(
    "电影(?!频道|学院|网|局|报|院)|影片|新片|大片|[事录画作剧幻情疑艺争怖险罪岁]片|票房|上映|首映|公映|点映|重映|院线|观影|影评|排片|贺岁档|暑期档"
)
"""Words that only films have."""
_PAISHE = re.compile("执导|导演|主演|出演|饰演|饰|预告|海报|杀青|开机|定档|入围|提名|摘得|斩获|续集|翻拍")
"""Words that films share with series: they count where the article is about films."""
_OTHER_BEFORE = re.compile(
    "(?:小说|剧集|[视续网短台乐话情代]剧|综艺|节目|歌曲|专辑|单曲|主题曲|推广曲|插曲|杂志|报纸|原著|游戏|漫画|栏目|著作|散文|诗集|传记|书|歌|曲)$"
)
_OTHER_TITLE = re.compile(
    "(?:[日晚早时周商月]报|青年报|周刊|杂志|新闻|时报|条例|办法|规定|通知|意见|公约|纲要|宣言|报告|联播|蓝皮书|法|合同|协议|声明|第.{1,3}季)$"
)
_SENTENCE = re.compile("[。！？；\n]")

_QUOTED = re.compile(
    r"[“\"‘'](?:(?<=“)([^“”\n]{2,70})”|(?<=\")([^\"\n]{2,70})\"|(?<=‘)(?<!\w‘)([^‘’\n]{2,70})’(?!\w)"
    r"|(?<=')(?<!\w')([^'\n]{2,70})'(?!\w))"
)
"""Begins with what any quotation begins with: nothing else is looked at closely."""
_FILM = (
    "films?|movies?|biopics?|documentar(?:y|ies)|blockbusters?|rom-?coms?|feature|directorial debut|whodunit"
    "|(?:superhero|action|horror|crime|war|spy|heist|disaster|period|slasher|animated) (?:drama|comedy|thriller|epic|hit|flick)"
)
_BEFORE = re.compile(
    rf"\b(?:(?:{_FILM})(?:,? (?:titled|entitled|called|dubbed|named|like|such as))?,?"
    r"|directed|directing|directs|co-directed|(?:star|starr)(?:s|ed|ing) in|screenings? of|trailers? (?:for|of)"
    r"|box office (?:for|of)|big-screen adaptation of|filming) ?(?:the |his |her |their |its |[A-Z]\w+['’]s )?$"
)
_BEHIND = re.compile(
    rf"^,? ?(?:(?:is |was )?(?:a|an|the|his|her)? ?(?:[\w’'-]+ ){{0,2}}(?:{_FILM})\b|directed by\b|starring\b|stars [A-Z]"
    r"|(?:has |had )?(?:grossed|earned|took in|made|(?:opened|debuted) (?:to|with)|raked in) (?:\w+ ){0,2}[$€£]"
    r"|hits? theat|(?:opens?|opened|arrives|is)? ?in (?:theat|cinemas)|topped the box office|had its (?:world )?premiere at"
    r"|['’]?s? (?:director|box office|trailer)\b)"
)
"""What makes a title a film's where it stands right before or right behind it."""
_NAMED = re.compile(rf"\b(?:{_FILM}|box office|trailer|sequel|director|directed|premiere|cinemas?|theat(?:er|re)s?)\b", re.I)
_SERIES = "series|show|sitcom|album|song|single|novel|book|podcast|magazine|play|memoir|essay|track|episode"
_SERIES_BEFORE = re.compile(rf"\b(?:{_SERIES})s?,? (?:titled |called )?$")
_SERIES_BEHIND = re.compile(rf"^,? (?:[\w-]+ ){{0,3}}(?:{_SERIES}|season|franchise|saga)\b")
_SLANTED = ("em", "i", "cite")
_LITTLE = frozenset("a an the of in on at to for from and or nor but with by vs. v. de la le el der die das du".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    title: str
    start: int
    end: int


def read_films(document: Document, headline: str | None, body: str) -> tuple[Film, ...]:
    """The films that the article names, each once, where it is first said to be one."""
    texts = [("headline", headline or ""), ("body", body[:READ])]
    found = [*_described(document, "\n".join(text for _, text in texts))]
    chinese = HAN.search(texts[0][1] + texts[1][1]) is not None
    about_films = chinese and len(_PIAN.findall(simplified(texts[0][1] + texts[1][1]))) >= 2
    for origin, text in texts:
        italics = _italics(document) if origin == "body" else ()
        evidence = chain(_chinese(text, about_films=about_films), _english(text, italics, headline=origin == "headline"))
        found += (Film(title, origin, _context(text, start, end)) for title, start, end in evidence)
    films: dict[str, Film] = {}
    for film in found:
        if (key := film_key(film.title)) and len(films) < MOST:
            films.setdefault(key, film)
    return tuple(films.values())


def film_key(title: str) -> str:
    """What two ways to write a title share: no case, width, script, punctuation or leading article.

    >>> film_key("The Winter Harbour!"), film_key("《冬日海港》")
    ('winterharbour', '冬日海港')
    """
    words = tokens(title)
    return "".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def _described(document: Document, text: str) -> Iterator[Film]:
    """What the data for machines call a movie: what the article is about, and others that the text names too."""
    for item in main_articles(document.structured):
        for name in _ABOUT:
            for thing in listed(item.get(name)):
                if isinstance(thing, dict) and "Movie" in kinds(thing):
                    yield from (Film(_bare(title), "json-ld", name) for title in strings(thing.get("name")))
    for item in document.structured.others:
        if "Movie" in kinds(item):
            yield from (Film(_bare(title), "json-ld", "Movie") for title in strings(item.get("name")) if _bare(title) in text)


def _chinese(text: str, *, about_films: bool) -> Iterator[tuple[str, int, int]]:
    """Titles in 《》 beside a word that only films have, or in an article about films beside one of shooting and showing."""
    plain = simplified(text) if "《" in text else ""
    for row in _ROW.finditer(plain):
        before = _SENTENCE.split(plain[max(0, row.start() - 12) : row.start()])[-1]
        behind = _SENTENCE.split(plain[row.end() : row.end() + 12])[0].partition("《")[0]
        cues = (_PIAN, _PAISHE) if about_films else (_PIAN,)
        if _OTHER_BEFORE.search(before) or not any(cue.search(part) for cue in cues for part in (before, behind)):
            continue
        for title in re.finditer("《([^《》]+)》", row.group()):
            if not _OTHER_TITLE.search(title[1]):
                start, end = row.start() + title.start(1), row.start() + title.end(1)
                yield text[start:end].strip(), start, end


def _english(text: str, italics: Iterable[str], *, headline: bool) -> Iterator[tuple[str, int, int]]:
    """Quoted or italic titles between words that make them a film's; in a headline such a word may stand anywhere."""
    said = headline and _NAMED.search(_QUOTED.sub(" ", text)) is not None
    for mention in sorted((*_quotations(text), *_places(text, italics)), key=lambda mention: mention.start):
        before, behind = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 60]
        if _SERIES_BEFORE.search(before) or _SERIES_BEHIND.search(behind) or not _is_title(mention.title):
            continue
        if said or _BEFORE.search(before) or _BEHIND.search(behind):
            yield mention.title, mention.start, mention.end


def _quotations(text: str) -> Iterator[_Mention]:
    for match in _QUOTED.finditer(text):
        words = next(filter(None, match.groups()))
        yield _Mention(words.strip(" ,.;:"), match.start(), match.end())


def _places(text: str, titles: Iterable[str]) -> Iterator[_Mention]:
    """Where italic words first stand in the text."""
    for title in titles:
        at = text.find(title)
        if at >= 0:
            yield _Mention(title, at, at + len(title))


def _italics(document: Document) -> list[str]:
    """The slanted words of the text's blocks, each whole: one inside another is part of it."""
    holders = {document.blocks[at].element for at in document.chosen if at < len(document.blocks)}
    every = document.elements.of(*_SLANTED)
    slanted = (element for element in every if element.getparent().tag not in _SLANTED and block_holder(element) in holders)
    found = (text_of(element).strip(" ,.;:“”\"'‘’") for element in slanted)
    return list(dict.fromkeys(title for title in found if 1 < len(title) <= LONGEST))[: 4 * MOST]


def _is_title(text: str) -> bool:
    """Whether every word of weight has a capital, as titles have and quotations have not.

    >>> _is_title("The Quay at Night"), _is_title("We will go on"), _is_title("1917")
    (True, False, True)
    """
    words = text.split()
    heavy = [word for at, word in enumerate(words) if not at or word.lower() not in _LITTLE]
    return 0 < len(words) <= 10 and all(word[0].isupper() or not word[0].isalpha() for word in heavy)


def _bare(title: str) -> str:
    return title.strip("《》 ")


def _context(text: str, start: int, end: int) -> str:
    """The words around a title, on one line."""
    return " ".join(text[max(0, start - 30) : end + 30].split())
