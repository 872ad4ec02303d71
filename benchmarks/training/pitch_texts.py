"""What the model of pitches is trained on: pitches, reports of the same things, and the honest texts of labelled pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.material.labelled import labelled_rows, page_at
from cleaners.decode import decode
from cleaners.document import Document, page_document
from cleaners.markup.structured import text_of
from cleaners.ready import chosen_anew
from cleaners.spam.offers import sentences
from cleaners.spam.pitch import LONGEST
from cleaners.spam.surroundings import strangeness
from cleaners.spam.words import is_han, words_of

PITCHES, REPORTS = (Path(__file__).with_name(name) for name in ("pitches.txt", "reports.txt"))
REACHED = {
    "en": (
        "Contact Nordiva on WhatsApp +44 7700 900123.",
        "Visit www.bright-offer.com today.",
        "Email us at sales@goldmail.com or call 0800 000 000.",
        "More at Zibbolux (zibbolux.com).",
    ),
    "zh": ("电话13800000000王经理。", "网址：www.haoyun.com", "加微信hy66990咨询。", "QQ：100200300"),
}
"""How who pitches is reached: every third pitch is taught with one of these as well. Alone, they tell reports."""
PRICED = {
    "en": (
        "Only $9.99 a month.",
        "Now 70% off at Zibbolux.",
        "Prices start at $29!",
        "Get 150% more with Nordiva Club.",
    ),
    "zh": ("仅需98元！", "现在下单优惠50%。", "每单赚30元，提成20%！", "最高可得8万元。"),
}
"""Figures, brands and cries, of which pitches have more than the news: another third is taught with these."""
SHORTEST, SEVERAL = 12, 3
LINE = 140
"""Characters of a line."""

Text = tuple[int, str, float]
"""The number of its page, what it says, the share of its words that the page says elsewhere."""


@dataclass(frozen=True, slots=True)
class Honest:
    """The texts of honest pages: their chosen paragraphs, the longer sentences of these, and their lines."""

    paragraphs: list[Text]
    sentences: list[Text]
    lines: list[Text]

    @property
    def kinds(self) -> dict[str, list[Text]]:
        """The texts by what they are."""
        return {"paragraphs": self.paragraphs, "sentences": self.sentences, "lines": self.lines}


def honest(folder: Path) -> Honest:
    """Read all labelled pages."""
    found = Honest([], [], [])
    for number, (path, row) in enumerate(labelled_rows(folder)):
        document = chosen_anew(page_document(decode(page_at(path)).text, url=row["url"])).document
        heard = Counter(chain.from_iterable(words_of(document.blocks[index].text) for index in document.chosen))
        for index in sorted(document.chosen):
            text = document.blocks[index].text
            rest = heard - Counter(words_of(text))
            if len(text) >= SHORTEST:
                found.paragraphs.append((number, text, strangeness(words_of(text), rest)))
                found.sentences.extend((number, part, strangeness(words_of(part), rest)) for part in _apart(text))
        lines = sorted(_lines(document))
        found.lines.extend((number, line, strangeness(words_of(line), heard - Counter(words_of(line)))) for line in lines)
    return found


def _apart(text: str) -> Iterator[str]:
    """The longer sentences of a paragraph that has several: what is planted is looked for by sentences."""
    spans = sentences(text[:LONGEST])
    said = (text[start:end].strip() for start, end in spans) if len(spans) >= SEVERAL else ()
    return (part for part in said if len(words_of(part)) > SEVERAL)


def _lines(document: Document) -> set[str]:
    """The titles of a page, its headings, links and short blocks that have two words."""
    given = [text_of(element) for element in (*document.titles, *document.elements.of("a"))]
    texts = [*given, *(block.text for block in document.blocks)]
    return {text for text in texts if len(text) <= LINE and len(words_of(text)) > 1}


def pitched() -> Iterator[str]:
    """The pitches written for the model, some of them once more with a way to reach who makes them."""
    for number, line in enumerate(filter(None, PITCHES.read_text(encoding="utf-8").splitlines())):
        yield line
        language = "en" if line.isascii() else "zh" if is_han(line) else ""
        if language and number % 3 < 2:
            more = (REACHED, PRICED)[number % 3][language]
            yield f"{line} {more[number // 3 % len(more)]}"


def reported() -> list[str]:
    """The reports written for the model: what tells of the same things and sells nothing."""
    return [line for line in REPORTS.read_text(encoding="utf-8").splitlines() if line]
