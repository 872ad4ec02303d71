"""Tell people's names from titles, agencies and sites, and split rows of names."""

import re
from collections.abc import Collection
from html import unescape

from cleaners.authors.han_names import han_names, is_han_name
from cleaners.authors.name_lists import AGENCIES, NOBODY
from cleaners.authors.spelling import is_full_name, is_given, set_in_small
from cleaners.text.titles import key

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
