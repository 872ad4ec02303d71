"""The API, asked of a real server."""

import json

import feedparser
import pytest

from cleaners import restore
from cleaners.ledger import Edit, Reason, Removal, Repair
from storage.crawls.runs import finish_run, start_run
from storage.engine import reading_from, writing_to
from storage.export.export import Selection, export
from storage.query.wanted import Wanted


def ask(client, path: str):
    answer = client.ask(path)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def first_id(client, query: str) -> str:
    return str(ask(client, f"/api/articles?{query}")["articles"][0]["id"])


def test_cursors_lead_through_every_article_once(library) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        part = ask(library, f"/api/articles?limit=7&after={cursor}" if cursor else "/api/articles?limit=7")
        seen += [article["id"] for article in part["articles"]]
        cursor = part["cursor"]
    assert len(seen) == len(set(seen)) == part["total"] == 33


def test_one_article_comes_with_a_ledger_that_restores_it(library) -> None:
    article = ask(library, f"/api/articles/{first_id(library, 'q=ferryman')}")
    ledger: list[Edit] = [
        Removal(edit["start"], edit["stop"], edit["before"], Reason(edit["reason"]), edit["rule"], edit["step"])
        if edit["after"] is None
        else Repair(edit["start"], edit["stop"], edit["before"], edit["after"], edit["rule"], edit["step"])
        for edit in article["ledger"]
    ]
    assert restore(article["body"], ledger).startswith("By He Qing\n\nA ferryman waits in a caf?")
    assert [candidate["value"] for candidate in article["provenance"] if candidate["chosen"]] == ["Crossing by night"]


def test_a_list_may_be_by_date_alone(library) -> None:
    lists = [ask(library, f"/api/articles?q=ferryman+OR+reel&limit=1&order={order}") for order in ("relevance", "date")]
    assert [found["articles"][0]["headline"].split()[0] for found in lists] == ["Reel", "Crossing"]
    assert lists[0]["total"] == lists[1]["total"] == 31


def test_who_takes_an_article_is_told_what_its_publisher_does_not_want(library) -> None:
    article = json.loads(library.ask("/api/articles.jsonl?q=ferryman").body)
    assert (article["opt_outs"], article["images"]) == (["noai"], [{"url": "https://img.example/boat.jpg", "alt": "A boat"}])
    assert article["headline_language"] == "en"


def test_streams_hold_what_the_list_counts(library) -> None:
    lines = library.ask("/api/articles.jsonl?language=en").body.splitlines()
    array = ask(library, "/api/articles.json?language=en")
    assert [json.loads(line) for line in lines] == array
    assert len(array) == ask(library, "/api/articles?language=en")["total"] == 31
    assert ask(library, "/api/articles.json?q=nothingofthekind") == []


def test_a_stream_has_the_lines_of_an_export(library, tmp_path) -> None:
    path = tmp_path / "out.jsonl"
    with reading_from(library.url) as session:
        export(session, path, Selection(Wanted(language="en")))
    assert library.ask("/api/articles.jsonl?language=en").body == path.read_text()


def test_the_feed_of_a_search_is_read_by_feed_readers(library) -> None:
    feed = feedparser.parse(library.ask("/feed.rss?q=ferryman").body)
    assert not feed.bozo
    assert [(entry.title, entry.link) for entry in feed.entries] == [("Crossing by night", "https://news.example/ferry")]


def test_a_feed_holds_the_newest_wherever_the_words_stand(library) -> None:
    feed = feedparser.parse(library.ask("/feed.rss?q=ferryman+OR+reel").body)
    assert (feed.entries[0].title, len(feed.entries)) == ("Crossing by night", 20), "all others answer in the headline, undated"


def test_a_writer_narrows_a_list(library) -> None:
    found = ask(library, "/api/articles?author=he+qing")
    assert [article["headline"] for article in found["articles"]] == ["Crossing by night"]


@pytest.mark.parametrize("path", ["/api/sources", "/api/runs", "/api/clusters", "/api/health"])
def test_the_rest_answers(library, path) -> None:
    assert ask(library, path) is not None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/articles/ffffffffffffffff", 404),
        ("/api/clusters/123456", 404),
        ("/api/articles?limit=0", 422),
        ("/api/articles?after=rubbish", 404),
        ("/api/articles?since=0", 422),
        ("/api/nowhere", 404),
        ("/api/articles?lang=zh", 422),
        ("/api/articles?cursor=WzAsbnVsbCwiYSJd", 422),
        ("/api/articles.jsonl?limit=3", 422),
        ("/api/sources?limit=3", 422),
    ],
)
def test_what_cannot_be_answered_is_told_in_json(library, path, status) -> None:
    answer = library.ask(path)
    assert answer.status == status
    assert isinstance(json.loads(answer.body)["detail"], str)


def test_runs_are_told_with_how_they_ended_and_what_is_unusual(client) -> None:
    with writing_to(client.url) as session:
        for new in (20, 20, 20, 0):
            finish_run(session, start_run(session, "harbour", {}), "finished", {"articles/new": new})
    runs = ask(client, "/api/runs?limit=2")
    assert [run["unusual"] for run in runs] == [["no article seen, usually 20"], []]
    assert runs[0]["exit_code"] is None


def test_deciding_needs_the_token(client) -> None:
    path = f"/api/articles/{first_id(client, 'standing=quarantined')}/decision"
    body, kind = json.dumps({"decision": "released"}), {"Content_Type": "application/json"}
    assert client.ask(path, method="POST", body=body, **kind).status == 401
    assert client.ask(path, method="POST", body=body, Authorization="Bearer wrong", **kind).status == 401
    answer = client.ask(path, method="POST", body=body, Authorization="Bearer an-open-secret", **kind)
    assert json.loads(answer.body) == {"standing": "published"}
    withdrawn = client.ask(path, method="POST", body='{"decision": null}', Authorization="Bearer an-open-secret", **kind)
    assert json.loads(withdrawn.body) == {"standing": "quarantined"}


def test_its_description_names_every_answer(library) -> None:
    paths = ask(library, "/api/openapi.json")["paths"]
    assert set(paths) == {
        "/api/articles",
        "/api/articles.json",
        "/api/articles.jsonl",
        "/api/articles/{name}",
        "/api/articles/{name}/decision",
        "/api/clusters",
        "/api/clusters/{cluster_id}",
        "/api/health",
        "/api/runs",
        "/api/sources",
    }
