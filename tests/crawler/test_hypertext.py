"""What a page's bytes say without a parse."""

import pytest

from crawler.discovery.hypertext import links_in_text, says_it_is_a_list


def data(*kinds: str) -> bytes:
    return (
        "<script type='application/ld+json'>[" + ", ".join(f'{{"@type": "{kind}"}}' for kind in kinds) + "]</script>"
    ).encode()


@pytest.mark.parametrize(
    ("page", "is_list"),
    [
        (data("CollectionPage", "BreadcrumbList"), True),
        (data("SearchResultsPage"), True),
        (b'<html itemscope itemtype="https://schema.org/CollectionPage">', True),
        (b'{"@type" : ["CollectionPage", "WebPage"]}', True),
        (data("CollectionPage", *["NewsArticle"] * 9), True),  # a list names the stories on it
        (data("NewsArticle", "CollectionPage"), False),  # a story names the section that it is part of
        (data("WebPage", "BreadcrumbList"), False),
        (b'<html itemscope itemtype="https://schema.org/CollectionPageOfMine">', False),
        (b"<p>What a CollectionPage is</p>", False),
        (b"", False),
    ],
)
def test_a_page_that_says_it_is_a_list(page, is_list):
    assert says_it_is_a_list(page) is is_list


def test_links_of_paragraphs_each_once():
    page = b"""<ul><a href='/menu'>Menu</a></ul><P>One <a href=/a>a</a>, <a href="b">b</a>, <a href="/a">a again</a>
    <p>two <a href="javascript:x">no</a> <a href="https://else.example/c?utm_source=x">c</a></p><a href="/after">after</a>
    <pre><a href="/pre">no paragraph</a></pre>"""
    assert list(links_in_text(page, "https://film.example/2026/")) == [
        "https://film.example/a",
        "https://film.example/2026/b",
        "https://else.example/c",
    ]
