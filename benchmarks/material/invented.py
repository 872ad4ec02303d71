"""Invent articles by the hundred thousand that behave like real ones: real words in real pairs, in an order nobody wrote."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.material.labelled import labelled_rows, page_at
from benchmarks.material.reposts import TEMPLATES, byline
from cleaners import CleanArticle, clean_page
from cleaners.article import Film, Verdict

FOLLOWED = 0.7
"""How often a word is followed by one that follows it in a real text; otherwise by any. Pairs are as common as they really
are, rows of three rarely repeat: what a search finds and what a duplicate check meets is as it would be."""

REPOSTED, TEMPLATED = 0.15, 0.05
"""Shares of articles that repeat an earlier one under another byline, and that are cut from a template."""

RECENT = 2_000
"""Articles among which a repost's original is chosen."""

SITES, WRITERS, FILMS = 400, 3_000, 5_000

LONGEST = 700
"""Words, or Chinese characters: news is shorter than the longest of the labelled pages."""


@dataclass(frozen=True, slots=True)
class Real:
    """A real page, cleaned, and the address that it came from."""

    url: str
    html: bytes
    article: CleanArticle


@dataclass(frozen=True, slots=True)
class Chain:
    """The words of a language's texts in a row, and the places of each."""

    language: str
    words: list[str]
    places: dict[str, list[int]]
    lengths: list[int]


def real_pages(folder: Path, most: int) -> list[Real]:
    """Labelled pages of all sets, an even choice, cleaned by the chain of today."""
    rows = labelled_rows(folder)
    chosen = random.Random(3).sample(rows, min(most, len(rows)))
    pages = ((row["url"], page_at(path)) for path, row in chosen)
    return [Real(url, html, clean_page(html, url=url)) for url, html in pages]


def chains(folder: Path) -> list[Chain]:
    """The labelled texts as chains, English first."""
    texts = [(str(row["lang"]), str(row["truth"].get("text") or "")) for _, row in labelled_rows(folder)]
    return [_chain(language, [text for other, text in texts if other.startswith(language)]) for language in ("en", "zh")]


def invent(chains: list[Chain], real: list[Real], after: int = 0) -> Iterator[tuple[str, CleanArticle]]:
    """Articles without end, each with its address: four of ten Chinese; the ledger and all else come from a real one.

    ``after`` is the number of the last one that is there already.
    """
    rng = random.Random(after)
    earlier: list[CleanArticle] = []
    number = after
    while True:
        number += 1
        kind = rng.random()
        if earlier and kind < REPOSTED:
            old = rng.choice(earlier)
            article = replace(old, body=byline(old.body, rng), authors=(_writer(rng),), source="Coast Film News")
        else:
            chain = chains[rng.random() < 0.4]
            templates = TEMPLATES[chain.language]
            text = templates[rng.choice(list(templates))](rng) if kind > 1 - TEMPLATED else _text(chain, rng)
            article = _article(chain, text, rng.choice(real).article, rng)
            earlier[:] = [*earlier[-RECENT:], article] if len(earlier) > 2 * RECENT else earlier
            earlier.append(article)
        yield f"https://site{rng.randrange(SITES)}.example/{number}", article


def _article(chain: Chain, text: str, like: CleanArticle, rng: random.Random) -> CleanArticle:
    title = text[: text.find(" ", 60)] if chain.language == "en" else text[:22]
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=rng.randrange(3_000_000))
    return replace(
        like,
        headline=title.strip(),
        body=text,
        language=chain.language,
        authors=(_writer(rng),),
        films=tuple(Film(f"Film {int(rng.paretovariate(0.5)) % FILMS}", "body", title) for _ in range(rng.randrange(4))),
        date_published=moment if rng.random() < 0.9 else None,
        verdict=Verdict.ACCEPT if rng.random() < 0.95 else Verdict.QUARANTINE,
    )


def _chain(language: str, texts: list[str]) -> Chain:
    pieces = [re.findall(r"\S+\s*" if language == "en" else r"\S\s*", text) for text in texts]
    words = [word for text in pieces for word in text]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words[:-1]):
        places[word].append(at + 1)
    return Chain(language, words, dict(places), [len(text) for text in pieces])


def _text(chain: Chain, rng: random.Random) -> str:
    words, at = [], rng.randrange(len(chain.words))
    for _ in range(min(LONGEST, max(60, rng.choice(chain.lengths)))):
        words.append(chain.words[at])
        follow = chain.places.get(chain.words[at]) if rng.random() < FOLLOWED else None
        at = follow[int(rng.random() * len(follow))] if follow else int(rng.random() * len(chain.words))
    return "".join(words).strip()


def _writer(rng: random.Random) -> str:
    return f"Writer {rng.randrange(WRITERS)}"
