"""Newer ways to keep words from a reader's eyes, and what sites, browsers and farms ask or tell him amid an article."""

HIDING = {
    "until found": '<div hidden="until-found">{}</div>',
    "a running line": '<marquee scrollamount="9000" style="width:2px;height:1px">{}</marquee>',
    "capitals and spaces": '<div STYLE=" DISPLAY : NONE ; ">{}</div>',
    "an escape": '<div style="display:\\6eone">{}</div>',
    "a comment in the style": '<div style="dis/**/play:/**/none">{}</div>',
    "a filter": '<div style="filter:opacity(0)">{}</div>',
    "points": '<div style="overflow:auto;position:absolute;height:0pt;width:0pt">{}</div>',
    "collapse": '<div style="visibility:collapse">{}</div>',
    "rects": '<div style="position:absolute;clip:rect(1px,1px,1px,1px)">{}</div>',
    "turned away": '<div style="transform:rotateX(90deg)">{}</div>',
    "moved by a matrix": '<div style="transform:matrix(1,0,0,1,-9000,0)">{}</div>',
    "moved alone": '<div style="translate:-9999px">{}</div>',
    "scaled alone": '<div style="scale:0">{}</div>',
    "a margin": '<div style="margin-left:-20000px">{}</div>',
    "a logical margin": '<div style="margin-inline-start:-20000px">{}</div>',
    "no width": '<div style="width:0;height:0;overflow:hidden;white-space:nowrap">{}</div>',
    "nearly white": '<div style="background:#fff;color:#fefefe;font-size:2px">{}</div>',
    "an old font": '<font color="#FFFFFF" style="font-size:1px">{}</font>',
    "no inline size": '<div style="inline-size:0;block-size:0;overflow:clip">{}</div>',
    "a polygon": '<div style="clip-path:polygon(0 0,0 0,0 0)">{}</div>',
    "text far off": '<p style="text-indent:-200em;white-space:nowrap;overflow:hidden">{}</p>',
    "a class's colour": "<style>.kxw1{{background:#fff}}.kxw1 p{{color:#ffffff}}</style><div class=kxw1><p>{}</p></div>",
    "an identity's height": "<style>#kxh2{{height:0;overflow:hidden}}</style><div id=kxh2>{}</div>",
    "a nested sheet": "<style>.kxn3{{& p{{display:none}}}}</style><div class=kxn3><p>{}</p></div>",
    "a sheet by attribute": '<style>[data-kx="4"]{{position:fixed;top:-900vh}}</style><div data-kx="4">{}</div>',
    "a sheet by place": "<style>.kxp5 p:first-child{{font-size:0}}</style><div class=kxp5><p>{}</p></div>",
    "a script": '<div id="kxs6">{}</div><script>document.getElementById("kxs6").style.display="none";</script>',
    "a script's sheet": '<div class="kxs7">{}</div><script>document.write("<style>.kxs7{{display:none}}</style>")</script>',
    "a text area": '<textarea style="display:none">{}</textarea>',
    "options": "<select style='width:0'><option>{}</option></select>",
    "an object": "<object width=0 height=0>{}</object>",
    "an old example": "<xmp style='display:none'>{}</xmp>",
    "not for ears": '<div aria-hidden="true" style="height:1px;overflow:hidden">{}</div>',
}
PROMPTS = {
    "paywall": (
        "Subscribe to {b}+ to keep reading: unlimited stories for $1 a week, cancel anytime.",
        "本文为付费内容，开通{b}会员即可阅读全文，首月仅需9.9元。",
    ),
    "consent": (
        "{b} and our 812 partners store and access information on your device. Accept all or manage your choices.",
        "{b}使用Cookie以改善您的浏览体验，继续浏览即表示您同意我们的隐私政策。",
    ),
    "app": (
        "Open this story in the {b} app for a faster experience. Not now.",
        "打开{b}APP，查看更多精彩图片和评论，已有九万人在看。",
    ),
    "push": (
        "Allow {b} to send you notifications? Get breaking news first. Allow Later",
        "开启{b}通知，第一时间获取最新消息，点击允许。",
    ),
    "blocker": (
        "Please disable your ad blocker to support {b}, then reload this page.",
        "检测到您使用了广告拦截插件，请将{b}加入白名单后刷新页面。",
    ),
    "collector": (
        "This content was automatically aggregated by {b}; contact us for removal if it violates your rights.",
        "以上内容由{b}网整理发布，如有侵权请联系我们删除，更多资讯请持续关注{b}。",
    ),
    "digest": (
        "Thank you for reading, visit {b} for more interesting articles like this and don't forget to bookmark us.",
        "小编今天就给大家介绍到这里，想了解更多相关知识，记得收藏{b}并分享给身边的朋友。",
    ),
}
WIDGET = (
    ("Doctors stunned by one trick", "Homeowners born before 1965 should do this", "She was a star, look at her now"),
    ("医生惊呆：睡前吃它竟能治失眠", "江苏人注意，这种房子别买", "她曾红遍全国，如今沦落至此"),
)
