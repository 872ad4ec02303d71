r"""Marks of software that show as text: backslashes before quotes, ``\u2019``, shortcodes, characters of one font."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, SAMPLE, PageText, characters

_SLASHED = re.compile(r"(?<!\\)\\++(?=['\"’“”‘])")
_CLOSING = frozenset("'\"’”")
"""Quotes that stand behind a word; behind Chinese others do as well."""
_HABIT = 2
"""Straight quotes of a page with slashes at least: one may be a drawing, or code; nobody draws with curly ones."""
_CURLY = frozenset("’“”‘")
_WRITTEN_BREAK = re.compile(
    r"(?<=[.!?。！？…”’\"):：>])(?:\\r)?\\n(?:(?:\\r)?\\n){0,9}+(?=[ \u3000]*(?:[A-Z“\"‘<\d\u3400-\u9fff《]|$))", re.M
)
"""Behind the end of a sentence and before the beginning of another."""
_MARKED = {"\\": frozenset("uUx23"), "%": frozenset("uBCDEFbcdef"), "=": frozenset("CDE"), "<": frozenset("U0")}
_UNMARKED = ("u201", "u300")
"""What stands in whatever the patterns below find: a mark with one of its letters behind it, or a code without a mark."""
_CODE = (
    r"u(?:d[89ab][0-9a-f]{2}(?:\\{1,2}|%)ud[c-f][0-9a-f]{2}|(?!00(?!2[2679f]|3[cde])[0-9]|200[b-f]|202[89a-e]|206)[0-9a-f]{4})"
)
_ESCAPED = re.compile(rf"[\\%]\\?{_CODE}(?:(?:\\{{1,2}}|%){_CODE}){{0,7}}", re.I)
"""Codes of letters, eight at a time, and of nothing that is plain or has no width."""
_BARE = re.compile(r"(?<![\\%])(?:u(?:20[12][0-9a-f]|00[a-f][0-9a-f]|30[01][0-9a-f]|ff[01][0-9a-f]|[4-9][0-9a-f]{3})){1,400}")
_NO_NUMBER = re.compile(r"u20(?:1[89](?=(?:s|t|re|ve|ll|d|m)\b)|1[34](?=[a-z])|1[cd]|2[abc])|u00[a-f]\d|u(?:300|ff0)[0-9a-f]u")
_NO_YEARS = ("u20", "u00", "u30", "uff")
_HABIT_OF_CODES = 2
"""Codes without a mark that a text has at least which are no year, nor the number of a model or a bus."""
_READ = 500_000
"""Characters in which they are read: four hundred of them are one place."""
_ESCAPED_BYTES = re.compile(r"\\x[89a-fA-F][0-9a-fA-F](?:\\x[89a-fA-F][0-9a-fA-F]){1,11}")
_OCTAL_BYTES = re.compile(r"\\[23][0-7]{2}(?:\\[23][0-7]{2}){1,11}")
_BYTE = re.compile(r"(?<=[A-Za-z])\\x(?:(?:27|92)(?=[a-z])|[c-f][0-9a-f](?=[a-z\s,.;:!?]|$))")
"""One byte of a Western set within a word."""
_QUOTED_BYTES = re.compile("%[89a-fA-F][0-9a-fA-F](?:%[0-9a-fA-F]{2}){1,400}+")
"""As addresses have them; all that stand together, for a part of GBK's may be UTF-8 by chance."""
_MAILED = r"=[CDEF][0-9A-F](?:=[89AB][0-9A-F]){1,3}"
_MAILED_BYTES = re.compile(rf"{_MAILED}(?:{_MAILED}){{0,11}}")
"""As mail has them."""
_TOKEN_BYTES = re.compile("(?:<0x[89A-F][0-9A-F]>){2,12}")
"""As language models have them."""
_CODE_POINT = re.compile(r"\\[ux]\{[0-9a-fA-F]{2,5}\}|<U\+[0-9A-F]{4,5}>")
_THREE = 6
"""Bytes of three characters, which are no others' by chance."""
_CODES = (
    (_ESCAPED_BYTES, ("\\x",)),
    (_OCTAL_BYTES, ("\\2", "\\3")),
    (_BYTE, ("\\x",)),
    (_QUOTED_BYTES, ("%",)),
    (_TOKEN_BYTES, ("<0x",)),
    (_MAILED_BYTES, tuple(f"={lead}" for lead in "CDE")),
    (_CODE_POINT, ("\\u{", "\\x{", "<U+")),
    (_ESCAPED, ("\\u", "\\U", "%u", "%U")),
)
"""Each with what stands in whatever it finds."""
_PLACES = 1_000
"""Places of each that are read, a dozen letters the most of them."""
_NO_DIGITS = str.maketrans("", "", "\\%=+<>{}uUxX")
_ADDRESS = re.compile(r"[/=?#]|www\.|\.\w{2,4}$")
_DRIVE = re.compile(r"[A-Za-z]:\\")
_WORD = 200
"""Characters of a word that are looked at."""
ABOUT_CODE = re.compile(
    r"\b(?:quoted-printable|mime|encoded words?|regex|escaped? (?:codes?|sequences?|characters?|letters?|strings?)"
    r"|unicode|javascript|python|json|backslash\w*"
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
    found = [match for match in islice(_SLASHED.finditer(text), MOST) if _before_quote(match)]
    habit = max(len(found), page.said.count("\\'"), page.said.count('\\"')) >= _HABIT and not page.code
    for match in (match for match in found if habit or text[match.end()] in _CURLY):
        yield Repair(*match.span(), match.group(), "", "damage.slashed_quote")


def _before_quote(match: re.Match[str]) -> bool:
    """Whether backslashes may stand before a quote for nothing: behind a slash or a word they may be code."""
    before, quote = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end()]
    if not (before.isalnum() or before == "_"):
        return before != "/"
    return quote in _CLOSING or "\u3400" <= before <= "\u9fff"


def written_breaks(text: str, page: PageText) -> Iterator[Repair]:
    r"""Break lines where a script wrote that they end, between sentences.

    >>> [repair.before for repair in written_breaks(r"It opens.\nIt closes.\r\nIt is late.", PageText())]
    ['\\n', '\\r\\n']
    """
    if "\\n" not in text or page.code:
        return
    found = list(islice(_WRITTEN_BREAK.finditer(text), MOST))
    if found and text.count("\\n") >= _HABIT and not ABOUT_CODE.search(text, 0, SAMPLE):
        yield from (Repair(*match.span(), match.group(), "\n", "damage.written_break") for match in found)


def escaped_letters(text: str, page: PageText) -> Iterator[Repair]:
    r"""Read letters that a script wrote as numbers; whoever writes about code means them, and addresses need them.

    >>> [repair.after for repair in escaped_letters(r"Fran\u00e7ois, \u5f20\u827a, It\xe2\x80\x99s, %u5f20", PageText())]
    ['’', 'ç', '张艺', '张']
    >>> [repair.after for repair in escaped_letters(r"It=E2=80=99s \u{4f60}, <U+2019>", PageText())]
    ['’', '你', '’']
    >>> [repair.after for repair in escaped_letters("Itu2019s u201cTidesu201d, and it%E2%80%99s late", PageText())]
    ['’', '“', '”', '’']
    """
    if page.code or not _has_signs(text):
        return
    unmarked = any(code in text for code in _NO_YEARS)
    bare = unmarked and len(list(islice(_NO_NUMBER.finditer(text), _HABIT_OF_CODES))) == _HABIT_OF_CODES
    found = [*islice(_BARE.finditer(text, 0, _READ), MOST)] if bare else []
    for pattern, signs in _CODES:
        found += islice(pattern.finditer(text), _PLACES) if any(sign in text for sign in signs) else ()
    if found and not ABOUT_CODE.search(text, 0, SAMPLE):
        yield from (repair for match in found if (repair := _read(match)) is not None)


def _has_signs(text: str) -> bool:
    marked = (part[:1] in letters for mark, letters in _MARKED.items() if mark in text for part in text.split(mark, MOST)[1:])
    return any(marked) or any(code in text for code in _UNMARKED)


def _read(match: re.Match[str]) -> Repair | None:
    """The letters that a match stands for, None where they are none or part of an address; half a pair stands for nothing."""
    digits = match.group().replace("<0x", "").translate(_NO_DIGITS)
    if match.re is _CODE_POINT:
        after = chr(int(digits, 16))
    elif match.re in (_ESCAPED, _BARE):
        after = bytes.fromhex(digits).decode("utf-16-be", "ignore")
    elif match.re is _TOKEN_BYTES:
        after = bytes.fromhex(digits).decode("utf-8", "replace")
    elif match.re is _BYTE:
        after = bytes.fromhex(digits).decode("cp1252")
    elif match.re is _OCTAL_BYTES:
        after = _of_bytes(bytes(int(code, 8) for code in match.group().split("\\")[1:]))
    else:
        after = _of_bytes(bytes.fromhex(digits))
    if (
        not after.isprintable()
        or (after.isascii() and after and match.re not in (_ESCAPED, _BYTE))
        or "\ufffd" in after
        or _in_address(match)
    ):
        return None
    return Repair(*match.span(), match.group(), after, "damage.escaped_letter")


def _of_bytes(raw: bytes) -> str:
    """What bytes say in UTF-8, or in GBK where all are everyday characters."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        everyday = len(raw) >= _THREE and all(0xB0 <= byte <= 0xD7 for byte in raw[::2])
        return raw.decode("gb2312", "replace") if everyday else "\ufffd"


def _in_address(match: re.Match[str]) -> bool:
    """Whether a percent sign belongs to an address, a backslash to a path: their marks stand in the same word."""
    if match.group()[0] not in "%\\":
        return False
    before = match.string[max(0, match.start() - _WORD) : match.start()].split()
    if match.group()[0] == "\\":
        return any(_DRIVE.match(part) is not None for part in before[-1:])
    behind = match.string[match.end() : match.end() + _WORD].split()
    return any(_ADDRESS.search(part) is not None for part in (*before[-1:], *behind[:1]))


def shortcodes(text: str, page: PageText) -> Iterator[Repair]:
    """Take out what a forum or a blog should have turned into markup: BBCode of two halves in a line, shortcodes.

    >>> [repair.before for repair in shortcodes('[b]Tides[/b] [sic] opens [gallery ids="1,2"]', PageText())]
    ['[b]', '[/b]', '[gallery ids="1,2"]']
    """
    if "[" not in text or page.code:
        return
    at, budget = 0, MOST
    for line in text.split("\n"):
        if "[" in line and budget > 0:
            found = list(islice(_BBCODE.finditer(line), budget)) if "[/" in line else []
            others = list(islice(_SHORTCODE.finditer(line), budget))
            budget -= max(len(found), len(others))
            for match in (*_halves(found), *(match for match in others if not _BBCODE.match(match.group()))):
                yield Repair(at + match.start(), at + match.end(), match.group(), "", "damage.shortcode")
        at += len(line) + 1


def _halves(found: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The BBCode of a line that has both halves of it."""
    names = {(match["close"], match["name"].lower()) for match in found}
    yield from (match for match in found if {("", match["name"].lower()), ("/", match["name"].lower())} <= names)


def private_use(text: str, page: PageText) -> Iterator[Repair]:
    """Take out characters that nothing but a site's own font can show.

    >>> [repair.start for repair in private_use("影片定档。\\ue5e5主演", PageText())]
    [5]
    """
    if _PRIVATE.search(characters(text)) is not None:
        for match in islice(_PRIVATE.finditer(text), MOST):
            yield Repair(*match.span(), match.group(), "", "damage.private_use")
