"""Calls to subscribe, to install an app, to accept cookies, to be notified, to pay; and marks of advertising."""

from collections.abc import Iterator
from itertools import pairwise

from cleaners.ledger import Reason, Removal
from cleaners.text.lines import lines_of, rule, taken

_RULES = (
    rule(
        "newsletter.sign_up",
        Reason.NEWSLETTER,
        r"(?:sign up|subscribe|register)(?: now| today| here)?(?: for free)? (?:for|to) (?:our|the"
        r"|.{2,40}['’]s?|(?-i:[A-Z])[\w ]{2,40}) .{0,60}(?:newsletters?|emails?|alerts|updates|briefing|mailing list).{0,160}",
        r"(?:get|receive|want) .{2,90} (?:delivered |sent |straight |right )+(?:directly )?(?:to|in"
        r"|into) your (?:inbox|phone|email).{0,80}",
        r"(?:get|receive) .{2,90} in(?:to)? your inbox\b.{0,80}",
        r"(?:get|have) .{2,60} delivered (?:through|to|straight to|right to) your (?:letterbox|door|doorstep|home)\b.{0,160}",
        r"let (?:our|the) .{2,20} (?:meet|come to|land in) your inbox\b.{0,120}",
        r"(?:join|enter your email).{0,60}(?:newsletter|mailing list|inbox).{0,100}",
        r"by (?:signing up|subscribing|clicking|providing|submitting|entering).{0,40}(?:you|I) (?:agree|consent"
        r"|accept|acknowledge|understand).{0,300}",
        r"(?:this site is protected by recaptcha|we will never share your email|you can unsubscribe at any time"
        r"|unsubscribe at any time).{0,160}",
        r"(?:thank you|thanks) for (?:subscribing|signing up).{0,60}",
        r"(?:thank you|thanks) for reading\b[^.!?]{0,60}[.!] (?:subscribe|this post is public|feel free to share)\b.{0,160}",
        r"(?:subscribe|sign up) (?:now|today|here|to (?:our|the) (?:\w+ ){0,4}newsletters?)[.!]?",
        r"newsletter(?: sign[- ]?up)?",
        r"(?:stay (?:in the loop|up to date|informed|connected)|never miss an? (?:story|update|post|beat|thing))\W{0,3}",
        r"[^.!?]{2,60} is (?:an? )?(?:(?:100%|fully|entirely) )?reader-supported\b.{0,240}",
        r"(?:get|try|read) (?-i:[A-Z])[^.!?]{2,60}\bnewsletters?\.?",
        r"[^.!?]{2,80}+[.!?] (?:sign up|subscribe) (?:now |here |today )?(?:for|to) .{2,80}\bnewsletters?\b.{0,160}",
        r"(?:get|receive|stay|want|keep|enjoy|never|discover)\b[^.!?]{8,160}+[.!?] "
        r"(?:sign up|subscribe|register)(?: here| now| today)?[.!]?",
        r"subscribe to:? (?:post comments|posts|comments)\b.{0,40}",
        r"subscribe to .{2,60} for (?:only |just |as little as )?[$£€¥]\s?\d.{0,60}"
        r"|become a (?:member|subscriber|patron|supporter)\b.{0,40}",
        longest=420,
    ),
    rule(
        "newsletter.app",
        Reason.PROMOTION,
        r"(?:download|get|install|open) (?:the|our) .{0,40}\bapp\b.{0,120}",
        r"(?:open|read|view|continue)(?: reading)?(?: this (?:story|article|page|post))? in (?:the|our) .{0,40}\bapp\b.{0,80}",
        r"(?=(?-i:[\u3400-\u9fff]))[^。]{0,20}用\s?APP\s?[看读].{0,60}",
        r".{0,30}(?:下载|打开|安装|点击(?:进入|打开|下载)).{0,20}(?:APP|客户端).{0,60}",
        r"更多(?:精彩)?(?:资讯|内容|新闻|报道).{0,20}(?:下载|打开|安装).{0,30}(?:APP|客户端)[”」]?[。！].{0,300}",
        r"(?:available on|download on the) (?:the )?(?:app store|google play).{0,60}",
        longest=400,
    ),
    rule(
        "newsletter.cookies",
        Reason.BOILERPLATE,
        r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,400}",
        r"we and our (?:\d{1,4} )?(?:partners|vendors) (?:store|use|process|access)\b.{0,400}",
        r"(?-i:[A-Z])[^.!?]{1,40} and (?:our|its) (?:[\d,]{1,6} )?(?:trusted |selected )?(?:partners|vendors) (?:store|use"
        r"|process|access)\b(?=.{0,300}\b(?:cookies|devices?|consent|personal data)\b).{0,400}",
        r"(?-i:[A-Z])[^.!?]{1,40} uses cookies to (?:improve|ensure|give|offer|personali[sz]e|provide|enhance)\b.{0,300}",
        r"(?-i:[\u3400-\u9fff])[^。]{0,16}使用\s?Cookies?(?=.{0,120}(?:同意|接受|隐私政策|您的浏览体验)).{2,200}",
        r"(?:by continuing to (?:use|browse)|please (?:enable|allow|accept)|accept (?:all )?).{0,60}(?:cookies"
        r"|javascript).{0,300}",
        r"with your (?:permission|consent|agreement),? (?:we|our)\b.{0,400}",
        r"(?:manage|cookie|privacy|consent) (?:your )?(?:preferences|settings|choices|cookies|options)",
        r"(?:your browser|this browser).{0,40}(?:not support|out of date|outdated|javascript).{0,200}"
        r"|javascript (?:is )?(?:required|disabled).{0,120}",
        r"(?:this|the) (?:slide ?show|gallery|video|player|page|form|content|map) requires javascript\b.{0,80}",
        r"to (?:view|play|see|watch) this (?:video|content|embed).{0,40}(?:enable|upgrade|allow|accept|consent).{0,200}",
        longest=520,
    ),
    rule(
        "newsletter.request",
        Reason.BOILERPLATE,
        r"(?:please |kindly )?(?:consider )?(?:disabl|turn|switch|whitelist|paus)(?:e|ing)?(?: off)? .{0,30}"
        r"\bad[- ]?block(?:ers?|ing)\b.{0,200}",
        r"(?:it (?:looks|seems|appears) (?:like|that)|we(?:['’]ve| have)? (?:notice|detect|see)).{0,40}"
        r"\bad[- ]?block(?:ers?|ing)\b.{0,240}",
        r"ad[- ]?block(?:er|ing)? (?:was |has been |is )?(?:detected|enabled|active).{0,200}",
        r"(?:系统)?(?:检测|发现)到?您.{0,12}(?:广告|AdBlock).{0,60}(?:白名单|关闭|禁用|刷新).{0,40}",
        r"(?:allow|let) [^.!?]{1,40} (?:to )?(?:send|show) you (?:push |browser |desktop )?notifications\b.{0,120}",
        r"[^.!?]{1,40} (?:would like|wants) to (?:send|show) you (?:push |browser |desktop )?notifications\b.{0,120}",
        r"(?:turn on|enable|allow|click allow to get) (?:push |browser |desktop |our )?notifications\b.{0,160}",
        r"(?:开启|打开|允许).{0,12}(?:通知|推送)(?!书).{0,6}[，,].{0,20}(?:第一时间|不错过|及时).{0,30}",
        longest=320,
    ),
    rule(
        "newsletter.pay",
        Reason.PROMOTION,
        r"(?:already )?(?:a |have an? )?(?:subscriber|subscription|account)\?\s?(?:log|sign) ?in.{0,40}",
        r"(?:subscribe|log in|sign in|register|create an account) to (?:continue|keep|read|unlock|access).{0,120}",
        r"(?:subscribe|sign up|join)(?: now| today)? to (?:enjoy|get) (?:unlimited|full|instant|premium)\b.{0,120}",
        r"want to (?:read|keep reading|see) more\?",
        r"(?:本文|该文|以下内容|全文)(?:为|是|属于|系)?.{0,6}付费(?:内容|阅读|文章|专享).{0,60}|开通.{0,12}会员.{0,20}全文.{0,30}",
        r"subscribe to [^.!?]{2,60} (?:to|and) (?:get|enjoy|read|unlock|access)\b.{2,160}",
        r"(?:keep|continue) reading (?:for|from) .{0,16}[$£€¥]\s?\d.{0,40}",
        r"this (?:article|story|content) is (?:for|only available to|exclusive to) (?:subscribers|members).{0,120}",
        r"(?:subscribe|sign up|sign in|log in|register|create (?:a|an|your) (?:free )?account) (?:now )?to (?:continue|keep"
        r"|finish) .{0,80}",
        r"to (?:continue|keep|finish) reading\b.{0,30}(?:subscribe|sign|log|register|create|become)\b.{0,80}",
        r"you(?:['’]ve| have|['’]re| are) (?:.{0,20}(?:reached|used|read|left|remaining)\b.{0,20}|\d )"
        r"(?:(?:free|complimentary) (?:articles?|stories)"
        r"|(?:limit|number) of free)\b.{0,80}",
        r"(?:this |the )?(?:article|story|content|video) is (?:only )?available (?:only )?to .{0,20}"
        r"(?:subscribers|members)\b.{0,80}",
        r"(?:get|enjoy|unlock) (?:unlimited|full|instant|premium) (?:digital )?access (?:to|for)\b.{0,200}",
        r"(?:when|if) you (?:register|subscribe|sign up),? (?:we['’]ll|you['’]ll|we will|you will)\b.{0,200}",
        r"[^.!?]{2,120}+[.!?] (?:register|subscribe|sign up) now (?:to|and) (?:enjoy|read|get|continue|unlock|keep)\b.{0,120}",
        r"support us|(?:support|donate to) (?:our|independent) (?:journalism|reporting|newsroom).{0,200}",
        longest=260,
    ),
    rule(
        "newsletter.advertising",
        Reason.PROMOTION,
        r"(?:advertisement|advertorial|paid (?:content|post)|sponsored (?:by|post|content).{0,60}|promoted content"
        r"|\[ad\]|广告|推广|本文(?:系|为)(?:广告|推广).{0,40})",
        r"(?:this (?:post|article|page|story) (?:may )?contains? affiliate links?|we (?:may )?(?:earn|receive"
        r"|get) (?:a |an )?(?:small )?(?:affiliate )?commissions?).{0,300}",
        r"(?:if you (?:buy|purchase|click)|when you (?:buy|purchase|click|make a purchase)).{0,120}(?:commission"
        r"|affiliate).{0,200}",
        longest=460,
    ),
)


def newsletter_lines(text: str) -> Iterator[Removal]:
    """Calls to subscribe, install, accept or pay, and marks of advertising; with the newsletter's name above a call."""
    removals = list(taken(text, _RULES))
    yield from removals
    calls = {removal.start: removal.rule == _RULES[0].name for removal in removals}
    for above, line in pairwise(lines_of(text)):
        if calls.get(line.start) and above.start not in calls and above.start and _is_name(above.text):
            yield above.removal(Reason.NEWSLETTER, "newsletter.name")


def _is_name(line: str) -> bool:
    """Whether a line may be what a newsletter is called: a few words, capital ones, and no sentence.

    >>> _is_name("The Friday Reel"), _is_name("She laughed.")
    (True, False)
    """
    words = line.split()
    return len(words) <= 5 and line[-1].isalnum() and sum(word[0].isupper() for word in words) * 2 > len(words)
