"""Tell the parts of a reader's comment apart by their wording: who, when, in answer to whom, and the buttons around it."""

import re
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from cleaners.comments.user_names import is_heading, is_name
from cleaners.text.runs import runs_of

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_CLOCK = r"\d{1,2}[:.：]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:[ecmp][sd]?t|gmt|utc|bst)\b)?"
_DAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}月\d{1,2}日|\d{1,2}-\d{1,2}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?)"
)
_AGO = (
    r"(?:about\s|over\s|almost\s)?(?:\d{1,3}|an?|one|two|three|few)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?"
    r"|days?|weeks?|wks?"
    r"|months?|years?|yrs?|[smhdwy]|mo)\sago|\d{1,3}\s?(?:秒|秒钟|分钟|小时|个?钟头|天|周|星期|个?月|年)(?:前|之前|以前)"
    r"|just now|yesterday|刚刚|刚才|昨天|前天|今天|\d{1,3}\s?(?:min|hr|[smhdwy])\b"
)
TIME = re.compile(rf"(?<![\w.])(?:{_AGO}|{_DAY}(?:,?\s?(?:at\s|@\s?|[-–]\s|t)?{_CLOCK})?|{_CLOCK})(?!\w)", re.I)
"""A moment as comment lists print it: ``2 hours ago``, ``3小时前``, ``May 8, 2021 at 3:13 pm``, ``2021-05-08 15:13``."""
_SMALL_TIME = re.compile(TIME.pattern)
"""The same in small letters: to lower a line first takes half of the time that a pattern does for which case does not count."""
_TIMELY = re.compile(r"\d|ago|now|yest|刚|昨|前|今")
"""What a lower-cased line must hold to hold a moment: cheap to look for."""

_LATIN_ACTION = (
    r"(?<![\w@])(?:reply|replies|like|likes|liked|dislike|upvote|downvote|vote up|vote down|report(?: abuse| comment)?|flag"
    r"|permalink|quote|log ?in to (?:reply|comment)|helpful|recommend"
    r"|thumbs (?:up|down)|(?:view|show|hide|see) (?:all |more |\d+ )*repl(?:y|ies))(?!\w)"
)
ACTION = re.compile(
    _LATIN_ACTION + r"|支持(?=\s*反对)|(?:支持|有用|好评|差评|亮了)(?=\s?[(（\[]\s?\d)"
    r"|回复|回覆|点赞|點讚|赞同|(?<!\d)\d{1,6}\s?[赞讚顶踩]|赞|讚|举报|舉報|反对|顶|踩|引用|转发|收起|展开(?:全部)?"
    r"|查看(?:全部)?(?:\d{1,5}条)?回复"
    r"|[\U0001F44D\U0001F44E\u2764\u25B2\u25BC\u2191\u2193]\ufe0f?"
)
"""The buttons under a comment, in small letters."""
_LATIN_BUTTON = re.compile(_LATIN_ACTION)

_LATIN_BADGE = (
    r"(?<!\w)(?:says|said(?:\.\.\.|\s?…)?"
    r"|wrote|writes|commented|posted(?: by)?|on|at|edited|verified|top fan|moderator|staff|author|pinned"
    r"|editor's pick|share|(?:posts|messages|threads|likes|points|karma|reputation)\s?:\s?[\d,.]{1,9}"
    r"|joined\s?:\s?[\w ,./-]{4,20}|\d{1,6}\spoints?"
    r"|(?:lv|level)\.?\s?\d{1,3}|vip\d{0,2}|#\d{1,5}|\d{1,5}\s?f)(?!\w)"
)
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_BADGE = re.compile(
    _LATIN_BADGE
    + rf"|[\[【]\s?\w{{0,3}}?(?:{_PROVINCES})\w{{0,10}}\s?[\]】]"
    + r"|(?:主题|帖子|发帖|精华|積分|积分|威望|经验|粉丝|听众)数?\s?[:：]?\s?\d{1,8}|有用|没用|看过|想看|在看|力荐"
    r"|[△▽▲▼★☆♥♡⇧⇩›]+|说道?|分享|只看(?:该作者|楼主|他|ta)|[倒正]序(?:浏览|查看)|阅读模式|电梯直达|發表於|发表于|发布于|发表(?=$|\s)|^网友(?=\s)|评论道?|楼主|作者|置顶|热评|(?<![\u4e00-\u9fff])(?:沙发|板凳|地板)(?![\u4e00-\u9fff])|第?\d{1,5}\s?[楼樓]"
    r"|(?:发|來|来)自\s?[\w ]{1,16}|ip\s?属地[:：]?\s?\w{2,8}|\w{2,6}网友"
)
_ALONE = re.compile(rf"(?:来自\s?)?(?:{_PROVINCES})[省市]?|[推噓嘘→]|save|parent|thread|context|expand full comment", re.I)
"""Where a reader is, as their address tells the site, what Taiwan's readers push, and buttons of common words."""
_OPENS = frozenset("北天上重河山辽吉黑江浙安福湖广海四贵云陕甘青台内西宁新香澳来推噓嘘→sptceSPTCE")
"""With which characters such a line begins."""
_BUTTON_TAIL = re.compile(
    r"(?:(?<=[\s|·•。！？.!?)）])|^)(?:Reply|REPLY|Like|Report|Share|Quote|回复|点赞|赞"
    r"|举报)\s?(?:[(（]?\d{1,5}[)）]?)?\s*[|·•]?\s*$"
)
_BUTTON, _MOMENT = 40, 60
"""Characters at the end of a text that a button and a moment are looked for in."""
_NUMBER = r"\d{1,6}(?:\.\d)?[kw万]?"
_COUNT = re.compile(rf"(?<!\w)(?:[(（\[]{{1,2}}{_NUMBER}[)）\]]{{1,2}}|[+]?{_NUMBER}(?!\w))")
_MARK = re.compile("|".join(f"(?:{marks.pattern})" for marks in (TIME, ACTION, _BADGE, _COUNT)))
_LATIN_MARK = re.compile(rf"(?<!\w)(?:{TIME.pattern}|{_LATIN_ACTION}|{_LATIN_BADGE}|{_COUNT.pattern})")
"""The same for a line without Han or signs, where nothing can begin inside a word: three times as fast."""
_FOREIGN = re.compile("[\u2190-\U0010ffff]")
"""Han characters, arrows, emoji: without one of them only Latin marks and voices are looked for."""
latin_words = runs_of("[a-z]")
"""The words of a text in small letters."""
_CUES = frozenset(
    "ago now yesterday est edt cst cdt mst mdt pst pdt gmt utc bst"
    " reply replies like likes liked dislike upvote downvote vote report flag permalink quote log login"
    " helpful recommend thumbs view show hide see says said wrote writes commented posted on at edited verified top moderator"
    " staff author pinned editor lv level vip share posts messages threads points karma reputation joined".split()
)
_SIGNS = re.compile(
    r"[\d\[【刚昨前今回点點赞讚举舉反顶踩引转收展查分只说發发评楼作置热沙板地來来网帖積积威经粉有没看想在力△▽▲▼★☆♥♡⇧⇩›\U0001F44D\U0001F44E\u2764\u25B2\u25BC\u2191\u2193]"
)
"""A mark has one of these words or characters: most lines have none, and are read no further."""
_ASCII_CUES = frozenset(cue.encode() for cue in _CUES)
_PACKED = bytes(code if chr(code) in ascii_lowercase else ord("0" if chr(code).isdigit() else " ") for code in range(256))
"""Every figure as 0 and every sign as a space: an ASCII line is asked for both in a third of the time."""
_LOOSE = re.compile(r"[\s#|·•∙,，:：;；/()（）\[\]\-–—_>»›@.。、\u200b]+")
_FLOOR = re.compile(r"(?:^|(?<=[\s|·•]))(?:第?\d{1,5}\s?[楼樓]|#\d{1,5}|楼主|樓主|沙发|板凳|地板)(?=$|[\s|·•:：])")
"""A comment's number in its thread, or the name of its place."""
_STOREY = re.compile("[楼樓#沙板地]")

REPLY = re.compile(
    r"^(?P<user>[^\s:：@][^:：@]{0,38}?)?\s?(?:回复了?|回覆|答复|\breplied to\b|\breplying to\b"
    r"|\bin reply to\b|\breply to\b)\s?"
    r"(?:@\s?|\[)?(?P<to>[^\s:：@][^:：@]{0,38}?)\]?\s?[:：]\s?(?P<text>.*)$",
    re.I | re.S,
)
"""``yykz 回复 @兮兮公主12138: 打卡~``, ``Reply to Ann: yes``."""
MENTION = re.compile(r"^@(?P<to>[^\s:：,，@]{1,38})[\s:：,，]+(?P<text>\S.*)$", re.S)
ANSWER = re.compile(r"^[\s:：]{0,3}回[复覆]了?\s?@?\s?(?P<to>[^\s:：@]{1,38})\s?[:：]\s?(?P<text>\S.*)$", re.S)
ANSWERED = re.compile(
    r"^(?:in reply to|in response to|replying to|replied to(?: (?:a )?comment from)?|回[复覆])\s?[:：]?\s?@?"
    r"(?P<to>[^\s:：@][^\n:：@]{0,38})$",
    re.I,
)
"""A line that says whom a comment answers, and no more: ``replied to comment from Ada``."""
SAYS = re.compile(
    r"^(?P<user>[^:：“”\"。！？!?\n]{1,40}?)\s?(?:\b(?:says|said|wrote|writes|commented)\b\s?|说道?"
    r"|评论道?)?(?:(?<!\d)[:：]|[:：](?!\d\d))\s?(?P<text>\S.*)?$",
    re.S | re.I,
)
_BRIEF = 20
_HEAD = 90
"""Characters of a line with a name and its marks at most."""
_QUOTES = ("“", '"', "「", "『", "‘")
"""What follows a name and a colon in an article, not in a comment."""


class Head(NamedTuple):
    """How a comment opens: who, in answer to whom, and what is said on the same line."""

    user: str
    to: str | None = None
    text: str = ""


@lru_cache(maxsize=8192)
def read_head(line: str) -> Head | None:
    """Read a line that may open a comment: a name alone or with its moment, before a colon, or in answer to another.

    >>> read_head("Mara K. · 2 days ago"), read_head("yykz 回复 @兮兮: 打卡~")
    (Head(user='Mara K.', to=None, text=''), Head(user='yykz', to='兮兮', text='打卡~'))
    >>> read_head("tideline says: loved it"), read_head("The sea was rough that night.")
    (Head(user='tideline', to=None, text='loved it'), None)
    """
    announced = ":" in line or "：" in line
    if (len(line) > _HEAD and not announced) or is_heading(line):
        return None
    if announced and (reply := REPLY.match(line)):
        return Head(reply["user"] or "", reply["to"], reply["text"])
    name = without_marks(line) if len(line) <= _HEAD else None
    if name == "":
        return None
    if name is not None and name in line and is_name(name):
        return Head(name.strip(" :：@[]【】"))
    if (
        announced
        and (says := SAYS.match(line))
        and says["text"]
        and is_name(says["user"])
        and not says["text"].startswith(_QUOTES)
    ):
        return Head(says["user"].strip(), None, says["text"])
    return None


@lru_cache(maxsize=8192)
def without_marks(text: str) -> str:
    """Leave out moments, buttons, counts and badges; what is left is a name, a text, or nothing.

    >>> without_marks("filmfan_22 · 3 hours ago · Reply (2)"), without_marks("2021-05-08 15:13 回复 赞(3)")
    ('filmfan_22', '')
    """
    if len(text) < _BRIEF and text[:1] in _OPENS and _ALONE.fullmatch(text):
        return ""
    if not _is_plain(text):
        lowered = text.replace("İ", "I").lower()  # no other letter is two when it is small
        kept, at = [], 0
        for match in (_MARK if is_foreign(text) else _LATIN_MARK).finditer(lowered):
            kept.append(text[at : match.start()])
            at = match.end()
        text = " ".join([*kept, text[at:]])
    return _LOOSE.sub(" ", text).strip() if not any(map(str.isalnum, text)) else text.strip(" \t|·•:：,，-–—()（）")


def is_foreign(text: str) -> bool:
    """Whether a text holds Han characters, arrows or emoji."""
    return not text.isascii() and _FOREIGN.search(text) is not None


@lru_cache(maxsize=8192)
def _is_plain(text: str) -> bool:
    """Whether nothing in a text can be a mark."""
    if text.isascii():
        packed = text.lower().encode().translate(_PACKED)
        return b"0" not in packed and _ASCII_CUES.isdisjoint(packed.split())
    return _SIGNS.search(text) is None and _CUES.isdisjoint(latin_words(text.lower()))


@lru_cache(maxsize=8192)
def has_time(line: str) -> bool:
    """Whether a line holds a moment, or the comment's place in its thread, which tells as much."""
    lowered = line.lower()
    timely = _TIMELY.search(lowered) is not None and _SMALL_TIME.search(lowered) is not None
    return timely or (_STOREY.search(line) is not None and _FLOOR.search(line) is not None)


@lru_cache(maxsize=8192)
def has_button(line: str) -> bool:
    """Whether a line holds a button."""
    return not _is_plain(line) and (ACTION if is_foreign(line) else _LATIN_BUTTON).search(line.lower()) is not None


def has_mark(line: str) -> bool:
    """Whether a short line holds a moment or a button."""
    return len(line) <= _HEAD and not _is_plain(line) and (has_time(line) or has_button(line))


@lru_cache(maxsize=4096)
def is_mark(text: str) -> bool:
    """Whether a line is nothing but moments, buttons, counts and badges."""
    return len(text) <= 120 and not without_marks(text)


@lru_cache(maxsize=4096)
def split_marks(text: str) -> tuple[str, str]:
    """Part a comment from the moment and the buttons that stand behind it.

    >>> split_marks("Loved it. March 5, 2024 at 10:35 pm Reply"), split_marks("What's not to like")
    (('Loved it.', 'March 5, 2024 at 10:35 pm Reply'), ("What's not to like", ''))
    """
    end = len(text)
    while (button := _BUTTON_TAIL.search(text, max(0, end - _BUTTON), end)) is not None:
        end = button.start()
    near = max(0, end - _MOMENT)
    timely = _TIMELY.search(text[near:end].lower()) is not None
    moments = [moment.start() for moment in TIME.finditer(text, near, end)] if timely else []
    if moments and not without_marks(text[moments[-1] : end]):
        end = moments[-1]
    return text[:end].rstrip(" |·•-–—("), text[end:].strip()
