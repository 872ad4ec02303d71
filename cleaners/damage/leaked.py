r"""Marks of software that show as text: backslashes before quotes, ``\u2019``, shortcodes, characters of one font."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, characters

_SLASHED = re.compile(r"(?<![\\/\w])\\+(?=['\"’“”‘])|(?<=[\w.,!?…])\\+(?=['\"’”])|(?<=[\u3400-\u9fff])\\+(?=[“‘])")
_HABIT = 2
"""Straight quotes of a page with slashes at least: one may be a drawing, or code; nobody draws with curly ones."""
_CURLY = frozenset("’“”‘")
_ESCAPED = re.compile(r"\\u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[0-9a-f]{4})", re.I)
_ESCAPED_BYTES = re.compile(r"(?:\\x[89a-f][0-9a-f]){2,12}", re.I)
_ABOUT_CODE = re.compile(
    r"\b(?:regex|escaped? (?:codes?|sequences?|characters?|letters?|strings?)|unicode|javascript|python|json|backslash\w*"
    r"|string literals?)\b|转义|编码",
    re.I,
)
_BB = "b|i|u|s|url|img|quote|color|colour|size|font|center|left|right|align|list|email|sub|sup"
_BBCODE = re.compile(rf"\[(?P<close>/?)(?P<name>{_BB})(?:=[^\]\[\n]{{0,200}})?\]", re.I)
_SHORTCODE = re.compile(
    r"\[/(?:[a-z][a-z0-9_-]{2,30})\]|\[[a-z][a-z0-9]{0,15}_[a-z0-9_]{1,30}(?:\s[^\]\[\n]{0,300})?/?\]"
    r"|\[[a-z][a-z0-9_-]{2,30}(?:\s{1,3}[a-z][a-z0-9_-]{0,20}=[\"'“”″‘’][^\]\[\n\"'“”″‘’]{0,200}[\"'“”″‘’]){1,9}\s?/?\]"
)
_PRIVATE = re.compile("[\ue000-\uf8fe]+")


def slashed_quotes(text: str, page: PageText) -> Iterator[Repair]:
    r"""Take out the backslashes that a database put before quotes.

    >>> [repair.start for repair in slashed_quotes(r"It\'s her sister\'s", PageText())]
    [2, 16]
    """
    if "\\" not in text:
        return
    found = list(islice(_SLASHED.finditer(text), MOST))
    habit = len(found) >= _HABIT and not page.code
    for match in (match for match in found if habit or text[match.end()] in _CURLY):
        yield Repair(*match.span(), match.group(), "", "damage.slashed_quote")


def escaped_letters(text: str, page: PageText) -> Iterator[Repair]:
    r"""Read letters that a script wrote as numbers; whoever writes about code means them.

    >>> [repair.after for repair in escaped_letters(r"Fran\u00e7ois, \u5f20\u827a", PageText())]
    ['ç', '张', '艺']
    >>> [repair.after for repair in escaped_letters(r"It\xe2\x80\x99s late", PageText())]
    ['’']
    """
    if ("\\u" not in text and "\\x" not in text) or page.code or _ABOUT_CODE.search(text):
        return
    for match in islice(_ESCAPED_BYTES.finditer(text), MOST):
        after = bytes.fromhex(match.group().replace("\\x", "").replace("\\X", "")).decode("utf-8", "replace")
        if after.isprintable() and "\ufffd" not in after:
            yield Repair(*match.span(), match.group(), after, "damage.escaped_letter")
    for match in islice(_ESCAPED.finditer(text), 4 * MOST):
        after = (
            match.group().encode("ascii").decode("unicode-escape").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        if after.isprintable() and not after.isascii() and "\ufffd" not in after:
            yield Repair(*match.span(), match.group(), after, "damage.escaped_letter")


def shortcodes(text: str, page: PageText) -> Iterator[Repair]:
    """Take out what a forum or a blog should have turned into markup: BBCode of two halves in a line, shortcodes.

    >>> [repair.before for repair in shortcodes('[b]Tides[/b] [sic] opens [gallery ids="1,2"]', PageText())]
    ['[b]', '[/b]', '[gallery ids="1,2"]']
    """
    if "[" not in text or page.code:
        return
    at, budget = 0, MOST
    for line in text.split("\n"):
        found = list(islice(_BBCODE.finditer(line), budget)) if "[/" in line and budget else []
        names = {(match["close"], match["name"].lower()) for match in found}
        halves = [match for match in found if {("", match["name"].lower()), ("/", match["name"].lower())} <= names]
        taken = {match.start() for match in halves}
        codes = islice(_SHORTCODE.finditer(line), budget) if "[" in line and budget else ()
        for match in (*halves, *(match for match in codes if match.start() not in taken and not _BBCODE.match(match.group()))):
            budget = max(0, budget - 1)
            yield Repair(at + match.start(), at + match.end(), match.group(), "", "damage.shortcode")
        at += len(line) + 1


def private_use(text: str, page: PageText) -> Iterator[Repair]:
    """Take out characters that nothing but a site's own font can show.

    >>> [repair.start for repair in private_use("影片定档。\\ue5e5主演", PageText())]
    [5]
    """
    if _PRIVATE.search(characters(text)) is not None:
        for match in islice(_PRIVATE.finditer(text), MOST):
            yield Repair(*match.span(), match.group(), "", "damage.private_use")
