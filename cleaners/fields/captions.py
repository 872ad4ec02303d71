"""Read the captions of an article's photos, with their credits and images."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

from cleaners.article import Caption, Found
from cleaners.document import Document
from cleaners.fields.pictures import picture_of
from cleaners.markup.elements import outward
from cleaners.markup.structured import text_of
from cleaners.markup.tree import Block
from cleaners.quality import MIN_WEIGHT, weight
from cleaners.text.simplified import simplified

_WORDS = r"(?:photos?|photographs?|images?|pictures?|pics?|illustrations?|stills?|artwork|screenshots?)"
_AGENCY = r"(?:getty|ap photo|afp|reuters|xinhua|shutterstock|imago|wireimage|filmmagic|everett|alamy|vcg|ic photo|courtesy)"
_IMAGES = r"(?-i:Photos?|Images|Pictures|Stills)"
"""Last words of agencies' names: ``(Harbour Photo/Ada Fenwick)``."""
_CREDITS = (
    re.compile(
        rf"\s*[\[(（【]\s*(?P<credit>(?:{_WORDS}\b|credit|courtesy|provided)[^\[\]()（）]{{0,100}}"
        rf"|[^\[\]()（）]{{0,60}}\b{_AGENCY}[^\[\]()（）]{{0,60}}|(?-i:[A-Z])[^\[\]()（）/]{{0,40}}\s{_IMAGES}(?:/[^\[\]()（）]{{2,40}})?)\s*[\])）】]\s*\.?$",
        re.I,
    ),
    re.compile(
        rf"(?:^|(?<=[.!?”\"\s]))\s*(?P<credit>{_WORDS}\s?(?:credits?|by|courtesy(?: of)?|via|provided by|:)[:\s].{{2,90}})$",
        re.I,
    ),
    re.compile(r"(?:^|(?<=[.!?”\"\s]))\s*(?:credit|courtesy(?: of)?)\s?(?:[:：]|\.{3}|…)\s?(?P<credit>.{2,90})$", re.I),
    re.compile(r"\s*(?P<credit>(?:©|\([cC]\))\s?[^©]{2,80})$"),
    re.compile(r"(?<=[.!?”\"])\s?\((?P<credit>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){1,2}(?:\s?/\s?[A-Z][\w .&'’-]{1,40})?)\)$"),
    re.compile(
        r"\s*[（(【\[]\s*(?P<credit>(?:图片?(?:来源|提供)?|供图|摄影|图源|资料图片?"
        r"|图据)\s?[:：/／|｜]?[^（）()]{0,40}"
        r"|[^（）()]{0,30}(?:摄影?|供图|提供))\s*[)）】\]]$"
    ),
    re.compile(
        r"(?:^|(?<=[。！？\s]))\s*(?P<credit>(?:图片?来源|图源|供图|摄影|图片?)\s?[:：/／|｜]\s?[^，。]{1,30}"
        r"|(?:[^，。\s]{0,12}(?:记者|通讯员)\s?)?[\u4e00-\u9fff·]{2,8}\s?(?:[/／]\s?摄影|摄|供图))$"
    ),
)
"""A credit at the end of a caption: ``[Photo provided to ...]``, ``Photo: ...``, ``（图片来源：...）``."""
_SURE = re.compile(
    rf"[\[(（【]\s*(?:{_WORDS}\s(?:provided|by|courtesy|from|credit)"
    rf"|(?:{_WORDS}(?:\scredits?)?|credits?)\s?:|provided to|图片?来源|资料图"
    rf"|[^（）()]{{2,20}}(?:摄|供图)|[^（）()，。]{{2,12}}提供)[^\[\]()（）]{{0,80}}[\])）】]\s*\.?$"
    r"|^(?:电影|影片|图为)?《[^》]{1,30}》(?:(?![发發曝公推])[^，。！？]){0,6}(?:剧照|海报|路透照?|工作照)(?:[\s|｜（(/].{0,20})?$"
    r"|^[^，。！？]{0,30}(?:片方|剧组|剧方|主办方|受访者|节目组)(?:供图|提供)[）)]?$"
    r"|^[^。！？]{2,60}[\s\u3000][\u4e00-\u9fff·]{2,4}(?:摄|供图)$"
    r"|^(?:▲|△|▼|▽|图为|图[:：]|资料图[:：])|^[^。]{4,100}[。\s](?:新华社|中新社|本报)?(?:记者"
    r"|通讯员)\s?[\u4e00-\u9fff·]{2,8}\s?摄$",
    re.I,
)
"""A paragraph that is a caption, whatever its markup."""
_SURE_SIGN, _CLOSING = re.compile("[▲△▼▽图摄《供]"), frozenset("])）】")
"""What a sure one has, or what it ends with: cheap to look for."""
_CREDIT_LINE = re.compile(
    rf"^(?:{_WORDS}\s?(?:credits?|by|courtesy(?: of)?|provided by|source|:)[:\s].{{2,80}}|[（(]?(?:[首头主]?图片?来源|图源"
    rf"|供图|摄影|图|图片|题图|头图|封面图)\s?[:：/／|｜].{{1,40}}[）)]?)$",
    re.I,
)
_HINT = re.compile("caption|(?:photo|pic|img|image)[-_]?desc|cutline|(?:photo|image|figure|media)[-_]?credit")
_SAYS_CREDIT = re.compile(r"(?:^|[\s_-])(?:credit|copyright|courtesy|attribution)s?(?:$|[\s_-])", re.I)
_SHOWN = ("img", "picture", "video", "amp-img")
_PARTS = 6
"""How many elements inside a caption are asked whether they are its credit."""
_INSIDE = 40
"""How many elements of a block are asked whether they are its picture: one element may hold a whole article's lines."""
_CREDIT = 60
"""Characters of a credit that no word tells."""
_LONGEST = 600
"""Characters of the longest honest caption."""
_GALLERY, _TOLD = 3, re.compile(r"[.!?。！？][\"”’」』]?$", re.S)
"""Paragraphs with pictures, at least, that may be an article, and how each ends."""
_LABEL = re.compile(r"(?:image|photo|picture|video) caption\W{0,2}", re.I)
_SOURCE = re.compile(r"^(?:image|photo|picture) source\W{1,3}", re.I)
"""What broadcasters say to those who hear the page, before a caption and before its credit."""
_NEAR = 4
"""Blocks beyond the article's first and last in which its captions may stand."""
_HEADED = 16
"""The same above it, where the page's heading stands no further off."""


@lru_cache(maxsize=2)
def read_captions(document: Document) -> Found[tuple[Caption, ...]]:
    """The captions in the page's order."""
    captions: list[Caption] = []
    blocks: list[int] = []
    for index in _article(document):
        block = document.blocks[index]
        if len(block.text) > _LONGEST or block.link_density > 0.5 or not is_caption(block):
            continue
        blocks.append(index)
        text, credit = _parted(block)
        image = _image(document, block)
        if _LABEL.fullmatch(text):
            continue
        if credit is None and (above := _credit_above(document, index)) is not None:
            credit = _SOURCE.sub("", document.blocks[above].text)
            blocks.append(above)
        if text:
            captions.append(Caption(text, credit, image))
        elif captions and captions[-1].credit is None and blocks[-2:-1] == [index - 1]:
            captions[-1] = Caption(captions[-1].text, credit, captions[-1].image)
    told = _are_the_text(document, blocks)
    if told:
        return Found((), (), tuple(index for index in blocks if index not in told))
    credited = {caption.text: caption for caption in captions[::-1] if caption.credit}
    return Found(tuple(dict.fromkeys(credited.get(caption.text, caption) for caption in captions)), (), tuple(blocks))


def _are_the_text(document: Document, captions: list[int]) -> frozenset[int]:
    """The pictures' paragraphs where they are all that the article says: a gallery that tells its story so."""
    blocks = document.blocks
    told = frozenset(index for index in captions if index in document.chosen and _TOLD.search(_parted(blocks[index])[0]))
    rest = document.chosen.difference(captions)
    short = len(told) >= _GALLERY and sum(weight(blocks[index].text) for index in rest) < MIN_WEIGHT
    return told if short else frozenset()


def split_credit(text: str) -> tuple[str, str | None]:
    """Part a caption from its credit; the credit comes without its brackets.

    >>> split_credit("The crew on the pier. [Photo provided to Harbour Weekly]")
    ('The crew on the pier.', 'Photo provided to Harbour Weekly')
    >>> split_credit("《潮声》剧照（图片来源：片方）"), split_credit("A boat at dawn")
    (('《潮声》剧照', '图片来源：片方'), ('A boat at dawn', None))
    >>> split_credit("碼頭的黃昏。（蘇晴攝）"), split_credit("A boat at dawn (Harbour Photo/Ada Fenwick)")
    (('碼頭的黃昏。', '蘇晴攝'), ('A boat at dawn', 'Harbour Photo/Ada Fenwick'))
    """
    plain = _plain(text)
    for pattern in _CREDITS:
        if match := pattern.search(plain):
            return text[: match.start()].strip(" ▲△▼▽|·/-–—"), text[match.start("credit") : match.end("credit")].strip()
    return text.strip(" ▲△▼▽"), None


def _plain(text: str) -> str:
    """A text as the patterns are written, where it holds one of their words in Traditional characters."""
    return simplified(text) if "攝" in text or "圖" in text or "來源" in text else text


def _parted(block: Block) -> tuple[str, str | None]:
    """A caption and its credit, by its words or else by the element that holds the credit alone."""
    text, credit = split_credit(block.text)
    parts = islice(block.element.iter(), _PARTS) if credit is None and block.element is not None else ()
    for part in parts:
        if part.tag == "cite" or _SAYS_CREDIT.search(part.get("class") or ""):
            said = text_of(part)
            if said and text.endswith(said):
                return text.removesuffix(said).strip(" |·-–—"), said.strip("()（） ")
    return text, credit


def _credit_above(document: Document, caption: int) -> int | None:
    """The block that a figure has beside its picture, above the caption: there broadcasters set the credit."""
    labelled = caption > 1 and _LABEL.fullmatch(document.blocks[caption - 1].text) is not None
    block, above = document.blocks[caption - labelled], document.blocks[caption - labelled - 1] if caption else None
    if block.tag != "figcaption" or above is None or above.element is None or not 2 < len(above.text) <= _CREDIT:
        return None
    figure = next((one for one in outward(above.element, 3) if one.tag == "figure"), None)
    shown = figure is not None and any(one.tag in _SHOWN for one in islice(above.element.iter(), _INSIDE))
    own = figure is not None and block.element in islice(figure.iter("figcaption"), _PARTS)
    return caption - labelled - 1 if shown and own else None


def _article(document: Document) -> Iterator[int]:
    if document.chosen:
        first, blocks = min(document.chosen), document.blocks
        above = range(first - 1, max(-1, first - _HEADED - 1), -1)
        start = next((index for index in above if blocks[index].tag == "h1"), first - _NEAR)
        yield from range(max(0, min(start, first - _NEAR)), min(len(blocks), max(document.chosen) + _NEAR + 1))


def is_caption(block: Block) -> bool:
    """Whether a block is a caption or a picture's credit, by its words or its markup."""
    text = _plain(block.text)
    if (_may_be_sure(text) and _SURE.search(text)) or _CREDIT_LINE.match(text):
        return True
    element = block.element
    if element is not None and element.tag == "div" and _wraps_caption(element, block.text):
        return True
    for _ in range(3):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        above = element.getparent()
        if element.tag == "figcaption":
            return above is None or next(above.iter("blockquote", "q", "pre", "table"), None) is None
        if _hints(element.get("class")) and above is not None and next(above.iter(*_SHOWN), None) is not None:
            return True
        element = above
    return False


def _may_be_sure(text: str) -> bool:
    return not _CLOSING.isdisjoint(text[-3:]) or (not text.isascii() and _SURE_SIGN.search(text) is not None)


def _wraps_caption(element: HtmlElement, text: str) -> bool:
    """Whether an element holds a picture, and its text in a caption's span."""
    inside = [*islice(element.iterdescendants(), _PARTS)]
    spans = (one for one in inside if one.tag == "span" and _hints(one.get("class")))
    return any(one.tag == "img" for one in inside) and any(text_of(one) == text for one in spans)


@lru_cache(maxsize=4096)
def _hints(classes: str | None) -> bool:
    """Whether an element's classes call it a caption; a site's pages have the same few hundred."""
    return classes is not None and _HINT.search(classes.lower()) is not None


def _image(document: Document, block: Block) -> str | None:
    """The picture of a caption: in its figure, else in the element right before it."""
    element = block.element
    for _ in range(3):
        if element is None or element.tag in ("body", "article", "main"):
            return None
        before = element.getprevious()
        near = islice(chain(element.iter("img"), before.iter("img") if before is not None else ()), _INSIDE)
        picture = next(filter(None, (picture_of(document, image) for image in near)), None)
        if picture is not None:
            return picture.url
        element = element.getparent()
    return None
