"""A process to be killed: stores stories, or stores again what older rules decided, until nothing is left to do."""

from multiprocessing.connection import Connection

from sqlalchemy import Engine, select

from cleaners.article import CleanArticle
from storage.articles.articles import store_article
from storage.care.reclean import pages_to_clean
from storage.engine import open_database, reading, writing
from storage.models import Outcome, StoredPage
from storage.pages import keep_page, load_page
from tests.storage.samples import page
from tests.storage.stories import chinese, english

STORIES = 40
"""Every fourth repeats the one before it."""
BATCH = 4


def story(number: int) -> str:
    told = number - 1 if number % 4 == 3 else number
    return (english if number % 8 < 4 else chinese)(told)


def store(engine: Engine) -> None:
    """Keep each page first and store its article later, as a crawl does; go on where an earlier process stood."""
    with reading(engine) as session:
        done = set(session.scalars(select(StoredPage.url).join(Outcome, Outcome.page_id == StoredPage.id)))
        kept = {row.url: row.id for row in session.execute(select(StoredPage.url, StoredPage.id))}
    for number in range(STORIES):
        url = f"https://films.example/{number}"
        if url in done:
            continue
        if url not in kept:
            with writing(engine) as session:
                kept[url] = keep_page(session, page(url, body=story(number).encode()))
        with writing(engine) as session:
            store_article(session, kept[url], CleanArticle(headline=f"Quay {number}", body=story(number)))


def store_again(engine: Engine) -> None:
    """Store batch after batch with a sentence more, as re-cleaning by new rules might."""
    while True:
        with writing(engine) as session:
            batch = pages_to_clean(session)[:BATCH]
            for number in batch:
                text = load_page(session, number).body.decode()
                store_article(session, number, CleanArticle(headline="Quay", body=f"{text}\n\nThe lamp is lit."))
        if not batch:
            return


def run(url: str, what: str, ready: Connection) -> None:
    """Open the database, say so, and begin."""
    opened = open_database(url)
    ready.send("ready")
    {"store": store, "store again": store_again}[what](opened)
