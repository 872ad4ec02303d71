from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, func, select

from cleaners.article import Candidate, Caption, CleanArticle, Comment, Finding, Image, Verdict
from cleaners.ledger import Draft, Reason, cut, patch, remove
from cleaners.ledger import Repair as Fix
from storage.articles.articles import Fate, mark_failed, store_article
from storage.engine import reading, writing
from storage.models import Article, Outcome, Standing
from storage.pages import keep_page
from storage.query.queries import Shown, find_article, show_article
from tests.storage.samples import MORNING, page, store
from tests.storage.stories import english

TEXT = "The lighthouse opens its doors to the crew of Winter Harbour."


def shown(engine: Engine, article_id: int | None) -> Shown:
    assert article_id is not None
    with reading(engine) as session:
        found = show_article(session, article_id)
        assert found is not None
        session.expunge_all()
    return found


def count(engine: Engine, standing: Standing = Standing.PUBLISHED) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).where(Article.standing == standing)) or 0


def test_everything_that_cleaning_gives_is_kept(engine: Engine) -> None:
    draft = cut(Draft("News. Share"), [remove("News. Share", 5, 11, Reason.SHARE, "share.word")])
    draft = patch(draft, [Fix(0, 4, "News", "Film", "spell")])
    article = CleanArticle(
        headline="Winter Harbour opens",
        standfirst="A quiet film",
        body=draft.text,
        authors=("Ana Field", "Bo Lin"),
        editors=("Cy Moor",),
        publisher="Coast Film News",
        section=("Film", "Reviews"),
        keywords=("harbour", "海港"),
        date_published=MORNING,
        captions=(Caption("The quay", "A. Field", "https://films.example/quay.jpg"),),
        images=(Image("https://films.example/quay.jpg", "quay"),),
        comments=(Comment("reader", "Lovely"), Comment(None, "Quite", "reader", 0)),
        ledger=draft.ledger,
        provenance=(Candidate("headline", "h1", "Winter Harbour opens", chosen=True),),
        findings=(Finding("short", 5.0, 1.0, failed=False, evidence=("five",)),),
    )
    found = shown(engine, store(engine, "https://films.example/a", article).article_id)
    assert (found.article.headline, found.article.body, found.article.keywords) == (
        article.headline,
        "Film.",
        ["harbour", "海港"],
    )
    assert (found.authors, found.editors) == (article.authors, article.editors)
    assert found.article.date_published == MORNING
    assert [(edit.before, edit.after, edit.reason, edit.rule) for edit in found.ledger] == [
        (" Share", None, "share", "share.word"),
        ("News", "Film", None, "spell"),
    ]
    assert [(one.field, one.origin, one.chosen) for one in found.provenance] == [("headline", "h1", True)]
    assert [(one.fault, one.evidence) for one in found.findings] == [("short", ["five"])]
    assert [(one.username, one.reply_to, one.parent) for one in found.comments] == [("reader", None, None), (None, "reader", 0)]
    assert [(one.text, one.credit) for one in found.captions] == [("The quay", "A. Field")]
    assert [one.alt for one in found.images] == ["quay"]


def test_one_address_is_one_article(engine: Engine) -> None:
    first = store(engine, "https://films.example/a?utm_source=mail", CleanArticle(body=TEXT))
    again = store(engine, "http://www.films.example/a#top", CleanArticle(body=TEXT), hours=1)
    assert (first.fate, again.fate) == (Fate.NEW, Fate.UNCHANGED)
    assert first.article_id == again.article_id


def test_one_text_is_one_published_article(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(body=TEXT, date_published=MORNING))
    copy = store(engine, "https://copies.example/b", CleanArticle(body=TEXT.upper().replace(" ", "\n")))
    assert copy.fate is Fate.DUPLICATE
    assert (count(engine), count(engine, Standing.DUPLICATE)) == (1, 1)
    assert [one.canonical_url for one in shown(engine, copy.article_id).duplicates] == ["https://films.example/a"]


def test_a_changed_text_leaves_a_version_behind(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(headline="Old", body=TEXT))
    changed = store(engine, "https://films.example/a", CleanArticle(headline="New", body=TEXT + " Twice."), hours=1)
    assert changed.fate is Fate.UPDATED
    found = shown(engine, changed.article_id)
    assert (found.article.headline, [one.headline for one in found.versions]) == ("New", ["Old"])


def test_an_older_page_that_comes_later_is_history(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(headline="New", body=TEXT), hours=1)
    late = store(engine, "https://films.example/a", CleanArticle(headline="Old", body=TEXT))
    found = shown(engine, late.article_id)
    assert (late.fate, found.article.headline, [one.headline for one in found.versions]) == (Fate.UNCHANGED, "New", ["Old"])


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_editions_the_one_that_was_changed_last_is_shown(engine: Engine, first: int) -> None:
    """A site's servers do not all have the newest; a date that was still to come is none."""
    late = CleanArticle(headline="Late", body=TEXT, date_modified=MORNING - timedelta(hours=1))
    early = CleanArticle(headline="Early", body=TEXT, date_modified=MORNING - timedelta(hours=9))
    for number in (first, 1 - first):
        stored = store(engine, "https://films.example/a", (late, early)[number], hours=number)
    found = shown(engine, stored.article_id)
    assert (found.article.headline, [one.headline for one in found.versions]) == ("Late", ["Early"])
    wrong = CleanArticle(headline="Later", body=TEXT, date_modified=MORNING + timedelta(days=9))
    store(engine, "https://films.example/a", wrong, hours=2)
    assert shown(engine, stored.article_id).article.headline == "Later", "it was fetched last"


def test_what_tells_only_its_day_is_of_that_day(engine: Engine) -> None:
    midnight = datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=8)))
    by_day = CleanArticle(headline="Day", body=TEXT, date_published=midnight, date_precision="day")
    stored = store(engine, "https://films.example/day", by_day)
    assert shown(engine, stored.article_id).article.date_published == datetime(2026, 3, 1, tzinfo=UTC)
    exact = store(engine, "https://films.example/minute", replace(by_day, body=english(1), date_precision="minute"))
    assert shown(engine, exact.article_id).article.date_published == midnight


def test_a_page_gone_bad_does_not_spoil_its_article(engine: Engine) -> None:
    good = store(engine, "https://films.example/a", CleanArticle(headline="Good", body=TEXT))
    bad = store(engine, "https://films.example/a", CleanArticle(body="Buy!", verdict=Verdict.QUARANTINE), hours=1)
    assert bad.fate is Fate.QUARANTINED
    assert shown(engine, good.article_id).article.headline == "Good"


def test_quarantine_is_not_published_and_hides_no_other(engine: Engine) -> None:
    store(engine, "https://mirror.example/a", CleanArticle(body=TEXT, verdict=Verdict.QUARANTINE, date_published=MORNING))
    store(engine, "https://films.example/a", CleanArticle(body=TEXT))
    assert (count(engine), count(engine, Standing.QUARANTINED)) == (1, 1)


def test_a_text_that_moves_on_leaves_its_cluster(engine: Engine) -> None:
    store(engine, "https://films.example/a", CleanArticle(body=TEXT))
    store(engine, "https://films.example/b", CleanArticle(body=TEXT))
    store(engine, "https://films.example/a", CleanArticle(body="Another story altogether, from another coast."), hours=1)
    assert (count(engine), count(engine, Standing.DUPLICATE)) == (2, 0)


def test_what_no_database_takes_is_replaced_in_place(engine: Engine) -> None:
    found = shown(engine, store(engine, "https://films.example/a", CleanArticle(headline="a\x00b", body="c\ud800d")).article_id)
    assert (found.article.headline, found.article.body) == ("a\ufffdb", "c\ufffdd")


def test_a_failure_is_recorded_with_its_reason(engine: Engine) -> None:
    with writing(engine) as session:
        page_id = keep_page(session, page("https://films.example/a"))
        assert mark_failed(session, page_id, "too slow").fate is Fate.FAILED
    with reading(engine) as session:
        assert session.execute(select(Outcome.fate, Outcome.reason)).one() == ("failed", "too slow")


def test_a_page_cleaned_again_keeps_the_fate_that_brought_its_text(engine: Engine) -> None:
    sound, spam = CleanArticle(body=TEXT), CleanArticle(body=TEXT, verdict=Verdict.QUARANTINE)
    with writing(engine) as session:
        first, late, ill = (
            keep_page(session, page(url, hours=hours))
            for url, hours in (("https://a.example/1", 0), ("https://a.example/1", 1), ("https://b.example/1", 0))
        )
        fates = [store_article(session, first, sound).fate for _ in range(2)]
        fates += [mark_failed(session, late, "too slow").fate, store_article(session, late, sound).fate]
        fates += [store_article(session, ill, article).fate for article in (spam, sound)]
        found = dict(session.execute(select(Outcome.page_id, Outcome.fate)).all())
    assert fates == ["new", "unchanged", "failed", "unchanged", "quarantined", "unchanged"]
    assert found == {first: "new", late: "unchanged", ill: "unchanged"}


def test_an_article_is_found_by_number_public_id_and_address(engine: Engine) -> None:
    stored = store(engine, "https://films.example/a", CleanArticle(body=TEXT))
    public_id = shown(engine, stored.article_id).article.public_id
    with reading(engine) as session:
        for name in (str(stored.article_id), public_id, "http://m.films.example/a/"):
            assert find_article(session, name) == stored.article_id
        assert find_article(session, "99") is None
