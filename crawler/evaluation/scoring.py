"""Measures of a cleaned page against its label. Pure functions; the same measures as the field's benchmarks.

Text is compared by 4-token shingles, as a bag: a Han or kana character is one token, so Chinese is scored by the character.
True positives, false positives and false negatives of a page are divided by their sum, so that every page weighs the same.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

SHINGLE = 4
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_WORD = re.compile(r"[\W_]+")
_BYLINE = re.compile(r"^\s*(?:by|von|par|por|di|text|文|记者|作者)\s*[:：]?\s+", re.I)
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?")

Bag = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page came out. None where its label says nothing of a field."""

    page: str
    language: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    exact: bool | None = None
    kept: float | None = None
    """Share of the wanted snippets that are in the text."""
    removed: float | None = None
    """Share of the unwanted snippets that are not."""
    title: bool | None = None
    authors: bool | None = None
    date: bool | None = None
    comments: float | None = None
    captions: float | None = None


def score_page(page: str, language: str, truth: Mapping[str, Any], found: Mapping[str, Any]) -> PageScore:
    """Score one page. Both hold text, title, authors, date, comments and captions; ``truth`` snippets with and without too."""
    text = str(found.get("text") or "")
    precision, recall = overlap(truth["text"], text) if truth.get("text") else (None, None)
    return PageScore(
        page,
        language,
        precision,
        recall,
        None if precision is None or recall is None else harmonic(precision, recall),
        tokens(truth["text"]) == tokens(text) if truth.get("text") else None,
        _share(truth.get("with"), text),
        None if not truth.get("without") else 1 - (_share(truth["without"], text) or 0.0),
        folded(truth["title"]) == folded(found.get("title")) if truth.get("title") else None,
        people(truth["authors"]) == people(found.get("authors")) if truth.get("authors") else None,
        _same_day(truth["date"], found.get("date")) if truth.get("date") else None,
        items_f1(truth["comments"], found.get("comments")) if "comments" in truth else None,
        items_f1(truth["captions"], found.get("captions")) if "captions" in truth else None,
    )


def summarise(scores: Iterable[PageScore]) -> dict[str, float]:
    """The figures of a set of pages; a figure is missing where no label has its field.

    ``f1`` is the harmonic mean of mean precision and mean recall, as the Scrapinghub benchmark has it.
    """
    pages = list(scores)
    figures: dict[str, float] = {"pages": len(pages)}
    precision, recall = _values(pages, "precision"), _values(pages, "recall")
    if precision:
        figures |= {"f1": harmonic(mean(precision), mean(recall)), "precision": mean(precision), "recall": mean(recall)}
    for name in ("exact", "kept", "removed", "title", "authors", "date", "comments", "captions"):
        values = _values(pages, name)
        if values:
            figures[name] = mean(values)
    return figures


def by_language(scores: Sequence[PageScore]) -> dict[str, dict[str, float]]:
    """The figures of all pages, under ``all``, and of each language where there are several."""
    languages = sorted({score.language for score in scores})
    groups = {"all": summarise(scores)}
    if len(languages) > 1:
        groups |= {language: summarise(score for score in scores if score.language == language) for language in languages}
    return groups


def fallen(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One line for each figure below its floor, or gone.

    >>> fallen({"all": {"f1": 0.94}}, {"all": {"f1": 0.95, "title": 0.9}})
    ['all f1 0.940 is below its floor 0.950', 'all title is not measured, its floor is 0.900']
    """
    lines = []
    for group, wanted in floors.items():
        for name, floor in wanted.items():
            value = figures.get(group, {}).get(name)
            if value is None:
                lines.append(f"{group} {name} is not measured, its floor is {floor:.3f}")
            elif value < floor:
                lines.append(f"{group} {name} {value:.3f} is below its floor {floor:.3f}")
    return lines


def raised(
    figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """The floors lifted to what was measured, rounded down to three figures; none is ever lowered.

    >>> raised({"all": {"f1": 0.97891, "date": 0.9}}, {"all": {"f1": 0.9, "date": 0.95}})
    {'all': {'f1': 0.978, 'date': 0.95}}
    """
    return {
        group: {name: max(floor, floor_to(figures.get(group, {}).get(name, 0.0))) for name, floor in wanted.items()}
        for group, wanted in floors.items()
    }


def floor_to(figure: float, digits: int = 3) -> float:
    """A figure rounded down.

    >>> floor_to(0.9999), floor_to(1.0)
    (0.999, 1.0)
    """
    rounded = round(figure, digits)
    return rounded if rounded <= figure else round(rounded - 10**-digits, digits)


def tokens(text: str) -> list[str]:
    """Words, and single Han or kana characters; invisible characters are no part of them.

    >>> tokens("电影 Ne\u00adzha 2")
    ['电', '影', 'Nezha', '2']
    """
    return _TOKEN.findall(_INVISIBLE.sub("", text))


def overlap(truth: str, text: str) -> tuple[float, float]:
    """Precision and recall of the shingles.

    >>> overlap("one two three four five", "one two three four")
    (1.0, 0.5)
    """
    wanted, got = _shingles(truth), _shingles(text)
    shared = (wanted & got).total()
    return _ratio(shared, got.total()), _ratio(shared, wanted.total())


def harmonic(precision: float, recall: float) -> float:
    """The F1 of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def items_f1(truth: Iterable[Any], found: Iterable[Any] | None) -> float:
    """F1 of two lists of texts, each item right or wrong as a whole; 1 where both are empty.

    >>> items_f1(["Great film!"], ["great film", "First"])
    0.6666666666666666
    """
    wanted, got = (Counter(filter(None, map(_item, items))) for items in (truth, found or ()))
    shared = (wanted & got).total()
    if not wanted and not got:
        return 1.0
    return harmonic(_ratio(shared, got.total()) if got else 0.0, _ratio(shared, wanted.total()) if wanted else 0.0)


def folded(text: Any) -> str:
    """Letters and figures alone, folded: how titles are compared."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", str(text or "")).casefold())


def people(names: Iterable[Any] | None) -> frozenset[str]:
    """Names as a set, less the word before them: how authors are compared."""
    return frozenset(filter(None, (folded(_BYLINE.sub("", str(name))) for name in names or ())))


def _item(item: Any) -> str:
    return folded(item.get("text") if isinstance(item, Mapping) else item)


def _shingles(text: str) -> Bag:
    words = tokens(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))) if words else Counter()


def _ratio(part: int, whole: int) -> float:
    """0 of nothing is 0: a page with no text has no precision to boast of."""
    return part / whole if whole else 0.0


def _share(snippets: Sequence[str] | None, text: str) -> float | None:
    if not snippets:
        return None
    plain = _spaced(text)
    return mean(float(_spaced(snippet) in plain) for snippet in snippets)


def _spaced(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _same_day(truth: Any, found: Any) -> bool:
    days = [_DAY.match(str(value or "")) for value in (truth, found)]
    return days[0] is not None and days[1] is not None and days[0].group() == days[1].group()


def _values(pages: Sequence[PageScore], name: str) -> list[float]:
    return [float(value) for page in pages if (value := getattr(page, name)) is not None]
