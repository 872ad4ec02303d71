"""Blocks that somebody else put into the page: hidden links and keywords, link farms, keyword paragraphs, planted advertising.

Hidden text goes only with evidence of spam beside its being hidden; visible text only with evidence of several kinds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice

from lxml.html import HtmlElement

from cleaners.article import CleanArticle, Finding
from cleaners.chanted import chanted
from cleaners.concealed import Concealment
from cleaners.document import Document
from cleaners.ledger import Claim, Reason
from cleaners.mirror import registered
from cleaners.spam import pieces_of, shared_words, words_of
from cleaners.traces import is_strange
from cleaners.tree import is_inline

_MINOR = 0.4
"""Largest share of the page's text that a hidden part may have to be an injection: an article that waits has more."""
_SHORT = 500
"""Characters that an article counts at least for that."""
_STRANGE_LEAST = 5
"""Elements with invented names that tell a generator."""
_MANY = 5
"""Links to one domain from which a page may belong to it."""
_FARM = 6
"""Links of a farm at least: honest articles list as many books and tools, but seldom by their front pages."""
_NO_KEYWORDS = re.compile(r"[.。!！?？…:：;；][\"”’」』)]?\s*$")
_SPOKEN = 80
"""Characters of hidden prose from which it counts: hints for screen readers are shorter."""
_CODE = re.compile(r"[#{}<>=()\[\]`$\\]")
_CONTEXT = 4
"""Paragraphs that a page must have for one of them to be a stranger."""
_CHANT = 500
_CHANTS = 20
"""Paragraphs that chant looked at on a page: no article has as many."""
_OFTEN = 0.1
"""Share of a paragraph that one name makes up, from which it chants. Of 42,473 honest paragraphs 42 have as much (2026-11)."""
_STRANGE, _STRANGE_OFTEN = 0.1, 0.4
"""Share of its telling words that others may know; more where the name makes up twice as much. Two honest paragraphs pass."""
_NO_CHANT = re.compile(r"[{}<>=\[\]`$\\©]|::|%.*%")
_NOT_LETTER = re.compile(r"[\W\d_]+")
_SENTENCE = re.compile(r"[a-z\u3400-\u9fff][.。!！?？…][\"”’」』)]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that stand or hide together."""

    indexes: tuple[int, ...]
    text: str
    hrefs: tuple[str, ...]
    link_chars: int
    strange: int = 0


def injected(document: Document) -> Iterator[Claim]:
    """Claim the chosen blocks that were injected."""
    for part, reason, rule in _injections(document):
        for index in part.indexes:
            if index in document.chosen:
                yield Claim(index, reason, f"injected.{rule}")


def hidden_text(article: CleanArticle, document: Document) -> Finding:
    """How many hidden parts have spam in them: those that would have come into the article, and links for nobody."""
    hiding, around = document.hiding, _surroundings(document)
    hidden = [
        part for part in _hidden(document) if document.chosen & set(part.indexes) or _links_for_nobody(part, hiding, around)
    ]
    return Finding("hidden_text", len(hidden), 1, bool(hidden), tuple(part.text[:80] for part in hidden[:4]))


def _links_for_nobody(part: _Part, hiding: Mapping[int, Concealment], around: "_Surroundings") -> bool:
    return hiding[part.indexes[0]].strong and any(map(around.only_here, part.hrefs))


class _Surroundings:
    """What stands around a part: the words of the chosen blocks, the hosts that the page links to, its own domains."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.visible = sorted(document.chosen - document.hiding.keys())

    @cached_property
    def hosts(self) -> Counter[str]:
        tree = self.document.tree
        links = (link.get("href") or "" for link in tree.iter("a")) if tree is not None else ()
        return Counter(registered(href) for href in links if href.startswith(("http", "//")))

    @cached_property
    def own(self) -> frozenset[str]:
        """The domains of the page's address, of its canonical ones, and of most of its links."""
        structured = self.document.structured
        given = [self.document.url, *structured.links.get("canonical", ()), *structured.meta.get("og:url", ())]
        most = [host for host, number in self.hosts.items() if 2 * number > self.hosts.total() and number >= _MANY]
        return frozenset(map(registered, given)) | frozenset(most)

    @cached_property
    def heads(self) -> str:
        """Everything that the page says of itself outside its blocks, lower-cased."""
        values = (value for values in self.document.structured.meta.values() for value in values)
        return " ".join([self.document.url, *values]).lower()

    @cached_property
    def text(self) -> str:
        """Every block of the page, lower-cased."""
        return "\n".join(block.text for block in self.document.blocks).lower()

    @cached_property
    def letters(self) -> str:
        return _NOT_LETTER.sub("", self.text)

    def says(self, names: Iterable[str], text: str) -> bool:
        """Whether the page says one of the names outside a text of its own."""
        own = text.lower()
        folded = _NOT_LETTER.sub("", own)
        times = ((self.text.count(name) - own.count(name), self.letters.count(name) - folded.count(name)) for name in names)
        return any(name in self.heads for name in names) or any(max(pair) > 0 for pair in times)

    @cached_property
    def words(self) -> Counter[str]:
        """In how many visible chosen blocks each word stands."""
        return Counter(word for index in self.visible for word in words_of(self.document.blocks[index].text))

    def elsewhere(self, part: "_Part") -> set[str]:
        """The telling words of a part that other blocks have as well."""
        own = Counter(word for index in part.indexes for word in words_of(self.document.blocks[index].text))
        known = self.words
        standing = set(part.indexes) <= set(self.visible) if len(part.indexes) < 50 else True
        return {word for word in own if known[word] > (own[word] if standing else 0)}

    def only_here(self, href: str) -> bool:
        """Whether a link leads to a host of somebody else's, which the page links to twice at most."""
        host = registered(href)
        if not self.foreign(href) or self.hosts[host] > 2 or self._shares(href):
            return False
        return all(host.partition(".")[0] != own.partition(".")[0] for own in self.own)

    def _shares(self, href: str) -> bool:
        """Whether a link hands the page's own address on, as share buttons do."""
        return "http" in href[8:] or any(host and host in href for host in self.own)

    def foreign(self, href: str) -> bool:
        return href.startswith(("http", "//")) and registered(href) not in self.own


@lru_cache(maxsize=2)
def _surroundings(document: Document) -> _Surroundings:
    return _Surroundings(document)


def _injections(document: Document) -> Iterator[tuple[_Part, Reason, str]]:
    around = _surroundings(document)
    yield from ((part, Reason.HIDDEN, "hidden") for part in _hidden(document))
    yield from ((part, Reason.SPAM, "link_farm") for part in _farms(document, around))
    yield from ((part, Reason.SPAM, "keywords") for part in _keyword_paragraphs(document, around))
    yield from ((part, Reason.SPAM, "advertising") for part in _advertising(document, around))
    yield from ((part, Reason.SPAM, "chant") for part in _chants(document, around))


@lru_cache(maxsize=2)
def _hidden(document: Document) -> tuple[_Part, ...]:
    """The hidden parts that are spam: asked for by who cuts them out and by who judges the page."""
    return tuple(_spam_parts(document, document.hiding, _surroundings(document)))


def _spam_parts(document: Document, hiding: Mapping[int, Concealment], around: _Surroundings) -> Iterator[_Part]:
    groups: dict[object, list[int]] = {}
    for index, how in hiding.items():
        groups.setdefault(how.root, []).append(index)
    total = sum(len(document.blocks[index].text) for index in document.chosen)
    for indexes in groups.values():
        part = _part(document, indexes, hiding[indexes[0]].root)
        if len(part.text) <= _MINOR * max(total, _SHORT) and _is_spam(part, hiding[indexes[0]].strong, around):
            yield part


def _part(document: Document, indexes: list[int], root: HtmlElement | None = None) -> _Part:
    """Put blocks together; where an inline element hides them, it alone counts of what holds them."""
    blocks = [document.blocks[index] for index in indexes]
    elements = {block.element for block in blocks if block.element is not None}
    if root is not None and is_inline(root):
        elements = {root}
    hrefs = tuple(link.get("href") or "" for element in elements for link in element.iter("a"))
    strange = sum(is_strange(str(inner.tag)) for element in elements for inner in element.iter() if isinstance(inner.tag, str))
    text = "\n".join(block.text for block in blocks)
    return _Part(tuple(indexes), text, hrefs, sum(block.link_chars for block in blocks), strange)


def _telling(words: set[str]) -> set[str]:
    """Words that are seldom small change: of more than five letters, and pairs of Han characters."""
    return {word for word in words if len(word) > 5 or word > "\u2e80"}


def _is_spam(part: _Part, strong: bool, around: _Surroundings) -> bool:
    """Whether a hidden part shows what spam is hidden for: links that lead away, keywords, invented elements.

    What a script may show again needs more of it than what no script ever shows.
    """
    if part.strange >= _STRANGE_LEAST:
        return True
    away = sum(map(around.only_here, part.hrefs)) if strong or part.hrefs else 0
    if 10 * away < 7 * len(part.hrefs) or not (strong or away):
        return False
    linked = 2 * part.link_chars > len(part.text)
    spoken = _SENTENCE.search(part.text) is not None and len(part.text) >= _SPOKEN
    if strong:
        shown = (linked and away >= 1) or spoken or _is_stuffed(part)
    else:
        shown = (linked and away >= 2) or (not spoken and _is_stuffed(part))
    words = _telling(words_of(part.text)) if shown else set()
    return len(words) >= 2 and len(around.elsewhere(part) & words) < 0.2 * len(words)


def _is_stuffed(part: _Part) -> bool:
    pieces = pieces_of(part.text.replace("\n", ","))
    return len(pieces) >= 5 and bool(_shared_by_most(pieces))


def _shared_by_most(pieces: list[str]) -> set[str]:
    """The words that three in five of the pieces have in common."""
    return {word for word in shared_words(pieces) if 5 * sum(word in piece.lower() for piece in pieces) >= 3 * len(pieces)}


def _farms(document: Document, around: _Surroundings) -> Iterator[_Part]:
    """Runs of links to the front pages of many hosts, none of them the page's own, in words that the text does not know."""
    dense = [index for index in around.visible if document.blocks[index].link_density > 0.6]
    for _, run in groupby(enumerate(dense), key=lambda pair: pair[1] - pair[0]):
        part = _part(document, [index for _, index in run])
        number = len(part.hrefs)
        if number < _FARM or len(part.text) > 25 * number or sum(map(around.only_here, part.hrefs)) < 0.8 * number:
            continue
        front = sum(href.count("/") <= 3 and not href.rpartition("/")[2].count("?") for href in part.hrefs)
        keywords = shared_words(part.text.split("\n")) or shared_words(pieces_of(part.text))
        if (keywords or front > 0.7 * number) and len(around.elsewhere(part)) < 0.3 * len(words_of(part.text)):
            yield part


def _keyword_paragraphs(document: Document, around: _Surroundings) -> Iterator[_Part]:
    """Lines of keywords: five pieces and more, most of them sharing a word that nothing else has, no sentence, no figures."""
    for index in around.visible:
        text = document.blocks[index].text
        if not 20 <= len(text) <= 3000 or _NO_KEYWORDS.search(text[-3:]) or _CODE.search(text):
            continue
        pieces = pieces_of(text)
        if len(pieces) < 5 or max(map(len, pieces)) > 60 or 2 * sum(map(_has_figure, pieces)) > len(pieces):
            continue
        part = _Part((index,), text, (), 0)
        if (shared := _shared_by_most(pieces)) and not shared & around.elsewhere(part):
            yield part


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _advertising(document: Document, around: _Surroundings) -> Iterator[_Part]:
    """A paragraph on something else whose link leads where no other does, with the words of the link said again and again.

    In a brief of a few paragraphs each tells something else; and what the page's address names is no advertising.
    """
    for index in around.visible if len(around.visible) >= _CONTEXT else ():
        block = document.blocks[index]
        if not block.link_chars or block.link_density > 0.5 or not 60 <= len(block.text) <= 900 or block.element is None:
            continue
        lowered = block.text.lower()
        named = words_of(" ".join(link.text_content() for link in block.element.iter("a")))
        again = {word for word in named if block.text.count(word) >= 2}
        often = any(lowered.count(word) >= 3 for word in again)
        if len(again) < 2 or not often or any(word in document.url.lower() for word in again):
            continue
        part = _part(document, [index])
        if not any(map(around.only_here, part.hrefs)):
            continue
        words, others = _telling(words_of(block.text)), around.elsewhere(part)
        if not again & others and len(words) >= 6 and len(words & others) < 0.2 * len(words):
            yield part


def _chants(document: Document, around: _Surroundings) -> Iterator[_Part]:
    """A paragraph that says one name over and over which nothing else on the page says, and hardly shares a word with it."""
    if len(around.visible) >= _CONTEXT:
        texts = ((index, document.blocks[index].text) for index in around.visible)
        chants = ((index, text, *chanted(text)) for index, text in texts if len(text) <= _CHANT)
        often = (chant for chant in chants if chant[3] >= _OFTEN and not _NO_CHANT.search(chant[1]))
        for index, text, names, share in islice(often, _CHANTS):
            part = _Part((index,), text, (), 0)
            words = _telling(words_of(text))
            shared = len(words & around.elsewhere(part)) / max(1, len(words))
            if shared < (_STRANGE_OFTEN if share >= 2 * _OFTEN else _STRANGE) and not around.says(names, text):
                yield part
