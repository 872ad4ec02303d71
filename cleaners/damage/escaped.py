"""Markup that shows as text: tags and entities that were escaped once too often, or torn."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, islice, pairwise
from operator import itemgetter

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText

_NAMES = (
    "a abbr acronym address article aside audio b bdo big blockquote br button center cite code dd del dfn dir div dl dt em"
    " fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label legend li menu nav noframes"
    " noscript ol optgroup option p picture pre q rp rt ruby s samp section small span strike strong sub sup svg table tbody td"
    " tfoot th thead tr tt u ul video"
).split()
_NAME = "|".join(f"{first}(?:{'|'.join(name[1:] for name in names)})" for first, names in groupby(_NAMES, key=itemgetter(0)))
"""By their first letter: not every name is tried where a tag might begin."""
_TAG = re.compile(
    r"<(?=[/a-z?]|!--|!\[)(?:(?:script|style)\b[^<>]{0,300}>[^<]{0,2000}+</(?:script|style)>"
    r"|(?P<odd>[a-z]{2,12})\s[a-z-]{1,20}=[^<>\s]{1,80}></(?P=odd)>"
    rf"|(?P<close>/?)(?P<name>{_NAME})(?P<rest>\s[^<>]{{0,300}})?/?>|/(?:{_NAME})(?=\n|$)"
    r"|!(?:\[CDATA\[|--[^<>\n]{0,200}-->|--\[if [^\]\n]{1,80}\]>(?:(?:[^<\n]{1,40}+|<(?!!\[endif)){0,100}<!\[endif\]-->)?"
    r"|\[(?:if [^\]\n]{1,80}|endif)\](?:--)?>)"
    r"|/?(?:o|w|v|m|st1):[a-z]{1,30}(?:\s[^<>=\n]{1,40}=[^<>\n]{0,300})?\s?/?>|\?(?:xml|php)\b[^<>\n]{0,300}>)|\]\]>",
    re.I,
)
"""A tag, or what else stands between angle brackets for a program: what Word and scripts leave has a name of its own."""
_CUT_TAG = re.compile(rf"<(?:{_NAME})\s[a-z-]{{1,20}}=[^<>\n]{{1,300}}+$", re.I)
"""The end of a line that was cut inside a tag."""
_SPOKEN_OF = re.compile(r"\b(?:tags?|elements?|html|markup|attributes?)\b|标签|标记|元素", re.I)
"""Who speaks of tags means them."""
_ABOUT_ENTITIES = re.compile(r"(?<![\w./])HTML(?![\w/])|\b[Cc]haracter (?:entit|reference)")
"""Who speaks of entities means them as well."""
_PARAGRAPH = 20_000
"""Characters of a paragraph that are looked through for that."""
_ATTRIBUTE = re.compile(r"\s[\w:-]{1,30}\s*=")
_ENTITY = re.compile(
    r"&(?=#[\dx][\da-fA-F ]|[a-zA-Z]{2})(?:amp;){0,6}(?:[a-zA-Z]{2,15}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|&(?:[lr][sd]quo|[mn]dash|hellip)(?:；|(?!;))|&#(?=\d{0,5} \d{1,5};)[\d ]{3,7};|&#82[12]\d(?![\d;])"
)
"""An entity, one of those without their semicolon or with a Chinese one that no browser reads so, one with a space in it."""
_MARK = re.compile(r"(?:& )?+#82(?:1[12679]|2[01]|30);(?:(?<=[a-zA-Z.,!?].{6})|(?=\w))|(?:nbsp|quot);")
"""A quote or a dash beside a word whose entity lost its ampersand, a space and a straight quote anywhere."""
_UNSEEN = str.maketrans({"\xa0": " ", "\x0c": " ", **dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\ufeff")})
_OPENING, _CLOSING = frozenset("([{“‘"), frozenset(".,;:!?)]}”’%")
_BLOCKS, _BEHIND = frozenset(("p", "div", "li")), re.compile(r"\s*<br\s*/?>\s*[^<\s]", re.I)
"""What ends a paragraph, and how a second break ends one."""
_PARTING = frozenset(("br", "p", "div", "li", "hr"))


def escaped_entities(text: str, page: PageText) -> Iterator[Repair]:
    """Read entities that were escaped twice; ahead of tags, for some of them are a tag's.

    >>> [repair.after for repair in escaped_entities("Q&amp;A &lt;br&gt;", PageText())]
    ['&', '<', '>']
    """
    if page.code:
        return
    past, meant = 0, False
    for match in _entities(text):
        if match.start() >= past:
            start, end = text.rfind("\n", past, match.start()) + 1 or past, text.find("\n", match.end())
            past = end if end >= 0 else len(text)
            meant = _ABOUT_ENTITIES.search(text, start, min(past, start + _PARAGRAPH)) is not None
        after = _unescaped(match.group())
        if after != match.group() and not meant:
            yield Repair(match.start(), match.end(), match.group(), after, "damage.escaped_entity")


def escaped_tags(text: str, page: PageText) -> Iterator[Repair]:
    """Take out tags that were escaped and show as text.

    A tag goes with what proves it: its other half in the same line, an attribute, nothing in it, its being a break or torn.

    >>> [repair.before for repair in escaped_tags('The jury <tr id="yyy80"></tr>met at <A', PageText())]
    ['<tr id="yyy80"></tr>']
    >>> [repair.before for repair in escaped_tags('The <a href="/?a=1&b=2">jury</a> met', PageText())]
    ['<a href="/?a=1&b=2">', '</a>']
    """
    if not page.code and ("<" in text or "]]>" in text):
        yield from _tags(text)


def _entities(text: str) -> Iterator[re.Match[str]]:
    if "&" in text:
        yield from islice(_ENTITY.finditer(text), 3 * MOST)
    if "#82" in text or "nbsp;" in text or "quot;" in text:
        yield from islice((match for match in _MARK.finditer(text) if text[match.start() - 1 : match.start()] != "&"), MOST)


@lru_cache(maxsize=4096)
def _unescaped(entity: str) -> str:
    """What an entity stands for that was escaped once and again."""
    name = entity.replace(" ", "").strip("&;；").rpartition("amp;")[2]
    return html.unescape(f"&{name};").translate(_UNSEEN)


def _tags(text: str) -> Iterator[Repair]:
    at, budget = 0, MOST
    for line in text.split("\n"):
        if "=" in line and (cut := _CUT_TAG.match(line, line.rfind("<"))):
            yield Repair(at + cut.start(), at + cut.end(), cut.group(), "", "damage.escaped_tag")
        if budget > 0 and (">" in line or "</" in line or "<![" in line):
            found = list(islice(_TAG.finditer(line), budget))
            budget -= len(found)
            if found:
                spoken_of = _speaks(line)
                halves = {(match["close"], (match["name"] or "").lower()) for match in found}
                meant = _about_nothing(found) if spoken_of else found
                yield from (_gone(match, at) for match in meant if _proven(match, halves))
        at += len(line) + 1


def _speaks(line: str) -> bool:
    """Whether a line speaks of tags, outside of them: an address may well end in .html."""
    return _SPOKEN_OF.search(line, 0, _PARAGRAPH) is not None and _SPOKEN_OF.search(_TAG.sub("", line[:_PARAGRAPH])) is not None


def _about_nothing(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The pairs with an attribute and nothing between: whoever speaks of elements writes something into them."""
    pairs = ((one, other) for one, other in pairwise(found) if one.end() == other.start() and one["name"] == other["name"])
    return [tag for one, other in pairs if other["close"] and _ATTRIBUTE.match(one["rest"] or "") for tag in (one, other)]


def _proven(match: re.Match[str], halves: set[tuple[str | None, str]]) -> bool:
    name = (match["name"] or "").lower()
    if not name or name == "br" or _ATTRIBUTE.match(match["rest"] or ""):
        return True
    return {("", name), ("/", name)} <= halves


def _gone(match: re.Match[str], at: int) -> Repair:
    """The repair that takes a tag out; where a break parted two words, a space stays."""
    line, (start, end) = match.string, match.span()
    name = (match["name"] or "").lower()
    parts = name in _PARTING and _apart(line[start - 1 : start] if start else "", line[end : end + 1])
    ends = start > 0 and end < len(line) and (_BEHIND.match(line, end) if name == "br" else name in _BLOCKS and match["close"])
    return Repair(at + start, at + end, match.group(), "\n\n" if ends else " " if parts else "", "damage.escaped_tag")


def _apart(before: str, after: str) -> bool:
    """Whether white space belongs between two characters: not before a stop, nor inside a number, nor among Han.

    >>> _apart(".", "“"), _apart("a", "b"), _apart(".", "5"), _apart(".", "”"), _apart("。", "他"), _apart("a", "")
    (True, True, False, False, False, False)
    """
    if not before or not after or before.isspace() or after.isspace() or max(before, after) > "\u2e80":
        return False
    return after not in _CLOSING and before not in _OPENING and not (before == "." and after.isdigit())
