"""The forms in which texts name who wrote, edited and supplied them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cleaners.names import han_names, is_full_name, split_names

_BY = re.compile(
    r"^\s*(?:(?:written|words?|story|text|posted|reported|article|post|authored|researched|recipe|published|review|interview"
    r"|this post was written)\s+by|by|authors?\s*[:：]|contributors?\s*[:：]|reporters?\s*[:：])\s*[:：]?\s+(?=\S)",
    re.I,
)
_BY_INSIDE = re.compile(r"(?:^|[|•·–—\x1f-]\s*|\d\s)(?:[Ww]ritten\s+|[Pp]osted\s+)?[Bb]y[:\s]\s*(?=[A-Z])")
_BY_END = re.compile(
    r"\s*(?:[|•●·⋅⏐│\n\x1f]|\s[-–—]+\s|\s/\s|\d|\b(?:last\s+)?(?:updated|published|posted|modified|reviewed|fact"
    r"|medically|edited|translated|additional)\b|\b(?:photo\w*|pictures|illustrat\w+|graphics|video)\s(?:by|:)"
    r"|\b(?:on|in|at|for|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober|e?mber)?\b(?=\.?,?\s\d))",
    re.I,
)
_ON_A_DAY = re.compile(r"\s?on\s(?:[A-Z][a-z]{2,8},?\s)?[A-Z][a-z]{2,8}\.?\s\d|\s?on\s\d", re.I)
_OPENS = re.compile(r"[a-z]+\s[a-z'’]+\s[a-z'’]+\b")
"""How ``by focusing on growth`` goes on, and no byline does."""
SIGNED = re.compile(
    r"\s*(?:this (?:post|article|story|piece) (?:was|is) )?(?:written|authored|words|story|reported) by\b"
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
_REPORTER_BRACKET = re.compile(
    rf"\((?:[Rr]eporters?|[Cc]orrespondents?)\s(?P<name>{_WORD}\s{_WORD}(?:(?:,\s|\sand\s){_WORD}\s{_WORD}){{0,3}})\)"
)
_REPORTS = re.compile(
    rf"(?:^|[,.]\s)(?P<name>{_WORD}\s{_WORD}(?:\sand\s{_WORD}\s{_WORD})?)\s(?:reports|writes)\s?(?:in\s{_WORD}\s?)?\.?$"
)
_SAYS = re.compile(
    r"\s(?:says|writes|reports|asks|finds|explains)\s(?P<name>[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’.-]*){1,2})\s?[.?!]?$"
)
"""How British and Irish standfirsts end: ``..., writes ADA FENWICK``."""
_FOR = re.compile(
    rf"(?P<names>{_WORD}(?:\s{_WORD}){{1,3}}(?:(?:,|\sand|,\sand)\s{_WORD}(?:\s{_WORD}){{1,3}})?)"
    rf"\s(?:for|of|,)\s(?:the\s)?(?P<paper>{_WORD}(?:\s(?:&|{_WORD})){{0,4}})"
)

_HAN = r"[\u4e00-\u9fff]"
_BESIDE = r"(?:(?:实习|實習|见习|見習)(?:生|记者|記者)|通[讯訊][员員])"
"""Trainees and stringers, whom papers name beside their reporter as authors."""
_NO_AUTHOR = r"(?:编辑|編輯|责编|責編|校对|校對|审核|審核|[摄攝]影|[来來]源|图片|圖片|[监監]制|统筹|統籌|[设設][计計])"
_NAMES = (
    rf"(?P<names>(?:{_HAN}{{2,4}}|{_HAN}[\s\u3000]{_HAN}(?!{_HAN}))(?:[·・]{_HAN}{{1,8}})*"
    rf"(?:[\s\u3000、,，]{{1,3}}(?!{_HAN}{{0,4}}{_NO_AUTHOR})(?:{_BESIDE}\s?)?{_HAN}{{2,4}}(?!{_HAN}))*)"
)
_CITY = (
    r"(?:[台臺][北中南]|高雄|香港|北京|上海|[广廣]州|深圳"
    r"|洛杉[矶磯]|[纽紐][约約]|[东東]京|巴黎|[伦倫]敦|柏林|威尼斯|坎城|戛[纳納]|首[尔爾])"
)
_STOP = rf"(?=$|{_CITY}|[\s\u3000（(）)】\]／/|｜。,，;；、_0-9]|报道|報導|摄|攝|文|图|圖|综合|整理|发自|通讯员|编辑|来源|实习)"
_ZH_BESIDE = re.compile(_BESIDE)
_ZH_CITY = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}}){_CITY}$")
"""Where a reporter wrote from, glued to the name: 記者蘇晴台北報導."""
_ZH_SIGNS = re.compile(
    r"[記记作]者|文|采写|採訪|撰稿|编译|編譯|编写|[讯訊评評][员員论論]|主[笔筆]|整理|原创|[/／].{2,4}(?:[报報]|[电電])"
)
"""What every Chinese byline holds."""
_ZH_AUTHOR = re.compile(
    rf"(?P<paper>(?:{_HAN}|[A-Za-z·]){{2,10}}?)?(?:本报|本网|本刊|特约|特派|见习|实习|首席|全媒体"
    rf"|驻{_HAN}{{2,6}})*(?P<word>记者|記者|作者|撰文|采写|採訪|撰稿人?|文字|编译|編譯|编写|通[讯訊][员員])"
    rf"[\s\u3000:：|｜丨/／]{{0,4}}{_NAMES}{_STOP}"
)
_ZH_TEXT = re.compile(
    rf"(?:^|[\s\u3000（(【|｜])文(?:[/／、&]图\s?|(?=[/／|｜:：丨\s\u3000]))[\s\u3000]?[/／|｜:：丨]?[\s\u3000]?(?:{_HAN}{{2,8}}?(?:记者"
    rf"|作者)\s?)?[\s\u3000]{{0,2}}{_NAMES}{_STOP}"
)
_ZH_BEFORE = re.compile(rf"(?:记者[\s\u3000])?{_NAMES}[\s\u3000]?文[/／、]?图")
_ZH_ROLE = re.compile(
    rf"(?:^|[\s\u3000（(【|｜])(?:[特本]{_HAN}{{0,4}})?(?:评论员|評論員|主笔|主筆|整理|原创)[\s\u3000]?[:：/／|｜丨\s\u3000][\s\u3000]?{_NAMES}{_STOP}"
)
_ZH_WIRE = re.compile(rf"^[（(【]?{_NAMES}[/／]{_HAN}{{2,4}}(?:[报報][道导導]|[电電]$)")
"""How papers of Taiwan and Hong Kong sign: 蘇晴／台北報導."""
_ZH_EDITOR = re.compile(
    r"(?:责任编辑|責任編輯|责编|編輯|编辑|主编"
    r"|编审)[\s\u3000]{0,3}[:：|｜/／丨]?[\s\u3000]{0,3}(?P<names>[\u4e00-\u9fffA-Za-z·][\u4e00-\u9fffA-Za-z·、\s]{0,24})"
)
_EN_EDITOR = re.compile(
    rf"(?:^|[|(\[•·–-]\s*)(?:[Ee]dited by|[Ee]ditors?\s?:|EDITORS?\s?:"
    rf"|[Ww]eb [Ee]ditors?\s?:)\s*(?P<names>{_WORD}\s{_WORD}(?:(?:,\s|\sand\s){_WORD}\s{_WORD}){{0,3}})"
)
_CHECKED = re.compile(r"\b(?:fact[\s-]?checked|(?:medically|expert|legally)\sreviewed|verified)\sby\s", re.I)
_PHOTO = re.compile(r"[\s\u3000]{0,2}(?:[摄攝](?!影\s?[/／:：|｜])|供图|图(?!文|片|\s?[/／:：|｜]))")


@dataclass(frozen=True, slots=True)
class Byline:
    """People named by one form, and the paper they are said to write for."""

    names: tuple[str, ...]
    paper: str | None = None


def line_names(text: str) -> Byline | None:
    r"""Read a byline line: ``By`` and names, then perhaps the paper and a date behind separators.

    >>> line_names("By Xu Fan | China Daily | Updated: 2025-09-13 16:57")
    Byline(names=('Xu Fan',), paper='China Daily')
    """
    start = _BY.match(text) or _BY_INSIDE.search(text)
    if start is None:
        return None
    rest = text[start.end() :]
    end = _BY_END.search(rest)
    names = split_names(rest[: end.start()] if end else rest)
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
    start = _BY.match(first)
    rest = first[start.end() :] if start else first
    end = _BY_END.search(rest)
    rest = rest[: end.start()] if end else rest
    return () if _ANOTHER.search(rest) or len(rest.split()) > 12 else split_names(rest, nobody)


def chinese_names(text: str) -> Iterator[Byline]:
    """Read the Chinese forms: 记者 张三, 作者：张三, 文/张三, 张三 文/图; a photographer's credit is passed over.

    A trainee (实习生) and a stringer (通讯员) sign beside the reporter and are authors as well.

    >>> list(chinese_names("新京报讯（记者 陆一夫）11月25日"))
    [Byline(names=('陆一夫',), paper=None)]
    >>> list(chinese_names("中新社记者 贾天勇 摄"))
    []
    """
    for pattern in (_ZH_AUTHOR, _ZH_TEXT, _ZH_BEFORE, _ZH_ROLE, _ZH_WIRE) if _ZH_SIGNS.search(text) else ():
        for match in pattern.finditer(text):
            if _PHOTO.match(text, match.end()) and not re.match(r"[\s\u3000]?文[/／、]?图", text[match.end() :]):
                continue
            found = match.groupdict()
            row = _ZH_BESIDE.sub(" ", match["names"])
            names = [name for part in re.split(r"[、,，]", row) for name in han_names(_ZH_CITY.sub("", part))]
            paper = found.get("paper") or ""
            if names:
                yield Byline(
                    tuple(dict.fromkeys(names)),
                    paper if paper.endswith(("报", "网", "社", "新闻", "周刊")) and paper[0] != "本" else None,
                )


def reporter_names(text: str) -> Byline | None:
    """Read a reporter out of an English lead or standfirst.

    >>> reporter_names("New Express reporter Liang Yanfen reported that the movie")
    Byline(names=('Liang Yanfen',), paper='New Express')
    """
    lead = _REPORTER.match(text)
    if lead and is_full_name(lead["name"]):
        return Byline((lead["name"],), lead["paper"].removeprefix("The "))
    found = _REPORTER_BRACKET.search(text[:200]) or _REPORTS.search(text[-120:]) or _SAYS.search(text[-120:])
    if found:
        names = tuple(name for name in split_names(found["name"]) if is_full_name(name))
        return Byline(names) if names else None
    return None


def house_names(text: str) -> Byline | None:
    """Read a line that names somebody and the house they write for; whether it is the page's own is for others to say.

    >>> house_names("Ada Fenwick for Reel Harbour")
    Byline(names=('Ada Fenwick',), paper='Reel Harbour')
    """
    match = _FOR.fullmatch(text.strip())
    names = split_names(match["names"]) if match else ()
    return Byline(names, match["paper"]) if match and names and all(map(is_full_name, names)) else None


def checker_names(text: str) -> tuple[str, ...]:
    """The people who checked or reviewed what somebody else wrote.

    >>> checker_names("Fact checked by Ada Fenwick"), checker_names("By Ada Fenwick")
    (('Ada Fenwick',), ())
    """
    match = _CHECKED.search(text)
    return split_names(text[match.end() :]) if match else ()


def editor_names(text: str) -> tuple[str, ...]:
    """The people named as editors.

    >>> editor_names("(责编：汤诗瑶、丁涛)"), editor_names("责任编辑：杜硕_NB12556")
    (('汤诗瑶', '丁涛'), ('杜硕',))
    """
    names: list[str] = []
    for match in _ZH_EDITOR.finditer(text):
        row = re.split(r"校对|审核|来源|记者", match["names"])[0]
        names += [name for part in re.split(r"[、,，]", row) for name in (han_names(part) or split_names(part))]
    for match in _EN_EDITOR.finditer(text):
        names += split_names(match["names"])
    return tuple(dict.fromkeys(names))


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
        and not re.search(r"\d|[:：]|read|share|comment|updated|published", text, re.I)
    )
