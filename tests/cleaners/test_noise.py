"""The noise benchmark in its smoke form: fictional pages of the demo world, floors that must hold."""

import pytest

from benchmarks.noise import NOISES, Sample, measure
from crawler.demo.pages import web
from crawler.demo.stories import HACKED_HOST

LOST = {"title": 0.001, "text": 0.04, "bytes": 0.001, "block": 0.001, "hidden": 0.001, "silent": 0.001}
"""Share of words that may go missing; of doubly escaped paragraphs the extractor still loses some."""


def demo_articles() -> list[Sample]:
    pages = [
        Sample(page.body, f"https://{host}{path}")
        for (host, path), page in sorted(web().items())
        if host != HACKED_HOST and page.body.count(b"<p") > 6 and b"NewsArticle" in page.body
    ]
    return pages[:: max(1, len(pages) // 4)][:4]


def test_there_are_a_hundred_kinds() -> None:
    assert len(NOISES) >= 100


@pytest.mark.parametrize("group", list(LOST))
def test_noise_hardly_changes_what_comes_out(group: str) -> None:
    result = measure(demo_articles(), kinds=[kind for kind in NOISES if kind.startswith(group)])
    total = result.total
    assert total.pages > 10
    assert total.left <= 0.04 * total.pages
    assert total.lost <= LOST[group] * total.words
    assert total.headlines >= 0.95 * total.pages
    assert not result.alarms
