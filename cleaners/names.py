"""Tell people's names from titles, agencies and sites, and split rows of names."""

import re
from collections.abc import Collection
from html import unescape

from cleaners.titles import key

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦"
    "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕"
    "楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌"
    "禤張劉陳楊黃趙吳孫馬鄭謝韓馮鄧許蕭蔣盧鍾陸葉蘇呂羅賈韋鄒閻龍賀顧錢嚴湯萬"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "慕容", "夏侯", "尉迟", "令狐", "端木", "歐陽", "司馬")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+")
ROLE = re.compile(
    r"\b(?:editors?|writers?|reporter|correspondent|director|officer|(?:co-?)?founder|contributors?|contributing"
    r"|experts?|analyst|manager|specialist"
    r"|coach|president|professor|chief|head of|photographer|journalist|strategist|consultant|producer|author"
    r"|columnist|blogger|marketer|marketing"
    r"|engineer|educators?"
    r"|interviewer|creator|reviewer|researcher|owner|ceo|cto|cmo|partner|associate|intern|nurse|dietitian|lead|vp|min read"
    r"|minutes?|comments?|read more"
    r"|freelance|senior|certified|attorney|therapist|trainer|copywriter|university|institute|magazine|ltd|inc|llc)\b",
    re.I,
)
_HOUSE = re.compile(
    r"\b(?:daily|news|times|post|press|media|magazine|journal|review|network|group|bank|care|agency|team|studios?"
    r"|blog|hotels?|security|marketing|online"
    r"|express|herald|tribune|weekly|today|tv|radio|company|services?|insider|digital|guide|movies?|films?|cinema"
    r"|entertainment|dental|travel|life|world"
    r"|the|of|for|and|my|your|how|best|top)\b",
    re.I,
)
"""Words of a site's name that no person's name has: a site may bear its owner's."""
_NOBODY = frozenset(
    "admin administrator editor editors staff staffwriter staffreporter staffwriters webmaster guest guestauthor"
    " guestpost anonymous unknown author"
    " editorial editorialteam editorialstaff editorialboard newsdesk newsroom webdesk onlinedesk webeditor newsstaff"
    " contributor contributors user root wpadmin"
    " january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday"
    " siteadmin superuser oureditors theeditors theeditor name authorname byline team webteam none null undefined"
    " agencies agency wire wireservices press"
    " 佚名 未知 网络 网络整理 本站 本站原创 管理员 系统管理员 编辑部 小编 匿名 原创 综合 整理 记者 编辑 本报 本报讯"
    " 本网".split()
)
AGENCIES = frozenset(
    "reuters ap associatedpress theassociatedpress afp agencefrancepresse bloomberg bloombergnews xinhua"
    " xinhuanewsagency upi pamedia pressassociation"
    " dpa ians pti ani efe tass interfax kyodo yonhap prnewswire businesswire globenewswire accesswire gettyimages"
    " cna cnn bbc bbcnews chinadaily"
    " chinanewsservice 新华社 新华网 中新社 中新网 中国新闻网 中国新闻社 路透社 法新社 美联社 人民网 人民日报 央视"
    " 央视新闻 环球网 澎湃新闻 新京报 中国日报".split()
)
_CREDENTIAL = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,2}\.?){1,5}(?:[-/][A-Z]+)?[®©*]?$|^(?:PhD|Ph\.D\.?|MPH|PsyD|PharmD|Esq\.?|LMFT|E-RYT.*|Jr\.?|Sr\.?)$"
)
_PREFIX = re.compile(
    r"^\s*(?:(?:written|words?|story|text|posted|reported|article|authored|published|post|content)\s+by"
    r"|by|authors?|reporters?|writers?)\b\s*[:：]?\s*"
    r"|^\s*(?:作者|记者|文|撰文|采写|撰稿)\s*[:：/／|｜]\s*",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:,\s*and\s|[,;，；、]|\sand\s|\s&\s|\swith\s|\s\|\s|\s/\s|(?<=[\u4e00-\u9fff])[/／]|\s[•·–—-]\s)\s*", re.I
)
_PARTICLES = frozenset("de da di del della der den van von la le el al bin ibn ben y e dos du ter ten st st. af av".split())
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
    described = False
    for piece in _SPLIT.split(text):
        found = han_names(piece) if re.search(r"[\u4e00-\u9fff]", piece) else [_trimmed(piece)]
        names += [name for name in found if is_person(name, nobody) and not (described and not is_full_name(name))]
        described = described or bool(ROLE.search(piece))
    if names and is_full_name(names[0]):
        names = [name for name in names if is_full_name(name) or re.search(r"[\u4e00-\u9fff]", name)]
    return tuple(dict.fromkeys(names))


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

    >>> is_han_name("张艺谋"), is_han_name("观察者网"), is_han_name("欧阳娜娜")
    (True, False, True)
    """
    if _FOREIGN.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or key(text) in _NOBODY | AGENCIES:
        return False
    return (text[0] in _SURNAMES and len(text) <= 3) or (text.startswith(_COMPOUND) and len(text) > 2)


def is_person(name: str, nobody: Collection[str] = ()) -> bool:
    """Whether a name from an authors' field can be a person's: no agency, site, job, sentence or address.

    >>> is_person("Ada Fenwick"), is_person("Reuters"), is_person("admin"), is_person("https://example.com/ada")
    (True, False, False, False)
    """
    folded = key(name)
    if not folded or folded in _NOBODY or folded in AGENCIES or len(name) > _LONGEST:
        return False
    if folded in nobody and not _is_personal(name):
        return False
    if (
        name.lower().endswith((" by", " by:"))
        or re.search(r"https?:|www\.|@|\d{3}|[{}<>|!?:=]|\.(?:com|org|net|cn)\b", name)
        or len(name.split()) > 6
        or len(folded) < 2
    ):
        return False
    if re.search(r"[\u4e00-\u9fff]", name):
        return len(name) <= 12
    return not ROLE.search(name) and not _CREDENTIAL.match(name)


def is_full_name(text: str) -> bool:
    """Whether a Latin text is built like a first and a last name, as free text must be before it counts as one.

    >>> is_full_name("Liang Yanfen"), is_full_name("the director"), is_full_name("Guillermo del Toro")
    (True, False, True)
    """
    words = text.split()
    capital = sum(word[:1].isupper() for word in words)
    return (
        2 <= len(words) <= 5
        and capital >= 2
        and words[0][:1].isupper()
        and all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)
    )


def _is_personal(text: str) -> bool:
    """Whether a site's name may be its owner's: two to four words, none of them a house's."""
    return 2 <= len(text.split()) <= 4 and text.replace(" ", "").isalpha() and not _HOUSE.search(text)


def _trimmed(piece: str) -> str:
    """A name less what templates hang on it: brackets, a role, a trailing mark."""
    piece = re.sub(r"\s*[(\[（【].*$", "", piece).strip(" .,:;|-–—*•·\u3000\"'")
    piece = re.sub(r"\s(?:[A-Z]{2,5}N?|Ph\.?D\.?|M\.?D\.?)$", "", piece) if len(piece.split()) > 2 else piece
    return re.sub(r"^(?:and|by|from|for|the)\s+(?=[A-Z])|\s+(?:and|&)$", "", piece)
