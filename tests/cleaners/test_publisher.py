"""Who published a page: never the platform that anybody publishes on, and a Chinese page's publisher by its Chinese name."""

import pytest

from cleaners import clean_page

TEXT = "<p>Director Mara Ellwood shot it in nineteen days on the island of Skerra, with a crew of fourteen and a boat.</p>" * 3
HAN = "<p>林若海执导的影片本周五在全国十一个城市公映，首日票房超出所有人的预期，成为周末最受关注的新片。</p>" * 3
SITE = '<meta property="og:site_name" content="{}">'
PUBLISHERS = [
    ("a platform and the publication", SITE.format("Substack") + SITE.format("Reel Notes"), "The boat", "Reel Notes"),
    ("a platform alone", SITE.format("Medium"), "The boat", None),
    ("a platform in small letters", '<meta name="application-name" content="WordPress.com">', "The boat", None),
    ("a paper that a platform is named after", SITE.format("The Medium Post"), "The boat", "The Medium Post"),
    ("the site's name in Chinese", SITE.format("中国新闻网"), "《海角灯塔》公映", "中国新闻网"),
    ("its name in English", SITE.format("ECNS"), "The boat", "China News Service"),
    ("its Chinese name on a page in English", SITE.format("中国新闻网"), "The boat", "China News Service"),
    ("an English paper's column in Chinese", SITE.format("中国日报网"), "《海角灯塔》公映", "China Daily"),
]


@pytest.mark.parametrize(("head", "title", "expected"), [pytest.param(*rest, id=name) for name, *rest in PUBLISHERS])
def test_the_publisher(head: str, title: str, expected: str | None) -> None:
    text = TEXT if title.isascii() else HAN
    html = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><h1>{title}</h1>{text}</body></html>"
    assert clean_page(html.encode(), url="https://lamps.example/2026/boat").publisher == expected


@pytest.mark.parametrize(
    ("url", "source", "expected"),
    [
        ("https://www.chinanews.com.cn/yl/2026/04-15/1.shtml", "中新网", ("中国新闻网", None)),
        ("https://www.chinanews.com.cn/yl/2026/04-15/1.shtml", "新华社", ("中国新闻网", "新华社")),
    ],
)
def test_a_publisher_is_no_source_of_its_own(url: str, source: str, expected: tuple[str, str | None]) -> None:
    line = f"<p>2026年04月15日 14:03　来源：{source}</p>"
    html = f"<title>《海角灯塔》公映</title><h1>《海角灯塔》公映</h1>{line}{HAN}".encode()
    article = clean_page(html, url=url, content_type="text/html; charset=utf-8")
    assert (article.publisher, article.source) == expected


def test_the_front_of_a_title_that_leads_home_is_the_publisher() -> None:
    home = '<a href="/">Flicker Diary</a>'
    html = f"<title>Flicker Diary - Notes on a boat</title><header>{home}</header><h1>Notes on a boat</h1>{TEXT}"
    assert clean_page(html.encode(), url="https://lamps.example/2026/boat").publisher == "Flicker Diary"


@pytest.mark.parametrize(
    ("title", "markup", "expected"),
    [
        ("Flicker Diary: Notes on a boat", '<h2><a href="/">Flicker Diary</a></h2>', "Flicker Diary"),
        ("Notes on a boat: the sequel", '<h2><a href="/">Flicker Diary</a></h2>', None),
        (
            "Notes on a boat | Skerra Film Days",
            "<footer>© Skerra Film Days 2014. All rights reserved. Imprint</footer>",
            "Skerra Film Days",
        ),
        ("Notes on a boat | Reviews", "<footer>© Skerra Film Days 2014</footer>", None),
    ],
)
def test_a_title_that_home_or_the_notice_of_rights_confirms(title: str, markup: str, expected: str | None) -> None:
    html = f"<meta charset=utf-8><title>{title}</title><h1>Notes on a boat</h1>{TEXT}{markup}"
    assert clean_page(html.encode(), url="https://lamps.example/2026/boat").publisher == expected


@pytest.mark.parametrize(
    ("line", "source"), [("2005年03月17日11:23 江潮晚报", "江潮晚报"), ("2005年03月17日11:23 影视新闻", None)]
)
def test_old_portals_name_the_paper_behind_the_time(line: str, source: str | None) -> None:
    html = f"<meta charset=utf-8><title>《海角灯塔》公映</title><h1>《海角灯塔》公映</h1><p>{line}</p>{HAN}".encode()
    assert clean_page(html, url="http://ent.lamps.example/2005-03-17/1.html").source == source
