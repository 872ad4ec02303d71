"""Share rows, follow calls, and the furniture of a page that became lines of text."""

from collections.abc import Iterator

from cleaners.ledger import Reason, Removal
from cleaners.lines import lines_of, rule, taken

_PLACES = (
    r"(?:facebook|twitter|x|e-?mail|linkedin|whats ?app|pinterest|reddit|telegram|we ?chat|weibo|messenger"
    r"|flipboard|tumblr|instagram|youtube|tiktok|threads|bluesky|line|copy link|print|more|微信|微博|新浪微博"
    r"|腾讯微博|QQ|QQ空间|QQ好友|朋友圈|人人网|豆瓣|易信|复制链接|更多|打印)"
)
_RULES = (
    rule(
        "share.row",
        Reason.SHARE,
        r"share(?:\s?[-–:|]\s?\w+)?",
        r"share (?:this|on|via|to|with|the)\b.{0,40}",
        r"share\s\d{1,6}|\d{1,6}(?:\.\d)?k? shares?",
        rf"(?:(?:share|tweet|pin|post|分享|分享到|分享至|转发到)\s?[:：]?\s*)?(?:{_PLACES}[\s,|/·、]*){{2,12}}",
        r"(?:用微信扫码|扫一扫|打开微信).{0,40}分享.{0,20}",
        r"(?:一键)?分享(?:到|至)?[:：]?.{0,16}",
        r"(?:click|tap) to (?:share|tweet|email|print)\b.{0,60}",
        r"(?:点赞|收藏|转发|打印|字号|字体|大 ?中 ?小|关闭|举报)(?:[\s|/]+(?:点赞|收藏|转发|打印|字号|字体|大|中|小"
        r"|关闭|举报|分享)){0,6}",
    ),
    rule(
        "share.follow",
        Reason.SHARE,
        r"follow us",
        r"follow (?:us|me|\w+(?: \w+){0,3}) on (?:facebook|twitter|x|instagram|youtube|tiktok|wechat|weibo|linkedin"
        r"|google news)\b.{0,120}",
        r"(?:like|find|join) us on (?:facebook|twitter|x|instagram)\b.{0,120}",
        r"(?:you can )?(?:add|make) .{2,40} (?:as|your) (?:a )?preferred (?:news )?source.{0,60}",
        r".{0,30}(?:扫码|扫描(?:上方|下方|左侧|右侧)?二维码|长按(?:识别)?二维码|长按(?:识别)?).{0,40}",
        r"(?:(?:欢迎|敬请|请)?(?:用?微信)?扫一扫[，,\s]{0,2})?(?:欢迎|敬请|请)?(?:关注|搜索|添加)(?:我们(?:的)?|本报|本刊|本网|官方)?.{0,16}(?:微信|公众号|微博|视频号"
        r"|抖音号?).{0,40}",
        r"更多.{0,20}(?:请|敬请|欢迎)(?:关注|点击|下载|登录).{0,40}",
        longest=160,
    ),
)
_STRONG = rule(
    "furniture.line",
    Reason.NAVIGATION,
    r"most (?:popular|read|viewed|shared|commented)",
    r"back to (?:the )?top|返回(?:顶部|首页)|回到顶部",
    r"skip to (?:main )?(?:content|navigation)",
    r"advertisement|advertising|sponsored(?: content)?|promoted|广告"
    r"|story continues below(?: this)? ad(?:vertisement)?|scroll to continue.{0,40}",
    r"loading(?:\.\.\.|…)?|please wait(?:\.\.\.|…)?|加载中(?:\.\.\.|…)?|点击(?:加载|查看)更多|show more"
    r"|load more.{0,20}|see more",
    r"top stories|trending(?: now)?|latest (?:news|stories|posts|articles)|recent posts|popular posts"
    r"|editor['’]?s['’]? picks?",
    r"(?:jump|leave|post|add|write|view|show|read|see)\s(?:a |all |your |the |to )?(?:\d{1,5}\s)?comments?"
    r"|leave a (?:reply|comment)|no comments(?: yet)?|\d{1,5} comments?",
    r"your email address will not be published.{0,80}|required fields are marked.{0,10}"
    r"|save my name, email,? and website.{0,100}|cancel reply",
    r"(?:log|sign) ?in to (?:comment|reply|leave|post).{0,60}|you must be logged in.{0,60}|comments are closed.{0,20}",
    r"(?:发表|我要|查看)?评论.{0,6}|登录后(?:参与|才能|可以)?.{0,12}评论.{0,10}|网友评论仅供.{0,60}|文明上网.{0,40}|暂无评论",
    r"tags?\s?[:：].{0,160}|filed under[:：].{0,120}|(?:文章)?(?:标签|关键词|关键字)\s?[:：].{0,120}"
    r"|categories[:：].{0,120}|topics[:：]?.{0,100}",
    r"(?:home|首页|主页)(?:\s?[/>»›|\-]\s?[^/>»›|.。]{1,40}){1,5}|当前位置[:：].{0,80}|您(?:现在的|当前的?)?(?:位置"
    r"|所在位置)[:：].{0,80}",
    r"(?:previous|next|older|newer) (?:post|article|story|page)s?\b.{0,120}|(?:上一篇|下一篇|上一条|下一条|前一篇"
    r"|后一篇)[:：]?.{0,100}",
    r"(?:about|contact) us|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)"
    r"|site ?map|advertise(?: with us)?",
    r"view all|read full (?:article|story)|view gallery|see also|open in app|download (?:the|our) app.{0,60}|get the app",
)
_WEAK = rule(
    "furniture.beside",
    Reason.NAVIGATION,
    r"top|home|menu|search|close|english|中文|français|latest|photo|photos|video|videos|news|newsletter|subscribe"
    r"|log ?in|sign ?(?:in|up)|register|print|email|next|previous|首页|登录|注册|搜索|关闭|更多|顶部",
    longest=12,
)


def share_lines(text: str) -> Iterator[Removal]:
    """Rows of share buttons, and calls to follow."""
    return taken(text, _RULES)


def furniture_lines(text: str) -> Iterator[Removal]:
    """Labels of the page's furniture. A weak one (``Top``, ``English``) goes only beside one that is sure."""
    run: list[tuple[bool, Removal]] = []
    for line in [*lines_of(text), None]:
        sure = line is not None and _STRONG.takes(line.text)
        if line is not None and (sure or _WEAK.takes(line.text)):
            run.append((sure, line.removal(Reason.NAVIGATION, _STRONG.name if sure else _WEAK.name)))
            continue
        if any(sure for sure, _ in run):
            yield from (removal for _, removal in run)
        run = []
