"""What there is to see of an article, and what commands say where there is nothing to see."""

import json
from pathlib import Path

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

from cleaners.article import Caption, CleanArticle, Finding, Verdict
from storage.care.reclean import CONDITIONS
from storage.engine import open_database
from tests.storage.samples import MORNING, store


def said(line: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> "pytest.CaptureResult[str]":
    """What a command prints that ends well: its answer, and what it says beside."""
    settings = get_project_settings()
    settings.set("FILMWIRE_DATABASE_URL", f"sqlite:///{folder / 'filmwire.db'}")
    with pytest.raises(SystemExit) as ending:
        execute(["scrapy", *line.split()], settings)
    assert ending.value.code == 0
    return capsys.readouterr()


def test_an_article_as_json_is_what_the_api_gives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    caption = Caption("码头", None, None)
    article = CleanArticle(
        headline="冬港", body="海港的冬天。", date_published=MORNING, captions=(caption,), opt_outs=("noai",)
    )
    store(engine, "https://films.example/a", article)
    engine.dispose()
    out, err = said("show 1 --json", tmp_path, capsys)
    shown = json.loads(out)
    assert err == ""
    assert (shown["url"], shown["headline"], shown["opt_outs"]) == ("https://films.example/a", "冬港", ["noai"])
    assert (shown["date_published"], shown["captions"][0]["text"]) == ("2026-03-01T08:00:00Z", "码头")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("search film", "nothing found"),
        ("runs", "no crawl has run yet"),
        ("sources", "no articles yet"),
        ("stories", "no story is told twice yet"),
        ("quarantine", "nothing is quarantined"),
        ("schedule list", "nothing is scheduled"),
    ],
)
def test_nothing_is_said_beside_the_answer(line: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(line, tmp_path, capsys) == ("", f"{words}\n")


def test_what_waits_in_quarantine_is_listed_the_newest_first_so_many_at_a_time(tmp_path, capsys) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    finding = Finding("spam_page", 5, 3, failed=True)
    for name in "abc":
        spam = CleanArticle(headline=name, body=f"Reel {name}.", verdict=Verdict.QUARANTINE, findings=(finding,))
        store(engine, f"https://spam.example/{name}", spam)
    engine.dispose()
    out, err = said("quarantine list --json --limit 2", tmp_path, capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["headline"], row["faults"]) for row in rows] == [("c", ["spam_page"]), ("b", ["spam_page"])]
    assert err == "2 of 3; --limit lists more\n"
    shown = said(f"show {rows[0]['id']}", tmp_path, capsys)
    assert "quarantined" in shown.out
    assert "spam_page" in said("quarantine", tmp_path, capsys).out


def test_sites_are_told_with_how_complete_they_are(tmp_path, capsys) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    for name, authors in (("a", ("Ann Lee",)), ("b", ())):
        article = CleanArticle(
            headline=name, body=f"Reel {name}.", publisher="银幕时报", authors=authors, date_published=MORNING
        )
        store(engine, f"https://films.example/{name}", article)
    engine.dispose()
    heading, row = said("sources", tmp_path, capsys).out.splitlines()
    assert heading.split()[:3] == ["site", "publisher", "articles"]
    assert row.split() == ["films.example", "银幕时报", "2", "2", "100%", "50%", "100%", "2026-03-01"]
    told = json.loads(said("sources --json", tmp_path, capsys).out)
    assert (told["with_author"], told["latest"], told["months"]) == (1, "2026-03-01T08:00:00Z", [["2026-03", 2]])


def test_a_story_that_two_tell_is_one_line_and_names_both(tmp_path, capsys) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    for site, publisher in (("quay", "Quay Weekly"), ("zenith", None)):
        article = CleanArticle(headline="冬港", body="The very same text, word for word, twice.", publisher=publisher)
        store(engine, f"https://{site}.example/a", article)
    engine.dispose()
    head, told = said("stories", tmp_path, capsys).out.splitlines()
    story = json.loads(said("stories --json", tmp_path, capsys).out)
    assert head.split() == [story["id"], "冬港"]
    assert told.strip() == f"2 articles: {', '.join(story['told_by'])}"
    assert sorted(story["told_by"]) == ["Quay Weekly", "zenith.example"]


def test_an_export_says_how_many_and_a_pipe_gets_the_same_lines(tmp_path, capsysbinary) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    store(engine, "https://films.example/a", CleanArticle(headline="冬港", body="海港的冬天。"))
    engine.dispose()
    told = said(f"export {tmp_path}/out.jsonl --form schema", tmp_path, capsysbinary)
    assert (told.out, told.err) == (b"", f"1 article written to {tmp_path}/out.jsonl\n".encode())
    piped = said("export - --form schema", tmp_path, capsysbinary)
    assert (piped.out, piped.err) == ((tmp_path / "out.jsonl").read_bytes(), b"")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_an_extracted_text_may_be_in_any_encoding(encoding: str, tmp_path: Path, capsys) -> None:
    (tmp_path / "text.txt").write_bytes("冬港开机\n\n影片冬港昨日在海港开机，导演说明年春天上映。\n".encode(encoding))
    assert "影片冬港昨日在海港开机" in said(f"clean {tmp_path}/text.txt", tmp_path, capsys).out


@pytest.mark.parametrize("command", ["export", "reclean"])
def test_help_names_what_pages_can_be_chosen_by(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(said(f"{command} -h", tmp_path, capsys).out.split())
    assert all(name in told.partition("--where NAME=VALUE only pages")[2] for name in CONDITIONS)
