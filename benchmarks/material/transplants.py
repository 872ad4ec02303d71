"""Invent sites of many pages: the furniture of one real page around the headlines and texts of other labelled pages."""

import copy
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement

from benchmarks.material.labelled import labelled_rows, page_at
from cleaners import clean_page
from cleaners.decode import decode
from cleaners.markup.elements import elements_of
from cleaners.markup.parsing import parse
from cleaners.markup.tree import page_blocks
from cleaners.templates.sample import ENOUGH, Sample
from crawler.evaluation.scoring import harmonic, overlap

FEWEST = 4
"""Paragraphs that a page must have to lend its furniture, or its text."""
SURE = 0.97
"""F1 from which on we know where the paragraphs of the page that lends its furniture stand."""


_CONTROLS = re.compile("[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Story:
    """What an invented page says."""

    headline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InventedPage:
    """A page of an invented site, with its label."""

    url: str
    html: bytes
    story: Story


def stories(folder: Path, language: str) -> list[Story]:
    """The labelled texts of one language, as they are."""
    found = []
    for _, row in labelled_rows(folder):
        truth = row["truth"]
        paragraphs = tuple(line.strip() for line in (truth.get("text") or "").split("\n") if line.strip())
        if row["lang"] == language and truth.get("title") and len(paragraphs) >= FEWEST:
            found.append(Story(" ".join(truth["title"].split()), paragraphs))
    return found


def sites(folder: Path, pages: int) -> Iterator[list[InventedPage]]:
    """Sites of so many pages, one for each labelled page that is cleaned as its label says."""
    told = {language: stories(folder, language) for language in ("en", "zh")}
    for number, (path, row) in enumerate(labelled_rows(folder)):
        if row["lang"] in told and (row["truth"].get("text") or ""):
            donor = _donor(path, row["truth"]["text"], f"https://{name(number)}.example/{name(number)}/2026/11/21/")
            if donor is not None:
                others = told[row["lang"]]
                turned = others[number % len(others) :] + others[: number % len(others)]
                yield [donor.page(at, story) for at, story in enumerate(islice(turned, pages))]


def samples(pages: Iterable[InventedPage]) -> list[Sample]:
    """The first pages of a site, to learn from."""
    return [Sample(page.html, page.url) for page in islice(pages, ENOUGH)]


def name(number: int) -> str:
    """A site's name, without figures: addresses of one shape belong to one site."""
    return "site" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


@dataclass(frozen=True, slots=True)
class Donor:
    """A real page whose article can be taken out: its source, its headline, and which of its blocks are paragraphs."""

    html: str
    headline: str
    slots: tuple[int, ...]
    root: str

    def page(self, number: int, story: Story) -> InventedPage:
        """The page with another article."""
        tree = parse(self.html)
        blocks = page_blocks(elements_of(tree))
        _fill([blocks[slot].element for slot in self.slots], story.paragraphs)
        source = lxml_html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
        for old, new in _spellings(self.headline, story.headline):
            source = source.replace(old, new)
        return InventedPage(f"{self.root}story-of-number-{number}.html", source.encode("utf-8", "replace"), story)


def _donor(path: Path, truth: str, root: str) -> Donor | None:
    html = page_at(path)
    text, article = decode(html, "").text, clean_page(html, url=root)
    blocks, body = page_blocks(elements_of(parse(text))), set(article.body.split("\n\n"))
    slots = tuple(index for index, block in enumerate(blocks) if block.text in body)
    alone = len({blocks[slot].element for slot in slots}) == len(slots)
    if not article.headline or len(slots) < FEWEST or not alone or "articleBody" in text:
        return None
    if harmonic(*overlap(truth, article.body)) < SURE:
        return None
    return Donor(text, article.headline, slots, root)


def _fill(slots: Sequence[HtmlElement], paragraphs: Sequence[str]) -> None:
    """Put paragraphs where paragraphs were; where there are more, after the last, where there are fewer, the rest goes."""
    last = slots[min(len(slots), len(paragraphs)) - 1]
    for slot, text in zip(slots, paragraphs, strict=False):
        _say(slot, text)
    for slot in slots[len(paragraphs) :]:
        if slot.getparent() is not None:  # it went with the slot around it
            slot.drop_tree()
    for text in reversed(paragraphs[len(slots) :]):
        more = copy.deepcopy(last)
        more.tail = None
        _say(more, text)
        last.addnext(more)


def _say(element: HtmlElement, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = _CONTROLS.sub(" ", text)


def _spellings(old: str, new: str) -> Iterator[tuple[str, str]]:
    yield escape(old, quote=False), escape(new, quote=False)
    yield escape(old), escape(new)
    yield json.dumps(old)[1:-1], json.dumps(new)[1:-1]
    yield json.dumps(old, ensure_ascii=False)[1:-1], json.dumps(new, ensure_ascii=False)[1:-1]
