"""Tell titles that were made for search engines. Structure decides, never a word by itself."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from statistics import mean

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.markup.masthead import is_prose
from cleaners.markup.structured import text_of
from cleaners.sites.hosts import belongs_elsewhere
from cleaners.spam.limits import limit
from cleaners.spam.pitch import pitch
from cleaners.spam.words import BARS, SMALL_CHANGE, is_han, pieces_of, shared_words, thrice, words_of
from cleaners.text.titles import key, slug_words

TITLE_LIMIT = 3
"""Points from which a title is spam. Of 1,041 honest pages none has as many (2026-11)."""

_SPOKEN = re.compile(r"(?<=[?？!！])\s*|[\[\](){}]")
"""What parts the pieces of a title besides: questions, exclamations, brackets."""
_NOWHERE = "nothing on the page knows a word of it"
_HALF_KNOWN, _HARDLY_KNOWN = 0.5, 0.2
"""Share of a title's words that its page may know elsewhere, and where the title is in another script than the text."""
_FILLED = frozenset(("keywords", "description"))
"""What kits fill with the words of their titles."""
_PITCHED, _HINTS = limit("title.offer"), limit("title.hint")
_CONTEXT = 4
"""Paragraphs that a page has at least for one of them to be a stranger."""
_LONG_PIECE = 4
"""Words of a piece of a title that could be a headline; letters of a word that tells something."""
_MOMENT = re.compile(r"(?:19|20)\d\d|\d[:：]\d\d")
_PROSE = 15_000
"""Characters of the page's prose on which a title is tried."""


@dataclass(frozen=True, slots=True)
class TitleSpam:
    """How much speaks for a title's being spam, and what."""

    points: float = 0.0
    evidence: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it is past the limit: no headline may come of it."""
        return self.points >= TITLE_LIMIT


@lru_cache(maxsize=4)
def title_spam(title: str, document: Document) -> TitleSpam:
    """Weigh a title against the page that it stands on.

    It must be a stranger to the page and have a spammer's shape (a list, a word in all its pieces, the keywords over again,
    entities), or else nothing on the page may know a word of it. A title in another script than the text is no stranger for
    that, unless the page has a better one.
    """
    title = title if title.isascii() else unicodedata.normalize("NFKC", title)
    pieces = [piece for part in _SPOKEN.split(title) for piece in pieces_of(part)]
    shape = _shape(title, pieces, document)
    strange = _stranger(title, pieces, document)
    if not shape and _NOWHERE in strange:
        shape = [*_foreign_marks(title, document)]
    if not shape and not (len(strange) >= 2 and "unrelated" in strange and _hints(title) and _is_alien(title, document)):
        return TitleSpam()
    evidence = (*shape, *strange)
    return TitleSpam(float(len(shape) + sum(2 if name == "unrelated" else 1 for name in strange)) if strange else 0.0, evidence)


def _shape(title: str, pieces: list[str], document: Document) -> list[str]:
    """What a title has of a spammer's shape, whatever it says."""
    found = []
    if len(pieces) >= 4 and mean(len(words_of(piece)) for piece in pieces) >= 2:
        found.append("keyword list")
    if shared_words(pieces) or _says_again(pieces) or thrice(pieces):
        found.append("the same word in its pieces")
    copies = [value for name in ("keywords", "description") for value in document.structured.meta.get(name, ())[:1]]
    if len(key(title)) >= 10 and any(key(title) == key(copy) for copy in copies):
        found.append("keywords over again")
    if document.traces.encoded_title and key(title) == key(page_title(document)):
        found.append("written in entities")
    if pitch(title, words_of(title), _PITCHED) >= _PITCHED:
        found.append("an offer")
    return found


def _says_again(pieces: list[str]) -> bool:
    """Whether one of two pieces is the other and more."""
    return len(pieces) == 2 and min(map(len, pieces)) >= 4 and (pieces[0] in pieces[1] or pieces[1] in pieces[0])


def _stranger(title: str, pieces: list[str], document: Document) -> list[str]:
    """What makes a title a stranger to its page; nothing, where text, address or heading know it."""
    words = words_of(title)
    if not words or words & words_of(slug_words(document.url)):
        return []
    prose = page_prose(document, title)
    if _known(pieces, prose):
        prose = _without_phrases(pieces, prose)
        prose = _without_offers(prose) if _hints(title) else prose
        if _known(pieces, prose) or not better_heading(title, prose, document):
            return []
    found = []
    same_script = is_han(title) == is_han(prose)
    if len(prose) < (60 if is_han(prose) else 200):
        return []
    better = better_heading(title, prose, document)
    alone = better and not _is_repeated(title, document)
    nowhere = not same_script and (alone or len(pieces) >= 3) and share_known(title, document) <= _HARDLY_KNOWN
    if same_script:
        found.append("unrelated")
    elif better or nowhere:
        found.append("another script than the text")
    if better:
        found.append("another headline stands on the page")
    if nowhere:
        found.append(_NOWHERE)
    return found


def _foreign_marks(title: str, document: Document) -> Iterator[str]:
    """What else speaks against a title in another script of which the page knows no word: honest pages have such, too."""
    if sum(len(words_of(piece)) >= 2 for piece in BARS.split(title)) >= 3:
        yield "phrases between bars"
    if belongs_elsewhere(document):
        yield "the page belongs elsewhere"
    if document.traces.kit or document.traces.leading_host or document.traces.encoded_title:
        yield "traces of a kit"


def _hints(title: str) -> bool:
    """Whether a title has words that speak for a pitch."""
    return pitch(title, words_of(title), _HINTS) >= _HINTS


def _is_alien(title: str, document: Document) -> bool:
    """Whether the page knows hardly a word of a title, or, where it has the title again, none."""
    known = share_known(title, document)
    return known == 0 or (document.tree is not None and known <= _HALF_KNOWN and not _is_repeated(title, document))


def share_known(text: str, document: Document) -> float:
    """Share of the words of a title that the page says elsewhere: in its menu, its foot, its name."""
    own, words = key(text), words_of(text) - SMALL_CHANGE
    values = [value for name, given in document.structured.meta.items() if name not in _FILLED for value in given]
    texts = (text for text in [*values, *(block.text for block in document.blocks)] if key(text) != own)
    return len(words & words_of("\n".join(texts))) / max(1, len(words))


def _is_repeated(title: str, document: Document) -> bool:
    """Whether a title stands on the page once more, as its heading or for those who share it."""
    own, given = key(title), document.structured.meta
    shared = [value for name in ("og:title", "twitter:title") for value in given.get(name, ())[:1]]
    times = sum(key(text) == own for text in [*shared, *(block.text for block in document.blocks)])
    return times > (document.tree is None)


def _known(pieces: list[str], prose: str) -> bool:
    """Whether the prose has half the words of a longer piece, what the pieces share, or, if that is nothing, a third of any."""
    told = [words for piece in pieces if (words := {word for word in words_of(piece) - SMALL_CHANGE if _tells(word)})]
    if any(len(words) >= _LONG_PIECE and 2 * sum(word in prose for word in words) >= len(words) for words in told):
        return True
    if shared := shared_words(pieces) - SMALL_CHANGE:
        return all(word in prose for word in shared)
    if insisted := thrice(pieces) - SMALL_CHANGE:
        return any(word in prose for word in insisted)
    return any(3 * sum(word in prose for word in words) >= len(words) for words in told)


def _tells(word: str) -> bool:
    """Whether a word is long enough not to stand inside others."""
    return len(word) >= _LONG_PIECE or not word.isascii()


def _without_phrases(pieces: list[str], prose: str) -> str:
    """The prose less the one paragraph that says two of the pieces word for word: it may have been put in with the title."""
    lines, phrases = prose.split("\n"), [piece.lower() for piece in pieces if len(piece) >= 4]
    said = {line for line in lines if sum(phrase in line for phrase in phrases) >= 2}
    return "\n".join(line for line in lines if line not in said) if len(said) == 1 and len(lines) >= _CONTEXT else prose


def _without_offers(prose: str) -> str:
    """The prose less the few paragraphs that pitch: whoever planted those knows the words of the title that he planted."""
    lines = prose.split("\n")
    honest = [line for line in lines if pitch(line, words_of(line), _PITCHED) < _PITCHED]
    return "\n".join(honest) if 2 * len(honest) > len(lines) else prose


def better_heading(title: str, prose: str, document: Document) -> bool:
    """Whether another heading stands on the page that shares nothing with this title and fits the prose."""
    own = words_of(title)
    return any((words := words_of(text)) and not words & own and _fits(words, prose) for text in _headings(document))


def _fits(words: set[str], prose: str) -> bool:
    return 3 * sum(word in prose for word in words) >= len(words) or any(len(word) > 5 and word in prose for word in words)


def _headings(document: Document) -> list[str]:
    structured = document.structured
    given = [*structured.meta.get("og:title", ())[:1], *structured.meta.get("twitter:title", ())[:1]]
    if document.tree is None:
        above = takewhile(lambda block: not is_prose(block), document.blocks[1:])
        return [block.text for block in above if _is_heading(block.text)]
    first = next((at for at, block in enumerate(document.blocks) if len(block.text) > 120), 0)
    lines = [block.text for block in document.blocks[max(0, first - 6) : first] if len(block.text) > 5 and not block.link_chars]
    headings = [heading for heading in document.titles if heading.tag != "title"]
    return given + [text_of(heading) for heading in headings[:6]] + lines


def _is_heading(line: str) -> bool:
    """Whether a line of a plain text could be its headline: some words, no moment, no stop behind them."""
    return len(words_of(line)) >= 3 and line[-1] not in ".。!！:：,，" and _MOMENT.search(line) is None


def page_prose(document: Document, title: str) -> str:
    """The page's paragraphs, lower-cased, without those that repeat the title."""
    own, found, size = key(title), [], 0
    for block in document.blocks:
        long = len(block.text) >= 60 or (len(block.text) >= 25 and HAN.search(block.text) is not None)
        if long and not block.hidden and (same := key(block.text)) != own:
            if own and own in same:
                continue
            found.append(block.text.lower())
            size += len(block.text)
            if size > _PROSE:
                break
    return "\n".join(found)


def page_title(document: Document) -> str:
    """The title that the page shows to search engines; of a plain text, its first line."""
    if document.tree is None:
        return document.blocks[0].text if document.blocks else ""
    return text_of(document.title) if document.title is not None else ""


def spam_title(article: CleanArticle, document: Document) -> Finding:
    """Whether the page's title was made for search engines."""
    spam = title_spam(page_title(document), document)
    return Finding("spam_title", spam.points, TITLE_LIMIT, spam.certain, spam.evidence)
