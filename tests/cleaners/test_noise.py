"""The noise benchmark in its smoke form: fictional pages of the demo world, floors that must hold."""

import pytest

from benchmarks.noise import NOISES, Sample, measure
from crawler.demo.pages import web
from crawler.demo.stories import HACKED_HOST

SAME = {
    "title": 1.0,
    "head": 1.0,
    "text": 1.0,
    "bytes": 1.0,
    "block": 0.99,
    "begin": 1.0,
    "end": 1.0,
    "within": 1.0,
    "hidden": 1.0,
    "silent": 1.0,
    "strewn": 1.0,
}
"""Share of articles that must be the same in every field; of a farm of questions some pages keep a word."""


def demo_articles() -> list[Sample]:
    pages = [
        Sample(page.body, f"https://{host}{path}")
        for (host, path), page in sorted(web().items())
        if host != HACKED_HOST and page.body.count(b"<p") > 6 and b"NewsArticle" in page.body
    ]
    return pages[:5]


def test_there_are_a_hundred_and_fifty_kinds() -> None:
    assert len(NOISES) >= 150


@pytest.mark.parametrize("group", list(SAME))
def test_noise_hardly_changes_what_comes_out(group: str) -> None:
    result = measure(demo_articles(), kinds=[kind for kind in NOISES if kind.startswith(group)])
    total = result.total
    assert total.pages >= 5
    assert total.left == 0
    assert total.lost <= 0.0002 * total.words
    assert total.headlines == total.pages
    assert total.same >= SAME[group] * total.pages, {
        kind: score for kind, score in result.scores.items() if score.same < score.pages
    }
    assert not result.alarms
