"""Tell people's names from titles, agencies and sites, and split rows of names."""

import re
from collections.abc import Collection
from html import unescape

from cleaners.authors.name_lists import AGENCIES, COMPOUND, GIVEN, NOBODY, SURNAMES
from cleaners.text.simplified import simplified
from cleaners.text.titles import key

_HAN_NAME = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]{2,4}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+")
ROLE = re.compile(
    r"\b(?:editors?|writers?|reporter|correspondent|director|officer|(?:co-?)?founder|contributors?|contributing"
    r"|experts?|analyst|manager|specialist"
    r"|coach|president|professor|chief|head of|photographer|journalist|critic|strategist|consultant|producer|author"
    r"|columnist|blogger|marketer|marketing"
    r"|engineer|educators?"
    r"|interviewer|creator|reviewer|researcher|owner|ceo|cto|cmo|partner|associate|intern|nurse|dietitian|lead|vp|freelance|senior|certified|attorney|therapist|trainer|copywriter|university"
    r"|institute|magazine|(?:editorial )?board|ltd|inc|llc|plc|gmbh)\b",
    re.I,
)
_FURNITURE = re.compile(
    r"\b(?:min read|minutes?|comments?|(?:read|learn) (?:more|about)|(?:more )?about (?:me|us|the author)|(?:full|author) bio"
    r"|(?:web)?admin(?:istrator)?)\b|(?:taboola|outbrain|revcontent)\b",
    re.I,
)
_CREDENTIAL = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,2}\.?){1,5}(?:[-/][A-Z]+)?[®©*]?$|^(?:PhD|Ph\.D\.?|MPH|PsyD|PharmD|Esq\.?|LMFT|E-RYT.*|Jr\.?|Sr\.?)$"
)
_HONORIFIC = re.compile(r"^(?:(?:Dr|Prof|Mr|Mrs|Ms|DR|PROF|MR|MRS|MS)\.?|Professor)\s+(?=\S+\s+\S)")
"""What stands before a whole name and is none of it; ``Dr. Ada`` keeps hers, for little else would be left."""
_PREFIX = re.compile(
    r"^\s*(?:(?:written|words?|story|text|posted|reported|article|authored|published|post|content|review|interview|analysis|opinion"
    r"|commentary|essay|column|reviewed|guest\s(?:column|post|essay|review|blog)"
    r"|(?:(?:view|see)\s)?(?:all|more)\s(?:posts|articles|stories))\s+by"
    r"|by|authors?|reporters?|writers?)\b\s*[:：]?\s*"
    r"|^\s*(?:(?-i:[A-Z])\w+\s){0,2}?(?:staff\s|special\s)?(?:writers?|reporters?|correspondents?)\s(?=(?-i:[A-Z])\w+\s(?-i:[A-Z]))"
    r"|^\s*(?:作者|记者|文|撰文|采写|撰稿)\s*[:：/／|｜]\s*",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:,\s*and\s|[,;，；、]|\sand\s|\s&\s|\swith\s|\s\|\s|\s/\s|(?<=[\u4e00-\u9fff])[/／]|\s[•·–—-]\s)\s*", re.I
)
PARTICLES = frozenset("de da di del della der den van von la le el al bin ibn ben y e dos du ter ten st st. af av".split())
_HOUSE = frozenset(
    "news team teams staff desk newsroom newsdesk editors editorial media magazine group agency network office"
    " department community society association foundation company corporation studios store shop strategies"
    " solutions services marketing development relations communications insights guides collective health watch"
    " hospital clinic university college school institute forum bureau sport sports weekly daily tribune herald"
    " gazette wire online tv radio pictures films writers authors".split()
)
"""Last words of names that are a house's: Film Desk, Example News."""
_PAPERS = frozenset(
    "times courier journal chronicle observer guardian telegraph press mail bulletin examiner inquirer standard"
    " independent globe register dispatch sentinel advocate reporter review today".split()
)
"""The same of papers; people bear some of them, but stand before their paper."""
_DESKS = ("Desk", "DESK", "Bureau", "News Service")
"""What stands before a town in rows of names: By Film Desk, New Lorne."""
_AGENCY_BEHIND = re.compile(
    r"\s(?:(?:The\s)?Associated Press|Agence France-Presse|Reuters|AFP|AP|Bloomberg(?:\sNews)?|Xinhua)$"
)
_ROLE_BEHIND = re.compile(
    r"(?<=\w)\s(?:(?:staff|senior|chief|contributing|associate|assistant|deputy|managing|film|movie|tv|television|entertainment|culture"
    r"|arts|news|features?|business|special|freelance|national|foreign|web|digital|guest)\s){1,3}"
    r"(?:writer|reporter|editor|critic|correspondent|columnist|contributor|journalist|producer|reviewer)$",
    re.I,
)
"""A job behind a name that nothing parts from it: Ada Fenwick Staff Writer."""
_ARTICLE = re.compile(r"(?:our|the|my|your|a|an|special to|photo\w*|pictures?|images?|illustrat\w+|video)\s", re.I)
_SYLLABLE = re.compile(r"[B-DF-HJ-NP-TV-Z][AEIOU]$")
"""Two letters that are a name, LI or MA, rather than initials."""
_MIXED = re.compile(r"(Ma?c|De|Di|La|Van)([A-Z]{2,})")
"""A name in capitals but for its particle: McLARK."""
_TURKISH, _DOTTED = frozenset("İĞ"), str.maketrans("Iİ", "ıi")
"""Letters of no other language's names, and how such a one writes both its I small."""
_GLUED = re.compile(r"[a-z]{4}[A-Z][a-z].*[a-z]{4}[A-Z][a-z]")
"""Rows of links that nothing parts: Wedding ChecklistsJust EngagedWedding Planning."""
_LONGEST = 60


def split_names(text: str, nobody: Collection[str] = ()) -> tuple[str, ...]:
    """The people in a row of names, each once; ``nobody`` holds the keys of names that are the site's.

    >>> split_names("By Ada Fenwick, Senior Editor, and Tom Lark")
    ('Ada Fenwick', 'Tom Lark')
    >>> split_names("张晓雨、李明 王小鹏"), split_names("Reuters and staff")
    (('张晓雨', '李明', '王小鹏'), ())
    """
    text = unescape(" ".join(text.replace("\u200b", "").split()))
    while match := _PREFIX.match(text):
        if match.end() == 0 or match.end() == len(text):
            break
        text = text[match.end() :]
    names: list[str] = []
    described = house = False
    for piece in _SPLIT.split(text):
        found = han_names(piece) if re.search(r"[\u4e00-\u9fff]", piece) else _slashed(piece)
        found = [name for name in found if not (names and _is_paper(name))]
        found = [name for name in found if not (house and is_full_name(name) and not is_given(name))]
        house = any(name.endswith(_DESKS) for name in found)
        names += [name for name in found if is_person(name, nobody) and not (described and not is_full_name(name))]
        described = described or bool(ROLE.search(piece))
    if names and is_full_name(names[0]):
        names = [name for name in names if is_full_name(name) or re.search(r"[\u4e00-\u9fff]", name)]
    if "&" in text and not any(" " in name or is_given(name) or is_han_name(name) for name in names):
        return ()
    return tuple(dict.fromkeys(map(set_in_small, names)))


def _is_paper(name: str) -> bool:
    """Whether a name behind another is that of the paper they write for: Ada Fenwick, Lorne Times."""
    last = key("".join(name.split()[-1:]))
    return last in _HOUSE or last in _PAPERS


def _slashed(piece: str) -> list[str]:
    """A name, and those behind its slashes that cannot be a paper's: Ada Fenwick/Tom Lark, Ada Fenwick/Reel Harbour."""
    first, *others = [piece] if ":" in piece or "www." in piece else piece.split("/")
    return [_trimmed(first), *(_trimmed(other) for other in others if is_given(other))]


def in_order(text: str, *, known: bool = False) -> str:
    """A name that gives the last name first, in order; unless it is ``known`` to, only where the second is a given name.

    >>> in_order("Fenwick, Ada"), in_order("Ada, Tom"), in_order("de Jong, M.", known=True), in_order("Ada Fenwick, Tom Lark")
    ('Ada Fenwick', 'Ada, Tom', 'M. de Jong', 'Ada Fenwick, Tom Lark')
    """
    last, comma, first = text.partition(", ")
    if not comma or "," in first or is_full_name(last) or len(first.split()) > 2 or not first[:1].isupper():
        return text
    return f"{first} {last}" if known or (is_given(first) and not is_given(last)) else text


def set_in_small(name: str) -> str:
    """A name in capitals as names are written.

    >>> set_in_small("ADA O'FENWICK-LARK"), set_in_small("J.R. LARK"), set_in_small("Ada McFenwick")
    ("Ada O'Fenwick-Lark", 'J.R. Lark', 'Ada McFenwick')
    >>> set_in_small("LI WENQING"), set_in_small("JR LARK")
    ('Li Wenqing', 'JR Lark')
    >>> set_in_small("ADA McLARK"), set_in_small("ALİ IŞIK")
    ('Ada McLark', 'Ali Işık')
    """
    words = name.split()
    if len(words) < 2 or not all(word.isupper() or _MIXED.fullmatch(word) for word in words):
        return name
    if not _TURKISH.isdisjoint(name):
        words = [word[0] + word[1:].translate(_DOTTED) for word in words]
    return " ".join(map(_small, words))


def _small(word: str) -> str:
    if match := _MIXED.fullmatch(word):
        return match[1] + match[2].title()
    return word if "." in word or (len(word) < 3 and not _SYLLABLE.match(word)) else word.title()


def is_given(name: str) -> bool:
    """Whether a name begins with a given name that is common in English.

    >>> is_given("Tom Lark"), is_given("Reel Harbour")
    (True, False)
    """
    words = name.split(maxsplit=1)
    return bool(words) and words[0].lower() in GIVEN


def han_names(text: str) -> list[str]:
    """The Chinese names in a piece of text, spaces between them.

    >>> han_names("段彦超 廖艳"), han_names("克里斯托弗·诺兰")
    (['段彦超', '廖艳'], ['克里斯托弗·诺兰'])
    """
    foreign = _FOREIGN.fullmatch(text.strip())
    if foreign:
        return [foreign.group()]
    spaced = re.fullmatch(r"\s*([\u4e00-\u9fff])\s+([\u4e00-\u9fff])\s*", text)
    if spaced:
        return [spaced[1] + spaced[2]]
    return [part for part in re.split(r"[\s\u3000]+", text.strip()) if is_han_name(part)]


def is_han_name(text: str) -> bool:
    """Whether a run of Han characters is built like a name: a surname and one or two characters, or a name with a dot.

    >>> is_han_name("张艺谋"), is_han_name("观察者网"), is_han_name("溫娜娜")
    (True, False, True)
    """
    if _FOREIGN.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or text[-1] in "网網报報" or key(text) in NOBODY | AGENCIES:
        return False
    return (simplified(text[0]) in SURNAMES and len(text) <= 3) or (text.startswith(COMPOUND) and len(text) > 2)


def is_person(name: str, nobody: Collection[str] = ()) -> bool:
    """Whether a name from an authors' field can be a person's: no agency, site, job, sentence or address.

    >>> is_person("Ada Fenwick"), is_person("Reuters"), is_person("admin"), is_person("https://example.com/ada")
    (True, False, False, False)
    """
    folded = key(name)
    if not folded or folded in NOBODY or folded in AGENCIES or len(name) > _LONGEST:
        return False
    if folded in nobody and not (is_full_name(name) and is_given(name)):
        return False
    if (
        name.lower().endswith((" by", " by:"))
        or _GLUED.search(name)
        or re.search(r"https?:|www\.|@|\d{3}|[{}<>|!?:=]|\.(?:com|org|net|cn|es|fr|de|it|uk|info)\b", name)
        or len(name.split()) > 6
        or len(folded) < 2
        or folded in ("the", "and")
    ):
        return False
    if re.search(r"[\u4e00-\u9fff]", name):
        return len(name) <= 12
    return not (ROLE.search(name) or _FURNITURE.search(name) or _is_credential(name) or _is_of_agency(name))


def is_pen_name(name: str, host: str = "") -> bool:
    """Whether a name that signs is an account's, a desk's or the house's rather than a person's.

    >>> is_pen_name("filmfan88"), is_pen_name("Film Desk"), is_pen_name("Reel Harbour", "www.reelharbour.com")
    (True, True, True)
    >>> is_pen_name("Tom Lark", "tomlark.com")
    False
    """
    words = key(name.split(maxsplit=1)[0]), key(name.rsplit(maxsplit=1)[-1])
    if words[1] in _HOUSE or words[0] == "team" or _ARTICLE.match(name):
        return True
    if " " not in name and (name.islower() or any(letter.isdigit() for letter in name)):
        return True
    long = [key(word) for word in name.split() if len(word) > 2]
    return bool(long and host) and not is_given(name) and all(word in key(host) for word in long)


def _is_of_agency(name: str) -> bool:
    """Reuters Staff, CNN Business, Associated Press Staff: an agency's name in front."""
    first, *rest = name.split()
    if rest and key(rest[-1]) in _HOUSE and key(" ".join((first, *rest[:-1]))) in AGENCIES:
        return True
    return bool(rest) and key(first) in AGENCIES and (first.isupper() or len(first) > 4)


def _is_credential(name: str) -> bool:
    return bool(_CREDENTIAL.match(name)) and sum(letter.isupper() for letter in name) > 1


def is_full_name(text: str) -> bool:
    """Whether a Latin text is built like a first and a last name, as free text must be before it counts as one.

    >>> is_full_name("Liang Yanfen"), is_full_name("the director"), is_full_name("Guillermo del Toro")
    (True, False, True)
    """
    words = text.split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
        and sum(word[:1].isupper() for word in words) >= 2
    )


def _trimmed(piece: str) -> str:
    """A name less what templates hang on it: brackets, a role, a trailing mark."""
    piece = re.sub(r"\s*[(\[（【][^)\]）】]*[)\]）】]?\s*$|\s@\w+.*$", "", piece).strip(" .,:;|-–—*•·\u3000\"'“”")
    piece = _ROLE_BEHIND.sub("", piece) if len(piece.split()) > 3 else piece
    piece = _AGENCY_BEHIND.sub("", piece) if len(piece.split()) > 3 or not piece.startswith("The ") else piece
    piece = f"{piece}." if piece.endswith((" Jr", " Sr")) else piece
    piece = (
        re.sub(r"\s(?:[A-Z]{2,5}N?|Ph\.?D\.?|M\.?D\.?)$", "", piece)
        if len(piece.split()) > 2 and not piece.isupper()
        else piece
    )
    return _HONORIFIC.sub("", re.sub(r"^(?:and|by|from|for|the)\s+(?=[A-Z])|\s+(?:and|&)$", "", piece))
