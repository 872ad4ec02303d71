"""What stands around a part of a page: which words and names the rest says, which hosts it links to."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.language import language_of
from cleaners.markup.concealed import is_away
from cleaners.markup.traces import is_strange
from cleaners.markup.tree import Block, is_inline
from cleaners.sites.hosts import registered
from cleaners.spam.pitch import HONEST, LONGEST, telltale, told
from cleaners.spam.words import SMALL_CHANGE, words_of
from cleaners.text.page_text import PageText

_MINOR = 0.4
"""Largest share of the page's text that a hidden part may have to be an injection: an article that waits has more."""
_LINKS = 0.8
"""Share of a hidden part that its links make up from which nobody waits to read it."""
_SHORT = 500
"""Characters that an article counts at least for that."""
_MANY = 5
"""Links to one domain from which a page may belong to it."""
TELLING = 4
"""Words that tell something, from which the others of a text do not count."""
_LABEL = 6
"""Letters of a site's name that is no word."""
_PARAGRAPH, _PARAGRAPH_HAN = 70, 40
"""Characters of a paragraph that something may stand in unnoticed; of one that is not all ASCII."""
_NOT_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand or hide together."""

    indexes: tuple[int, ...]
    text: str
    hrefs: tuple[str, ...] = ()
    link_chars: int = 0
    strange: int = 0
    """Elements with invented names."""
    away: bool = False
    """It stands out of the page."""


def part_of(document: Document, indexes: Iterable[int], root: HtmlElement | None = None) -> Part:
    """Put blocks together; where an inline element hides them, it alone counts of what holds them."""
    places = tuple(indexes)
    blocks = [document.blocks[index] for index in places]
    elements = list(dict.fromkeys(block.element for block in blocks if block.element is not None))
    if root is not None and is_inline(root):
        elements = [root]
    hrefs = tuple(link.get("href") or "" for element in elements for link in element.iter("a"))
    strange = sum(is_strange(str(inner.tag)) for element in elements for inner in element.iter() if isinstance(inner.tag, str))
    text = "\n".join(block.text for block in blocks)
    away = root is not None and is_away(root)
    return Part(places, text, hrefs, sum(block.link_chars for block in blocks), strange, away)


def long_paragraphs(document: Document) -> Mapping[int, Block]:
    """The blocks that something may be put into unnoticed, by their index."""
    return {index: block for index, block in enumerate(document.blocks) if _shortest(block.text) <= len(block.text) <= LONGEST}


def _shortest(text: str) -> int:
    return _PARAGRAPH if text.isascii() else _PARAGRAPH_HAN


def telling(words: Iterable[str]) -> set[str]:
    """Words that are seldom small change: of more than five letters, and pairs of Han characters."""
    return {word for word in words if len(word) > 5 or word > "\u2e80"}


def characteristic(said: Collection[str], least: int = TELLING) -> set[str]:
    """The words by which a text is known: those that tell; where it has fewer than ``least``, all but small change."""
    words = telling(said)
    return words if len(words) >= least else set(said) - SMALL_CHANGE


def strangeness(said: Collection[str], heard: Mapping[str, int]) -> float:
    """Share of the words by which a text is known that others have heard. 0 for a stranger."""
    words = characteristic(said)
    return sum(heard.get(word, 0) > 0 for word in words) / max(1, len(words))


class Said(dict[str, frozenset[str]]):
    """The words of a page's texts, each text read once, whoever asks."""

    def __missing__(self, text: str) -> frozenset[str]:
        words = self[text] = frozenset(words_of(text))
        return words


@lru_cache(maxsize=2)
def said_on(page: PageText) -> Said:
    """Where to look the words of a page's texts up."""
    return Said()


class Hints(dict[str, frozenset[str]]):
    """The words of a page's texts that tell most of all of a pitch, each text looked at once."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self._said = said

    def __missing__(self, text: str) -> frozenset[str]:
        words = self[text] = telltale() & self._said[text]
        return words


@lru_cache(maxsize=2)
def hints_on(page: PageText) -> Hints:
    """Where to look up what the page's texts hint at."""
    return Hints(said_on(page))


def hidden_parts(document: Document) -> Mapping[int, tuple[Part, bool]]:
    """The hidden parts of a page by their first block, and whether they hide for good; not those too large to be injected, as
    an article that waits is, unless they are nothing but links."""
    groups: dict[HtmlElement, list[int]] = {}
    for index, how in document.hiding.items():
        groups.setdefault(how.root, []).append(index)
    total = sum(len(document.blocks[index].text) for index in document.chosen) if groups else 0
    found = {}
    for root, indexes in groups.items():
        size = sum(len(document.blocks[index].text) + 1 for index in indexes)
        linked = sum(document.blocks[index].link_chars for index in indexes)
        if size <= _MINOR * max(total, _SHORT) + 1 or linked > _LINKS * size:
            found[indexes[0]] = part_of(document, indexes, root), document.hiding[indexes[0]].strong
    return found


class Surroundings:
    """What the page says and where it links to beside a part of it; blocks that are ``out`` count nothing."""

    def __init__(self, document: Document, out: frozenset[int]) -> None:
        self.document, self.out = document, out
        self.visible = document.chosen - out
        first, end = (min(document.chosen), max(document.chosen) + 1) if document.chosen else (0, 0)
        self.within = [index for index in range(first, end) if index not in out]
        """The blocks of the body and those between them."""
        self._said = said_on(document.written)

    @cached_property
    def doubtful(self) -> list[int]:
        """Of those the blocks that may pitch: not what is honest by its words, as most is, nor what is too long."""
        texts = self.document.blocks
        return [at for at in self.within if len(texts[at].text) <= LONGEST and told(self.said(at)) >= HONEST]

    @cached_property
    def hosts(self) -> Counter[str]:
        links = (link.get("href") or "" for link in self.document.elements.of("a"))
        return Counter(registered(href) for href in links if href.startswith(("http", "//")))

    @cached_property
    def own(self) -> frozenset[str]:
        """The domains of the page's address, of its canonical ones, and of most of its links."""
        structured = self.document.structured
        given = [self.document.url, *structured.links.get("canonical", ()), *structured.meta.get("og:url", ())]
        least = max(_MANY, self.hosts.total() // 2 + 1)
        most = [host for host, number in self.hosts.items() if number >= least]
        return frozenset(map(registered, given)) | frozenset(most)

    @cached_property
    def language(self) -> str | None:
        """The language of what is visible."""
        return language_of("\n".join(self.document.blocks[index].text for index in sorted(self.visible)))

    def is_abroad(self, text: str) -> bool:
        """Whether a text is surely in another language than the page, or in a script that the page is not in."""
        own, its = self.language, language_of(text)
        return own is not None and own != its and (its is not None or not text.isascii())

    @cached_property
    def heads(self) -> str:
        """Everything that the page says of itself outside its blocks, lower-cased."""
        values = (value for values in self.document.structured.meta.values() for value in values)
        return " ".join([self.document.url, *values]).lower()

    @cached_property
    def text(self) -> str:
        """Every block of the page that counts, lower-cased."""
        return "\n".join(block.text for index, block in enumerate(self.document.blocks) if index not in self.out).lower()

    @cached_property
    def letters(self) -> str:
        return _NOT_LETTER.sub("", self.text)

    def says(self, names: Iterable[str], text: str) -> bool:
        """Whether the page says one of the names outside a text of its own."""
        own = text.lower()
        folded = _NOT_LETTER.sub("", own)
        times = ((self.text.count(name) - own.count(name), self.letters.count(name) - folded.count(name)) for name in names)
        return any(name in self.heads for name in names) or any(max(pair) > 0 for pair in times)

    def said(self, index: int) -> frozenset[str]:
        """The words of a block."""
        return self._said[self.document.blocks[index].text]

    @cached_property
    def words(self) -> Counter[str]:
        """In how many visible chosen blocks each word stands."""
        return Counter(chain.from_iterable(map(self.said, self.visible)))

    @cached_property
    def _again(self) -> Set[str]:
        """The words that stand in more than one of them."""
        return {word for word, times in self.words.items() if times > 1}

    def heard(self, index: int) -> float:
        """Share of the words by which a block is known that others have as well."""
        words = characteristic(self.said(index))
        return len(words & (self._again if index in self.visible else self.words.keys())) / max(1, len(words))

    def elsewhere(self, part: Part) -> set[str]:
        """The telling words of a part that other blocks have as well."""
        own = Counter(word for index in part.indexes for word in self.said(index))
        known = self.words
        standing = self.visible.issuperset(part.indexes)
        return {word for word in own if known[word] > (own[word] if standing else 0)}

    def only_here(self, href: str) -> bool:
        """Whether a link leads to a host of somebody else's, which the page links to twice at most."""
        host = registered(href)
        if not self.foreign(href) or self.hosts[host] > 2 or self._shares(href):
            return False
        return all(host.partition(".")[0] != own.partition(".")[0] for own in self.own)

    def _shares(self, href: str) -> bool:
        """Whether a link hands the page's own address on, as share buttons do."""
        return "http" in href[8:] or self.names_own(href)

    def names_own(self, text: str) -> bool:
        """Whether a lower-cased text, or an address, names a domain of the page's own."""
        return any(host and host in text for host in self.own)

    def speaks_of_own(self, text: str) -> bool:
        """Whether a text names the page's own site: by its domain, or by all that stands before the last dot of it."""
        folded = _NOT_LETTER.sub("", text.lower())
        labels = (_NOT_LETTER.sub("", host.partition(".")[0]) for host in self.own)
        return self.names_own(text.lower()) or any(len(label) >= _LABEL and label in folded for label in labels)

    def foreign(self, href: str) -> bool:
        return href.startswith(("http", "//")) and registered(href) not in self.own
