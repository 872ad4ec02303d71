"""Judges of the text itself. A judge measures and never edits."""

import re
from collections.abc import Iterable

from cleaners.article import CleanArticle, Finding, Verdict
from cleaners.document import Document
from cleaners.language import HAN_RUN
from cleaners.ledger import Repair
from cleaners.text.runs import ASCII_MARKS, beyond_ascii

GRAVE = frozenset({"too_short", "spam_page", "mirror_suspected"})
"""Faults that keep an article out of sight until somebody looks; the others are notes."""

MIN_WEIGHT = 250
"""Least weight of an article: a Latin letter or a figure counts 1, a Han character 3 (a Chinese text says the same in about a
third of the characters). 2026-11, the shortest honest articles in 1,041 labelled pages."""


MIN_BRIEF, _BRIEF = 90, 2
"""The same of a brief that is signed and dated, and how many sentences it has at least: one such among 36 shorter bodies of
1,786 honest pages, and the others are what players, shops and log-ins say (2026-11)."""
_SENTENCE = re.compile(r"\w{2}[”\"’」』]?(?:[.!?](?=\s|[”\"’]|$)|[。！？])")

_STOP, _STATEMENT = re.compile(r"[.。][\"”’」』)]?$"), 50
_MOST = 200_000
"""Characters of a text that are weighed: the longest of 1,786 honest pages has 180,000."""


def weight(text: str) -> int:
    """How much a text says, whatever its script; white space and punctuation count nothing.

    >>> weight("电影"), weight("film 4")
    (6, 5)
    """
    plain = text.encode("ascii", "ignore")
    count = len(plain.translate(None, ASCII_MARKS))
    if len(plain) == len(text):
        return count
    rest = beyond_ascii(text)
    others = "".join(HAN_RUN.split(rest))
    return count + sum(map(str.isalnum, others)) + 3 * (len(rest) - len(others))


def states(text: str) -> bool:
    """Whether a line is a whole statement: with a stop behind it, and longer than most headlines that have one.

    >>> states("The harbour was quiet, and nobody had seen the ferry leave that night."), states("The ferry leaves.")
    (True, False)
    """
    return _STOP.search(text) is not None and weight(text) >= _STATEMENT


def too_short(article: CleanArticle, document: Document) -> Finding:
    """Whether there is too little text for an article; of a book it is told how much the beginning says."""
    value, limit = weight(article.body[:_MOST]), MIN_WEIGHT
    if value < limit and article.date_published and article.headline and (article.authors or article.source):
        limit = MIN_BRIEF if len(_SENTENCE.findall(article.body)) >= _BRIEF else limit
    return Finding("too_short", value, limit, value < limit)


def verdict(article: CleanArticle, findings: Iterable[Finding]) -> Verdict:
    """What becomes of an article: kept out of sight for a grave fault, else by whether damage was repaired."""
    if any(finding.failed and finding.fault in GRAVE for finding in findings):
        return Verdict.QUARANTINE
    damaged = any(isinstance(edit, Repair) and edit.rule != "whitespace" for edit in article.ledger)
    return Verdict.REPAIRED if damaged else Verdict.ACCEPT
