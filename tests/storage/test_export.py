import csv
import html
import json
import random
from pathlib import Path

import feedparser
import pytest
from sqlalchemy import Engine

from cleaners.article import Caption, CleanArticle, Comment, Image
from storage.engine import open_database, reading
from storage.export import UnknownFormat, export
from tests.storage.samples import MORNING, store

ARTICLES = [
    (f"https://{site}.example/{n}", CleanArticle(headline=f"第{n}部", body=f"Story {n} 的故事", authors=("Ana", "Bo"), **more))
    for n, more in enumerate(
        [{}, {"date_published": MORNING}, {"captions": (Caption("quay"),)}, {"comments": (Comment(None, "ok"),)}]
    )
    for site in ("films", "copies")
]


def test_both_databases_export_the_same_bytes_whatever_the_order_of_arrival(tmp_path: Path, postgres_url: str) -> None:
    files = []
    for seed, url in enumerate([f"sqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'b.db'}", postgres_url]):
        engine = open_database(url)
        for address, article in random.Random(seed).sample(ARTICLES, len(ARTICLES)):
            store(engine, address, article)
        with reading(engine) as session:
            assert export(session, tmp_path / f"{seed}.jsonl") == 4
        engine.dispose()
        files.append((tmp_path / f"{seed}.jsonl").read_bytes())
    assert files[0] == files[1] == files[2]
    first = json.loads(files[0].splitlines()[0])
    assert (first["date_published"], first["authors"], len(first["duplicates"])) == ("2026-03-01T08:00:00Z", ["Ana", "Bo"], 1)


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
        article = CleanArticle(headline=word, body=f"A story of the {word} quay", images=(image,), opt_outs=said)
        store(engine, f"https://films.example/{word}", article)
    found = {}
    for respect in (False, True):
        with reading(engine) as session:
            export(session, tmp_path / "out.jsonl", respect_optout=respect)
        rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
        found[respect] = {row["headline"]: (row["opt_outs"], len(row["images"])) for row in rows}
    assert len(found[False]) == 5
    assert found[True] == {"none": ([], 1), "noimageai": (["noimageai"], 0), "nosnippet": (["nosnippet"], 1)}
