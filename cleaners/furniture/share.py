"""Share rows, follow calls, and the furniture of a page that became lines of text."""

from collections.abc import Iterator

from cleaners.ledger import Reason, Removal
from cleaners.text.lines import first, lines_of, rule, taken

_PLACES = (
    r"(?:facebook|twitter|x|e-?mail|linkedin|whats ?app|pinterest|reddit|telegram|we ?chat|weibo|messenger"
    r"|flipboard|tumblr|instagram|youtube|tiktok|threads|bluesky|line|copy link(?: url copied!?)?|print|more|微信|微博|新浪微博"
    r"|腾讯微博|QQ|QQ空间|QQ好友|朋友圈|人人网|豆瓣|易信|复制链接|更多|打印)"
)
_RULES = (
    rule(
        "share.row",
        Reason.SHARE,
        r"share(?:\s?[-–:|]\s?\w+)?|tweet|like this:?|like loading.{0,3}",
        r"(?:share|print|e-?mail) (?:this|on|via)\b.{0,40}"
        r"|share (?:to|with|the (?:article|story|post|page|link|love))\b.{0,20}",
        r"(?:like|love|enjoy|enjoyed|liked|loved) this (?:story|article|post|review|piece|interview)\?.{0,100}",
        r"if you (?:enjoyed|liked|loved) this (?:story|article|post|review|piece|interview),.{2,400}",
        r"(?:follow|find|see|read) (?:all (?:of )?)?(?:AP|(?-i:[A-Z]).{2,30})['’]s "
        r"(?:full |complete |more )?coverage (?:of|at|on|here)\b.{0,120}",
        r"tell us what you think\W{0,4}|what do you think\? (?:let us know|tell us|leave|share|comment)\b.{0,100}",
        r"(?-i:[\u3400-\u9fff《“])[^。]{1,40}[？?！!，,]\s?(?:欢迎|快来)[^。，]{0,8}(?:留言|评论区)[^。，]{0,16}[。！!～~]?",
        r"save this (?:article|story|post) (?:to|for) (?:read(?: it)?|later)\b.{0,120}",
        r"share\s\d{1,6}|\d{1,6}(?:\.\d)?k? shares?",
        rf"(?:(?:share|tweet|pin|post|分享|分享到|分享至|转发到)\s?[:：]?\s*)?(?:{_PLACES}[\s,|/·、]*){{2,12}}",
        r"(?:用微信扫码|扫一扫|打开微信).{0,40}分享.{0,20}",
        r"(?:一键)?分享(?:(?:到|至)[:：]?.{0,16}|\s?[:：].{0,20}|本文|文章|给好友)?",
        r"(?:click|tap) to (?:share|tweet|email|print)\b.{0,60}",
        r"[【\[]?(?:点赞|收藏|转发|打印|字号|字体|大 ?中 ?小|关闭|举报)(?:(?:本页|窗口|正文))?(?:[\s|/【】\[\]]+(?:点赞|收藏"
        r"|转发|打印|字号|字体|大|中|小|关闭|举报|分享|顶部|返回)(?:本页|窗口|顶部)?){0,6}[】\]]?",
        r"(?:[【\[](?:(?:字体|字号)\s?[:：]?[\s大中小]{2,8}|打印|关闭|评论|收藏|纠错)[】\]]\s?){2,6}",
        r"(?:[【\[](?:发表|我要)?(?:评论|推荐|论坛|收藏|纠错|大 ?中 ?小|打印|关闭|转发)(?:本页|窗口|好友)?[】\]]\s?){2,8}",
        r"(?:(?:阅读|閱讀|浏览|瀏覽|点击|访问|在看|赞|点赞|赞同|喜欢|感谢|有用|没用|回应|评论|收藏|分享|转发)(?:量|数|次数)?\s?[:：]?"
        r"\s?[(（]?[\d.,]{1,9}\s?[万w]?\+?\s?次?[)）]?\s{0,3}){1,5}|收起|展开",
        r"(?:字号|字体|文字大小)\s?[:：]?\s?(?:(?:[大中小ＡAT]|默认|标准)\s?[+＋-]?[\s|/]{0,2}){1,6}(?:分享[到至]?\s?[:：]?)?",
        r"已有\s?\d{1,9}\s?人?.{0,3}(?:参与|评论|阅读|点赞).{0,4}",
    ),
    rule(
        "share.follow",
        Reason.SHARE,
        r"follow (?:us|@\w{2,30})(?: (?:for|on) .{2,60})?",
        r"(?:join|subscribe to) (?:us on |our |the )(?:.{2,30} )?"
        r"(?:whatsapp|telegram|discord|facebook|wechat|youtube|podcast)\b.{0,60}",
        r"follow (?:us|me|\w+(?: \w+){0,3}) on (?:facebook|twitter|x|instagram|youtube|tiktok|wechat|weibo|linkedin"
        r"|google news)\b.{0,120}",
        r"(?:like|find|join) us on (?:facebook|twitter|x|instagram)\b.{0,120}",
        r"(?:you can )?(?:add|make) .{2,40} (?:as|your) (?:a )?preferred (?:news )?source.{0,60}",
        r".{0,30}(?:扫码|扫一扫|二维码|长按).{0,8}(?:关注|加入|加群|进群|入群|下载|订阅|添加|查看|阅读|识别|打开|领取|咨询|二维码).{0,30}",
        r"(?:微信)?(?:扫码|扫一扫|长按(?:识别)?)|(?:长按|扫描)?(?:上方|下方|左侧|右侧|上图|下图)?(?:的)?二维码.{0,8}",
        r"(?:(?:欢迎|敬请|请)?(?:用?微信)?扫一扫[，,\s]{0,2})?(?:欢迎|敬请|请)?(?:关注|搜索|添加)(?:我们(?:的)?|本报|本刊|本网|官方)?.{0,16}(?:微信|公众号|微博|视频号"
        r"|抖音号?)[^。]{0,40}。?",
        r"(?=(?-i:[\u3400-\u9fff]))[^。]{0,12}(?:记得|欢迎|快来|别忘)[^。]{0,4}关注\s?@.{2,50}",
        r"关注[“\"「【].{1,16}[”\"」】](?:[，,。！!].{0,20}|公众号.{0,20})?",
        r"(?:点击|戳)(?:上方|下方|标题下方?)?[^。，]{0,4}[“「『][^”」』]{1,16}[”」』][^。，]{0,4}(?:关注|订阅).{0,8}",
        r"(?:请|戳|点击)(?:上方|下方|顶部|文末|右上角)?.{0,6}(?:蓝字|蓝色字|名片|卡片).{0,16}|打开微信，点击底部的.{0,80}",
        r"(?:点赞|在看|转发|收藏|关注|评论)(?:[、，,+＋\s]+(?:点赞|在看|转发|收藏|分享|关注|评论|三连)){1,4}.{0,6}",
        r"(?:喜欢|觉得不错|好看).{0,8}(?:点个|点|给个)(?:赞|在看|关注).{0,10}|(?:记得)?(?:点个|给个|求个?)[“\"「]?(?:赞|在看|关注).{0,10}",
        r"\W{0,3}更多.{0,20}(?:请|敬请|欢迎)(?:关注|点击|下载|登录).{0,40}",
        longest=160,
    ),
)
_STRONG = rule(
    "furniture.line",
    Reason.NAVIGATION,
    r"most (?:popular|read|viewed|shared|commented)",
    r"(?:back|go|return) to (?:the )?top|\W{0,4}(?:返回(?:顶部|首页|列表|搜狐)|回到(?:顶部|首页))(?:[，,]\s?查看更多)?",
    r"返回.{2,6}[，,]\s?查看更多",
    r"skip to (?:main )?(?:content|navigation)",
    r"advertisement|advertising|(?:sponsored|promoted)(?: (?:content|stories|links|posts?))?|广告|scroll to continue.{0,40}",
    r"advertisement\W{1,3}(?:scroll|swipe)\b.{0,30}",
    r"(?:advertisement\W{1,3})?(?:(?:story|article|content|post) )?continues? (?:reading )?(?:below|after)"
    r"(?: (?:this |the )?(?:ad(?:vertisement)?|video|photo|gallery|slideshow|image)s?)?",
    r"(?:listen to (?:this|the) (?:article|story|post)|audio (?:article|version))\b.{0,40}",
    r"video player is loading\.?|this is a modal window\.?.{0,120}|(?:beginning|end) of dialog window\..{0,120}",
    r"view this (?:post|profile) on (?:instagram|threads|facebook|tiktok)"
    r"|a (?:post|reel|video) shared by .{1,60}\(@[\w.]{1,40}\)(?: on .{0,60})?",
    r"loading(?:\.\.\.|…)?|please wait(?:\.\.\.|…)?|加载中(?:\.\.\.|…)?|点击(?:加载|查看)更多|show more"
    r"|load more.{0,20}|see more",
    r"top stories|trending(?: now)?|latest (?:news|stories|posts|articles)|recent posts|popular posts"
    r"|editor['’]?s['’]? picks?|watch live|popular (?:in|on|now)\b.{0,20}",
    r"(?:jump|leave|post|add|write|view|show|read|see)\s(?:a |all |your |the |to )?(?:\d{1,5}\s)?comments?"
    r"|leave a (?:reply|comment)|no comments(?: yet)?|\d{1,5} comments?"
    r"|(?:view )?comments?\s?[(（]\d{1,6}[)）]|comments|sort (?:by|comments).{0,16}|report (?:this )?(?:comment|abuse)"
    r"|(?:all )?comments are (?:moderated|subject|reviewed).{0,60}",
    r"your email address will not be published.{0,80}|required fields are marked.{0,10}"
    r"|save my name, email,? and website.{0,100}|cancel reply",
    r"(?:log|sign) ?in to (?:comment|reply|leave|post).{0,60}|you must be logged in.{0,60}|comments are closed.{0,20}",
    r"(?:发表|我要|查看|最新|热门|全部|精彩|网友)?(?:评论|跟[帖贴]|留言).{0,6}|我来说两句|登录后(?:参与|才能|可以)?.{0,12}评论.{0,10}|网友评论仅供.{0,60}|文明上网.{0,40}|请?自觉遵守互联网.{0,60}|暂无评论",
    r"(?:(?:related )?tags?|labels?)\s?[:：].{0,160}|filed under[:：].{0,120}|tagged(?: with| in)?\s?[:：].{0,120}"
    r"|(?:posted|filed) (?:in|under)\s?:?\s.{2,60}[|•·].{0,100}|(?:文章)?(?:标签|关键词|关键字)\s?[:：].{0,120}"
    r"|categories[:：].{0,120}|topics[:：].{0,100}",
    r"(?:home|首页|主页)(?:\s?[/>»›|\-]\s?[^/>»›|.。]{1,40}){1,5}|当前位置[:：].{0,80}|您(?:现在的|当前的?|的)?(?:位置"
    r"|所在位置)[:：].{0,80}",
    r"\W{0,3}(?:previous|next|older|newer) (?:post|article|story|page)s?\b[^.!?]{0,120}"
    r"|(?:next|prev(?:ious)?)\s?[:：»›>]\s?[^.!?]{2,120}"
    r"|you are here\s?[:：].{0,80}|[\[【]?(?:上一篇|下一篇|上一条|下一条|前一篇"
    r"|后一篇)[\]】]?(?:[:：\s《【“].{0,100})?",
    r"(?:关于我们|关于本站|联系我们|联系方式|版权声明|网站地图|广告服务|招聘信息|法律声明|隐私政策|用户协议|友情链接|加入我们"
    r"|网站简介|设为首页|加入收藏|网站首页)(?:[\s|·\-–/]+\w{2,8}){1,12}|技术支持\s?[:：].{2,30}",
    r"(?:about|contact) us|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)"
    r"|site ?map|advertise(?: with us)?",
    r"\[(\w{2,20})(?:\s[^\[\]]{0,200})?\][^\[\]]{0,120}\[/\w{2,20}\]",
    r"(?:[^,.!?]{2,40},(?=[^\s\d])){5,60}[^,.!?]{2,40}",
    r"continue reading below|(?:article|story) continues (?:below|after).{0,40}",
    r"(?:(?:estimated )?read(?:ing)? time|tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|(?:预计)?阅读时间)"
    r"\s?[:：]?\s?\d{1,3}\s?(?:min(?:ute|uto|uten)?s?\.?|分钟)|\d{1,3}[ -]min(?:ute)?s?\.? read",
    r"\(?\s?(?:adsbygoogle|googletag\.|BAIDU_CLB|cpro_|document\.write\(|(?:var\s)?_(?:hmt|gaq|czc|bdhm)).{0,160}[;)}]",
    r"(?:purchase|buy|order) (?:licensing|reprint|usage) rights"
    r"|(?:reuse|republish|reprint|license) this (?:content|article|story)"
    r"|(?:order|request) (?:reprints|permissions?)(?: .{2,30})?|why (?:you can )?trust (?:us|(?-i:[A-Z]).{1,30})",
    r"(?:listen|watch|subscribe|available|follow)(?: now)? (?:on|via|in) (?:apple|spotify|google|youtube|amazon)\b.{0,100}",
    r"rate (?:us|and review|this (?:podcast|show|episode))\b.{0,60}",
    r"subscribe to (?:the|our|this) (?:podcast|show|channel)\b.{0,60}",
    r"view (?:this )?(?:e-?mail|post)? ?(?:in|on) (?:your |the |a )?(?:browser|web)\b.{0,20}",
    r"unsubscribe\b.{0,80}|update (?:your )?preferences",
    r"you(?:['’]re| are) receiving this (?:e-?mail |newsletter )?because\b.{2,200}",
    r"(?:proudly )?powered by .{2,60}|\(?opens in (?:a )?new (?:window|tab)\)?",
    r"archives|search(?: for)?\s?[:：]|recent comments|高级模式|本版积分规则|您?需要登录后?才?可以.{0,30}",
    r"关注者|被浏览|登录后(?:你|您)?(?:可以|即可|可).{0,24}|不限量看.{2,40}|匿名用户|(?:编辑|发布)于\s?(?:19|20)\d\d-.{5,40}|等\s?\d{1,6}\s?人赞同了该回答",
    r"view all|read full (?:article|story)|view gallery|see also|open in app|download (?:the|our) app.{0,60}|get the app",
)
_WEAK = rule(
    "furniture.beside",
    Reason.NAVIGATION,
    r"top|home|menu|search|close|listen|english|中文|français|latest|photo|photos|video|videos|news|newsletter|subscribe"
    r"|log ?in|sign ?(?:in|up)|register|print|email|next|previous|首页|登录|注册|搜索|关闭|更多|顶部",
    _PLACES,
    r"\d{1,3}(?:,\d{3})+",
    r"(?:play|replay|mute|unmute|pause)(?: video)?|(?:current time|duration|remaining time)?\s?-?\d{0,2}:\d\d|/|fullscreen"
    r"|(?:current|remaining) time|duration|loaded\s?:?.{0,8}|stream type live|playback rate|chapters|captions",
    longest=24,
)
_FURNITURE = (_STRONG, _WEAK)
_ROW = 3
"""So many weak labels, one below the other, need no sure one beside them."""


def share_lines(text: str) -> Iterator[Removal]:
    """Rows of share buttons, and calls to follow."""
    return taken(text, _RULES)


def furniture_lines(text: str) -> Iterator[Removal]:
    """Labels of the page's furniture. A weak one (``Top``, ``English``) goes beside one that is sure, or above all text."""
    run: list[tuple[bool, Removal]] = []
    for line in [*lines_of(text), None]:
        found = first(_FURNITURE, line.text) if line is not None else None
        if line is not None and found is not None:
            run.append((found is _STRONG, line.removal(Reason.NAVIGATION, found.name)))
            continue
        if len(run) >= _ROW or any(sure for sure, _ in run) or (line is not None and run and run[0][1].start == 0):
            yield from (removal for _, removal in run)
        run = []
