"""Site templates: learned from pages that agree, followed where they fit, and never believed where they do not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import CleanArticle, SiteHints, clean_page
from cleaners.article import Caption
from cleaners.templates.comparison import differences
from cleaners.templates.learning import learn
from cleaners.templates.sample import ENOUGH, Sample
from cleaners.templates.short_way import ORIGIN, by_template, is_checked, sent_back
from cleaners.templates.template import Place, Template, shape_of
from tests.film_site import PROMISE, RELATED, address, headline, paragraphs, story

SITE = shape_of(address(1))
NUMBERS = [number for number in range(20, 60) if not is_checked(address(number))]


def lesson(*numbers: int, **how) -> list[Sample]:
    return [Sample(story(number, **how).encode(), address(number), "text/html; charset=utf-8") for number in numbers]


@pytest.fixture(scope="module")
def template() -> Template:
    learned = learn(lesson(*range(ENOUGH)), SITE, 1)
    assert learned is not None
    return learned


def clean(html: str, number: int, template: Template | None) -> CleanArticle:
    return clean_page(html.encode(), url=address(number), hints=SiteHints(template=template))


def why_not(article: CleanArticle) -> str:
    return next(one.value for one in article.provenance if one.origin == ORIGIN and not one.chosen)


def test_it_says_where_the_body_stands_and_what_is_furniture(template):
    places = dict(template.places)
    assert places["body > main > article.story > div.story-text > p"] is Place.BODY
    assert {path for path, kind in places.items() if kind is Place.FURNITURE} >= {"body > aside.related", "body > footer.foot"}


def test_a_page_that_fits_comes_out_as_by_the_general_way(template):
    short = clean(story(NUMBERS[0], promise=False), NUMBERS[0], template)
    assert by_template(short)
    assert not list(differences(short, clean(story(NUMBERS[0], promise=False), NUMBERS[0], None)))
    assert (short.headline, short.authors) == (headline(NUMBERS[0]), ("Ada Quillfeather",))
    assert short.body.split("\n\n") == paragraphs(NUMBERS[0])


def test_what_two_ways_read_differently_is_told_field_by_field(template):
    short = clean(story(NUMBERS[0]), NUMBERS[0], template)
    lines, caption = short.body.split("\n\n"), Caption("A still.")
    other = replace(short, headline="Another", authors=(), body="\n\n".join(lines[:-1]), findings=())
    assert dict(differences(short, other)) == {"body": other.body, "headline": "Another", "authors": ()}
    assert dict(differences(short, replace(short, captions=(caption,)))) == {"captions": (caption,)}
    assert not list(differences(replace(short, captions=(caption,)), short))


def test_what_the_site_repeats_in_its_articles_leaves_the_text_and_stands_in_the_ledger(template):
    short = clean(story(NUMBERS[1]), NUMBERS[1], template)
    assert by_template(short)
    assert PROMISE not in short.body
    assert PROMISE in short.restore()


def pictured(number: int) -> str:
    still = f'<img src="/stills/{number}.jpg" width="1200" height="800"><figcaption>Part {number} at sea.</figcaption>'
    return story(number).replace('<div class="meta">', f'<figure>{still}</figure><div class="meta">')


def test_the_place_of_an_article_s_pictures_is_no_furniture():
    learned = learn([Sample(pictured(number).encode(), address(number)) for number in range(ENOUGH)], SITE, 1)
    short, general = (clean(pictured(NUMBERS[0]), NUMBERS[0], template) for template in (learned, None))
    assert by_template(short)
    assert [image.url for image in short.images] == [f"https://lantern.example/stills/{NUMBERS[0]}.jpg"]
    assert (short.images, short.captions) == (general.images, general.captions)


def test_the_same_pages_give_the_same_template(template):
    assert learn(lesson(*range(ENOUGH)), SITE, 1) == template
    assert hash(replace(template)) == hash(template)


PARAGRAPH = "A paragraph of quite another kind stands here, and nobody who made this site before had ever put one there. " * 4
OTHERS = {
    "the body is elsewhere": story(NUMBERS[2], holder="new-layout"),
    "text in a place never seen": story(NUMBERS[2], more=f"<section class='essay'><p>{PARAGRAPH}</p></section>"),
    "two articles": story(NUMBERS[2], more=story(5).partition("<main>")[2].partition("</main>")[0]),
    "no body": story(NUMBERS[2]).replace("story-text", "gone").replace("<p>", "<i>"),
    "another site": f"<html><body><h1>Elsewhere</h1><p>{PARAGRAPH}</p></body></html>",
    "nothing": "",
}


def test_a_site_that_only_its_home_link_names_keeps_its_name():
    pages = [Sample(story(number).encode(), address(number, "http://127.0.0.1")) for number in range(ENOUGH + 1)]
    learned = learn(pages, "127.0.0.1", 1)
    assert learned is not None
    url = address(1, "http://127.0.0.1")
    assert clean_page(pages[1].html, url=url, hints=SiteHints(template=learned)).publisher == "The Lantern"


@pytest.mark.parametrize("html", OTHERS.values(), ids=OTHERS.keys())
def test_a_page_that_does_not_fit_goes_the_general_way(template, html):
    article = clean(html, NUMBERS[2], template)
    assert sent_back(article)
    assert not by_template(article)
    assert why_not(article)
    assert article.body == clean(html, NUMBERS[2], replace(template, places=())).body


def test_now_and_then_a_page_is_cleaned_both_ways(template):
    number = next(number for number in range(1000) if is_checked(address(number)))
    assert by_template(clean(story(number), number, template))
    wrong = replace(template, places=(*template.places, ("body > main > article.story > div.meta", Place.BODY)))
    article = clean(story(number), number, wrong)
    assert article.body == clean(story(number), number, template).body


@pytest.mark.parametrize(
    "samples",
    [
        lesson(*range(ENOUGH - 1)),
        [sample for number in range(ENOUGH) for sample in lesson(number, holder=f"{'abcdefgh'[number]}-text")],
        [Sample(f"<html><body><ul>{RELATED}</ul></body></html>".encode(), address(number)) for number in range(ENOUGH)],
    ],
    ids=["too few", "each page made differently", "no articles"],
)
def test_nothing_is_learned_from_pages_that_do_not_agree(samples):
    assert learn(samples, SITE, 1) is None


@settings(max_examples=30)
@given(
    html=st.text(max_size=300)
    | st.lists(st.sampled_from(["<p>", "</div>", "<article>", "film ", "<div class=x>"])).map("".join)
)
def test_any_page_is_cleaned_by_any_template(template, html):
    article = clean_page(html.encode("utf-8", "replace"), url=address(3), hints=SiteHints(template=template))
    assert by_template(article) != sent_back(article)
