"""Archives: every record ends as a page with its fate, or passed over with a reason."""

import gzip
import json
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.exits import Mistake
from crawler.fetch.recording import Recorder
from crawler.spiders.archive import Passed, read_folder, read_records
from storage.engine import open_database, reading, writing
from storage.marks import mark, marked
from storage.pages import Page
from tests.crawler.server import Answer, article_html


def write_warc(path: Path, records) -> Path:
    """Records as (URL, status, content type, body); a type other than response as the fifth, one gzip member each."""
    with path.open("wb") as file:
        for url, status, content_type, body, *kind in records:
            http = f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n\r\n".encode() if not kind else b""
            kind_of_block = "text/plain" if kind else "application/http; msgtype=response"
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind[0] if kind else 'response'}\r\nWARC-Target-URI: {url}\r\n"
                f"WARC-Date: 2026-11-21T10:00:00Z\r\nContent-Type: {kind_of_block}\r\n"
                f"Content-Length: {len(http + body)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + body + b"\r\n\r\n"))
    return path


def read_all(path: Path) -> list[Page | Passed]:
    with path.open("rb") as file:
        return [record for record, _ in read_records(file, path, "archive")]


def test_every_record_of_a_warc_is_a_page_or_passed_over_with_a_reason(tmp_path):
    page = article_html("The Long Harbour", "harbour boats fog").encode()
    path = write_warc(
        tmp_path / "a.warc.gz",
        [
            ("http://film.example/a.html", 200, "text/html; charset=utf-8", page),
            ("http://film.example/gone.html", 404, "text/html", b"gone"),
            ("http://film.example/poster.jpg", 200, "image/jpeg", b"\xff\xd8"),
            ("http://film.example/empty.html", 200, "text/html", b""),
            ("ftp://film.example/old.html", 200, "text/html", page),
            ("http://film.example/a.html", 200, "", b"about this file", "metadata"),
        ],
    )
    records = read_all(path)
    assert [record.final_url for record in records if isinstance(record, Page)] == ["http://film.example/a.html"]
    assert [record[1] for record in records if not isinstance(record, Page)] == [
        "status 404",
        "not HTML: image/jpeg",
        "empty",
        "no web address",
        "a metadata record",
    ]


def test_a_cut_warc_gives_what_stands_before_the_cut(tmp_path):
    page = article_html("The Long Harbour", "harbour boats fog", paragraphs=200).encode()
    path = write_warc(tmp_path / "a.warc.gz", [(f"http://film.example/{n}.html", 200, "text/html", page) for n in range(3)])
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * 0.8)])
    records = read_all(path)
    assert [isinstance(record, Page) for record in records[:2]] == [True, True]
    assert not isinstance(records[-1], Page)


@pytest.mark.parametrize(
    ("name", "head", "url"),
    [
        ("note.html", "<!-- saved from url=(0030)https://film.example/note.html -->", "https://film.example/note.html"),
        ("canonical.htm", "<link href='https://film.example/c' rel='canonical'>", "https://film.example/c"),
        ("og.html", "<meta property='og:url' content='https://film.example/og'>", "https://film.example/og"),
    ],
)
def test_a_saved_page_says_where_it_came_from(tmp_path, name, head, url):
    (tmp_path / name).write_text(f"{head}<html><body>text</body></html>", encoding="utf-8")
    [page] = read_folder(tmp_path, "archive")
    assert page.url == url


def test_a_folder_is_read_by_name_and_nothing_in_it_is_lost(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.html.gz").write_bytes(gzip.compress(b"<p>one</p>"))
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>two</p>" * 99)[:-9])
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "void.html").write_text("", encoding="utf-8")
    records = list(read_folder(tmp_path, "archive"))
    assert records[0].url.startswith("file://")
    assert [record[1] for record in records[1:]] == ["unreadable: EOFError", "not HTML: .css", "empty"]


@pytest.mark.slow
def test_the_real_film_pages_come_in_alike_on_both_databases(shared, scrapy, tmp_path, postgres_url):
    warc = shared / "pages" / "film.warc.gz"
    exports = {}
    for name, url in (("sqlite", None), ("postgresql", postgres_url)):
        done = scrapy("crawl", "archive", "-a", f"warc={warc}", url=url, FILMWIRE_WORKERS=2)
        assert done.returncode == 0, done.stderr
        run = json.loads(scrapy("runs", "--json", url=url).stdout)
        fates = {stat: count for stat, count in run["counts"].items() if stat.startswith(("articles/", "pages/skipped/"))}
        assert sum(fates.values()) == run["counts"]["archive/records"] == 98
        assert fates["articles/new"] + fates.get("articles/duplicate", 0) >= 90
        out = tmp_path / f"{name}.jsonl"
        assert scrapy("export", str(out), url=url).returncode == 0
        exports[name] = out.read_bytes()
    assert exports["sqlite"] == exports["postgresql"]
    assert scrapy("search", "电影").returncode == 0  # in these pages it stands almost only in readers' comments
    assert "中国" in scrapy("search", "中国").stdout
    assert scrapy("search", "Oscars", "--json").stdout.count("\n") >= 1
    assert "ledger" in scrapy("show", "1", "--ledger").stdout


def test_reading_can_begin_at_every_record(tmp_path):
    page = article_html("The Long Harbour", "harbour boats fog").encode()
    path = write_warc(tmp_path / "a.warc.gz", [(f"http://film.example/{n}.html", 200, "text/html", page) for n in range(5)])
    with path.open("rb") as file:
        places = [begin for _, begin in read_records(file, path, "archive")]
        for number, place in enumerate(places):
            file.seek(place)
            urls = [record.url for record, _ in read_records(file, path, "archive")]
            assert urls == [f"http://film.example/{n}.html" for n in range(number, 5)]


def test_a_killed_reading_goes_on_where_it_was(scrapy, tmp_path, database_url):
    """What a kill leaves is a mark behind which nothing is left: what stands before it is not read again."""
    stories = [
        (f"http://film.example/2026/{n}.html", article_html(f"Night {n}", f"gala{n} fog{n} quay{n} tide{n}")) for n in range(6)
    ]
    path = write_warc(tmp_path / "a.warc.gz", [(url, 200, "text/html", html.encode()) for url, html in stories])
    with path.open("rb") as file:
        places = [begin for _, begin in read_records(file, path, "archive")]
    work = f"{path.resolve()} {path.stat().st_size}"
    engine = open_database(database_url)
    with writing(engine) as session:
        mark(session, work, places[4])
    done = scrapy("crawl", "archive", "-a", f"warc={path}", url=database_url)
    assert done.returncode == 0, done.stderr
    assert json.loads(scrapy("runs", "--json", url=database_url).stdout)["counts"]["archive/records"] == 2
    with reading(engine) as session:
        assert marked(session, work) == 0
    engine.dispose()


def test_a_recorded_crawl_read_back_gives_the_same(site, scrapy, tmp_path):
    stories = [f"/2026/11/0{n}/the-night-of-harbour-number-{n}.html" for n in range(1, 5)]
    for n, story in enumerate(stories):
        body = article_html(f"The night of harbour {n}", f"gala{n} script{n} costume{n} critic{n}").encode()
        site.routes[story] = Answer(gzip.compress(body), 200, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
    site.page("/film/", "".join(f"<a href='{story}'>story</a>" for story in stories))
    folder = tmp_path / "warc"
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", FILMWIRE_WARC_DIR=folder, FILMWIRE_WARC_MEGABYTES=0)
    assert done.returncode == 0, done.stderr
    files = sorted(folder.iterdir())
    assert (len(files), {file.suffix for file in files}) == (len(stories) + 3, {".gz"})  # robots.txt, tdmrep.json, the listing
    whole = tmp_path / "all.warc.gz"
    whole.write_bytes(b"".join(file.read_bytes() for file in files))
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert scrapy("crawl", "archive", "-a", f"warc={whole}", url=other).returncode == 0
    exports = {}
    for name, url in (("crawled", None), ("read", other)):
        scrapy("export", str(tmp_path / f"{name}.jsonl"), url=url)
        rows = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        exports[name] = {row["url"]: row["body"] for row in map(json.loads, rows)}
    assert set(exports["crawled"]) == {site.url + story for story in stories}
    assert {url: exports["read"].get(url) for url in exports["crawled"]} == exports["crawled"]


def test_a_crawl_goes_on_without_recording_where_it_cannot_write(tmp_path, caplog):
    folder = tmp_path / "warcs"
    recorder = Recorder.from_crawler(get_crawler(settings_dict={"FILMWIRE_WARC_DIR": str(folder)}))
    folder.rmdir()
    for url in ("https://film.example/1", "https://film.example/2"):
        recorder.record(Response(url), Request(url))
    recorder.finish()
    assert "nothing is recorded from here on (No such file or directory): https://film.example/1" in caplog.text
    assert "film.example/2" not in caplog.text


def test_a_folder_that_takes_no_records_is_told_before_the_crawl(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Mistake, match="cannot record into"):
        Recorder.from_crawler(get_crawler(settings_dict={"FILMWIRE_WARC_DIR": str(tmp_path / "file")}))
