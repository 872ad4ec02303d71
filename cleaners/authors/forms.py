"""The forms in which texts name who wrote, edited and supplied them."""

import re
from collections.abc import Collection

from cleaners.authors.forms_chinese import ZH_EDITOR, Byline, is_pen
from cleaners.authors.han_names import han_names
from cleaners.authors.names import is_pen_name, split_names
from cleaners.authors.spelling import PARTICLES, is_full_name, is_given

_BY = re.compile(
    r"^\s*(?:(?:an?\s)?(?:written|words?|story|text|posted|submitted|compiled|reported|article|post|authored|researched|recipe|published|review|interview"
    r"|this post was written|op-?ed|column|essay|commentary|analysis|opinion|feature|dispatch|blog"
    r"|guest\s(?:column|post|essay|review|blog|commentary|contribution))\s+by|(?-i:WORDS|TEXT|STORY)(?=\s[A-Z][a-z]+\s[A-Z])"
    r"|(?:an?\s)?interview with [\w\s’'.-]{3,50}? by"
    r"|(?:words|text|story)\s*[:：]|as told to|by|authors?\s*[:：]|contributors?\s*[:：]|reporters?\s*[:：]"
    r"|interview:(?=\s(?-i:[A-Z])[\w'’.-]+\s(?-i:[A-Z])[\w'’.-]+\s[/|·•]))\s*[:：]?\s+(?=\S)",
    re.I,
)
_BY_INSIDE = re.compile(
    r"(?:^|[|•·–—\x1f-]\s*|^Special to (?:\w+\s){1,4}|\d,?\s|\d\s?[APap]\.?[Mm]\.?\s|\bmin read\s|\b[A-Z]{1,3}T\s)"
    r"(?:[Ww]ritten\s+|[Pp]osted\s+|Updated\s+)?(?:[Bb]y|BY)[:\s]\s*(?=[A-Z])"
)
_BY_ABROAD = re.compile(r"(?:Par|Von|Por|Di|Door|Af|Av)\s(?=[A-Z][\w'’.-]+\s[A-Z])")
"""Only where markup calls a line the author's: names begin so too."""
_BY_END = re.compile(
    r"\s*(?:[|•●·⋅⏐│\n\x1f]|\s[-–—]+\s|\s/\s|\d|\s[(<]?[\w.+-]+@[\w-]|\bspecial\sto\b|(?<=[A-Za-z])(?-i:Published|Updated|Posted)\b"
    r"|\b(?:last\s+)?(?:updated|publish(?:ed)?|posted|modified|reviewed|fact"
    r"|medically|edited|translated|additional)\b|\b(?:photo\w*|pictures|illustrat\w+|graphics|video)\s?(?:by|:)"
    r"|\b(?-i:PHOTO(?:S|GRAPHY|GRAPHS)?|PICTURES|IMAGES|ILLUSTRATIONS?)\b"
    r"|\b(?:on|in|at|for|from|reports|writes|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober|e?mber)?\b(?=\.?,?\s\d))",
    re.I,
)
_ON_A_DAY = re.compile(r"\s*on\s(?:[A-Z][a-z]{2,8},?\s)?[A-Z][a-z]{2,8}\.?\s\d|\s*on\s\d", re.I)
_OPENS = re.compile(r"[a-z]+\s[a-z'’]+\s[a-z'’]+\b")
"""How ``by focusing on growth`` goes on, and no byline does."""
SIGNED = re.compile(
    r"\s*(?:this (?:post|article|story|piece) (?:was|is) )?(?:written|authored|words|story|reported|posted) by\b"
    r"|\s*(?:authors?|contributors?)\s*[:：]",
    re.I,
)
"""The beginning of a line that signs an article, wherever it stands."""
LABEL = re.compile(
    r"\s*(?:(?:(?:this\s)?(?:article|post|story|piece)\s(?:is\s|was\s)?)?(?:written|words?|story|text|posted|reported|authored|article)?\s?by|authors?(?:\(s\))?|contributors?"
    r"|reporters?|作者|记者|記者)"
    r"\s*[:：]?\s*",
    re.I,
)
"""A block that announces the names in the next one."""
_ANOTHER = re.compile(
    r"updated?|published|checked|reviewed|edited|posted|follow|disclos|read|share|min\b|comment|advert|verified|photo"
    r"|category|\bbio\b|subscribe|menu|home|blog|news|tags?\b",
    re.I,
)
_BAR = re.compile(r"\x1f|\s[|·•]\s")
_DATED = re.compile(r"(?=\D{0,20}\d).{0,40}(?:19|20)\d\d\b.{0,20}$")
"""A piece that is a date, which some templates put before the name."""
_WORD = r"[A-Z][\w'’.-]+"
_REPORTER = re.compile(
    rf"^\W{{0,3}}(?P<paper>{_WORD}(?:\s{_WORD}){{0,3}}?)\s(?:staff\s|senior\s)?(?:reporter|correspondent|journalist)s?\s"
    rf"(?P<name>{_WORD}\s{_WORD})(?=\s(?:reported|reports|learned|has|from|in|said|writes)\b)"
)
_OUR_REPORTER = re.compile(
    rf"^\W{{0,3}}(?:(?:Our|This)\s(?:(?:news)?paper['’]s\s)?|By\sour\s|[Ss]taff\s)[Rr]eporter,?\s"
    rf"(?P<name>{_WORD}\s{_WORD})"
    r"(?=,|\s(?:reported|reports|learned|has|from|in|said|writes|[Yy]esterday|[Tt]oday|[Rr]ecently|[Oo]n)\b)"
)
_REPORTER_BRACKET = re.compile(
    rf"\((?:[Rr]eporters?|[Cc]orrespondents?)\s(?P<name>{_WORD}\s{_WORD}(?:(?:,\s|\sand\s){_WORD}\s{_WORD}){{0,3}})\)"
)
_REPORTS = re.compile(
    rf"(?:^|[,.]\s)(?P<name>{_WORD}\s{_WORD}(?:\sand\s{_WORD}\s{_WORD})?)\s(?:reports|writes)\s?(?:(?:in|from)\s{_WORD}\s?)?\.?$"
)
_SAYS = re.compile(
    r"\s(?:says|writes|reports|asks|finds|explains)\s(?P<name>[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’.-]*){1,2})\s?[.?!]?$"
)
"""How British and Irish standfirsts end: ``..., writes ADA FENWICK``."""
_AT_WORK = re.compile(
    rf"(?P<names>{_WORD}(?:\s{_WORD}){{1,3}}),?\s(?i:(?:(?:staff|senior|chief|film|arts|culture|contributing|entertainment)\s){{0,3}}"
    r"(?:writer|reporter|correspondent|critic|columnist|journalist))"
)
_FOR = re.compile(
    rf"(?P<names>{_WORD}(?:\s{_WORD}){{1,3}}(?:(?:,|\sand|,\sand)\s{_WORD}(?:\s{_WORD}){{1,3}})?)"
    rf"(?:\s(?:for|of|at|\|)|,)\s(?:the\s)?(?P<paper>{_WORD}(?:\s(?:&|{_WORD})){{0,4}})"
)

_EN_EDITOR = re.compile(
    rf"(?:^|[|(\[,•·–\x1f-]\s*)(?:[Ee]dited by:?|[Ee]ditors?\s?:|EDITORS?\s?:"
    rf"|[Ww]eb [Ee]ditors?\s?:)\s*(?P<names>{_WORD}\s{_WORD}(?:(?:,\s|\sand\s){_WORD}\s{_WORD}){{0,3}})"
)
_OTHER_WORK = re.compile(r"校对|校對|审核|審核|来源|來源|[记記]者|[责責][编編]|[编編][辑輯]|[监監]制|排版|[美]编")
"""What stands behind the editors of a row, other editors' label among it."""
_ACCOUNT = re.compile(r"[\u4e00-\u9fff]{2,4}")
"""An account that signs as an editor: 小七, 夜航船."""
_CHECKED = re.compile(r"\b(?:fact[\s-]?checked|(?:medically|expert|legally)\sreviewed|verified)\sby\s", re.I)


_CREDITS = re.compile(
    r"(?:^|[(;.]\s{0,2})(?P<what>[Rr]eporting|[Rr]eported|[Ee]diting|[Ee]dited)(?:\sand\swriting)?\sby\s(?P<row>[^;()]{4,160})"
)
_FROM = re.compile(rf"\s(?:in|from|at)\s{_WORD}(?:\s{_WORD}){{0,2}}|\.\s*$")
_CREDIT_LINE = 400
_FROM_TOWN = re.compile(rf"\sin\s{_WORD}(?:\s{_WORD})?(?=(?:,|\sand|,\sand)\s{_WORD}\s{_WORD}\sin\s)")
"""Where each of two wrote from: Ada Fenwick in Harbour City and Tom Lark in Lorne."""


def line_names(text: str) -> Byline | None:
    r"""Read a byline line: ``By`` and names, then perhaps the paper and a date behind separators.

    >>> line_names("By Xu Fan | China Daily | Updated: 2025-09-13 16:57")
    Byline(names=('Xu Fan',), paper='China Daily')
    """
    start = _BY.match(text) or _BY_INSIDE.search(text)
    if start is None:
        return None
    rest = _FROM_TOWN.sub("", text[start.end() :])
    end = _BY_END.search(rest)
    names = split_names(rest[: end.start()] if end else rest)
    names = tuple(name for name in names if not _goes_on(name))
    if not names or len(names) > 8 or _is_sentence(rest[: end.start()] if end and _ON_A_DAY.match(rest, end.start()) else rest):
        return None
    pieces = [piece.strip() for piece in re.split(r"[|•·]", rest[end.start() :] if end else "")]
    return Byline(names, next((piece for piece in pieces if piece and _is_paper(piece)), None))


def marked_names(text: str, nobody: Collection[str] = ()) -> tuple[str, ...]:
    r"""The names in an element that is marked as the author's: its first piece, where that is no label or date.

    >>> marked_names("Ada Fenwick \x1f Senior Editor \x1f May 3, 2025"), marked_names("Last updated \x1f May 3, 2025")
    (('Ada Fenwick',), ())
    >>> marked_names("Dec. 19, 2025 · Ada Fenwick on behalf of the jury")
    ('Ada Fenwick',)
    """
    pieces = [piece.strip() for piece in _BAR.split(text)]
    pieces = [piece for piece in pieces if piece and not LABEL.fullmatch(piece) and not _DATED.match(piece)]
    first = re.sub(r"^by(?=[A-Z])", "By ", pieces[0]) if pieces else ""
    start = _BY.match(first) or _BY_ABROAD.match(first)
    rest = first[start.end() :] if start else first
    end = _BY_END.search(rest)
    rest = rest[: end.start()] if end else rest
    return () if _ANOTHER.search(rest) or len(rest.split()) > 12 else split_names(rest, nobody)


def credited(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who reported and who edited, by the credits at the foot of an agency's copy.

    >>> credited("(Reporting by Ada Fenwick in London and Tom Lark; Editing by Ole Brandt)")
    (('Ada Fenwick', 'Tom Lark'), ('Ole Brandt',))
    """
    if "ing by" not in text and "ed by" not in text:
        return (), ()
    rows = {match["what"][0].lower(): _FROM.sub("", match["row"]) for match in _CREDITS.finditer(text[:_CREDIT_LINE])}
    found = (tuple(name for name in split_names(rows.get(what, "")) if is_full_name(name)) for what in ("r", "e"))
    reported, edited = found
    return reported, edited


def reporter_names(text: str) -> Byline | None:
    """Read a reporter out of an English lead or standfirst.

    >>> reporter_names("New Express reporter Liang Yanfen reported that the movie")
    Byline(names=('Liang Yanfen',), paper='New Express')
    >>> reporter_names("Our reporter Ada Fenwick yesterday saw the film")
    Byline(names=('Ada Fenwick',), paper=None)
    """
    lead = _REPORTER.match(text)
    if lead and is_full_name(lead["name"]):
        return Byline((lead["name"],), lead["paper"].removeprefix("The "))
    found = (
        _OUR_REPORTER.match(text)
        or _REPORTER_BRACKET.search(text[:200])
        or _REPORTS.search(text[-120:])
        or _SAYS.search(text[-120:])
    )
    if found:
        names = tuple(name for name in split_names(found["name"]) if is_full_name(name))
        return Byline(names) if names else None
    return None


def role_names(text: str) -> tuple[str, ...]:
    """The names on a line that says what they are at the paper.

    >>> role_names("Ada Fenwick, senior film critic"), role_names("Ada Fenwick, director"), role_names("Staff writer")
    (('Ada Fenwick',), (), ())
    """
    match = _AT_WORK.fullmatch(text.strip())
    return tuple(name for name in split_names(match["names"]) if is_full_name(name)) if match else ()


def house_names(text: str) -> Byline | None:
    """Read a line that names somebody and the house they write for; whether it is the page's own is for others to say.

    >>> house_names("Ada Fenwick for Reel Harbour"), house_names("Holiday Offers at Reel Harbour")
    (Byline(names=('Ada Fenwick',), paper='Reel Harbour'), None)
    """
    match = _FOR.fullmatch(text.strip())
    names = split_names(match["names"]) if match else ()
    return (
        Byline(names, match["paper"])
        if match and names and all(is_full_name(name) and is_given(name) for name in names)
        else None
    )


def checker_names(text: str) -> tuple[str, ...]:
    """The people who checked or reviewed what somebody else wrote.

    >>> checker_names("Fact checked by Ada Fenwick"), checker_names("By Ada Fenwick")
    (('Ada Fenwick',), ())
    """
    match = _CHECKED.search(text) if "by" in text.lower() else None
    return split_names(text[match.end() :]) if match else ()


def editor_names(text: str) -> tuple[str, ...]:
    """The people named as editors.

    >>> editor_names("(责编：汤诗瑶、丁涛)"), editor_names("责任编辑：杜硕_NB12556")
    (('汤诗瑶', '丁涛'), ('杜硕',))
    >>> editor_names("编辑 | 小七"), editor_names("编辑推荐"), editor_names("责任编辑：HN666")
    (('小七',), (), ())
    """
    names: list[str] = []
    match = None if text.isascii() else ZH_EDITOR.search(text)
    while match is not None:
        row = _OTHER_WORK.split(match["names"])[0]
        row_names = (name for part in re.split(r"[、,，]", row) for name in (han_names(part) or split_names(part)))
        named = [name for name in row_names if not is_pen_name(name)]
        account = row.split()[0] if not named and row.strip() and match["labelled"] else ""
        names += named or [account] * (_ACCOUNT.fullmatch(account) is not None and is_pen(account))
        match = ZH_EDITOR.search(text, match.start("names") + max(1, len(row)))
    for match in _EN_EDITOR.finditer(text) if "dit" in text or "EDIT" in text else ():
        names += split_names(match["names"])
    return tuple(dict.fromkeys(names))


def _goes_on(name: str) -> bool:
    """Whether words behind a By are no name: ``the numbers``, ``clicking Accept``; some people write theirs small.

    >>> _goes_on("the numbers"), _goes_on("ada fenwick"), _goes_on("de la Mar"), _goes_on("reelfan")
    (True, False, False, False)
    """
    return " " in name and name[0].islower() and not is_given(name) and name.split(maxsplit=1)[0] not in PARTICLES


def _is_sentence(text: str) -> bool:
    """Whether what follows a By goes on as a sentence does.

    >>> _is_sentence("the time the water opened, the actors could row."), _is_sentence("Guillermo del Toro and the staff")
    (True, False)
    """
    small = [word for word in text.split() if word[:1].islower() and word not in ("a.m.", "p.m.")]
    return _OPENS.match(text) is not None or (len(small) >= 3 and text.rstrip()[-1:] in ".!?" and not text.endswith(".m."))


def _is_paper(text: str) -> bool:
    """Whether a piece behind a byline's bar names a publication: capital words, no figures, no verb of its own."""
    words = text.split()
    return (
        1 <= len(words) <= 5
        and words[0][:1].isupper()
        and not re.search(
            r"\d|[:：]|read|share|comment|updated|published|follow|e-?mail|contributor|writer|editor|critic|correspondent|\bby\b",
            text,
            re.I,
        )
    )
