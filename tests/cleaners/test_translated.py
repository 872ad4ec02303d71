"""Machine translations and one film under two names are told; English reporting from China is not."""

import json
from pathlib import Path

import pytest

from cleaners.article import CleanArticle
from cleaners.document import Document
from cleaners.judges.translated import film_title_inconsistent, machine_translated
from cleaners.text.page_text import PageText

CASES = json.loads((Path(__file__).parents[1] / "cases" / "translated.json").read_text("utf-8"))

REPOST = (
    "Harbour Evening reporter Chen Anan reported that the movie “Lamp at Night” has recently released a finalized poster."
    " It is reported that the crew studied local customs and conditions. “Lamp in the Windy Night” has a good lineup."
)
REPORT = (
    "Director Chen Anan told Harbour Daily that the crew had built the lighthouse twice. “Lamp at Night” opens on Friday."
    " It follows “Lamp at Night: The Return”, which netizens liked, and the box office was strong."
)


def test_a_repost_by_machine_is_told() -> None:
    finding = machine_translated(CleanArticle(body=REPOST, language="en"), Document())
    assert finding.failed
    assert "agency lead: reporter Chen Anan reported" in finding.evidence


def test_reporting_in_english_is_not() -> None:
    assert not machine_translated(CleanArticle(body=REPORT, language="en"), Document()).failed


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        (REPOST, True),
        (REPORT, False),
        ("“Harbour Lights 2” beats “Harbour Lights”", False),
        ("“Keeper: Homecoming” and “Keeper: Far From Shore”", False),
        ("“Long Road” or “Long and Winding Road”", True),
        ("“We were lost,” she said. “We were all so lost,” he said.", False),
    ],
)
def test_one_film_under_two_names(text: str, failed: bool) -> None:
    assert film_title_inconsistent(CleanArticle(body=text, language="en"), Document()).failed is failed


@pytest.mark.parametrize("kind", ["wild", "negative", "known_failures"])
def test_machines_are_told_and_people_are_not(kind: str) -> None:
    """Reposts of many styles; trade news, China's own English papers, fans and scholars who write in their second language."""
    for case in CASES[kind]:
        article = CleanArticle(headline=case["headline"], body=case["text"], language="en")
        document = Document(written=PageText(case["text"]))
        told = machine_translated(article, document)
        assert told.failed is (kind == "wild"), (case["style"], told)
        renamed = film_title_inconsistent(article, document)
        assert renamed.failed is case.get("renamed", False), (case["style"], renamed)


def test_another_language_is_not_judged() -> None:
    text = REPOST.replace("reporter", "Reporterin")
    assert machine_translated(CleanArticle(body=text, language="de"), Document()).value == 0
