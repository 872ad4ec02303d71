"""newspaper4k on the pages of a list, eight threads, one SQLite commit an article; run with newspaper4k's own Python.

Without images: it would ask their servers, which are none on loopback, for the size of each. Pages in Chinese need its extra
``zh``; for some other languages it has further ones, and without them loses the page.
"""

import re
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urljoin
from urllib.request import urlopen

from newspaper import Article, ArticleException


def read(url: str) -> tuple[str, str, str, str, str] | None:
    """Fetch and parse one page."""
    article = Article(url, fetch_images=False, request_timeout=60)
    try:
        article.download()
        article.parse()
    except (ArticleException, ImportError):
        return None
    return url, article.title, str(article.publish_date or ""), ", ".join(article.authors), article.text


url, path = sys.argv[1:]
with urlopen(url) as answer:  # noqa: S310 - loopback
    links = [urljoin(url, link) for link in re.findall(r"href='([^']+)'", answer.read().decode())]
database = sqlite3.connect(path)
database.execute("CREATE TABLE articles (url TEXT PRIMARY KEY, title TEXT, date TEXT, author TEXT, body TEXT)")
with ThreadPoolExecutor(8) as pool:
    for row in pool.map(read, links):
        if row is not None:
            database.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", row)
            database.commit()
database.close()
