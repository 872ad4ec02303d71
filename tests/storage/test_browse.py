"""Leafing, counting and deciding, the same on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, inspect

from cleaners import CleanArticle, Verdict
from storage.articles.articles import store_article
from storage.articles.decisions import decide
from storage.care.reclean import stored_pages
from storage.crawls.outcomes import list_outcomes
from storage.engine import reading, writing
from storage.models import Decision, Fate, Standing
from storage.pages import Page, keep_page
from storage.query.browse import Order, browse, browse_all
from storage.query.facets import count_articles, facets
from storage.query.figures import list_members, list_sources, list_stories
from storage.query.queries import show_article
from storage.query.search import search
from storage.query.wanted import Wanted

NOON = datetime(2025, 5, 31, 12, tzinfo=UTC)


def put(session, url: str, **fields) -> int:
    page = Page(url, url, url.encode(), 200, "text/html", (), NOON, "test")
    stored = store_article(session, keep_page(session, page), CleanArticle(**fields))
    assert stored.article_id is not None
    return stored.article_id


@pytest.fixture
def filled(engine):
    with writing(engine) as session:
        for number in range(25):
            moment = NOON - timedelta(days=number // 2) if number % 5 else None  # equal dates, and none
            headline = "Lighthouse reel" if number % 3 else "Reel"
            put(
                session,
                f"https://site{number % 2}.example/{number}",
                headline=headline,
                body=f"Number {number} by the lighthouse.",
                language="en",
                date_published=moment,
                authors=("He Qing",) if number % 2 else (),
            )
        put(session, "https://spam.example/1", headline="Spam", body="Spam lighthouse", verdict=Verdict.QUARANTINE)
    return engine


@pytest.mark.parametrize("text", ["", "lighthouse"])
@pytest.mark.parametrize("limit", [1, 4, 25, 100])
def test_cursors_visit_every_article_once_in_one_order(filled, text, limit) -> None:
    wanted = Wanted(text=text)
    with reading(filled) as session:
        whole = [card.public_id for card in browse_all(session, wanted)]
        parts, cursor = [], None
        while True:
            shelf = browse(session, wanted, after=cursor, limit=limit)
            parts += [card.public_id for card in shelf.cards]
            if (cursor := shelf.cursor) is None:
                break
    assert parts == whole


@pytest.mark.parametrize("order", Order)
def test_so_many_as_are_asked_for_come_in_batches(filled, order, monkeypatch) -> None:
    monkeypatch.setattr("storage.query.browse.BATCH", 4)
    with reading(filled) as session:
        whole = list(browse_all(session, Wanted(text="reel"), order=order))
        assert whole == list(browse(session, Wanted(text="reel"), order=order, limit=100).cards)
        assert list(browse_all(session, Wanted(text="reel"), order=order, most=10)) == whole[:10]
        assert search(session, "reel", order=order, limit=9) == whole[:9]
    assert len(set(whole)) == 25


def test_words_in_the_headline_come_first_then_the_newest(filled) -> None:
    with reading(filled) as session:
        cards = browse(session, Wanted(text="lighthouse"), limit=25).cards
    headlines = [card.headline for card in cards]
    assert headlines == sorted(headlines, key=lambda headline: headline != "Lighthouse reel")
    dates = [card.date_published for card in cards if card.headline == "Reel" and card.date_published]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("name", ["電影.example", "xn--p3t494j.example", "海岸影讯"])
def test_a_site_is_found_by_the_name_that_people_know_it_by(engine: Engine, name: str) -> None:
    """It is kept as it is asked for, in ASCII; a publisher's name that is no host stays what it is."""
    with writing(engine) as session:
        put(session, "https://電影.example/1", headline="雾", body="雾很大，船还没有来。", publisher="海岸影讯")
    with reading(engine) as session:
        assert count_articles(session, Wanted(source=name)) == 1
        assert len(stored_pages(session, {"site": name})) == (name != "海岸影讯")


def test_ties_are_in_one_order_on_every_database(engine: Engine) -> None:
    """PostgreSQL would pass over hyphens and dots, as the words of a language are ordered."""
    names = ["a-b.example", "a.example", "aa.example", "ab.example", "a-c.example", "b.example"]
    with writing(engine) as session:
        for name in names:
            put(session, f"https://{name}/1", headline=name, body=f"All of what {name} tells, and nothing else.")
    with reading(engine) as session:
        assert [source.site for source in list_sources(session)] == sorted(names)


def test_who_asks_for_an_article_reads_no_text_of_its_story_s_others(engine: Engine) -> None:
    body = " ".join(f"word{number}" for number in range(200))
    with writing(engine) as session:
        first, *_ = [put(session, f"https://{name}.example/1", headline=name, body=body) for name in "abc"]
    with reading(engine) as session:
        shown = show_article(session, first)
        assert len(shown.duplicates) == 2
        assert all("body" in inspect(other).unloaded for other in shown.duplicates)
        assert {other.body for other in shown.duplicates} == {body}


def test_facets_add_up_and_agree_with_the_filters(filled) -> None:
    with reading(filled) as session:
        found = facets(session, Wanted())
        assert found.total == count_articles(session, Wanted()) == 25
        assert found.fields["source"] == [("site0.example", 13), ("site1.example", 12)]
        for month, count in found.fields["month"]:
            assert count_articles(session, Wanted(month=month)) == count
        assert count_articles(session, Wanted(source="site0.example", since=NOON, until=NOON + timedelta(days=1))) == 0


@pytest.mark.parametrize("cursor", ["", "rubbish", "e30", "WzEsMiwzXQ", "💥", "W1tb" * 20_000])
def test_a_bad_cursor_is_a_value_error(filled, cursor) -> None:
    with reading(filled) as session, pytest.raises(ValueError, match="cursor"):
        browse(session, Wanted(), after=cursor)


def test_deciding_moves_an_article_in_and_out_of_sight(filled) -> None:
    with reading(filled) as session:
        spam = browse(session, Wanted(standing=Standing.QUARANTINED)).cards[0].article_id
    for decision, count in ((Decision.RELEASED, 26), (Decision.REJECTED, 25), (None, 25)):
        with writing(filled) as session:
            assert decide(session, spam, decision)
        with reading(filled) as session:
            assert count_articles(session, Wanted()) == count
            assert count_articles(session, Wanted(standing=Standing.REJECTED)) == (decision is Decision.REJECTED)
    with writing(filled) as session:
        assert not decide(session, 10**9, Decision.RELEASED)


def test_sources_and_stories_are_told_in_figures(filled) -> None:
    with writing(filled) as session:
        original = put(session, "https://a.example/1", headline="Same", body="The very same text, word for word, twice.")
        put(session, "https://b.example/1", headline="Same", body="The very same text, word for word, twice.")
        for number, name in enumerate(("Quay Weekly", "Quay Weekly", "Zenith")):
            put(session, f"https://c.example/{number}", headline=f"A {number}", body=f"A {number}.", publisher=name)
        mirror = {"body": "Another text", "publisher": "Quay Weekly", "verdict": Verdict.QUARANTINE}
        put(session, "https://mirror.example/1", headline="Mirror", **mirror)
    with reading(filled) as session:
        figures = {source.site: source for source in list_sources(session)}
        assert (figures["site1.example"].articles, figures["site1.example"].with_author) == (12, 12)
        assert figures["spam.example"].quarantined == 1
        assert (figures["c.example"].publisher, figures["mirror.example"].publisher) == ("Quay Weekly", None)
        assert sum(count for _, count in figures["site0.example"].months) == figures["site0.example"].with_date
        story = list_stories(session)[0]
        assert (story.members, story.headline, sorted(story.told_by)) == (2, "Same", ["a.example", "b.example"])
        members = list_members(session, story.cluster_id)
        assert {member.standing for member in members} == {Standing.PUBLISHED, Standing.DUPLICATE}
        assert members[0].standing == Standing.PUBLISHED
        assert original in {member.id for member in members}
        assert list_stories(session, after=story.cluster_id) == []


def test_stories_are_leafed_through_in_both_directions(engine) -> None:
    with writing(engine) as session:
        for name in ("Quay", "Reef", "Dune"):
            for site in "ab":
                text = f"{name}: the very same text, word for word, about the {name.lower()}."
                put(session, f"https://{site}.example/{name}", headline=name, body=text)
    with reading(engine) as session:
        forth = [(story.headline, story.cluster_id) for story in list_stories(session)]
        assert [headline for headline, _ in forth] == ["Quay", "Reef", "Dune"]
        assert [story.headline for story in list_stories(session, newest=True)] == ["Dune", "Reef", "Quay"]
        assert [story.headline for story in list_stories(session, newest=True, after=forth[2][1], limit=1)] == ["Reef"]
        assert [story.headline for story in list_stories(session, after=forth[0][1], limit=1)] == ["Reef"]


def test_every_page_has_its_outcome(filled) -> None:
    with reading(filled) as session:
        outcomes = list_outcomes(session)
    assert [outcome.fate for outcome in outcomes] == [Fate.NEW] * 25 + [Fate.QUARANTINED]
    assert outcomes[0].url == "https://site0.example/0"
