"""The editor's tail of an article, Chinese and English: who edited it, where it came from, what it disclaims."""

import re
from collections.abc import Iterator

from cleaners.furniture.author_notes import note_lines
from cleaners.ledger import Reason, Removal, remove
from cleaners.text.lines import lines_of, rule, taken

_OPEN, _CLOSE = r"[（(\[【<《]?\s*", r"\s*[）)\]】>》]?"
_NAMES = (
    r"(?-i:[A-Z][^\s,;]*+)(?:[\s,;]+(?:and|&|in|with|for|by|de|van|von|al|editing|reporting|additional|writing"
    r"|(?-i:[A-Z][^\s,;]*+))){0,20}"
)
"""Names in a row, with the words between them: no sentence goes on like that."""
_HAN_NAMES = (
    r"(?-i:[\u4e00-\u9fff·]){2,4}(?:[\s、，,]{1,3}(?:(?-i:[\u4e00-\u9fff]){0,6}(?:记者|通讯员|实习生)[\s|｜/]{1,3})?"
    r"(?-i:[\u4e00-\u9fff·]){2,4}){0,5}"
)
"""The same in Chinese, with what makes each of them."""
_RULES = (
    rule(
        "tail.editor",
        Reason.BYLINE,
        rf"(?:【纠错】\s*)?{_OPEN}(?:本文|值班|责任|执行|网络|文字|图片|视觉|新媒体|见习|实习|(?-i:[\u4e00-\u9fff]){{2,4}}新闻)?(?:责任编辑|责编|责编/版式|编辑|編輯"
        rf"|校对|校對|审核|審核|审校|编审|监制|监审|排版|美编|主编|总编|签发|编发|制作|统筹|策划|终审|初审|复审|一审"
        rf"|二审|三审|编译|翻译|来稿|撰稿|值班编委|值班主任)\s*[:：/丨|｜]\s*.{{0,60}}{_CLOSE}",
        rf"{_OPEN}(?:(?:采写|撰文|文)\s?[:：/|｜]\s?)?(?-i:[\u4e00-\u9fff]){{0,8}}记者[\s|｜/]{{1,3}}{_HAN_NAMES}{_CLOSE}",
        r"[【\[]\s?(?:我要)?(?:纠错|报错)\s?[】\]](?:\s*[【\[].{2,40}[】\]])?",
        rf"{_OPEN}(?:责任编辑|责编|编辑|校对)\s(?-i:[\u4e00-\u9fff·\s]){{2,20}}{_CLOSE}",
        rf"{_OPEN}(?-i:[\u4e00-\u9fff]){{2,6}}(?:编辑|責編|责编|校对)\s?[:：/丨|｜]\s?(?:{_HAN_NAMES}|[a-z]{{1,2}}\d{{2,6}}){_CLOSE}",
        r"(?:出品|题图|头图|封面|配图|运营|选题|策划)\s?[｜|丨]\s?.{1,40}",
        rf"{_OPEN}(?:文|文图|图文|撰文|摄影|制图|图)\s?[/／|｜:：]\s?(?-i:[\u4e00-\u9fff·]){{2,10}}"
        rf"(?:[\s，,]+(?:图|文|摄影|编辑|制图|视频)\s?[/／|｜:：]\s?(?-i:[\u4e00-\u9fff·]){{2,10}}){{0,3}}{_CLOSE}",
        r"(?:(?:web|news|copy|photo|managing|night) )?editors?\s?[:：]\s?.{2,160}",
        rf"(?:(?:additional )?(?:reporting|editing|writing)|edited|written|compiled) by\s?:?\s{_NAMES}",
        rf"{_NAMES},? (?:also |all )?contributed (?:(?:additional |further )?(?:reporting|research|writing)\b[^.!?]{{0,40}}\.?"
        r"|to (?:this (?:report|reporting|story|article|piece|review|post)\b.{0,60}|the (?:report|story|article)\.?))",
        rf"(?:contributing|contributors?)\s?[:：]\s?{_NAMES}\.?",
        rf"{_NAMES},? (?:can|may) be (?:reached|contacted|found|followed) (?:at|on|via|by) .{{0,60}}[@\d].{{0,160}}",
        rf"(?:you can )?(?:follow|e-?mail|contact|reach|write to|tweet(?: at)?|find) (?:{_NAMES}|her|him|them|me|the \w+)"
        r" (?:on (?:twitter|x|instagram|bluesky|threads|facebook|mastodon)\b|at\s?[:：]? ?\S{0,40}@|via e-?mail|@).{0,160}",
        r"[\w.+\-]{1,40}@[\w\-]{1,40}(?:\.[\w\-]{2,20}){1,3}",
        r"[（(]?(?:作者|译者)(?:简介|介绍|单位)?\s?[:：].{2,190}|[（(](?:作者|译者)(?:系|为|是|供职).{2,80}[)）]",
        r"(?:contact|reach|e-?mail) the (?:editor|writer|reporter|author)s? (?:at|on|via)\s?[:：]?\s?.{2,160}",
        r"\((?:(?:(?:responsible|managing|executive|copy|web) )?editor|reporting by|editing by)s?(?: in charge)?\s?:?"
        r".{2,160}\)",
        rf"posted by:?\s{_NAMES}(?:\s(?:at|on)\s[\d\w:,. /-]{{3,40}})?",
        longest=200,
    ),
    rule(
        "tail.reporting",
        Reason.BYLINE,
        r"[(\[](?:additional )?(?:reporting|writing|editing)(?: and \w+)? by [^()\[\]]{2,500}[)\]]",
        r"(?-i:[A-Z])[^.!?]{2,60} (?:writers?|reporters?|journalists?|correspondents?|researchers?|staff) "
        r"(?-i:[A-Z])[^!?]{2,400} contributed (?:reporting|to this (?:report|story|article))\b.{0,60}",
        longest=540,
    ),
    rule(
        "tail.source",
        Reason.SOURCE,
        rf"{_OPEN}(?:文章|本文|稿件|新闻|信息|内容|资料)?(?:来源|來源|稿源|出处|转载自|转自|原载"
        rf"|摘自)\s*[:：]\s*.{{1,60}}{_CLOSE}",
        r"[(\[]?\s?(?:(?:article |original |news |text )?source|via)\s?[:：]\s?(?:https?://)?[\w. &'’\-]{2,60}\s?[)\]]?",
        r"find this (?:article|story|page) (?:online )?at\s?[:：]\s?.{0,200}",
        r"originally published (?:on|at|in|by) [\w. &'’\-]{2,60}",
        r"this (?:article|story|post|interview|review|piece|essay) (?:was |has been )?(?:originally|first) "
        r"(?:appeared|published|ran|posted)(?: (?:in|on|at|by|as) (?:the |our |a )?(?-i:[A-Z0-9]).{0,100})?\.?",
        rf"{_OPEN}(?:本文|文章)?(?:原标题|原題|原文标题)\s*[:：].{{2,120}}{_CLOSE}|(?:本文|此文|文章)(?:首发|首刊|原载|刊载)于.{{2,40}}|首发于[《“「].{{2,30}}",
        r"this (?:article|story|post|interview|review|piece|essay) (?:is|was|has been) republished "
        r"(?:from .{2,80} under an? .{0,20}(?:creative commons|cc) |with (?:kind )?permission ).{0,160}",
        r"\*?\s?(?:this|a version of this) (?:article|story|piece|review|interview|essay)(?: also)? appears"
        r" (?:in print )?(?:in|on) (?:the )?(?-i:[A-Z0-9]).{0,80}\b(?:issue|edition|magazine|print)\b.{0,80}",
        rf"{_OPEN}(?:部分)?(?:图片?|图文|素材|配图)(?:均)?(?:来自|来源于|源自|取自)于?.{{2,16}}{_CLOSE}",
        r"(?:image|photo|picture|video)s?(?: (?:source|credit))?\s?[:：]\s?https?://\S{1,200}",
        rf"{_OPEN}(?:本文|文章)(?:来自|来源于?|转载自|转自|摘自|源自|首发于?)(?:微信)?公众号.{{2,110}}{_CLOSE}",
        r"《[^》]{2,16}》\s?[（(]\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[\s，,]{0,3}第?\s?[A-Z]?\d{1,3}\s?版[^（()）]{0,12}[)）]",
        r"(?:原文|本文)?(?:链接|地址|网址)[:：]\s?https?://\S{1,300}",
        longest=340,
    ),
    rule(
        "tail.dated",
        Reason.DATELINE,
        r"(?:last |first )?(?:updated|published|posted|modified)(?: on)?\s?[:：]?\s?"
        r"(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9},? \d{4}"
        r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?:,? (?:at )?\d{1,2}[:.]\d{2}[^.!?]{0,20})?",
        r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?\s?)?(?-i:BST|GMT|UTC|[A-Z]{1,3}T)",
        longest=80,
    ),
    rule(
        "tail.disclaimer",
        Reason.COPYRIGHT,
        r"[（(\[【]?\s*(?:免责声明|免責聲明|平台声明|特别声明|版权声明|版權聲明|声明|郑重声明|风险提示|温馨提示|法律声明"
        r"|转载声明|侵权声明)\s*(?:[:：]|[)）\]】]\s*[:：]?).{2,600}",
        r"[（(]?(?:本文|本内容|以上内容|文章|文中|图片|部分图片|以上图文|本站|本网|本平台|该文|此文)[^。]{0,60}(?:仅代表作者"
        r"|不代表(?:本|.{2,10}(?:立场|观点))|侵权|侵删|版权归|来源(?:于)?网络|如有(?:侵权|问题|异议)|请联系|联系删除"
        r"|不构成.{0,10}建议|未经.{0,20}(?:授权|许可)).{0,300}",
        r".{0,20}(?:特别提醒|转载请(?:注明|联系)|如需转载|转载须|未经(?:授权|许可|允许|本报|本网|书面).{0,20}(?:不得|禁止|严禁"
        r"|请勿)).{0,200}",
        r"[（(]?(?:此|本|该|以上)(?:内容|文|文章|稿件)(?:为|系|由).{2,20}原创[，。,].{0,200}",
        r".{0,12}广告合作[，,：:]?\s?请?(?:点击|联系|致电|扫码).{0,40}",
        r".{0,16}版权(?:说明|保护|申明|须知|[与及和]免责声明)\s?[:：].{2,680}",
        r"[※◎]\s?[^。]{0,40}(?:提醒您?[:：]|[飲饮]酒[過过]量|[撥拨]打).{0,160}",
        r"(?:disclaimer|editor['’]s note on rights)\s?[:：].{10,600}",
        r"the (?:views|opinions) expressed (?:in this|here|by|are).{0,400}",
        r"the content (?:is provided|of this (?:site|page|article)).{0,40}(?:information|purposes|property).{0,300}",
        r"(?:the )?copyrights? (?:of this (?:article|text) )?belongs? to .{2,60}",
        r"(?:(?:the )?copyrights? (?:of this (?:article|text) )?belongs? to [^.]{2,60}\.\s?)?"
        r"if there is any (?:infringement|copyright)\b.{0,200}",
        r"notice: the content above .{0,400}",
        r"(?:this|the above) (?:content|article|post|story|text) (?:is|was|has been) (?:automatically )?(?:aggregated|collected"
        r"|reposted|crawled|scraped|reprinted|reproduced)\b.{0,120}\b(?:contact us|remov(?:e|al|ed)"
        r"|delet(?:e|ed|ion)|infring).{0,160}",
        longest=700,
    ),
    rule(
        "tail.end",
        Reason.BOILERPLATE,
        r"[（(\[【—–-]{0,2}\s*(?:完|全文完|本文完|未完待续|END|THE END|ENDS|-\s?end\s?-|###|#\s#\s#|\*\s?\*\s?\*)"
        r"\s*[)）\]】—–-]{0,2}",
        r"以上(?:就|便)?是(?:小编|本站|本文|今天).{0,24}(?:全部|内容|介绍|分享).{0,60}|[（(]?下载.{2,12}[，,].{0,12}[报爆]料有奖.{0,4}",
        r".{0,12}小编.{0,20}(?:介绍|分享|讲解|讲|整理|说)到(?:这里|这儿|此).{0,80}",
        r"thank(?:s| you)(?: so much| very much)? for (?:reading|visiting|stopping by)\b.{0,60}"
        r"(?:\bbookmark\b|visit .{1,40} for more|(?:do not|don['’]t) forget to (?:follow|share|like|subscribe)).{0,160}",
        r"(?:have a (?:news )?tip|got a (?:story|tip)|know something)\?.{0,200}",
        r"(?:do you )?(?:have|got) a (?:news |story )?(?:tip|story) [^.?!]{2,60}\?"
        r" (?:e-?mail|contact|send|call|write)\b.{0,160}",
        r"this entry was (?:posted|published|written)\b.{4,80}\b(?:filed under|tagged|responses|posted in)\b.{0,400}",
        r"(?:our standards|standards)\s?[:：]\s?the .{0,60}trust principles.{0,20}",
        r"(?:[^，。]{0,12}(?:举报|投诉|爆料)|新闻热线|联系电话|客服电话|联系我们|投稿邮箱|商务合作)"
        r"[^\d@，。]{0,12}[:：]?\s?[\dA-Za-z@.\-—/()（） ]{5,60}",
        r"for more (?:information|details|stories|news),? (?:please )?(?:visit|go to|see|follow)\s.{4,100}",
        longest=300,
    ),
)


_GLUED = re.compile(
    r"(?<=[。！？…”」』）)])\s?(?:返回.{2,4}[，,]\s?查看更多|(?:点击)?(?:阅读|查看|展开)(?:全文|更多|原文)\W{0,3})$"
    r"|(?<=[.!?”])\s(?:Enditem|Item ends)$"
)
"""What a page's buttons say behind the last sentence of a paragraph, and how an agency ends its copy."""
_CLOSING = ("多", "文", "m", "s")


def tail_lines(text: str) -> Iterator[Removal]:
    """Editors, sources, disclaimers and end marks that stand as lines of their own, and buttons glued to one."""
    found = [*taken(text, _RULES), *note_lines(text)]
    yield from found
    closing = [line for line in lines_of(text) if line.text[-3:].rstrip("»>→ ")[-1:] in _CLOSING]
    gone = {removal.start for removal in found} if closing else ()
    for line in closing:
        if line.start not in gone and (glued := _GLUED.search(line.text, max(0, len(line.text) - 20))):
            yield remove(text, line.start + glued.start(), line.start + glued.end(), Reason.NAVIGATION, "tail.button")
