from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, update

from cleaners.article import CleanArticle, SiteHints
from storage.articles.articles import Fate, store_article
from storage.articles.versions import Change, change_of, history
from storage.care.reclean import difference, pages_to_clean
from storage.engine import reading, writing
from storage.models import Outcome
from storage.pages import keep_page, load_hints
from storage.query.queries import show_article
from tests.storage.samples import page, store
from tests.storage.stories import english


def forget_rules(engine: Engine) -> None:
    """As if the rules had changed since."""
    with writing(engine) as session:
        session.execute(update(Outcome).values(rules="older"))


def test_only_pages_that_other_rules_decided_are_cleaned_again(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(body=english(1)))
    with reading(engine) as session:
        assert pages_to_clean(session) == []
        assert len(pages_to_clean(session, everything=True)) == 1
    forget_rules(engine)
    with reading(engine) as session:
        assert len(pages_to_clean(session)) == 1
        assert len(pages_to_clean(session, {"site": "Films.*"})) == 1, "in any case, on both databases"
        assert pages_to_clean(session, {"site": "100%"}) == []
        with pytest.raises(KeyError):
            pages_to_clean(session, {"moon": "full"})


def test_new_rules_give_a_new_version_and_the_page_is_done(engine: Engine) -> None:
    stored = store(engine, "https://films.example/a", CleanArticle(body=f"{english(1)} Share this"))
    forget_rules(engine)
    with writing(engine) as session:
        (number,) = pages_to_clean(session)
        changed = difference(session, number, CleanArticle(body=english(1)))
        assert changed is not None
        assert changed.changed == ("body",)
        assert store_article(session, number, CleanArticle(body=english(1))).fate is Fate.UPDATED
        assert pages_to_clean(session) == []
        shown = show_article(session, stored.article_id or 0)
        assert shown is not None
        assert [step.change for step in history(shown.article, shown.versions)] == [Change.FIRST, Change.RULES]
        assert difference(session, number, CleanArticle(body=english(1))) is None


def test_what_the_crawl_knew_comes_back_with_the_page(engine: Engine) -> None:
    sent = page("https://films.example/a")
    dated = SiteHints(publisher="海岸影讯", timezone="Asia/Shanghai", feed_date=datetime(2026, 1, 2, tzinfo=UTC))
    hints = replace(dated, feed_headline="冬港")
    with writing(engine) as session:
        told, silent, by_address = (keep_page(session, sent, None, each) for each in (hints, None, dated))
        assert load_hints(session, told) == replace(hints, fetched_at=sent.fetched_at)
        assert load_hints(session, by_address) == replace(dated, fetched_at=sent.fetched_at, feed_date=None)
        assert load_hints(session, silent) == SiteHints(fetched_at=sent.fetched_at)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (("Old", "Same."), ("New", "Same."), Change.HEADLINE),
        (("A", "One.\n\nTwo."), ("A", "One.\n\nNew.\n\nTwo."), Change.ADDED),
        (("A", "One.\n\nTwo."), ("A", "Two."), Change.REMOVED),
        (("A", english(1)), ("A", english(1).replace("harbour", "harbor", 1)), Change.TYPO),
        (("A", "The film opens on Friday in Cork."), ("A", "The film opens on Monday in Porto."), Change.CORRECTION),
        (("A", english(1)), ("A", english(2)), Change.REWRITTEN),
    ],
)
def test_a_change_has_a_kind(before: tuple[str, str], after: tuple[str, str], change: Change) -> None:
    assert change_of(before, after) is change
