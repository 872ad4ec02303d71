"""Learn a site's template from pages that the general way has cleaned, and refuse one that would not clean them the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import datetime

from lxml.html import HtmlElement

from cleaners.article import CleanArticle, Verdict
from cleaners.decode import decode
from cleaners.document import Document, page_document
from cleaners.page import clean_by_template, clean_page
from cleaners.quality import weight
from cleaners.templates.comparison import differences
from cleaners.templates.sample import ENOUGH, Sample
from cleaners.templates.short_way import Node, walk
from cleaners.templates.template import Place, Template, digest

AGREED = 0.9
"""Share of the blocks at a place that are body, from which on all are."""
SEEN = 2
"""Pages that have a place, for it to be known."""
REPEATED = 3
"""Pages that have a block word for word, for it to be furniture though it stands in the body."""
SENTENCE = 40
"""The weight below which a repeated block that is always taken for body may be a label of the article's own: ``Verdict:``."""
ROUNDS = 3
"""How often what cleaning lost is put back before a template is given up."""
LEVELS = 3
"""Elements around the body's paragraphs within which the last try takes nothing for furniture."""
_SAID = 4
"""The weight from which on a field's value, found in a block, means that the field may come from there."""
_ALIKE = 0.75
"""Share of the pages that the template must not send back."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page beside what the general way made of it."""

    text: str
    document: Document
    article: CleanArticle

    @property
    def body(self) -> set[str]:
        """The paragraphs."""
        return set(self.article.body.split("\n\n"))


@dataclass(slots=True)
class Copies:
    """A block that pages have word for word."""

    heading: bool
    weight: int
    pages: int = 0
    body: int = 0
    """Pages on which the general way took it for body."""

    @property
    def furniture(self) -> bool:
        """Whether it is none of the article's words, though it may stand among them. A review's headings are its own."""
        own = self.body == self.pages and (self.heading or self.weight < SENTENCE)
        return self.pages >= REPEATED and not own


def learn(samples: Sequence[Sample], site: str, version: int) -> Template | None:
    """Learn where the pages of a site keep their article; None where they do not agree, or cleaning by it would differ."""
    drafts = [_draft(sample) for sample in samples]
    if not _made_alike([document for _, _, document in drafts]):
        return None
    lessons = [lesson for draft in drafts if (lesson := _lesson(*draft)) is not None]
    if len(lessons) < ENOUGH:
        return None
    spared: set[str] = set()
    for turn in range(ROUNDS):
        template = _template(lessons, site, version, spared, near=turn == ROUNDS - 1)
        differing = _differing(lessons, template)
        if differing is None:
            return None
        if not differing:
            return template
        spared |= differing
    return None


def _draft(sample: Sample) -> tuple[Sample, str, Document]:
    """A page, decoded and laid out, before it is cleaned."""
    text = decode(sample.html, sample.content_type).text
    return sample, text, page_document(text, url=sample.url, hints=replace(sample.hints, template=None))


def _made_alike(documents: Sequence[Document]) -> bool:
    """Whether most pages have most of their blocks at places that most have. Told at a tenth of what cleaning them takes."""
    root, pages = Node(), list[list[int]]()
    for document in documents:
        places = dict(walk(document.tree, root, grow=True)) if document.tree is not None else {}
        pages.append([id(node) for block in document.blocks if (node := places.get(block.element)) is not None])
    shared = Counter(place for page in pages for place in set(page))
    alike = [sum(2 * shared[place] > len(pages) for place in page) > len(page) / 2 for page in pages]
    return sum(alike) > len(pages) / 2


def _lesson(sample: Sample, text: str, document: Document) -> Lesson | None:
    article = clean_page(sample.html, url=sample.url, content_type=sample.content_type, hints=document.hints)
    return None if article.verdict is Verdict.QUARANTINE else Lesson(text, document, article)


def _template(lessons: Sequence[Lesson], site: str, version: int, spared: set[str], *, near: bool) -> Template:
    """Learn what stands where. What says something of ``spared`` is no furniture; with ``near`` nothing around the body is."""
    root, tallies, copies = Node(), dict[int, Counter[str]](), dict[tuple[str, int], Copies]()
    for lesson in lessons:
        places = dict(walk(lesson.document.tree, root, grow=True)) if lesson.document.tree is not None else {}
        for node in {id(node) for node in places.values()}:
            tallies.setdefault(node, Counter())["pages"] += 1
        _count(lesson, places, tallies, spared)
        _note_copies(lesson, places, copies)
    _judge(root, tallies, _around_body(root, tallies) if near else frozenset())
    within = {id(node) for node in _nodes(root) if node.kind in (Place.BODY, Place.MIXED)}
    repeated = frozenset(text for (text, node), found in copies.items() if node in within and found.furniture)
    least = min(weight(lesson.article.body) for lesson in lessons)
    return Template(site, version, tuple(_paths(root)), repeated, least)


def _count(
    lesson: Lesson, places: Mapping[HtmlElement, Node | None], tallies: dict[int, Counter[str]], spared: set[str]
) -> None:
    """Note for every place what its blocks were."""
    body, kept = lesson.body, set(lesson.article.restore().split("\n\n"))
    for block in lesson.document.blocks:
        node = places.get(block.element)
        if node is not None:
            used = block.text in kept or any(value in block.text for value in spared)
            tallies[id(node)][Place.BODY if block.text in body else Place.OTHER if used else Place.FURNITURE] += 1
    for node in _of_images(lesson, places):
        tallies[id(node)][Place.OTHER] += 1


def _note_copies(lesson: Lesson, places: Mapping[HtmlElement, Node | None], copies: dict[tuple[str, int], Copies]) -> None:
    """Note the blocks of a page that others may have word for word at the same place."""
    noted = {
        (digest(block.text), id(node)): block
        for block in lesson.document.blocks
        if weight(block.text) >= _SAID and (node := places.get(block.element)) is not None
    }
    for key, block in noted.items():
        found = copies.setdefault(key, Copies(block.tag.startswith("h"), weight(block.text)))
        found.pages += 1
        found.body += block.text in lesson.body


def _of_images(lesson: Lesson, places: Mapping[HtmlElement, Node | None]) -> Iterator[Node]:
    """The places of the article's images, told by their files' names."""
    names = [image.url.partition("?")[0].rpartition("/")[2] for image in lesson.article.images]
    for element in lesson.document.tree.iter("img", "source", "amp-img") if names and lesson.document.tree is not None else ():
        said = " ".join(element.values())
        if any(name and name in said for name in names):
            node = next((places[above] for above in element.iterancestors() if above in places), None)
            if node is not None:
                yield node


def _around_body(root: Node, tallies: Mapping[int, Counter[str]], above: tuple[Node, ...] = ()) -> frozenset[int]:
    """All places under the elements that hold the body, some levels up."""
    found = frozenset[int]()
    for node in root.below.values():
        if len(above) >= LEVELS and _kind(tallies[id(node)]) is Place.BODY:
            found |= {id(place) for place in _nodes(above[1 - LEVELS])}
        found |= _around_body(node, tallies, (*above, node))
    return found


def _judge(root: Node, tallies: Mapping[int, Counter[str]], spared: frozenset[int]) -> bool:
    """Say of every place what it is, from below; give whether all of it is furniture. What was seen too seldom is dropped."""
    only_furniture = True
    for name, node in list(root.below.items()):
        tally = tallies[id(node)]
        kind = _kind(tally)
        if _judge(node, tallies, spared) and kind in (None, Place.FURNITURE) and id(node) not in spared:
            node.kind, node.below = Place.FURNITURE, {}
        else:
            only_furniture = False
            node.kind = Place.OTHER if kind is Place.FURNITURE else kind
        if tally["pages"] < SEEN:
            del root.below[name]
    return only_furniture


def _kind(tally: Counter[str]) -> Place | None:
    body, out = tally[Place.BODY], tally[Place.FURNITURE]
    if body:
        return Place.BODY if body >= AGREED * (body + out) else Place.MIXED
    return Place.OTHER if tally[Place.OTHER] else Place.FURNITURE if out else None


def _nodes(node: Node) -> Iterator[Node]:
    for child in node.below.values():
        yield child
        yield from _nodes(child)


def _paths(node: Node, above: str = "") -> Iterator[tuple[str, Place]]:
    for name, child in sorted(node.below.items()):
        path = f"{above}{name}"
        if child.kind is not None:
            yield path, child.kind
        yield from _paths(child, f"{path} > ")


def _differing(lessons: Sequence[Lesson], template: Template) -> set[str] | None:
    """What cleaning the pages by the template loses, field by field; None where it sends many back or differs in text."""
    differing, back = set[str](), 0
    for lesson in lessons:
        short, _ = clean_by_template(lesson.text, lesson.document.url, lesson.document.hints, template)
        lost = dict(differences(short, lesson.article, template.repeated)) if short is not None else {"body": ""}
        if "body" in lost:
            back += 1
        else:
            differing |= {word for field, value in lost.items() for word in (*_words(value), field)}
    return None if back > (1 - _ALIKE) * len(lessons) else differing


def _words(value: object) -> Iterator[str]:
    """What a block has to say for a field's value to come from it; a moment may be written in any way, but for its year."""
    if isinstance(value, datetime):
        yield str(value.year)
    elif isinstance(value, str):
        yield from (part for part in (value, *value.split()) if weight(part) >= _SAID * (1 if part == value else 2))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _words([item for item in asdict(value).values() if item])
