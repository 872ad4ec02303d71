"""What the judges find, and what looks like it and is none: one table for each fault."""

import pytest

from cleaners import CleanArticle, clean_page, clean_text

SENTENCES = [
    "The Salt Road opened the harbour festival on Sunday before a house full of carters and their horses.",
    "Its director, Mira Ostrand, had lived among them for two winters and learned to shoe a mare.",
    "The jury praised the patience of the film, which lets a whole tide come in without a cut.",
    "Critics were divided: one called it a sermon, another left in tears and came back for the late show.",
    "The distributor plans forty copies, and a version without music for those who know the road.",
    "A documentary on ferrymen took the second prize; its makers had shot it from the ferry alone.",
    "On Monday the carters went home, and the festival turned to shorter films and drier roads.",
    "Ostrand says that her next film will be set indoors, with a fire and no weather at all.",
]
CHINESE = [
    "《盐路》周日在港湾电影节首映，放映厅里坐满了赶车人，他们的马拴在门外的树下。",
    "导演米拉在赶车人中间生活了两个冬天，学会了给马钉掌，也学会了在潮水里等人。",
    "评委会称赞影片的耐心：一场完整的涨潮没有一次剪切，观众席上没有人离开。",
    "发行方计划发行四十份拷贝，另有一个没有配乐的版本留给认识这条路的人。",
]
URL = "https://harbour.example.com/film/salt-road.html"


def page(*blocks: str, title: str = "The Salt Road opens the festival", foot: str = "") -> str:
    body = "".join(f"<p>{block}</p>" if not block.startswith("<") else block for block in blocks)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f"<html><head>{head}</head><body><h1>{title}</h1><article>{body}</article>{foot}</body></html>"


def clean(html: str) -> CleanArticle:
    return clean_page(html.encode(), url=URL)


def linked(*pages: int, words: str = "") -> str:
    links = " ".join(f'<a href="/film/salt-road_{number}.html">{number}</a>' for number in pages)
    return f"<div class='pages'>{words}1 {links}</div>"


def teasers(number: int, *, home: str = "/film/", length: int = 1) -> str:
    names = ["The ferrymen", "A winter on the rock", "Lamps and tides", "The long road", "Two horses", "Salt", "The pier"] * 3
    return "".join(
        f'<h2><a href="{home}{at}.html">{name} come back to the harbour</a></h2><p>{" ".join(SENTENCES[:length])} {at}</p>'
        for at, name in enumerate(names[:number])
    )


PARTIAL = {
    "numbers that are no links in a text": ("\n\n".join([SENTENCES[0] * 4, SENTENCES[1] * 2, "1 2 3 Next >>|"]), True),
    "Chinese numbers that are no links in a text": ("\n\n".join(["".join(CHINESE) * 2, "1 2 3 4 下一页"]), True),
    "a year in a text": ("\n\n".join([SENTENCES[0] * 4, "1917", SENTENCES[1] * 2]), False),
    "a score in a text": ("\n\n".join([SENTENCES[0] * 4, "3 - 1", SENTENCES[1] * 2]), False),
}


@pytest.mark.parametrize("case", PARTIAL)
def test_partial_texts(case: str) -> None:
    text, partial = PARTIAL[case]
    assert ("partial_page" in clean_text(f"The Salt Road opens\n\n{text}", url=URL).flags) is partial


PARTIAL_PAGES = {
    "pages with a way on are joined, not at fault": (linked(2, 3), 3, False),
    "slides are no pages": ("<div>Prev <a href='/film/salt-road_1.html'>1</a> 2 3 4 5 6 7 8 Next</div>", 1, False),
    "the comments' pages": ("<div><a href='/comments?p=1'>1</a> <a href='/comments?p=2'>2</a></div>", 1, False),
}  # fmt: skip


@pytest.mark.parametrize("case", PARTIAL_PAGES)
def test_partial_pages(case: str) -> None:
    row, pages, partial = PARTIAL_PAGES[case]
    article = clean(page(*SENTENCES, row))
    assert ((article.pager.pages if article.pager else 1), "partial_page" in article.flags) == (pages, partial)


LOCKED = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","isAccessibleForFree":"False"}</script>'
WITHHELD = {
    "subscribers only": ([*SENTENCES[:3], "This story is for subscribers only. Log in or choose a plan."], True),
    "an account to go on": ([*SENTENCES[:3], "Create a free account to keep reading"], True),
    "a share that is left": ([*CHINESE[:3], "剩余64%内容购买后可看"], True),
    "in the app": ([*CHINESE[:3], "打开灯塔影讯APP阅读全文"], True),
    "for members": ([*CHINESE[:3], "以下内容仅会员可见"], True),
    "in French": ([*SENTENCES[:3], "Il vous reste 61 % de cet article à lire."], True),
    "in Japanese": ([*CHINESE[:3], "この記事は有料会員限定です。"], True),
    "a text that breaks off above a click": ([*CHINESE, CHINESE[1][:20] + "……", "点击展开全文"], True),
    "a text that breaks off above a link": (
        [*SENTENCES * 4, SENTENCES[1][:50] + " […]", "Read the full story at the Courier"],
        True,
    ),
    "a text that stops in mid-sentence and is locked": ([*SENTENCES, SENTENCES[1][:-12], LOCKED], True),
    "a whole text above a click": ([*CHINESE, "点击展开全文"], False),
    "a whole text above a link": ([*SENTENCES, "Read the full story at the Courier"], False),
    "a long whole text above a wall for a script to show": ([*SENTENCES * 4, "Subscribe to keep reading"], False),
    "a whole text that is locked": ([*SENTENCES, LOCKED], False),
    "a text that breaks off and says no more": ([*SENTENCES, SENTENCES[1][:50] + "…"], False),
    "a newsletter": ([*SENTENCES[:4], "Sign up to read all our news first."], False),
    "a speaker's words": ([*SENTENCES[:4], "“Subscribe to continue the journey,” she tells her viewers."], False),
    "a report on walls": (["Few click on “subscribe to keep reading”, a study says.", *SENTENCES[:4]], False),
    "an app above": (["打开灯塔影讯APP阅读全文", *CHINESE], False),
}


WALLS = """Register for free to continue reading|Want to read more? Subscribe now for digital access|Continue with a free trial
Log in to continue
You’ve read your last free article|Get full access to this article for $1
Preview ends here. Join to read on.
本文为付费文章，登录后可继续阅读|灯塔通会员可读|最低0.47元/天 解锁文章
还剩2300字未读，付费后可阅读|隐藏内容，回复后可见|本文未完，请下载客户端继续阅读
Lesen Sie diesen Artikel mit einem Abo weiter.|Suscríbete para seguir leyendo|Questo articolo è riservato agli abbonati
Lees verder met een abonnement|Материал доступен только подписчикам|이 기사는 유료 회원 전용입니다.|残り1057文字"""
NO_WALLS = """Subscribe to our channel for more|Join our community to share your views|Log in to comment
Become a member to support us
Please log in to view your bookmarks|This story is dedicated to the members of the crew|登录后可发表评论
下载APP，获取更多资讯|会员专享折扣
关注我们，查看更多精彩内容|Abonnieren Sie unseren Newsletter|会員登録はこちら|点击查看更多图片"""


@pytest.mark.parametrize(("lines", "partial"), [(WALLS, True), (NO_WALLS, False)])
def test_what_walls_say(lines: str, partial: bool) -> None:
    for line in lines.replace("\n", "|").split("|"):
        assert ("partial_page" in clean(page(*SENTENCES[:4], f"<div><p>{line}</p></div>")).flags) is partial, line


@pytest.mark.parametrize("case", WITHHELD)
def test_a_page_that_keeps_the_rest_back_is_partial(case: str) -> None:
    blocks, partial = WITHHELD[case]
    assert ("partial_page" in clean(page(*blocks)).flags) is partial


REFRAIN = " ".join(SENTENCES[:2])
REPETITIVE = {
    "one paragraph over and over": ([REFRAIN] * 12, True),
    "a Chinese paragraph over and over": (["".join(CHINESE[:2])] * 12, True),
    "two paragraphs taking turns": ([REFRAIN, " ".join(SENTENCES[2:4])] * 10, True),
    "a ballad with a refrain": ([line for at in range(6) for line in (" ".join(SENTENCES[at : at + 3]), SENTENCES[7])], False),
    "a programme of screenings": ([f"{day} March, 20:00, hall {day % 3}: {name}" for day, name in enumerate(SENTENCES)], False),
    "an article": (SENTENCES, False),
    "a Chinese article": (CHINESE, False),
}


@pytest.mark.parametrize("case", REPETITIVE)
def test_repetitive(case: str) -> None:
    blocks, repetitive = REPETITIVE[case]
    assert ("repetitive" in clean_text("\n\n".join(["The Salt Road opens", *blocks])).flags) is repetitive


SHORT = {
    "a sentence": ([SENTENCES[0]], True),
    "two lines of Chinese": ([CHINESE[0][:20], CHINESE[1][:20]], True),
    "figures and stops": (["... 1 ... 2 ... 3 ..."] * 30, True),
    "a brief": (SENTENCES[:4], False),
    "a Chinese brief of a third of its letters": (CHINESE[:3], False),
}


@pytest.mark.parametrize("case", SHORT)
def test_too_short(case: str) -> None:
    blocks, short = SHORT[case]
    article = clean(page(*blocks))
    assert ("too_short" in article.flags) is short
    assert (article.verdict == "quarantine") is short


BRIEF = "<p>By Ada Fenwick, 16 April 2025</p><p>The comedy is to have a sequel, its producers said on Thursday. {}</p>"
BRIEFS = {
    "two sentences, signed and dated": (BRIEF.format("Shooting starts in the rain, if there is any left up here."), False),
    "one sentence, signed and dated": (BRIEF.format("Shooting starts in the rain, if there is any").replace(". ", ", "), True),
    "two sentences that nobody signed": (BRIEF.format("Shooting starts in the rain.").replace("By Ada Fenwick, ", ""), True),
}


@pytest.mark.parametrize("case", BRIEFS)
def test_a_brief_is_short(case: str) -> None:
    inner, short = BRIEFS[case]
    html = f"<html><head><title>A sequel</title></head><body><article><h1>A sequel</h1>{inner}</article></body></html>"
    assert ("too_short" in clean_page(html.encode(), url="https://courier.example/brief").flags) is short


STORIES = [(f"/2026/11/story-{at}.html", f"The keeper of lamp {at} comes home from the sea") for at in range(9)]


def items(form: str) -> str:
    """The same nine stories in markup of one kind, each with a sentence."""
    return "".join(form.format(href=href, title=title, text=SENTENCES[at % 5]) for at, (href, title) in enumerate(STORIES))


LISTS = {
    "lines in bold that are links": (items('<div><p><b><a href="{href}">{title}</a></b></p><p>{text}</p></div>'), True),
    "results of a search": (items('<div><a href="{href}">{title}</a><p>… {text} …</p><cite>harbour › news</cite></div>'), True),
    "terms that are links": ("<dl>" + items('<dt><a href="{href}">{title}</a></dt><dd>{text}</dd>') + "</dl>", True),
    "teasers that are links": (items('<a href="{href}"><div>{title}</div><div>{text}</div></a>'), True),
    "headlines and their days in lines": (
        "<ul>" + items('<li><a href="{href}">{title}</a> <span>May 4, 2026</span></li>') + "</ul>",
        True,
    ),
    "Chinese headlines and their days in lines": (
        "<ul>"
        + "".join(f'<li><a href="/{n}.html">赶车人第{n}次回到港口</a> 2026-05-{n:02}</li>' for n in range(1, 20))
        + "</ul>",
        True,
    ),
    "an article above others that go on elsewhere": (
        "".join(f"<p>{text}</p>" for text in SENTENCES)
        + items('<h3><a href="{href}">{title}</a></h3><p>{text}</p><p><a href="{href}">Read more</a></p>'),
        False,
    ),
    "an article above what else was written": (
        "".join(f"<p>{text}</p>" for text in SENTENCES)
        + items('<li><a href="{href}">{title}</a> <span>4 May 2026</span></li>'),
        False,
    ),
    "films and their years": (
        "".join(f"<p>{text}</p>" for text in SENTENCES) + items('<li><a href="{href}">{title}</a> (2016) – director</li>'),
        False,
    ),
    "an article with a link to another after each paragraph": (
        items('<p>{text} {text}</p><p><a href="{href}">Read also: {title}</a></p>'),
        False,
    ),
    "boxes with links between the boxes of paragraphs": (
        items('<div class="p"><p>{text}</p></div><div class="r"><a href="{href}">{title}</a></div>'),
        False,
    ),
    "films that lead to the shops": (
        items('<div><p><b><a href="https://shop.example{href}">{title}</a></b></p><p>{text} {text}</p></div>'),
        False,
    ),
    "the front page of a blog with long teasers": (
        "".join(
            f'<article><h2><a href="{href}">{title}</a></h2><p>{" ".join(SENTENCES)}</p><p><a href="{href}#more">{more}</a></p>'
            for more, (href, title) in zip(("Continue reading →", "Read more", "阅读全文"), STORIES, strict=False)
        ),
        True,
    ),
    "an article under headings that lead to reviews": (
        "".join(f'<h2><a href="{href}">{title}</a></h2><p>{" ".join(SENTENCES)}</p>' for href, title in STORIES[:3]),
        False,
    ),
    "a channel's front page": (teasers(12), True),
    "a channel's front page that says nothing else": (teasers(20), True),
    "an article above other stories": ("".join(f"<p>{text}</p>" for text in SENTENCES * 2) + teasers(3), False),
    "a digest of pages elsewhere": (teasers(12, home="https://elsewhere.example.org/"), False),
    "twelve films, much said of each": (teasers(12, length=8), False),
    "an article": ("".join(f"<p>{text}</p>" for text in SENTENCES), False),
}


@pytest.mark.parametrize("case", LISTS)
def test_list_page(case: str) -> None:
    body, listed = LISTS[case]
    assert ("list_page" in clean(page(body)).flags) is listed


LINKS = " ".join(f'<a href="http://{name}.test/">{name} jackpot</a>' for name in ("goldreels", "spinvale", "luckora"))
SPEECH = "Goldreels pays every night, goldreels never sleeps: whoever spins at goldreels takes the bonus home by morning."
HIDDEN = {
    "links off the screen": (f"<div style='position:absolute;left:-4000px'>{LINKS}</div>", True),
    "links at the foot, off the screen": (f"<div style='text-indent:-9999px'>{LINKS}</div>", True),
    "links of no size": (f"<div style='overflow:hidden;height:0;width:1px'>{LINKS}</div>", True),
    "speech in its ground's colour": (f"<p style='color:#fafafa;background-color:#fafafa'>{SPEECH}</p>", True),
    "more links than text": (
        f"<div style='top:-5000px'>{' '.join(f'<a href=https://{n}.test/>reels {n}</a>' for n in range(90))}</div>",
        True,
    ),
    "a class of the page's own sheet": (f"<style>.k9 {{ left:-5000px }}</style><p class='k9'>{SPEECH}</p>", True),
    "more of the house's links than text": (
        f"<div style='top:-5000px'>{' '.join(f'<a href=/{n}>Section {n}</a>' for n in range(90))}</div>",
        False,
    ),
    "a way past the menu": ("<a style='position:absolute;left:-9999px' href='#main'>Skip to the main content</a>", False),
    "words for screen readers": ("<span style='clip:rect(0 0 0 0);position:absolute'>Photo gallery</span>", False),
    "an answer that folds out": (f"<div style='display:none'><p>{SENTENCES[6]}</p></div>", False),
    "a menu that folds out": ("<ul style='display:none'><li><a href='/a'>Film</a><li><a href='/b'>Stage</a></ul>", False),
    "the house's other papers": ("<div style='display:none'><a href='https://week.example.com/b'>Week</a></div>", False),
    "a button to share with": ("<p hidden><a href='https://net.test/?u=https://harbour.example.com'>Tell</a>", False),
}  # fmt: skip


@pytest.mark.parametrize("case", HIDDEN)
def test_hidden_text(case: str) -> None:
    part, hidden = HIDDEN[case]
    within = clean(page(*SENTENCES[:3], part, *SENTENCES[3:]))
    assert ("hidden_text" in within.flags) is hidden
    assert not hidden or "oldreels" not in within.body
    assert hidden or within.body.startswith(SENTENCES[0])


def test_links_for_nobody_count_wherever_they_hide() -> None:
    assert "hidden_text" in clean(page(*SENTENCES, foot=HIDDEN["links at the foot, off the screen"][0])).flags
