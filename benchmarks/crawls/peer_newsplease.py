"""news-please on the pages of a list, by its own ``from_urls``, one SQLite commit an article; run with its own Python.

It fetches with a thread for each page and parses in a process for each core. Its arguments are named because 1.6.16 loses
every page without them, without a word: it looks for a time-out in None. Of readability-lxml it needs 0.8.1.
"""

import re
import sqlite3
import sys
from urllib.parse import urljoin
from urllib.request import urlopen

from newsplease import NewsPlease

url, path = sys.argv[1:]
with urlopen(url) as answer:  # noqa: S310 - loopback
    links = [urljoin(url, link) for link in re.findall(r"href='([^']+)'", answer.read().decode())]
database = sqlite3.connect(path)
database.execute("CREATE TABLE articles (url TEXT PRIMARY KEY, title TEXT, date TEXT, author TEXT, body TEXT)")
for link, found in NewsPlease.from_urls(links, request_args={"timeout": 60}, fetch_images=False).items():
    if found is not None and getattr(found, "maintext", None):
        row = (link, found.title, str(found.date_publish or ""), ", ".join(found.authors), found.maintext)
        database.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", row)
        database.commit()
database.close()
