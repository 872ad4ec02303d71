"""The pictures of an article: among its paragraphs, with its captions, the one it is shown by; no icon, no other story's."""

import pytest

from cleaners import clean_page
from cleaners.fields.pictures import file_of

ROOT = "https://lantern.example"
PARAGRAPHS = [
    "The ferry that carries the film's whole second act was built in a barn, by people who had never seen a shipyard.",
    "It sailed on the first of May with eleven actors, a goat and the director, who had sworn that she would never board it.",
    "By the evening everybody was back on land but the goat, which had to be fetched, and plays the lead in the third act.",
    "The distributor, who had come to watch, bought the film on the spot and the barn a week later, for reasons of its own.",
]
LEAD = '<img src="/stills/ferry-at-dawn-1024x683.jpg" alt="The ferry, at dawn">'
SHOWN = '<meta property="og:image" content="https://lantern.example/stills/ferry-at-dawn.jpg">'
TOLD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry sails",'
    ' "image": [{"@type": "ImageObject", "url": "https://cdn.example/ferry-at-dawn.jpg?w=1200"}]}</script>'
)
AT_DAWN = f"{ROOT}/stills/ferry-at-dawn-1024x683.jpg"
CASES = {
    "among the paragraphs": ("", "", '<img src="/stills/goat.jpg">', ["/stills/goat.jpg"]),
    "above them, with a caption": ("", f"<figure>{LEAD}<figcaption>The ferry.</figcaption></figure>", "", [AT_DAWN]),
    "above them, and the page is shown by it": (SHOWN, f"<div class=hero>{LEAD}</div>", "", [AT_DAWN]),
    "in JSON-LD": (
        TOLD,
        f"<div>{LEAD}</div>",
        "",
        [AT_DAWN],
    ),
    "both, in the page's order": (SHOWN, LEAD, '<img src="/stills/goat.jpg">', [AT_DAWN, "/stills/goat.jpg"]),
    "loaded late": ("", "", '<img src="data:image/gif;base64,R0" data-src="/stills/goat.jpg">', ["/stills/goat.jpg"]),
    "a set of sizes, and a picture that stands in": (
        "",
        "",
        '<img src="/lazy-placeholder.png" data-srcset="/stills/goat-400.jpg 400w, /stills/goat-800.jpg 800w">',
        ["/stills/goat-400.jpg"],
    ),
    "the same twice": ("", "", '<img src="/stills/goat.jpg"><img src="/stills/goat.jpg">', ["/stills/goat.jpg"]),
    "an icon": ("", "", '<img src="/icons/mail.png" width="16" height="16">', []),
    "only told to machines": (SHOWN, "", "", []),
    "by which the site shows all its pages": (
        '<meta property="og:image" content="/lantern-logo.png">',
        '<img src="/lantern-logo.png">',
        "",
        [],
    ),
    "on a page that gives another address for its own": (
        '<base href="https://cdn.example/2026/">',
        "",
        '<img src="goat.jpg">',
        ["https://cdn.example/2026/goat.jpg"],
    ),
    "of another story": (SHOWN, '<img src="/stills/violin.jpg">', "", []),
    "in a list of other stories": (SHOWN, "", "", []),
}


@pytest.mark.parametrize(("head", "above", "among", "expected"), CASES.values(), ids=CASES.keys())
def test_the_pictures_of_the_article_and_no_others(head: str, above: str, among: str, expected: list[str]) -> None:
    text = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    text.insert(2, among)
    other = '<aside class="related"><a href="/film/2"><img src="/stills/ferry-at-dawn-150x150.jpg">Ten more ferries</a></aside>'
    html = (
        f"<html><head><title>The ferry sails | The Lantern</title>{head}</head><body><header><img src=/top.png></header><main>"
        f"<h1>The ferry sails</h1>{above}<article>{''.join(text)}</article></main>{other}</body></html>"
    )
    article = clean_page(html.encode(), url=f"{ROOT}/film/2026/11/the-ferry-sails.html")
    assert [image.url.removeprefix(ROOT) for image in article.images] == [url.removeprefix(ROOT) for url in expected]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("/a/ferry.jpg", "ferry"),
        ("https://i.example/ferry-300x200.jpg?fit=crop#x", "ferry"),
        ("//i.example/ferry-scaled.jpg.webp", "ferry"),
        ("https://i.example/ferry-e1699999999999-1024x683.png", "ferry"),
        ("https://i.example/photo/AbC123", "AbC123"),
        ("https://i.example/", ""),
        ("", ""),
        ("?x=/y.jpg", ""),
    ],
)
def test_the_name_of_a_file(url: str, name: str) -> None:
    assert file_of(url) == name
