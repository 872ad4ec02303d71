"""Tell the names of users from other short lines: labels, sentences, the line that announces comments."""

import re
from functools import lru_cache

HEADING = re.compile(
    r"^\W{0,4}(?:(?:\d{1,6}|all|reader|readers'?|latest|top|hot|newest|user|view|show|add)\s+){0,2}"
    r"(?:comments?|responses?|replies|(?:comments|responses?|replies) (?:to|on)\s.{0,120}"
    r"|thoughts on.{0,120}|discussion|join the (?:discussion|conversation)"
    r"|what (?:do )?(?:you|readers) (?:think|say)|"
    r"leave a (?:reply|comment)|reader reactions?)\W{0,3}(?:\d{1,6}|so far|below)?\W{0,4}$"
    r"|^\W{0,4}(?:(?:全部|最新|热门|精彩|精选|网友|读者|用户|文章|相关|观众|热点|\d{1,6}\s?条)){0,2}\s?(?:评论|留言|跟帖"
    r"|跟贴|热评|回复|点评"
    r"|讨论|回應|回应)(?:区|列表|专区)?\W{0,3}"
    r"(?:共?\s?\d{1,6}\s?条?)?\W{0,4}$",
    re.I,
)
"""The line above a list of comments: ``3 Comments``, ``网友评论``."""
_HEADING_LINE = 300
_SENTENCE = re.compile(r"[。！？!?…;；“”\"<>{}|=\n]|[,，、]\s|(?<![A-Z])\.\s\w|\.{2,}|https?:|www\.|[:：]\s?\S")
_LABELS = frozenset(
    "q|a|question|answer|note|source|photo|image|video|director|directors|starring|stars|cast|writer|writers|"
    "running time|rating|release date|genre|language|country|tag|tags|by|via|read more|notice|disclaimer|"
    "editor's note|editor’s note|update|correction|related|share|share to|close|save|log out|facebook|twitter|x|email|"
    "e-mail|linkedin|whatsapp|pinterest|reddit|stumbleupon|delicious|digg|tumblr|more sharing|"
    "instagram|youtube|wechat|copy link|print|latest|more|next|previous|"
    "home|menu|search|login|sign in|sign up|subscribe|view|views|name|website|most popular|most read|trending|contact|"
    "contact us|about|about us|privacy policy|terms|faq|问|答|记者|主持人|导演|主演|编剧|片长|类型|类别|上映|出品|"
    "制片|时间|地点|票价|来源|作者|编辑|责任编辑|责编|电话|地址|关键词|标签|特别声明|声明|免责声明|版权声明|提示|"
    "温馨提示|注|备注|摘要|导读|核心提示|原标题|标题|发布日期|发布时间|所属分类|分类|分享|分享到|分享至|关闭|收藏|退出|发布|发表|"
    "登录|注册|纠错|打印|字号|微信|微博|新浪微博|腾讯微博|微博微信|qq空间|qq|腾讯qq|朋友圈|易信|人人网|豆瓣|不感兴趣|首页|新闻|更多|换一换|相关推荐|相关阅读|相关新闻|相关文章|最新文章|热门文章|热门推荐|推荐阅读|"
    "为您推荐|猜你喜欢|延伸阅读|上一篇|下一篇|標題|時間|看板|導演|主持人|記者|編輯|來源|標籤|分類|關鍵字|圖片|文章导航|返回首页|联系我们|关于我们|网站地图|友情链接|".split(
        "|"
    )
)
"""Lines and words before a colon that name a part of the page, never a person."""
_NO_NAME = re.compile(
    r"^\d{4}-\d\d-\d\d|^https?$|cookie|^(?:leave|post|add|write)\s(?:an?|your)\b|^(?:reply )?to (?:this )?comment$"
    r"|^sort(?:ed)? by\b|^按(?:热度|时间)|^(?:默认|最新|最热)排序",
    re.I,
)
"""Moments for machines, rows of a cookie table, the form below and the switches above a list."""
_NO_BEGINNING = (*"0123456789", "sort", "http", "leave", "post", "add", "write", "reply", "to ", "按", "默认", "最新", "最热")
_HANDLE = re.compile(
    r"^(?:@\S+|\S*[_\d]\S*|[a-z][a-z.\-]{2,}|\S*[a-z][A-Z]\S*|(?=.*[A-Za-z])(?=.*[\u4e00-\u9fff])\S+|\S*\*{2,}\S*"
    r"|.*网友|用户.*)$"
)
_WORDS, _NAME_WEIGHT = 4, 36
"""Words, and twelve Han characters or 36 letters: above it, a title."""


def is_name(text: str) -> bool:
    """Whether a line could be a user's name: short, and no sentence, label or number.

    >>> is_name("兮兮公主12138"), is_name("Mara K."), is_name("What a film!"), is_name("导演")
    (True, True, False, False)
    """
    text = text.strip(" :：@")
    if not 0 < len(text) <= _NAME_WEIGHT or not any(map(str.isalpha, text)):
        return False
    if not text.isascii() and len(text) + 2 * sum(map("\u2e80".__le__, text)) > _NAME_WEIGHT:
        return False
    words, lowered = text.split(), text.casefold()
    if len(words) > _WORDS or lowered.strip("【】[]()（）:： ") in _LABELS:
        return False
    bare = "".join(words).isalnum()  # most lines are: no sentence is
    if not bare and _SENTENCE.search(text) is not None:
        return False
    refused = ("cookie" in lowered or lowered.startswith(_NO_BEGINNING)) and _NO_NAME.search(text) is not None
    return not refused and not is_heading(text)


@lru_cache(maxsize=4096)
def is_heading(text: str) -> bool:
    """Whether a line announces comments.

    >>> is_heading("4 Responses to The Night Ferry"), is_heading("网友评论"), is_heading("Comment on this article")
    (True, True, False)
    """
    return len(text) <= _HEADING_LINE and HEADING.match(text) is not None


@lru_cache(maxsize=4096)
def is_handle(text: str) -> bool:
    """Whether a name is one that only the net gives: ``harbourfan_88``, ``yykz``, ``小蘑菇abc``."""
    return _HANDLE.search(text.strip(" :：")) is not None
