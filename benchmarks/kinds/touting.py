"""How a page is made to tout: a pitch is drawn from a book of trades, and put where kits and hackers put theirs."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.kinds.noises import Noise, Place

HANDLE = "70417"
"""Every telephone number and account has this."""
TWINS = {"a": "а", "e": "е", "o": "о", "x": "х", "p": "р", "c": "с", "i": "і"}
"""Cyrillic letters that look like Latin ones."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """A trade's words for one page: the brand, sentences and keywords."""

    brand: str
    sentences: tuple[str, ...]
    keys: tuple[str, ...]
    site: str
    handle: str

    @property
    def text(self) -> str:
        return self.sentences[0]


Said = Callable[[Pitch], str]


@dataclass(frozen=True, slots=True)
class Trades:
    """What is sold, by language: brands, sentences by trade, keywords."""

    brands: Mapping[str, tuple[str, ...]]
    said: Mapping[str, Mapping[str, tuple[str, ...]]]
    keys: Mapping[str, tuple[str, ...] | list[str]]

    def pitch(self, language: str, chance: random.Random) -> Pitch:
        """Draw a trade and a brand."""
        brand, trade = chance.choice(self.brands[language]), chance.choice(sorted(self.said[language]))
        latin = brand if brand.isascii() else chance.choice(self.brands["en"])
        words = {"b": brand, "n": HANDLE, "h": f"{latin.lower()}{HANDLE}"}
        sentences = [said.format_map(words) for said in self.said[language][trade]]
        keys = [key.format_map(words) for key in self.keys[language]]
        chance.shuffle(sentences)
        chance.shuffle(keys)
        return Pitch(brand, tuple(sentences), tuple(keys), f"{latin.lower()}{chance.randint(10, 99)}.example", words["h"])

    def pattern(self) -> str:
        """What finds a brand or an account, whatever was done to its letters."""
        brands = {brand.lower() for own in self.brands.values() for brand in own}
        return "|".join([*(r"[\W_]?".join(map(_letter, brand)) for brand in sorted(brands)), HANDLE, re.escape("kx9")])


def _letter(char: str) -> str:
    full = chr(ord(char) + 0xFEE0) if char.isascii() else ""
    return f"[{char}{TWINS.get(char, '')}{full}]"


@dataclass(frozen=True, slots=True)
class Ways:
    """Where what a book touts is put, in the page's own language or in the one that is named."""

    book: Trades
    language: str | None = None

    def own(self, place: Place) -> Pitch:
        return self.book.pitch(self.language or language_of(place), place.chance)

    def between(self, make: Said) -> Noise:
        return lambda place: place.insert(make(self.own(place)))

    def at(self, which: int, make: Said, *, before: bool = False) -> Noise:
        """Before or behind a paragraph."""

        def spoil(place: Place) -> str | None:
            if len(place.paragraphs) < 3:
                return None
            at = place.paragraphs[which][0 if before else 1]
            return place.html[:at] + make(self.own(place)) + place.html[at:]

        return spoil

    def in_paragraphs(self, change: Callable[[str, str, Place], str], most: int = 3) -> Noise:
        """Change the inner source of some paragraphs; ``change`` gets it and a text to tout."""

        def spoil(place: Place) -> str | None:
            if len(place.paragraphs) < 4:
                return None
            own, html = self.own(place), place.html
            for number, (start, end) in enumerate(reversed(place.paragraphs[1 : 1 + most])):
                inner, close = html.index(">", start) + 1, html.rindex("<", start, end)
                html = html[:inner] + change(html[inner:close], own.sentences[number % 2], place) + html[close:]
            return html if html != place.html else None

        return spoil

    def titled(self, make: Said, *, h1: bool = False, og: bool = False, typed: bool = False, title: bool = True) -> Noise:
        """Change what says the title: of the head, the heading, what is shared, JSON-LD."""

        def spoil(place: Place) -> str | None:
            text = make(self.own(place))
            html = (place.title(text, everywhere=og) if title else place.html) or place.html
            if h1:
                html = _H1.sub(lambda match: match[1] + text + match[2], html, count=1)
            if typed:
                html = _TYPED.sub(lambda match: match[1] + text.replace('"', ""), html)
            return html if html != place.html else None

        return spoil

    def around_title(self, template: str) -> Noise:
        def spoil(place: Place) -> str | None:
            true = _TRUE.search(place.html)
            own = self.own(place)
            return (
                place.title(template.format(true=true[1], brand=own.brand, key=own.keys[0], other=own.keys[1]))
                if true
                else None
            )

        return spoil


_H1 = re.compile(r"(<h1\b[^>]*>).*?(</h1>)", re.S | re.I)
_TYPED = re.compile(r'("headline"\s*:\s*")(?:[^"\\]|\\.)*')
_TRUE = re.compile(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", re.I)
_STOPS = re.compile(r"[。！？](?![”」』])|(?<=[a-z][.!?]) (?=[A-Z])")


def language_of(place: Place) -> str:
    return "zh" if place.chinese else "en"


def mid(inner: str, text: str, place: Place) -> str:
    """Between two sentences."""
    ends = [match.end() for match in _STOPS.finditer(inner) if match.end() < len(inner)]
    at = place.chance.choice(ends) if ends else None
    return inner if at is None else inner[:at] + text + ("" if place.chinese else " ") + inner[at:]


def link(own: Pitch, text: str = "") -> str:
    return f'<a href="https://{own.site}/">{text or own.keys[0]}</a>'


def all_links(own: Pitch) -> str:
    return " ".join(link(own, key) for key in own.keys)


def as_entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)
