"""Titles and pages made for search engines are told by their structure."""

import json
import re
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean_page, clean_text
from cleaners.document import page_document
from cleaners.spam.spam import title_spam

CASES = json.loads((Path(__file__).parents[1] / "cases" / "spam_titles.json").read_text("utf-8"))
PAGES = {
    "english": (
        "The Lamp Keeper's Daughter wins in Harbour City",
        [
            "The Lamp Keeper's Daughter, a quiet film about light and tides, won the main prize of the festival on Sunday.",
            "Its director, Mira Ostrand, thanked the crew who had spent two winters on the rock, and the town that fed them.",
            "The jury praised the film's patience. It opens in forty cinemas in March, with a television version later.",
        ],
    ),
    "chinese": (
        "《灯塔》获港湾电影节大奖",
        [
            "港湾电影节周日闭幕，导演米拉的新片《灯塔》获得主竞赛单元大奖，评委会称赞影片的耐心与克制，并向剧组致敬。",
            "导演在访谈中说，剧组在礁石上度过了两个冬天，拍摄、剪辑和配乐都在当地完成，小镇居民为他们准备了三餐。",
            "发行方表示，影片将于三月在四十家影院上映，随后推出电视版本，票房收入的一部分将捐给当地的灯塔博物馆。",
        ],
    ),
}


def page(title: str, kind: str, *, keywords: str = "") -> str:
    headline, paragraphs = PAGES[kind]
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="keywords" content="{escape(keywords)}"></head>'
        f"<body><h1>{headline}</h1><article>{body}</article></body></html>"
    )


@pytest.mark.parametrize("case", CASES["wild"], ids=lambda case: case["title"][:24])
def test_a_spam_title_gives_no_headline(case: dict[str, str]) -> None:
    article = clean_page(page(case["title"], case["page"]).encode())
    assert "spam_title" in article.flags
    assert article.headline == PAGES[case["page"]][0]
    assert any(candidate.value.startswith(case["title"][:4]) for candidate in article.provenance)


@pytest.mark.parametrize("case", CASES["on a mirror"], ids=lambda case: case["title"][:24])
def test_a_title_in_a_strange_script_is_spam_on_a_page_of_another_host(case: dict[str, str]) -> None:
    html = page(case["title"], case["page"]).replace("<head>", '<head><link rel="canonical" href="https://origin.example/a">')
    assert "spam_title" in clean_page(html.encode(), url="https://dentist.test/a").flags
    assert "spam_title" not in clean_page(html.encode(), url="https://origin.example/a").flags


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["title"][:24])
def test_an_honest_title_is_none(case: dict[str, str]) -> None:
    assert not title_spam(case["title"], page_document(page(case["title"], case["page"]))).certain


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["why"])
def test_what_the_page_confirms_is_believed(case: dict[str, str]) -> None:
    assert not title_spam(case["title"], page_document(page(case["title"], case["page"]))).certain


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("灯塔守望者的女儿获大奖", '<meta property="og:title" content="灯塔守望者的女儿获大奖">'),
        ("灯塔守望者的女儿获大奖 - 港湾日报", "<footer><a href='/'>港湾日报</a> 灯塔路1号</footer>"),
        ("灯塔守望者的女儿获大奖", "<h2>灯塔守望者的女儿获大奖</h2>"),
        ("Culture and film", "<nav><a href='/c'>Culture</a> <a href='/f'>Film</a></nav>"),
    ],
)
def test_a_title_that_the_page_has_again_is_honest(title: str, more: str) -> None:
    """Bilingual papers title a page in one language and head it in another; sections call all their pages alike."""
    html = page(title, "english").replace("</head>", f"</head>{more}") if "meta" not in more else page(title, "english")
    html = html.replace("<head>", f"<head>{more}") if "meta" in more else html
    article = clean_page(html.encode())
    assert "spam_title" not in article.flags
    assert article.verdict == "accept"


def test_one_paragraph_does_not_vouch_for_the_title_that_it_came_with() -> None:
    title = "星月轮盘_云海百家乐_天天彩平台_官网注册"
    planted = "<p>云海百家乐平台注册送彩金，天天彩计划群，月月合开奖现场直播，星月轮盘官网下载。</p>"
    hidden = '<div style="position:absolute;left:-3000px"><a href="http://a1.test">百家乐</a><a href="http://a2.test">天天彩</a></div>'
    html = page(title, "chinese", keywords="星月轮盘,云海百家乐").replace("<article>", f"{hidden}<article>")
    article = clean_page(html.replace("</article>", f"{planted}<p>{PAGES['chinese'][1][0]}</p></article>").encode())
    assert {"spam_title", "hidden_text"} <= set(article.flags)
    assert article.headline == PAGES["chinese"][0]
    assert "星月" not in article.body
    assert not article.keywords


def test_a_plain_text_under_a_kit_s_title() -> None:
    title = "云海高清资源一区|海外热门综合合集|深夜在线观看免费"
    lines = [title, PAGES["english"][0], "By Mira Ostrand | Harbour Daily", *PAGES["english"][1]]
    article = clean_text("\n\n".join(lines))
    assert "spam_title" in article.flags
    assert article.headline == PAGES["english"][0]


def test_no_part_of_a_spam_title_is_the_headline() -> None:
    spam = "云海轮盘_飞龙棋室_星月时彩_官网注册"
    html = page(spam, "chinese").replace("<head>", f'<head><meta property="og:title" content="{spam[:14]}">')
    assert clean_page(html.encode()).headline == PAGES["chinese"][0]


def test_one_keyword_that_offers_something_is_no_publisher() -> None:
    article = clean_page(page(f"{PAGES['chinese'][0]} - 星月娱乐城官网", "chinese").encode())
    assert (article.headline, article.publisher) == (PAGES["chinese"][0], None)


def test_keywords_around_the_headline_are_cut_off_it() -> None:
    headline = PAGES["english"][0]
    html = page(f"{headline} - slot gacorindah - daftar gacorindah", "english").replace(f"<h1>{headline}</h1>", "")
    assert clean_page(html.encode()).headline == headline
    before = page(f"slot gacorindah | gacorindah login | {headline}", "english").replace(f"<h1>{headline}</h1>", "")
    assert clean_page(before.encode()).headline == headline
    named = page(f"{headline} | Harbour Film | Harbour Daily", "english").replace(f"<h1>{headline}</h1>", "")
    assert (clean_page(named.encode()).headline or "").startswith(headline)


def test_no_publisher_comes_of_a_spam_title() -> None:
    article = clean_page(page("星月棋牌 - 星月棋牌官网", "chinese").encode())
    assert "spam_title" in article.flags
    assert article.publisher is None


def test_without_a_heading_the_line_above_the_text_counts() -> None:
    html = page(CASES["wild"][1]["title"], "chinese").replace("<h1>", "<div>").replace("</h1>", "</div>")
    assert clean_page(html.encode()).headline == PAGES["chinese"][0]


def test_an_honest_title_in_another_script_stays() -> None:
    title = "张三首部灯塔片,致敬无名英雄 | Weekend Movies"
    text = "\n\n".join([title, title, *PAGES["english"][1]])
    article = clean_text(text)
    assert (article.headline or "").startswith("张三首部灯塔片")
    assert "spam_title" not in article.flags
    assert "mixed_language" in article.flags


def test_a_kit_gives_itself_away() -> None:
    keywords = CASES["wild"][0]["title"]
    encoded = "".join(f"&#{ord(char)};" for char in keywords)
    html = page("@", "english", keywords=keywords).replace("@", encoded).replace("</h1>", "</h1>雙語(yǔ)")
    article = clean_page(f"<!--www.dentist.example-->{html}".encode(), url="https://www.dentist.example/news/1.html")
    assert {"spam_title", "mirror_suspected", "lossy_charset"} <= set(article.flags)
    assert article.verdict == "quarantine"


def test_a_canonical_elsewhere_alone_makes_no_mirror() -> None:
    html = page("The Lamp Keeper's Daughter wins", "english").replace(
        "<head>", '<head><link rel="canonical" href="https://origin.example/a">'
    )
    assert "mirror_suspected" not in clean_page(html.encode(), url="https://partner.test/a").flags


ORIGIN = "https://www.harbourpost.com"
HEAD = {
    "canonical": f'<link rel="canonical" href="{ORIGIN}/a">',
    "og": f'<meta property="og:url" content="{ORIGIN}/a">',
    "path": '<link rel="canonical" href="//festival-opens">',
}
LINKS = "".join(f'<a href="{ORIGIN}/{number}">Section {number}</a> ' for number in range(12))
BOTH = ("canonical", "og")
MIRRORS = {
    "all that the page says of itself, and its links": ("https://wap.qxkj88.net/8", BOTH, LINKS, True),
    "what it says of itself, and links of its own": ("https://portal.net/harbour/8", BOTH, "", False),
    "its canonical address and its links": ("https://oldpost.net/a", ("canonical",), LINKS, False),
    "another name of one domain": ("https://amp.harbourpost.com/a", BOTH, LINKS, False),
    "an archive, which says so": ("https://wayback.example/web/2025id_/https://www.harbourpost.com/a", BOTH, LINKS, False),
    "a cache, which says so": ("https://cache.example/search?q=cache:x:www.harbourpost.com/a", BOTH, LINKS, False),
    "the paper's pages for telephones": ("https://harbourpost.cn/a", BOTH, LINKS, False),
    "a copy on one's own machine": ("http://localhost:8000/a", BOTH, LINKS, False),
    "a copy behind a port of one's own": ("http://127.0.0.1:8000/a", BOTH, LINKS, False),
    "the original's name in front of a stranger's": ("https://harbourpost.com.qxkj88.net/a", BOTH, LINKS, True),
    "a path behind two slashes": ("https://www.harbourpost.com/a", ("path", "path"), LINKS, False),
}


@pytest.mark.parametrize("case", MIRRORS)
def test_a_page_that_names_one_other_host_for_its_own_is_a_mirror(case: str) -> None:
    url, named, links, told = MIRRORS[case]
    html = page("The Lamp Keeper's Daughter wins", "english").replace(
        "<head>", "<head>" + "".join(HEAD[name] for name in named)
    )
    article = clean_page(html.replace("<body>", f"<body><nav>{links}</nav>").encode(), url=url)
    assert ("mirror_suspected" in article.flags) is told
    assert article.headline == PAGES["english"][0]


def test_a_doorway_is_told() -> None:
    words = CASES["wild"][0]["title"].split(",")
    lines = "".join(f"<p>{a},{b}|{a}APP,{b}</p>" for a, b in pairwise(words))
    links = "".join(f'<a href="/x/{n}.html">{word}</a> | ' for n, word in enumerate(words * 6))
    html = f"<title>{'_'.join(words)}</title><h1>{words[0]}</h1>{lines * 4}<div>{links}</div>"
    article = clean_page(html.encode())
    assert "spam_page" in article.flags
    assert article.verdict == "quarantine"


@given(st.text(max_size=80))
def test_any_title_can_be_weighed(title: str) -> None:
    assert title_spam(title, page_document(page("x", "english"))).points >= 0


def test_a_spam_title_that_stands_in_a_plain_line_too_is_refused_once() -> None:
    """The line offered it again for as long as one liked."""
    spam = "slots jackpot | slots jackpot bonus"
    head = f'<head><title>{spam} - Reel Courier</title><meta property="og:site_name" content="Reel Courier">'
    html = page(f"{spam} - Reel Courier", "english").replace("<h1>", f"<div>{spam}</div><h1>")
    html = html.replace("<head>", f'{head}<meta property="og:title" content="{spam} - Reel Courier">')
    assert clean_page(html.encode(), url="https://film.example/about/").headline not in (spam, None)


@pytest.mark.parametrize(
    "hung", ["{} - instant payday loans", "{} | zorblo slots | zorblo spins", "online casino bonus - {}", "{} - 棋牌官网下载"]
)
def test_keywords_hung_on_every_copy_of_a_headline_leave_it(hung: str) -> None:
    headline = PAGES["english"][0]
    html = page(headline, "english").replace(headline, hung.format(headline))
    assert clean_page(html.encode()).headline == headline


@pytest.mark.parametrize("tail", ["A Night to Remember", "a thief at the tables"])
def test_a_subtitle_stays(tail: str) -> None:
    headline = PAGES["english"][0]
    html = page(headline, "english").replace(headline, f"{headline} - {tail}")
    assert clean_page(html.encode()).headline == f"{headline} - {tail}"


def test_a_company_s_name_among_keywords_goes_with_them() -> None:
    headline = re.search(r"<h1>(.*?)</h1>", page("x", "chinese"))
    assert headline is not None
    title = f"翠湖科技(中国)官方网站-IOS/安卓通用版/手机app下载 - {headline[1]}"
    html = page(title, "chinese").replace(headline[0], "")
    assert clean_page(html.encode()).headline == headline[1]
