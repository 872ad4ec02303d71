"""The benchmark's way to a million articles leaves a database as sound as storing them one by one."""

from pathlib import Path

from sqlalchemy import func, select

from benchmarks.material.copies import copy_articles
from cleaners.article import CleanArticle, Film
from storage.articles.articles import Fate
from storage.care import care
from storage.duplicates.tables import Fingerprint
from storage.engine import open_database, reading
from storage.models import Article, Standing, StoredFilm
from storage.query.search import search
from tests.storage.samples import store
from tests.storage.stories import chinese, english


def test_copies_are_articles_of_their_own_with_all_that_hangs_on_them(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'copied.db'}"
    engine = open_database(url)
    for number, make in enumerate((english, chinese, english)):  # the third repeats the first
        article = CleanArticle(headline="Quay", body=make(number % 2), films=(Film("Winter Harbour", "body", "x"),))
        store(engine, f"https://films.example/{number}", article)
    with reading(engine) as session:
        posted = session.scalar(select(func.count()).select_from(Fingerprint))
    engine.dispose()
    copy_articles(url, 3)
    engine = open_database(url)
    assert care.check(engine) == []
    with reading(engine) as session:
        counts = [session.scalar(select(func.count()).select_from(kind)) for kind in (Article, StoredFilm, Fingerprint)]
        assert counts == [12, 12, 4 * (posted or 0)]
        assert session.scalar(select(func.count()).where(Article.standing == Standing.PUBLISHED)) == 8
        assert len(search(session, "quay")) == 8
    assert store(engine, "https://copies.example/a", CleanArticle(body=english(0))).fate is Fate.DUPLICATE
    assert store(engine, "https://copies.example/b", CleanArticle(body=english(9))).fate is Fate.NEW
    engine.dispose()
