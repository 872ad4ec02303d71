"""The pages people read, asked of a real server."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from lxml import html

from cleaners import CleanArticle
from storage.engine import open_database
from tests.storage.samples import store
from tests.web.conftest import fill, served
from web import pages

FERRY, CHINESE, DOORWAY = "Crossing by night", "《长夜渡江》票房突破十亿元", "星月轮盘网址"
TOKEN = "an-open-secret"  # noqa: S105 - of a test


def link_to(client, headline: str, page: str = "/") -> str:
    tree = html.fromstring(client.ask(page).body)
    return next(str(link.get("href")) for link in tree.iter("a") if link.text_content() == headline)


def ferry(client) -> str:
    return link_to(client, FERRY, "/?q=ferryman")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=ferryman", [FERRY]),
        (f"q={quote('票房')}", [CHINESE]),
        (f"q={quote('票房')}&language=en", []),
        ("source=zh.example", [CHINESE]),
        ("month=2025-05", [FERRY]),
        ("since=2025-05-01&until=2025-05-13", [FERRY]),
        ("verdict=repaired", [FERRY]),
        (f"q={quote(DOORWAY)}", []),
    ],
)
def test_searching_and_filtering(library, query, found) -> None:
    answer = library.ask(f"/?{query}")
    assert answer.status == 200
    assert [str(h2.text_content()) for h2 in html.fromstring(answer.body).xpath("//article//h2")] == found


def test_the_words_asked_for_are_marked_and_the_text_stays_text(library) -> None:
    tree = html.fromstring(library.ask(f"/?q={quote('ferryman OR <b>票房</b>')}").body)
    assert {mark.text_content() for mark in tree.xpath("//article//mark")} >= {"ferryman"}
    assert tree.xpath("//article//b") == []


def test_facets_count_what_there_is_and_lead_there(library) -> None:
    tree = html.fromstring(library.ask("/").body)
    facets = {str(link.xpath("span")[0].text): link for link in tree.xpath("//div[@class='facets']//a[span]")}
    assert facets["中文"].xpath("string(span[2])") == "1"
    assert [h2.text_content() for h2 in html.fromstring(library.ask(facets["中文"].get("href")).body).xpath("//h2/a")] == [
        CHINESE
    ]


def test_leafing_through_shows_every_article_once(library) -> None:
    seen, path = [], "/?source=many.example"
    while path:
        tree = html.fromstring(library.ask(path).body)
        seen += [h2.text_content() for h2 in tree.xpath("//article//h2")]
        path = next(iter(tree.xpath("//a[@rel='next']/@href")), None)
    assert sorted(seen) == sorted(f"Reel {number}" for number in range(30))


def test_an_article_shows_its_text_facts_and_origins(library) -> None:
    text = html.fromstring(library.ask(ferry(library)).body).text_content()
    for expected in (
        "A ferryman waits in a café",
        "By He Qing",
        "13 May 2025",
        "Harbour Post",
        "A boat at dusk.",
        "riverlight88",
    ):
        assert expected in text
    assert "byline.by_line" in text
    assert "星月轮盘" in text, "the refused title is told under where the values came from"


def test_the_ledger_stands_on_the_text(library) -> None:
    tree = html.fromstring(library.ask(ferry(library) + "?view=edits").body)
    body = tree.xpath("//div[contains(@class, 'marked')]")[0]
    assert [cut.text_content() for cut in body.iter("del")] == ["By He Qing", "?"]
    assert [put.text_content() for put in body.iter("ins")] == ["é"]
    assert [why.text_content() for why in body.find_class("why")] == ["byline: byline.by_line", "repaired: damage.lost_letter"]
    ids = {span.get("id") for span in body.find_class("edit")}
    links = {str(href).partition("#")[2] for href in tree.xpath("//section[@id='edits']//a/@href")}
    assert ids == links


def test_stored_script_is_text_and_odd_links_are_none(library) -> None:
    for path in ("/?q=scripts", link_to_script(library), link_to_script(library) + "?view=edits", "/feed.rss?q=scripts"):
        body = library.ask(path).body
        assert "<script" not in body.lower()
        assert "<img" not in body
    tree = html.fromstring(library.ask(link_to_script(library)).body)
    assert not [link for link in tree.xpath("//a/@href") if str(link).startswith("javascript")]
    outward = tree.xpath("//a[starts-with(@href, 'http')]")
    assert all({"noopener", "nofollow"} <= set(link.get("rel", "").split()) for link in outward)


def link_to_script(client) -> str:
    return str(html.fromstring(client.ask("/?q=scripts").body).xpath("//article//h2/a/@href")[0])


@pytest.mark.parametrize(
    "path", ["/", "/quarantine", "/sources", "/runs", "/about-the-api", "/sign-in", "/nowhere", "/static/style.css"]
)
def test_every_answer_has_the_strict_headers_and_weighs_little(library, path) -> None:
    answer = library.ask(path)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert len(answer.body.encode()) < 100_000


def test_of_thousands_of_sources_the_largest_have_a_card(library, monkeypatch) -> None:
    monkeypatch.setattr(pages, "SOURCES", 2)
    shown = library.ask("/sources").body
    assert len(html.fromstring(shown).xpath("//section[@class='source']")) == 2
    assert "smaller sites with" in shown
    assert "/api/sources" in shown


@pytest.mark.parametrize("path", ["/", "/quarantine", "/sources", "/runs", "/about-the-api", "/sign-in"])
def test_pages_need_nothing_from_elsewhere_and_no_script(library, path) -> None:
    tree = html.fromstring(library.ask(path).body)
    assert not tree.xpath("//script | //*[@style] | //style | //iframe | //@onclick")
    assert all(str(source).startswith("/") for source in tree.xpath("//link/@href | //img/@src"))
    assert tree.xpath("//html/@lang") == ["en"]
    assert len(tree.xpath("//main")) == 1
    labelled = set(tree.xpath("//label/@for"))
    assert all(field.get("id") in labelled for field in tree.xpath("//input[not(@type='hidden')]"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/articles/ffffffffffffffff", 404),
        ("/articles/99999999999999999999", 404),
        ("/?after=rubbish", 404),
        ("/?after=WzAsIG51bGwsIHt9XQ", 200),
        ("/?month=2025-13", 422),
        ("/?month=9999-12", 422),
        ("/?until=9999-12-31", 200),
        ("/?since=tomorrow", 422),
        ("/?q=%22%00%27%20AND", 200),
    ],
)
def test_odd_questions_get_a_page_and_no_fault_of_ours(library, path, status) -> None:
    answer = library.ask(path)
    assert answer.status == status
    assert "<main" in answer.body


@pytest.mark.parametrize(
    "path", ["/", "/api/health", "/api/articles.jsonl", "/feed.rss", "/static/style.css", "/nowhere", "/?page=x"]
)
def test_who_asks_for_the_head_alone_gets_what_everybody_gets_without_the_body(library, path) -> None:
    head, whole = library.ask(path, method="HEAD"), library.ask(path)
    assert (head.status, head.body) == (whole.status, "")
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    assert library.ask("/sign-in", method="HEAD", body="token=x").status != 303


@pytest.mark.parametrize("path", ["/", "/api/articles"])
def test_a_database_that_is_gone_is_told_and_one_that_is_put_back_is_read(path, tmp_path) -> None:
    file, aside = tmp_path / "films.db", tmp_path / "aside.db"
    fill(f"sqlite:///{file}")
    with served(f"sqlite:///{file}") as client:
        assert client.ask(path).status == 200
        file.rename(aside)
        answer = client.ask(path)
        assert (answer.status, "cannot be used now" in answer.body) == (503, True)
        assert str(tmp_path) not in answer.body
        for rest in tmp_path.glob("films.db*"):
            rest.unlink()
        aside.rename(file)
        assert 200 in [client.ask(path).status for _ in range(9)]


def test_another_host_name_is_refused(library) -> None:
    assert library.ask("/", Host="evil.example").status == 400


def sign_in(client) -> tuple[str, str]:
    """The cookie and the word for forms."""
    answer = client.send("/sign-in", token=TOKEN)
    assert answer.status == 303
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=strict"} <= set(cookie.split("; "))
    pair = cookie.partition(";")[0]
    page = client.ask("/quarantine", Cookie=pair)
    return pair, str(re.search(r'name="word" value="(\w+)"', page.body)[1])


def test_releasing_from_quarantine(client) -> None:
    cookie, word = sign_in(client)
    article = link_to(client, DOORWAY, "/quarantine")
    waiting = unescape(client.ask("/quarantine").body)
    assert "spam page" in waiting
    assert "Release" not in waiting, "only those who are signed in may decide"
    answer = client.send(f"{article}/decision", cookie=cookie, word=word, decision="release")
    assert answer.status == 303
    assert DOORWAY in client.ask(f"/?q={quote(DOORWAY)}").body
    assert "Nothing waits here" in client.ask("/quarantine").body


def test_rejecting_and_taking_it_back(client) -> None:
    cookie, word = sign_in(client)
    article = ferry(client)
    for decision, found in (("reject", 0), ("withdraw", 1)):
        assert client.send(f"{article}/decision", cookie=cookie, word=word, decision=decision).status == 303
        assert client.ask("/?q=ferryman").body.count("<h2") - 4 * found <= found + 4
        assert (FERRY in client.ask("/?q=ferryman").body) is bool(found)


def test_writing_needs_the_cookie_the_word_and_our_own_page(client) -> None:
    cookie, word = sign_in(client)
    path = f"{link_to(client, DOORWAY, '/quarantine')}/decision"
    attempts = [
        client.send(path, word=word, decision="release"),
        client.send(path, cookie=cookie, decision="release"),
        client.send(path, cookie=cookie, word="0" * 64, decision="release"),
        client.send(path, cookie="filmwire=0", word=word, decision="release"),
        client.send(path, cookie=cookie, word=word, decision="release", headers={"Origin": "https://evil.example"}),
        client.send(path, cookie=cookie, word=word, decision="release", headers={"Origin": "null"}),
        client.send(path, cookie=cookie, word=word, decision="release", headers={"Sec_Fetch_Site": "cross-site"}),
    ]
    assert [attempt.status for attempt in attempts] == [403] * 7
    assert client.send("/sign-in", token=TOKEN[1:]).status == 403
    assert "Nothing waits here" not in client.ask("/quarantine").body


def test_stories_told_twice_are_listed_the_newest_first_and_lead_to_their_articles(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(pages, "STORIES", 2)
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"
    engine = open_database(url)
    for name in ("Quay", "Reef", "<b>"):
        for site in ("a", "b"):
            text = f"{name}: the very same text, word for word, about the {name.lower()}."
            store(engine, f"https://{site}.example/{quote(name)}", CleanArticle(headline=name, body=text, language="en"))
    engine.dispose()
    with served(url) as client:
        first = html.fromstring(client.ask("/stories").body)
        assert [h2.text_content() for h2 in first.xpath("//article//h2")] == ["<b>", "Reef"]
        told = first.xpath("//article/p")[0].text_content()
        assert (told[:12], sorted(told[13:].split(", "))) == ("2 articles ·", ["a.example", "b.example"])
        assert 'id="same-story"' in client.ask(first.xpath("//article//h2/a/@href")[0].partition("#")[0]).body
        rest = html.fromstring(client.ask(first.xpath("//a[@rel='next']/@href")[0]).body)
        assert [h2.text_content() for h2 in rest.xpath("//article//h2")] == ["Quay"]
        assert rest.xpath("//a[@rel='next']") == []
