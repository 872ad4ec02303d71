import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, delete, func, select

from benchmarks.material.reposts import CHANGES
from cleaners.article import CleanArticle, Verdict
from storage.articles.articles import Fate
from storage.articles.decisions import decide
from storage.duplicates.clusters import Link, clusters
from storage.duplicates.tables import Relation
from storage.engine import reading, writing
from storage.models import Article, Decision, Outcome, Standing
from tests.storage.samples import MORNING, store
from tests.storage.stories import chinese, english

Stories = set[frozenset[str]]


def reposts() -> dict[str, str]:
    """Some stories with their reposts, a roundup of two of them, and what an editor would keep apart; by address."""
    texts = {}
    for name, make, number in (("en", english, 1), ("zh", chinese, 2), ("more", english, 3)):
        texts[f"https://{name}.example/original"] = make(number)
        for kind in ("byline", "width and script", "cut to 50", "reordered"):
            texts[f"https://{name}.example/{kind.replace(' ', '-')}"] = CHANGES[kind](make(number), random.Random(number))
    texts["https://roundup.example/1"] = f"{english(1)}\n\n{english(3)[: len(english(3)) * 2 // 3]}"
    texts["https://other.example/1"] = english(8)
    texts["https://other.example/2"] = chinese(9)
    return texts


def stories(engine: Engine) -> Stories:
    with reading(engine) as session:
        rows = session.execute(select(Article.cluster_id, Article.canonical_url)).all()
    return {frozenset(url for other, url in rows if other == cluster) for cluster, _ in rows}


def published(engine: Engine) -> list[str]:
    with reading(engine) as session:
        query = select(Article.canonical_url).where(Article.standing == Standing.PUBLISHED)
        return sorted(session.scalars(query))


def test_a_story_and_its_reposts_are_one_and_others_are_not(engine: Engine) -> None:
    for url, text in reposts().items():
        store(engine, url, CleanArticle(body=text))
    found = stories(engine)
    assert len(found) == 5
    assert {len(story) for story in found} == {1, 5, 6}


@pytest.mark.slow
def test_twenty_orders_give_the_same_stories_and_representatives(engine: Engine) -> None:
    articles = list(reposts().items())
    seen = []
    for seed in range(20):
        for url, text in random.Random(seed).sample(articles, len(articles)):
            store(engine, url, CleanArticle(body=text))
        seen.append((stories(engine), published(engine)))
        with writing(engine) as session:
            session.execute(delete(Outcome))
            session.execute(delete(Article))
    assert all(one == seen[0] for one in seen)


@pytest.mark.slow
def test_four_writers_at_once_give_the_stories_of_one(engine: Engine) -> None:
    articles = list(reposts().items())
    random.Random(5).shuffle(articles)
    with ThreadPoolExecutor(4) as writers:
        list(writers.map(lambda item: store(engine, item[0], CleanArticle(body=item[1])), articles))
    assert len(stories(engine)) == 5


@pytest.mark.parametrize("seed", range(2))
def test_stories_grown_one_by_one_are_those_of_all_their_likenesses(engine: Engine, seed: int) -> None:
    texts = reposts()
    texts |= {f"{url}/again": text for url, text in texts.items()}
    for url, text in random.Random(seed).sample(list(texts.items()), len(texts)):
        store(engine, url, CleanArticle(body=text))
    with reading(engine) as session:
        names = {row.id: row.canonical_url for row in session.scalars(select(Article))}
        links = [link(row, names) for row in session.scalars(select(Relation).where(Relation.same_story))]
    assert stories(engine) == set(clusters(names.values(), links))


def link(row: Relation, names: dict[int, str]) -> Link:
    (_, smaller), (share, larger) = sorted(
        ((row.share, names[row.article_id]), (row.share_of_other, names[row.other_id])), reverse=True
    )
    return Link(smaller, larger, row.kind in {"exact", "near"}, share)


def test_the_kind_and_the_shares_are_kept_from_the_smaller_ids_side(engine: Engine) -> None:
    whole = store(engine, "https://films.example/a", CleanArticle(body=english(1)))
    part = store(engine, "https://copies.example/a", CleanArticle(body=CHANGES["cut to 50"](english(1), random.Random(1))))
    with reading(engine) as session:
        row = session.scalars(select(Relation)).one()
    assert part.fate is Fate.DUPLICATE
    assert (row.article_id, row.other_id, row.kind) == (whole.article_id, part.article_id, "contains")
    assert row.share_of_other > 0.95
    assert 0.4 < row.share < 0.6


def test_a_changed_text_leaves_its_story_and_takes_its_fingerprints_along(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(body=english(1)))
    store(engine, "https://copies.example/a", CleanArticle(body=english(1)))
    store(engine, "https://copies.example/a", CleanArticle(body=english(2)), hours=1)
    assert {len(story) for story in stories(engine)} == {1}
    assert store(engine, "https://third.example/a", CleanArticle(body=english(2))).fate is Fate.DUPLICATE


def test_the_representative_is_the_original(engine: Engine) -> None:
    text = english(1)
    store(engine, "https://repost.example/a", CleanArticle(body=text, date_published=MORNING, source="Coast Film News"))
    store(engine, "https://damaged.example/a", CleanArticle(body=text, date_published=MORNING, verdict=Verdict.REPAIRED))
    store(engine, "https://undated.example/a", CleanArticle(body=text))
    store(engine, "https://coast.example/a", CleanArticle(body=text, date_published=MORNING))
    assert published(engine) == ["https://coast.example/a"]


def test_a_released_article_is_published_and_a_rejected_one_is_not(engine: Engine) -> None:
    spam = store(engine, "https://films.example/a", CleanArticle(body=english(1), verdict=Verdict.QUARANTINE))
    assert spam.article_id is not None
    for decision, expected in ((Decision.RELEASED, 1), (Decision.REJECTED, 0), (None, 0)):
        with writing(engine) as session:
            assert decide(session, spam.article_id, decision)
        assert len(published(engine)) == expected


def test_a_release_outlasts_the_next_cleaning(engine: Engine) -> None:
    article = CleanArticle(body=english(1), verdict=Verdict.QUARANTINE)
    stored = store(engine, "https://films.example/a", article)
    assert stored.article_id is not None
    with writing(engine) as session:
        decide(session, stored.article_id, Decision.RELEASED)
    assert store(engine, "https://films.example/a", article, hours=1).fate is Fate.UNCHANGED
    assert published(engine) == ["https://films.example/a"]


def test_the_view_shows_one_row_a_story(engine: Engine) -> None:
    for site in ("films", "copies"):
        store(engine, f"https://{site}.example/a", CleanArticle(headline="Quay", body=english(1), authors=("Ana", "Bo")))
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT headline, authors, duplicates FROM clean_articles").fetchall()
    assert [tuple(row) for row in rows] == [("Quay", "Ana; Bo", 1)]


def test_counts_never_lose_an_article(engine: Engine) -> None:
    for url, text in reposts().items():
        store(engine, url, CleanArticle(body=text))
    with reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(Article)) == len(reposts())
