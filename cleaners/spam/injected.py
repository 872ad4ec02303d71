"""Blocks that somebody else put into the page: hidden links and keywords, link farms, keyword paragraphs, planted advertising.

Hidden text goes only with evidence of spam beside its being hidden; visible text only with evidence of several kinds.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from lxml.html import HtmlElement

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document, Injection
from cleaners.language import language_of
from cleaners.ledger import Claim, Reason
from cleaners.markup.structured import text_of
from cleaners.markup.tree import HEADINGS, Block
from cleaners.spam.abroad import foreigners
from cleaners.spam.chanted import chanted
from cleaners.spam.keyword_lines import keyword_lines, shared_by_most
from cleaners.spam.limits import limit
from cleaners.spam.lone_lines import lone_lines
from cleaners.spam.offers import sellers
from cleaners.spam.pitch import SPOKEN, pitch
from cleaners.spam.surroundings import TELLING, Part, Surroundings, characteristic, hidden_parts, part_of, telling
from cleaners.spam.words import SMALL_CHANGE, pieces_of, shared_words, words_of
from cleaners.text.titles import key

_NOTHING_ELSE = 2
"""Links that lead away, and nothing else, which are there for no reader where no script ever shows them."""
_STRANGE_LEAST = 5
"""Elements with invented names that tell a generator."""
_FARM = 6
"""Links of a farm at least: honest articles list as many books and tools, but seldom by their front pages."""
_FEW = 4
"""The same of links that share their keyword."""
_NOTHING_BUT = 0.95
"""Share of a line that its links make up where it is nothing but a link."""
_UNHEARD = 0.05
"""Share of the telling words of a run of links that the paragraphs may have."""
_SPOKEN = 80
"""Characters of hidden prose from which it counts: hints for screen readers are shorter."""
_PITCHED, _UNSEEN_PITCHED, _SAID = limit("hidden.part"), limit("hidden.unfolded"), limit("chant")
_VOUCHED, _NEVER_SEEN = 0.3, 0.5
"""Share of its telling words that the page may say; of what no script ever shows."""
_UNSEEN_HEARD = 0.15
"""The same of prose that nothing ever shows. Of 1,041 honest pages the strangest such says .32 (2026-11)."""
_CONTEXT = 4
"""Paragraphs that a page must have for one of them to be a stranger."""
_CHANT = 500
"""Characters of a paragraph that chants at most."""
_CHANTS = 20
"""Paragraphs that chant looked at on a page: no article has as many."""
_OFTEN = 0.1
"""Share of a paragraph that one name makes up, from which it chants. Of 42,473 honest paragraphs 42 have as much (2026-11)."""
_STRANGE, _STRANGE_OFTEN = 0.1, 0.4
"""Share of its telling words that others may know; more where the name makes up twice as much. Two honest paragraphs pass."""
_NO_CHANT = re.compile(r"[{}<>=\[\]`$\\©]|::|%.*%")
_FIGURES = 0.05
"""Share of figures above which a paragraph tells the way or the time."""
_SPELLED, _SPELLINGS = 24, 3
"""Characters of a paragraph whose letters stand apart at least; such paragraphs of a page at most: some are so throughout."""
_PARTED = re.compile(r"[\s.,，。—-]+")
_DISTINCT = 6
"""Words that a paragraph which speaks has at least, where words are parted by spaces."""
_SENTENCE = re.compile(r"[a-z\u3400-\u9fff][.。!！?？…][\"”’」』)]?(?:\s|$)")


def injections(document: Document) -> tuple[Injection, ...]:
    """Find what was injected anywhere on a page, and among the blocks of its body or between them."""
    hidden = hidden_parts(document)
    out = frozenset(index for part, _ in hidden.values() for index in part.indexes)
    around = Surroundings(document, out)
    found = [Injection(part.indexes, Reason.SPAM, rule) for rule, find in _VISIBLE.items() for part in find(document, around)]
    if hidden and found:  # what stands there for all to see does not vouch for what is hidden
        around = Surroundings(document, out | {index for injection in found for index in injection.indexes})
    spam = ((part, strong) for part, strong in hidden.values() if _is_spam(part, strong, around))
    found += [
        Injection(part.indexes, Reason.HIDDEN, "hidden", strong and any(map(around.only_here, part.hrefs)))
        for part, strong in spam
    ]
    known = {injection.indexes for injection in found}
    rest = [(part, strong) for part, strong in hidden.values() if part.indexes not in known]
    found += [Injection(part.indexes, Reason.HIDDEN, "unseen") for part, strong in rest if _is_unheard(part, strong, around)]
    return tuple(found)


def claims_of(found: Iterable[Injection], chosen: frozenset[int]) -> Iterator[Claim]:
    """Claim the chosen blocks among those that were injected."""
    for injection in found:
        for index in injection.indexes:
            if index in chosen:
                yield Claim(index, injection.reason, f"injected.{injection.rule}")


def hidden_text(article: CleanArticle, document: Document) -> Finding:
    """How many hidden parts have spam in them: those that would have come into the article, and links for nobody."""
    hidden = [
        part for part in document.injected if part.rule == "hidden" and (part.for_nobody or document.chosen & {*part.indexes})
    ]
    texts = (" ".join(document.blocks[index].text for index in part.indexes)[:80] for part in hidden[:4])
    return Finding("hidden_text", len(hidden), 1, bool(hidden), tuple(texts))


def _is_spam(part: Part, strong: bool, around: Surroundings) -> bool:
    """Whether a hidden part shows what spam is hidden for: links that lead away, keywords, invented elements.

    What a script may show again needs more of it than what no script ever shows.
    """
    if part.strange >= _STRANGE_LEAST:
        return True
    away = sum(map(around.only_here, part.hrefs)) if strong or part.hrefs else 0
    if 10 * away < 7 * len(part.hrefs):
        return False
    if strong and away == len(part.hrefs) >= _NOTHING_ELSE and part.link_chars >= 0.8 * len(part.text):
        return True
    linked = 2 * part.link_chars > len(part.text)
    spoken = _is_spoken(part)
    said = words_of(part.text)
    shown = (linked and away >= (1 if strong and not spoken else 2)) or ((strong or not spoken) and _is_stuffed(part))
    shown = shown or pitch(part.text, said, _PITCHED) >= _PITCHED or chanted(part.text)[1] >= _OFTEN
    if not (shown or (strong and spoken)):
        return False
    words = characteristic(said - SMALL_CHANGE, 2)
    if len(words) < 2 or len(around.elsewhere(part) & words) >= (_NEVER_SEEN if strong else _VOUCHED) * len(words):
        return False
    return shown or around.is_abroad(part.text)


def _is_spoken(part: Part) -> bool:
    return _SENTENCE.search(part.text) is not None and len(part.text) >= (_SPOKEN if part.text.isascii() else _SPOKEN // 3)


def _is_unheard(part: Part, strong: bool, around: Surroundings) -> bool:
    """Whether a part that no click brings back has several telling words, and the page says none of them anywhere, or hardly
    one where it is prose."""
    words = telling(words_of(part.text)) if part.away or strong else set[str]()
    if len(words) < TELLING:
        return False
    if _is_spoken(part):
        may = part.away or pitch(part.text, words_of(part.text)) >= _UNSEEN_PITCHED
        return may and len(words & around.elsewhere(part)) <= _UNSEEN_HEARD * len(words)
    return words.isdisjoint(around.elsewhere(part)) and not around.says(words, part.text)


def _is_stuffed(part: Part) -> bool:
    pieces = pieces_of(part.text.replace("\n", ","))
    return len(pieces) >= 5 and bool(shared_by_most(pieces))


def _farms_of_questions(document: Document, around: Surroundings) -> Iterator[Part]:
    """Runs of links to other pages of the site that stand between the paragraphs, and of whose words these know none."""
    dense = [index for index in around.within if document.blocks[index].link_density > _NOTHING_BUT]
    for _, run in groupby(enumerate(dense), key=lambda pair: pair[1] - pair[0]):
        indexes = [index for _, index in run]
        if len(indexes) < _FARM or document.chosen.isdisjoint(indexes):
            continue
        part = part_of(document, indexes)
        away = any(href.startswith("#") or around.foreign(href) for href in part.hrefs)
        lines = [words_of(line) - SMALL_CHANGE for line in part.text.split("\n")]
        words = telling(set().union(*lines))
        listed = len(part.hrefs) == len(indexes) and min(map(len, lines)) >= 2 and len(words) >= len(lines)
        if listed and not away and len(around.elsewhere(part) & words) <= _UNHEARD * len(words):
            yield part


def _farms(document: Document, around: Surroundings) -> Iterator[Part]:
    """Runs of links to the front pages of many hosts, none of them the page's own, in words that the text does not know."""
    linked = (index for index in around.within if document.blocks[index].link_density > 0.6)
    dense = [index for index in linked if document.blocks[index].tag not in HEADINGS]
    for _, run in groupby(enumerate(dense), key=lambda pair: pair[1] - pair[0]):
        part = part_of(document, [index for _, index in run])
        number = len(part.hrefs)
        if number < _FEW or len(part.text) > 25 * number or sum(map(around.only_here, part.hrefs)) < 0.8 * number:
            continue
        front = sum(href.count("/") <= 3 and not href.rpartition("/")[2].count("?") for href in part.hrefs)
        labels = [text_of(link) for index in part.indexes for link in _links(document.blocks[index])]
        keywords = shared_words(part.text.split("\n")) or shared_words(pieces_of(part.text)) or shared_words(labels)
        if (keywords or (number >= _FARM and front > 0.7 * number)) and len(around.elsewhere(part)) < 0.3 * len(
            words_of(part.text)
        ):
            yield part


def _chants(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs that say one name over and over which nothing else on the page says, and hardly share a word with it."""
    if len(around.visible) < _CONTEXT:
        return
    texts = ((index, document.blocks[index].text) for index in around.doubtful)
    every = ((index, text, *chanted(text)) for index, text in texts if len(text) <= _CHANT)
    chants = list(islice((chant for chant in every if chant[3] >= _OFTEN and _speaks(chant[1])), _CHANTS))
    beside = "\n".join(text for _, text, _, _ in chants)
    for index, text, names, share in chants:
        part = Part((index,), text)
        words = telling(words_of(text))
        shared = len(words & around.elsewhere(part)) / max(1, len(words))
        if shared < (_STRANGE_OFTEN if share >= 2 * _OFTEN else _STRANGE) and not around.says(names, beside) and _pitches(text):
            yield part


def _pitches(text: str) -> bool:
    """Whether a text pitches at all, as far as its language's pitches are known."""
    return pitch(text, words_of(text), _SAID) >= _SAID or language_of(text) not in SPOKEN


def _speaks(text: str) -> bool:
    """Whether a paragraph is no code, no address, no row of labels."""
    if _NO_CHANT.search(text) or sum(map(str.isdigit, text)) > _FIGURES * len(text):
        return False
    return not text.isascii() or len(words_of(text)) >= _DISTINCT


def _spelled(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs whose letters stand apart, so that no filter reads them, and which the page does not say in one."""
    texts = ((index, document.blocks[index].text) for index in around.within)
    apart = ((index, text) for index, text in texts if _SPELLED <= len(text) <= _CHANT and text[1] in " ." and _is_apart(text))
    found = [(index, text) for index, text in apart if not around.says((key(text),), text)]
    yield from (Part((index,), text) for index, text in (found if len(found) <= _SPELLINGS else ()))


def _is_apart(text: str) -> bool:
    letters = _PARTED.split(text)
    return 10 * sum(1 for letter in letters if len(letter) == 1 and letter.isalnum()) >= 9 * len(letters)


def _links(block: Block) -> Iterator[HtmlElement]:
    return block.element.iter("a") if block.element is not None else iter(())


_VISIBLE = {
    "link_farm": _farms,
    "question_farm": _farms_of_questions,
    "keywords": keyword_lines,
    "offer": sellers,
    "foreign": foreigners,
    "lone_line": lone_lines,
    "chant": _chants,
    "spelled": _spelled,
}
"""What finds injections that everybody sees, by the name of its rule."""
