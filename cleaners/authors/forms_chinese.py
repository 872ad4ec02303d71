"""The forms in which Chinese texts name who wrote them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.authors.han_names import han_names

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]"
"""Rare ones too: names have them."""
_BESIDE = r"(?:(?:实习|實習|见习|見習)(?:生|记者|記者)|通[讯訊][员員])"
"""Trainees and stringers, whom papers name beside their reporter as authors."""
_NO_AUTHOR = r"(?:编辑|編輯|责编|責編|校对|校對|审核|審核|[摄攝]影|[来來]源|图片|圖片|[监監]制|统筹|統籌|[设設][计計])"
_NAMES = (
    rf"(?P<names>(?:{_HAN}{{1,8}}(?=[·・]{_HAN})|{_HAN}{{2,4}}|{_HAN}[\s\u3000]{_HAN}(?!{_HAN}))(?:[·・]{_HAN}{{1,8}})*"
    rf"(?:(?:[\s\u3000、,，&＆]{{1,3}}|\s[/／]\s)(?!{_HAN}{{0,4}}{_NO_AUTHOR})(?:{_HAN}{{0,8}}?{_BESIDE}[\s:：]?)?{_HAN}{{2,4}}(?!{_HAN}))*)"
)
_CITY = (
    r"(?:[台臺][北中南]|高雄|香港|北京|上海|[广廣]州|深圳"
    r"|洛杉[矶磯]|[纽紐][约約]|[东東]京|巴黎|[伦倫]敦|柏林|威尼斯|坎城|戛[纳納]|首[尔爾])"
)
_STOP = (
    rf"(?=$|{_CITY}|[\s\u3000（(）)】\]／/|｜。,，;；、_0-9]"
    r"|报道|報[道導]|摄|攝|文|图|圖|综合|整理|发自|通讯员|编辑|来源|实习)"
)
_ZH_BESIDE = re.compile(_BESIDE + "[:：]?")
_ZH_CITY = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}}){_CITY}$")
"""Where a reporter wrote from, glued to the name: 記者蘇晴台北報導."""
_ZH_SIGNS = re.compile(
    r"[記记作]者|文|采写|採訪|采访[人:：/]|影评人|撰稿|编译|編譯|编写|[讯訊评評][员員论論]|主[笔筆]|整理|原创|执笔|執筆|供稿|投稿|[网網报報社][\s\u3000·|｜]|[\s\u3000·|｜].{2,8}[网網报報社]|^[◎□■●▲◆]|发布者|[/／].{2,4}(?:[报報]|[电電])"
)
"""What every Chinese byline holds."""
_ZH_AUTHOR = re.compile(
    rf"(?P<paper>(?:{_HAN}|[A-Za-z·]){{2,10}}?)?(?:本报|本网|本刊|特约|特派|见习|实习|首席|全媒体"
    rf"|驻{_HAN}{{2,6}})*(?P<word>记者|記者|(?<!原著)(?<![小原]说)(?<!小說)(?<![书歌漫动])(?<!歌曲)(?<!漫画)(?<![该看])作者|撰文者?|采写|採訪|采访(?=[:：/])|采访人|影评人|撰稿人?|文字|编译|編譯|编写|执笔|執筆|供稿|投稿|发布者|通[讯訊][员員])"
    rf"(?:\s(?:Author|Text|By|Reporter|Writer)\b)?[\s\u3000:：|｜丨/／]{{0,4}}(?:[\[(（【〔][美英法德意日韩韓俄加澳西印][\])）】〕]\s?)?{_NAMES}{_STOP}"
)
_ZH_LATIN = re.compile(r"(?:作者|撰文|文|记者|記者)\s?[:：|｜/／丨]\s?(?P<names>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]*){1,3})")
"""A foreigner's name on a Chinese page."""
_ZH_TEXT = re.compile(
    rf"(?:^|[\s\u3000（(【|｜])(?:[图圖][/／、&]?)?文(?:并?[/／、&]?图(?=[/／:：])|[/／、&]图\s?|(?=[/／|｜:：丨\s\u3000]))[\s\u3000]?[/／|｜:：丨]?[\s\u3000]?(?:{_HAN}{{2,8}}?(?:记者"
    rf"|作者)\s?)?[\s\u3000]{{0,2}}{_NAMES}{_STOP}"
)
_ZH_BEFORE = re.compile(rf"(?:记者[\s\u3000])?{_NAMES}[\s\u3000]?文[/／、]?图")
_ZH_BEHIND = re.compile(rf"(?:^|[\s\u3000]){_NAMES}[\s\u3000]?[|｜/／丨][\s\u3000]?文(?=$|[\s\u3000])")
_ZH_PAPER = re.compile(
    rf"(?:^|[\s\u3000\d])(?<![源自][:：]\s)(?<![源自][:：])(?P<paper>(?!来源|來源){_HAN}{{2,8}}[网網报報社])[\s\u3000·|｜]{{1,3}}"
    rf"(?P<names>{_HAN}(?!城|州|山|南|西|东|北|苏|蘇|海|江|河)[\u4e00-\u9fff](?:{_HAN})?)(?=$|[\s\u3000\d|｜])"
)
"""A paper and a name behind it: 江海時報 蘇晴; no town, as 江城."""
_ZH_PAPER_BEHIND = re.compile(
    rf"^(?P<names>{_HAN}(?!城|州|山|南|西|东|北|苏|蘇|海|江|河)[\u4e00-\u9fff](?:{_HAN})?)[\s\u3000·|｜]{{1,3}}"
    rf"(?P<paper>{_HAN}{{2,8}}[网網报報社])[\s\u3000·|｜]{{1,3}}(?=(?:19|20)\d\d)"
)
_ZH_SIGN = re.compile(rf"^[◎□■●▲◆][\s\u3000]?{_NAMES}$")
"""How papers mark a name that stands alone: ◎苏晴."""
_ZH_ROLE = re.compile(
    rf"(?:^|[\s\u3000（(【|｜])(?:[特本]{_HAN}{{0,4}})?(?:评论员|評論員|主笔|主筆|整理|原创)[\s\u3000]?[:：/／|｜丨\s\u3000][\s\u3000]?{_NAMES}{_STOP}"
)
_ZH_TOLD = re.compile(rf"^[（(]本?文?作者(?P<names>{_HAN}{{2,3}}?)[，,]?(?:[为為系係是]|现[为任])")
_ZH_TOLD_BEHIND = re.compile(rf"^[（(]本?文?作者[为為系係是][^（()）]{{2,24}}?[\s\u3000](?P<names>{_HAN}{{2,3}})[）)]$")
"""How papers present an author below the text: （作者苏晴为江城大学教授）."""
_ZH_WIRE = re.compile(rf"^[（(【]?{_NAMES}(?:[/／]{_HAN}{{2,4}}(?:[报報][道导導]|[电電]$)|[\s\u3000]{{0,2}}整理[报報][道导導])")
"""How papers of Taiwan and Hong Kong sign: 蘇晴／台北報導."""
_ZH_DESKED = re.compile(rf"^{_HAN}{{2,4}}(?:中心|[組组部])[/／]{_NAMES}[報报][導导道]")
"""The same behind a desk: 娛樂中心／蘇晴報導."""
ZH_DESK = re.compile(
    rf"[（(【〔]?(?:记者|記者)?{_HAN}{{2,6}}[/／]{_HAN}{{2,6}}[报報][道导導][）)】〕]?"
    rf"|(?:[摄攝]影|影音|[图圖]片?|校[对對]|排版|[设設][计計])[\s\u3000]?[:：|｜丨/／][\s\u3000]?{_HAN}{{2,6}}"
)
"""A line with which a desk signs and no more, 娛樂中心／綜合報導, or that credits pictures and print."""
ZH_EDITOR = re.compile(
    r"(?<!图片)(?<!圖片)(?<!视频)(?<!美术)(?<!视觉)(?:责任编辑|責任編輯|责编|編輯|编辑|主编"
    r"|编审|(?:(?<=[\s\u3000])|^)[编編](?=[|｜/／丨]))[\s\u3000]{0,3}(?P<labelled>[:：|｜/／丨])?[\s\u3000]{0,3}(?P<names>[\u4e00-\u9fffA-Za-z·][\u4e00-\u9fffA-Za-z·、\s]{0,24})"
)
_ZH_ABROAD = re.compile(
    rf"[记記]者[\s\u3000]?(?P<names>{_HAN}{{2,3}}(?:、{_HAN}{{2,3}})*){_HAN}{{2,3}}\d{{1,2}}日[专專]?[电電]"
)
"""An agency's reporter, town and day in one: 記者蘇晴新竹16日電."""
_ZH_FORMS = (
    _ZH_ABROAD,
    _ZH_AUTHOR,
    _ZH_TEXT,
    _ZH_BEFORE,
    _ZH_BEHIND,
    _ZH_PAPER,
    _ZH_PAPER_BEHIND,
    _ZH_SIGN,
    _ZH_ROLE,
    _ZH_WIRE,
    _ZH_DESKED,
    _ZH_TOLD,
    _ZH_TOLD_BEHIND,
)
_LINKS = re.compile(r"友情[链鏈]|相关[链連]接|合作媒体|合作网站")
"""Rows of other sites, where a paper stands before another: 友情链接：电影网 时光."""
_PHOTO = re.compile(r"[\s\u3000]{0,2}(?:[摄攝](?!影[\s\u3000]?[/／:：|｜\u4e00-\u9fff])|供图|图(?!文|片|\s?[/／:：|｜]))")


@dataclass(frozen=True, slots=True)
class Byline:
    """People named by one form, and the paper they are said to write for."""

    names: tuple[str, ...]
    paper: str | None = None


_PEN = re.compile(
    r"(?:(?<!原著)(?<![该看])作者|发布者)\s?[:：丨|｜]\s?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,10})(?=$|[\s\u3000|｜·，,;；])"
    r"|^(?:撰?文|撰稿)\s?[/／|｜:：丨]\s?(?P<other>[\u4e00-\u9fffA-Za-z0-9]{2,10})(?=$|[\s\u3000])"
)
_ACCOUNT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·_-]{2,12}")
_NO_PEN = re.compile(
    r"[网網报報社台部组組室刊]$|中心|频道|頻道|编辑|編輯|[小主]编|注册|登[录陆錄]|退出|会员|佚名|匿名|未知|不详|[原来來]创?源?$|综合|整理|管理|本站|网络|記者|记者|新闻|新聞|客户端"
    r"|(?:娱乐|娛樂|影视|影視|[传傳]媒|[资資][讯訊]|在[线線]|[观觀]察)$|\d{4}"
)


def pen_name(text: str) -> str | None:
    """The name that a line labels as its author's though it is built like no person's: an account, never a desk.

    >>> pen_name("作者：光影漫步者 来源：江城网"), pen_name("作者：本站编辑"), pen_name("作者：佚名")
    ('光影漫步者', None, None)
    """
    match = _PEN.search(text)
    name = (match["name"] or match["other"]) if match else ""
    return name if is_pen(name) else None


def is_pen(name: str) -> bool:
    """Whether a name of one word may be a writer's account: it names no desk, paper or house.

    >>> is_pen("光影漫步者"), is_pen("江城晚报"), is_pen("娱乐频道")
    (True, False, False)
    """
    return _ACCOUNT.fullmatch(name) is not None and not _NO_PEN.search(name) and not name.isdigit()


def chinese_names(text: str) -> Iterator[Byline]:
    """Read the Chinese forms: 记者 张三, 作者：张三, 文/张三, 张三 文/图; a photographer's credit is passed over.

    A trainee (实习生) and a stringer (通讯员) sign beside the reporter and are authors as well.

    >>> list(chinese_names("新京报讯（记者 陆一夫）11月25日"))
    [Byline(names=('陆一夫',), paper=None)]
    >>> list(chinese_names("中新社记者 贾天勇 摄"))
    []
    """
    if text.isascii():
        return
    latin = _ZH_LATIN.search(text)
    if latin:
        yield Byline((latin["names"],))
    for pattern in _ZH_FORMS if _ZH_SIGNS.search(text) and not _LINKS.search(text) else ():
        for match in pattern.finditer(text):
            if _PHOTO.match(text, match.end()) and not re.match(r"[\s\u3000]?文[/／、]?图", text[match.end() :]):
                continue
            found = match.groupdict()
            row = _ZH_BESIDE.sub(" ", match["names"])
            names = [name for part in re.split(r"[、,，&＆]", row) for name in han_names(_ZH_CITY.sub("", part))]
            paper = found.get("paper") or ""
            if names:
                yield Byline(
                    tuple(dict.fromkeys(names)),
                    paper if paper.endswith(("报", "网", "社", "新闻", "周刊")) and paper[0] != "本" else None,
                )
