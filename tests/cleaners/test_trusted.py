"""An article that a kit describes beside the page's own gives no field; one that the page knows does."""

import json

import pytest

from cleaners import CleanArticle, clean_page

HEADLINE = "The Lamp Keeper's Daughter wins in Harbour City"
PARAGRAPHS = (
    "The Lamp Keeper's Daughter, a quiet film about light and tides, won the main prize of the harbour festival on Sunday.",
    "Its director, Mira Ostrand, thanked the crew who had spent two winters on the rock, and the town that had fed them.",
    "The jury praised the film's patience. It opens in forty cinemas in March, and a television version follows in autumn.",
)


def described(headline: str, *, title: str = HEADLINE) -> CleanArticle:
    item = {
        "@type": "NewsArticle",
        "headline": headline,
        "author": {"@type": "Person", "name": "Petra Vell"},
        "publisher": {"@type": "Organization", "name": "Vell Daily"},
    }
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = f'<title>{title}</title><script type="application/ld+json">{json.dumps(item)}</script><h1>{HEADLINE}</h1>{body}'
    return clean_page(html.encode(), url="https://harbour.example/news/4.html")


@pytest.mark.parametrize("headline", ["vortex reels bonus", "星月轮盘官网登录", "Buy moonpills online"])
def test_an_article_that_the_page_knows_nothing_of_gives_no_field(headline: str) -> None:
    article = described(headline)
    assert (article.headline, article.authors, article.publisher) == (HEADLINE, (), None)


@pytest.mark.parametrize("headline", [HEADLINE, "A quiet film about tides wins", "Lamp Keeper"])
def test_an_article_in_other_words_is_believed(headline: str) -> None:
    assert described(headline).authors == ("Petra Vell",)


def test_where_the_page_has_no_headline_that_fits_the_data_is_believed() -> None:
    html = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Vortex reels","author":"Petra Vell"}</script>'
    assert clean_page(f"<title>Reader</title>{html}<div id=app></div>".encode()).authors == ("Petra Vell",)


def named(head: str) -> CleanArticle:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = f"<title>{HEADLINE} - Harbour Weekly</title>{head}<h1>{HEADLINE}</h1>{body}<footer>Harbour Weekly Online</footer>"
    return clean_page(html.encode(), url="https://harbour.example/news/5.html")


@pytest.mark.parametrize(
    ("author", "publisher"),
    [
        ("Vortex casino bonus", "Vortex casino"),
        ("watch Vortex full movie", "星月app下载安装"),
        ("Petra Vell", "Vortex vortex88.example"),
    ],
)
def test_names_that_pitch_and_that_the_page_does_not_know_are_nobody_s(author: str, publisher: str) -> None:
    article = named(f'<meta name="author" content="{author}"><meta property="og:site_name" content="{publisher}">')
    assert article.authors == (("Petra Vell",) if author == "Petra Vell" else ())
    assert article.publisher != publisher


@pytest.mark.parametrize("publisher", ["Harbour Weekly", "Harbour Weekly Online", "Lamp & Tide", "潮汐周刊"])
def test_a_publisher_that_pitches_nothing_is_believed(publisher: str) -> None:
    assert named(f'<meta property="og:site_name" content="{publisher}">').publisher == publisher
