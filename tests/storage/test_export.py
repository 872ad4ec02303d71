import csv
import hashlib
import html
import json
import random
from importlib.util import find_spec
from pathlib import Path

import feedparser
import pytest
from sqlalchemy import Engine
from warcio.archiveiterator import ArchiveIterator

from cleaners.article import Caption, CleanArticle, Comment, Film, Image
from storage.engine import open_database, reading, writing
from storage.export.export import Selection, UnknownFormat, export, manifest_of
from storage.pages import keep_page
from storage.query.wanted import Wanted
from tests.storage.samples import MORNING, page, store

ARTICLES = [
    (f"https://{site}.example/{n}", CleanArticle(headline=f"第{n}部", body=f"Story {n} 的故事", authors=("Ana", "Bo"), **more))
    for n, more in enumerate(
        [{}, {"date_published": MORNING}, {"captions": (Caption("quay"),)}, {"comments": (Comment(None, "ok"),)}]
    )
    for site in ("films", "copies")
]


SELECTIONS = {
    "all.jsonl": Selection(),
    "zyte.jsonl": Selection(form="zyte"),
    "schema.jsonl": Selection(form="schema"),
    "chosen.jsonl": Selection(Wanted("story", source="copies.example")),
    "all.csv": Selection(),
    "all.rss": Selection(),
    "pages.warc.gz": Selection(where={"site": "films.*"}),
    **({"all.parquet": Selection()} if find_spec("pyarrow") else {}),
}


def test_both_databases_export_the_same_bytes_whatever_the_order_of_arrival(tmp_path: Path, postgres_url: str) -> None:
    files = []
    for seed, url in enumerate([f"sqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'b.db'}", postgres_url]):
        engine = open_database(url)
        for address, article in random.Random(seed).sample(ARTICLES, len(ARTICLES)):
            store(engine, address, article)
        with reading(engine) as session:
            folder = tmp_path / str(seed)
            folder.mkdir()
            for name, selection in SELECTIONS.items():
                assert export(session, folder / name, selection) > 0
        engine.dispose()
        files.append({file.name: file.read_bytes() for file in sorted(folder.iterdir())})
    assert files[0] == files[1] == files[2]
    first = json.loads(files[0]["all.jsonl"].splitlines()[0])
    assert (first["date_published"], first["authors"], len(first["duplicates"])) == ("2026-03-01T08:00:00Z", ["Ana", "Bo"], 1)


def test_more_articles_than_are_read_at_a_time(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.export.records.BATCH", 2)
    for number in range(5):
        words = " ".join(f"{word}{number}" for word in "gala script costume extra critic ticket harbour pilot".split() * 4)
        store(engine, f"https://films.example/{number}", CleanArticle(headline=f"Film {number}", body=words))
    with reading(engine) as session:
        assert export(session, tmp_path / "all.jsonl") == 5
    assert len({json.loads(line)["id"] for line in (tmp_path / "all.jsonl").read_bytes().splitlines()}) == 5


def test_a_file_is_written_whole_or_not_at_all(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(engine, *ARTICLES[0])
    (tmp_path / "out.jsonl").write_text("before")

    def breaks(*_: object) -> int:
        raise OSError("disk full")

    monkeypatch.setitem(export.__globals__["FORMATS"], ".jsonl", breaks)
    with reading(engine) as session, pytest.raises(OSError, match="disk full"):
        export(session, tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == "before"
    assert not list(tmp_path.glob(".out*"))


def test_an_unknown_suffix_is_refused(engine: Engine, tmp_path: Path) -> None:
    with reading(engine) as session, pytest.raises(UnknownFormat, match="jsonl"):
        export(session, tmp_path / "out.doc")


def test_a_spreadsheet_finds_no_formula(engine: Engine, tmp_path: Path) -> None:
    store(
        engine,
        "https://films.example/a",
        CleanArticle(headline="=HYPERLINK(1)", body='One, "two"\n\n三', authors=("Ana", "Bo")),
    )
    with reading(engine) as session:
        assert export(session, tmp_path / "out.csv") == 1
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["headline"], row["body"], row["authors"]) == ("'=HYPERLINK(1)", 'One, "two"\n\n三', "Ana; Bo")


def test_data_frames_read_the_parquet_form(engine: Engine, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    store(engine, "https://films.example/a", CleanArticle(headline="冬港", body="Quay", date_published=MORNING))
    with reading(engine) as session:
        assert export(session, tmp_path / "out.parquet") == 1
    (row,) = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["headline"], row["date_published"]) == ("冬港", MORNING)


def test_readers_take_the_feed(engine: Engine, tmp_path: Path) -> None:
    store(
        engine, "https://films.example/a?x=1&y=2", CleanArticle(headline="A < B & C", body="Quay\x0b", date_published=MORNING)
    )
    with reading(engine) as session:
        assert export(session, tmp_path / "out.rss") == 1
    (entry,) = feedparser.parse((tmp_path / "out.rss").read_bytes()).entries
    assert (entry.link, entry.published) == ("https://films.example/a?x=1&y=2", "Sun, 01 Mar 2026 08:00:00 +0000")
    assert "B & C" in html.unescape(entry.title)


def test_what_publishers_opt_out_of_can_be_respected(engine: Engine, tmp_path: Path) -> None:
    image = Image("https://films.example/quay.jpg")
    for word in ("none", "noai", "tdm", "noimageai", "nosnippet"):
        said = () if word == "none" else (word,)
        captions = (Caption("The quay", None, image.url),)
        body = f"A story of the {word} quay"
        article = CleanArticle(headline=word, body=body, images=(image,), captions=captions, opt_outs=said)
        store(engine, f"https://films.example/{word}", article)
    found = {}
    for respect in (False, True):
        with reading(engine) as session:
            export(session, tmp_path / "out.jsonl", Selection(respect_optout=respect))
        rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
        found[respect] = {row["headline"]: (row["opt_outs"], len(row["images"]), row["captions"][0]["image"]) for row in rows}
    assert len(found[False]) == 5
    assert found[True] == {
        "none": ([], 1, image.url),
        "noimageai": (["noimageai"], 0, None),
        "nosnippet": (["nosnippet"], 1, image.url),
    }


def test_pages_whose_publisher_opts_out_stay_out_of_archives(engine: Engine, tmp_path: Path) -> None:
    for word in ("none", "noai", "nosnippet"):
        said = () if word == "none" else (word,)
        store(engine, f"https://films.example/{word}", CleanArticle(body=f"A story of the {word} quay", opt_outs=said))
    with writing(engine) as session:
        keep_page(session, page("https://films.example/unread"))
    found = {}
    for respect in (False, True):
        with reading(engine) as session:
            export(session, tmp_path / "out.warc", Selection(respect_optout=respect))
        with (tmp_path / "out.warc").open("rb") as file:
            addresses = [record.rec_headers["WARC-Target-URI"] for record in ArchiveIterator(file)]
        found[respect] = sorted(address.rpartition("/")[2] for address in addresses)
    assert found == {False: ["noai", "none", "nosnippet", "unread"], True: ["none", "nosnippet"]}


def test_a_manifest_says_what_the_file_is(engine: Engine, tmp_path: Path) -> None:
    store(engine, "https://films.example/a", CleanArticle(headline="Quay", body="Quay", language="en"))
    store(engine, "https://films.example/b", CleanArticle(headline="冬港", body="冬港", language="zh"))
    with reading(engine) as session:
        assert export(session, tmp_path / "out.jsonl", Selection(Wanted(language="zh"))) == 1
    told = json.loads(manifest_of(tmp_path / "out.jsonl").read_text())
    content = (tmp_path / "out.jsonl").read_bytes()
    assert (told["file"], told["count"], told["bytes"]) == ("out.jsonl", 1, len(content))
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["selection"] == {"language": "zh", "standing": "published"}


def test_other_names_say_the_same(engine: Engine, tmp_path: Path) -> None:
    article = CleanArticle(
        headline="冬港",
        body="Quay",
        authors=("Ana",),
        publisher="海岸影讯",
        date_published=MORNING,
        films=(Film("冬日海港", "body", "电影《冬日海港》"),),
        images=(Image("https://films.example/a.jpg", "The quay"),),
    )
    store(engine, "https://films.example/a", article)
    forms = {}
    with reading(engine) as session:
        for form in ("zyte", "schema"):
            export(session, tmp_path / "out.jsonl", Selection(form=form))
            forms[form] = json.loads((tmp_path / "out.jsonl").read_text())
        with pytest.raises(UnknownFormat, match="jsonl"):
            export(session, tmp_path / "out.csv", Selection(form="zyte"))
    zyte, schema = forms["zyte"], forms["schema"]
    assert (zyte["headline"], zyte["authors"]) == ("冬港", [{"name": "Ana", "nameRaw": "Ana"}])
    assert zyte["mainImage"] == {"url": "https://films.example/a.jpg"}
    assert (schema["@type"], schema["author"]) == ("NewsArticle", [{"@type": "Person", "name": "Ana"}])
    assert schema["about"] == [{"@type": "Movie", "name": "冬日海港"}]
    assert zyte["datePublished"] == schema["datePublished"] == "2026-03-01T08:00:00Z"
    assert not [value for value in (*zyte.values(), *schema.values()) if value in (None, [], "")]


def test_archives_read_the_pages(engine: Engine, tmp_path: Path) -> None:
    for number in range(3):
        store(engine, f"https://site{number}.example/a", CleanArticle(body=f"Quay {number}"), hours=-number)
    with reading(engine) as session:
        for name in ("out.warc.gz", "out.warc"):
            assert export(session, tmp_path / name, Selection(where={"site": "site*"})) == 3
        assert export(session, tmp_path / "one.warc.gz", Selection(where={"url": "*site1*"})) == 1
    for name in ("out.warc.gz", "out.warc"):
        with (tmp_path / name).open("rb") as file:
            read = [
                (record.rec_headers["WARC-Target-URI"], record.http_headers.get_statuscode(), record.content_stream().read())
                for record in ArchiveIterator(file, check_digests=True)
            ]
        assert [url for url, _, _ in read] == [f"https://site{number}.example/a" for number in (2, 1, 0)]
        assert {(status, body) for _, status, body in read} == {("200", b"<p>")}
