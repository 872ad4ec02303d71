"""Links to other stories: single READ MORE lines, and lists under a heading."""

from collections.abc import Iterator

from cleaners.language import HAN
from cleaners.ledger import Reason, Removal
from cleaners.text.lines import Line, first, lines_of, rule

_LINK = rule(
    "related.line",
    Reason.RELATED,
    r"(?:\W{0,3})(?:read more|read also|also read|read next|see also|see more|more from|watch|watch also|related"
    r"|related (?:story|stories|article|articles|link|links)"
    r"|recommended|don['’]t miss|you may also like|click here to read|up next|next up|in other news)\s?[:：»>\-–—|].{2,200}",
    r"(?-i:READ MORE)\b.{0,200}|(?-i:MORE)\s?[:»].{2,200}|related (?:content|coverage|topics|reading)\s?[:»].{2,200}",
    r"click here (?:to|for) .{2,80}|continue reading(?:\s?[:»>→“\"].{0,80}"
    r"|\s(?:below|here|on|in)\b.{0,20})?|read (?:the )?(?:full|rest of the|entire|original|complete)"
    r" (?:article|story|interview|review|post|piece|report|statement)\b.{0,40}",
    r"(?:read|see) (?:more|other|all) (?:(?:stories|articles|posts) )?(?:from|by) (?-i:[A-Z])[^.!?]{2,60}"
    r"|see (?:more|all) (?:photos|pictures|images|videos)\b[^.!?]{0,40}|READ\s?\|.{2,80}",
    r"in [\"“][^\"”]{2,40}[\"”]",
    r"展开(?:剩余|余下)\s?\d{0,3}\s?%?",
    r"请继续往下(?:阅读|看)\W{0,6}|\W{0,3}(?:相关(?:阅读|新闻|报道|链接|文章)|延伸阅读|推荐阅读|更多阅读|阅读更多|点击阅读|相关推荐|往期回顾"
    r"|精彩推荐)(?:\s?[:：>»]|[】\]]).{2,120}",
    r"(?:点击|戳)?(?:这里|此处|下方)?(?:阅读|查看)(?:全文|原文|更多)(?:内容|精彩|详情|报道|新闻)?\W{0,6}|阅读原文\W{0,6}|展开(?:全文"
    r"|更多).{0,6}|(?:原文|文章)链接[:：].{0,160}",
    longest=260,
)
_HEADING = rule(
    "related.heading",
    Reason.RELATED,
    r"related|must[ -]reads?|阅读下一篇\s?[:：]?|read more (?:about|on)\s?[:：]",
    r"\W{0,3}(?:related|recommended) (?:articles?|stories|story|posts?|news|content|coverage|reading|links?"
    r"|topics|videos?|features?|for you)\W{0,3}",
    r"\W{0,3}more (?:stories|articles|posts|news|coverage|from .{2,40}|on this (?:story|topic)|like this)\W{0,3}",
    r"\W{0,3}(?:you (?:may|might) (?:also )?(?:like|be interested in)|read (?:next|also)|also read"
    r"|further reading|keep reading|what to read next"
    r"|most (?:popular|read|viewed)(?: (?:in|on|today)\b.{0,40})?|don['’]t miss"
    r"|related coverage from .{2,60}|trending now|popular (?:posts|stories|articles)|latest (?:news|stories|articles|posts)"
    r"|recent (?:posts|articles|stories)|other stories)\W{0,3}",
    r"\W{0,3}(?:相关(?:阅读|新闻|报道|链接|文章|推荐|内容|搜索)|延伸阅读|推荐阅读|更多(?:阅读|新闻|报道)|猜你喜欢|热门(?:推荐"
    r"|文章|新闻|阅读)|热点(?:新闻|推荐|排行)|(?:点击|阅读|人气)排行榜?|为(?:您|你)推荐|精彩推荐|最新(?:文章|新闻|资讯)|往期回顾|今日推荐|编辑推荐|小编推荐"
    r"|大家都在看|热点排行|新闻排行|图片推荐|24小时热(?:门|文|点))\W{0,3}",
    r"\W{0,3}更多[^，。！？]{2,10}(?:[报報][道导導]|新[闻聞])\W{0,3}(?:\s[^。]{4,60})?",
    r"\W{0,3}(?:explore|read|see|discover) more (?:on|about) (?:these|this|the) topics?\W{0,3}",
    longest=80,
)
_RULES = (_HEADING, _LINK)
_TITLE = 120
"""Characters of the longest title in a list of links."""
_ROOM = 20
_SOME, _TELLING = 3, 5
"""Words that a title in such a list has at least, and one behind the name of its room."""
_ENDS = '.。!！?？…;；:：”"’」』)）]】'


def related_lines(text: str) -> Iterator[Removal]:
    """READ MORE lines; and headings of related stories with the titles below them, up to the next line of prose."""
    below, room = False, None
    for line in lines_of(text):
        found = first(_RULES, line.text)
        below = below or found is _HEADING
        if found is not None:
            yield line.removal(Reason.RELATED, found.name)
        elif below and _is_title(line, _TELLING if room else _SOME):
            yield from (each.removal(Reason.RELATED, "related.title") for each in (room, line) if each is not None)
            room = None
        elif below and room is None and _is_room(line):
            room = line
        else:
            below, room = False, None


def _is_room(line: Line) -> bool:
    """Whether a line is a word or two, as sites call the room that a title stands in."""
    return len(line.text) <= _ROOM and line.text[-1] not in _ENDS and len(line.text.split()) <= 2


def _is_title(line: Line, least: int) -> bool:
    weight = len(line.text.split()) + len(HAN.findall(line.text)) // 2
    return weight >= least and len(line.text) <= _TITLE and line.text[-1] not in _ENDS
