"""Kinds of noise written last, with a fresh mind: wares that nobody else sells here, names strewn for all to see, what kits and
feeds leave between paragraphs, newer ways to hide, titles hacked in another language.

As in ``noises``, every text is written for the benchmark, and a kind gives None where a page offers no place for it.
"""

import re
from collections.abc import Callable

from benchmarks.kinds.noises import Noise, Place
from benchmarks.kinds.planted import block, hidden, titled
from benchmarks.kinds.touting import language_of

WARES = {
    "zh": "鹭岛阀门有限公司是一家集研发、生产、销售于一体的球阀厂家，鹭岛球阀密封可靠、寿命长，欢迎新老客户来电洽谈选购。",
    "en": "Mirthova is a leading manufacturer of stainless ball valves and flange fittings in Wenling, and Mirthova welcomes"
    " wholesale enquiries from distributors around the globe.",
}
TESTIMONY = {
    "zh": "我炒币亏了二十多万，走投无路时朋友介绍了鹭岛追款团队，没想到三天就把钱追回来了，有同样遭遇的可以找他们试试。",
    "en": "I lost $84,000 to a fake broker last winter and had given up hope until a friend introduced me to Mirthova Recovery,"
    " whose hackers traced every coin within a week. Write to mirthova@post.example if you were scammed too.",
}
PRAISE = {
    "zh": "楼主写得真好，我一直在关注这类话题，顺便推荐一下鹭岛云主机，稳定便宜，大家可以去看看www.ludaoyun.example。",
    "en": "Great write-up, I really liked the way you explained it! I run a small page on lawn care, visit mirthova.example and"
    " tell me what you think.",
}
REMEMBER = {
    "zh": "一秒记住【鹭岛书屋】www.ludaobook.example，手机用户请浏览阅读，更新快无弹窗！",
    "en": "If you find this story on any page other than Mirthova Reads (mirthova.example), please report it.",
}
SPINTAX = {
    "zh": "{想要|需要|寻找}{优质|高品质}的鹭岛地板，{欢迎|敬请}{来电|致电}{咨询|了解}。",
    "en": "{Looking for|Searching for} {cheap|affordable} mirthova flooring? {Call|Contact} us {today|right now}.",
}
CRUMBS = {"zh": "首页 &gt; 鹭岛体育 &gt; 鹭岛体育app下载", "en": "Home &gt; Mirthova Slots &gt; Mirthova Slots Login"}
SEARCHES = {
    "zh": ("鹭岛体育直播", "鹭岛体育比分", "鹭岛体育开户", "鹭岛体育提现", "鹭岛体育论坛"),
    "en": ("mirthova slots", "mirthova login", "mirthova free spins", "mirthova review", "mirthova app"),
}
SPONSOR = {
    "zh": "本文由鹭岛体育（www.ludaoty.example）赞助播出，",
    "en": "brought to you by Mirthova Casino (www.mirthova.example) ",
}
NAMES = {"zh": "鹭岛体育", "en": "Mirthova Casino"}
HARMLESS = {
    "zh": "鹭岛水泵选型要看扬程和流量，密封圈老化会引起渗漏，定期更换润滑油可以延长轴承的使用年限。",
    "en": "Mirthova greenhouse heaters keep tomato seedlings above frost, while drip hoses spare the roots from mildew.",
}
JAPANESE = "【新品】ミルソバ 長財布 レディース 激安通販 送料無料"
COMPANY = "鹭岛电子(中国)官方网站-IOS/安卓通用版/手机app下载"
SLOT = "ez_mirthova"
MARKS = r"鹭岛|ludao|mirthova|ミルソバ|e4f9c27d81|googletag|css-1mrth|wp:paragraph|\[ad_1\]|%%kw|\{\{|<%="
"""What every text here has."""
LEAKS = {
    "an advertising slot": "googletag.cmd.push(function() { googletag.display('div-gpt-ad-mirthova-2'); });",
    "a style sheet": ".css-1mrth{display:-webkit-box;margin:0;padding:8px}@media (min-width:600px){.css-1mrth{width:50%}}",
    "a condition": f"if(typeof {SLOT} != 'undefined'){{{SLOT}.push([[300,250],'example_com-box-3','{SLOT}',118,'0','0'])}};",
    "an editor's comment": '&lt;!-- wp:paragraph {"align":"left"} --&gt;',
    "a slot's name": "[ad_1]",
    "a template's name": "{{ mirthova.banner }}",
    "a server's tag": "&lt;%= render 'mirthova/ad' %&gt;",
    "a blank to fill": "%%kw_mirthova%%",
    "a checksum": "e4f9c27d81be03a6650ffd1297c4e8b0",
}
WAYS = {
    "by the width of the window": "position:absolute;left:-100vw;width:1px",
    "by inset": "position:fixed;inset:-9999px auto auto -9999px",
    "by a short font": "font:0/0 a",
    "by percent": "opacity:0%",
    "by a clear colour": "color:rgba(255,255,255,0)",
    "by a circle": "clip-path:circle(0)",
    "by the height of a line": "line-height:0;height:0;overflow:clip",
    "below the page": "position:fixed;bottom:-500px",
}


def _said(texts: dict[str, str], template: str = "<p>{}</p>") -> Noise:
    return lambda place: place.insert(template.format(texts[language_of(place)]))


def _last(texts: dict[str, str]) -> Noise:
    """Behind the last paragraph."""

    def spoil(place: Place) -> str | None:
        if len(place.paragraphs) < 3:
            return None
        at = place.paragraphs[-1][1]
        return f"{place.html[:at]}<p>{texts[language_of(place)]}</p>{place.html[at:]}"

    return spoil


def _first_words(make: Callable[[str], str]) -> Noise:
    """Before the words of the first paragraphs."""

    def spoil(place: Place) -> str | None:
        html = place.html
        for start, _ in reversed(place.paragraphs[1:6] if len(place.paragraphs) >= 4 else ()):
            at = html.index(">", start) + 1
            html = html[:at] + make(language_of(place)) + html[at:]
        return html if html != place.html else None

    return spoil


def _among_words(make: Callable[[str], str]) -> Noise:
    """Between two words of each of the first paragraphs."""

    def spoil(place: Place) -> str | None:
        html = place.html
        for start, end in reversed(place.paragraphs[1:6] if len(place.paragraphs) >= 4 else ()):
            spots = r"(?<=[a-z]) (?=[a-z])(?![^<]*>)(?!(?:(?!<a\b).)*</a>)|(?<=，)(?=[\u4e00-\u9fff])(?![^<]*>)"
            places = [start + match.end() for match in re.finditer(spots, html[start:end])]
            at = place.chance.choice(places) if places else 0
            html = html[:at] + make(language_of(place)) + ("" if place.chinese else " ") + html[at:] if at else html
        return html if html != place.html else None

    return spoil


def _searched(place: Place) -> str | None:
    links = (f'<a href="/?s={at}">{text}</a>' for at, text in enumerate(SEARCHES[language_of(place)]))
    return place.insert(f"<p>{' '.join(links)}</p>")


def _linked(own: str) -> str:
    return f'<a href="https://www.mirthova.example/">{NAMES[own]}</a>'


def _named(name: str, value: str) -> Noise:
    """A value of the head overwritten."""
    pattern = re.compile(rf'(<meta[^>]+(?:name|property)="{name}"[^>]+content=")[^"]*', re.I)
    return lambda place: pattern.sub(lambda match: match[1] + value, place.html)


def _before_title(text: str) -> Noise:
    own = re.compile(r"<title[^>]*>\s*([^<]{8,200}?)\s*</title>", re.I)
    return lambda place: place.title(f"{text} - {title[1]}") if (title := own.search(place.html)) else None


SUNDRY: dict[str, Noise] = {
    "sundry: wares": _said(WARES),
    "sundry: wares, last": _last(WARES),
    "sundry: a testimony": _said(TESTIMONY),
    "sundry: praise, last": _last(PRAISE),
    "sundry: a page to remember": _said(REMEMBER),
    "sundry: a page to remember, last": _last(REMEMBER),
    "sundry: words to choose from": _said(SPINTAX),
    "sundry: a way through the site": _said(CRUMBS, "<div>{}</div>"),
    "sundry: what others searched": _searched,
    "sundry: a sponsor in a sentence": _among_words(SPONSOR.__getitem__),
    "sundry: a name before paragraphs": _first_words(lambda own: f"【{NAMES[own]}】" if own == "zh" else f"[{NAMES[own]}] "),
    "sundry: a linked name before paragraphs": _first_words(lambda own: f"{_linked(own)} "),
    "sundry: a linked name among words": _among_words(_linked),
    "sundry: a bold name among words": _among_words(lambda own: f"<b>{NAMES[own]}</b>"),
    **{f"sundry: {name}": block(f"<p>{text}</p>") for name, text in LEAKS.items()},
    **{f"sundry: harmless, {name}": hidden(way, HARMLESS["en"]) for name, way in WAYS.items()},
    "sundry: harmless for all to see": _said(HARMLESS),
    "sundry: in a closed dialog": _said(TESTIMONY, "<dialog><p>{}</p></dialog>"),
    "sundry: in a canvas": _said(TESTIMONY, "<canvas>{}</canvas>"),
    "sundry: in a video": _said(TESTIMONY, "<video width=1 height=1>{}</video>"),
    "sundry: in an annotation": _said(TESTIMONY, "<math><annotation>{}</annotation></math>"),
    "title: shop in Japanese": titled(JAPANESE),
    "title: a company's": titled(COMPANY),
    "title: a company's before the true one": _before_title(COMPANY),
    "title: hearts": titled("鹭岛体育", "鹭岛体育app", "鹭岛体育网页版", by="❤"),
    "title: a sentence": titled("Where to order mirthova gummies with same day delivery"),
    "data: a site's name": _named("og:site_name", "Mirthova Casino"),
    "data: an author": _named("author", "Mirthova Casino"),
}  # fmt: skip
