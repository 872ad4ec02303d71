"""Pages of more blocks than anyone looks at: the text is kept, what is not looked at is told."""

from cleaners import clean_page, clean_text
from cleaners.article import CleanArticle
from cleaners.document import MOST_BLOCKS

MANY = MOST_BLOCKS + 500


def cleaned(inside: str) -> CleanArticle:
    page = f"<html><head><title>The Salt Ferry opens</title></head><body><h1>The Salt Ferry opens</h1>{inside}</body></html>"
    return clean_page(page.encode())


def story(paragraphs: int) -> str:
    said = (f"<p>Ferry number {at} left the harbour at dawn, and its captain told us why.</p>" for at in range(paragraphs))
    return f"<article>{''.join(said)}</article>"


def said(article: CleanArticle) -> int:
    """How many of its sentences an article has."""
    return article.body.count("left the harbour at dawn")


def test_every_paragraph_of_a_huge_article_is_kept() -> None:
    article = cleaned(story(MANY))
    assert said(article) == MANY
    assert "unread" in article.flags


def test_lines_that_breaks_part_go_on_beyond() -> None:
    lines = "".join(f"Ferry {at} left the harbour at dawn.<br><br>" for at in range(MANY))
    article = cleaned(f"<article>{lines}</article>")
    assert said(article) == MANY


def test_what_is_no_body_is_none_beyond_either() -> None:
    teasers = "".join(f'<li class="more"><a href="/{at}">Gulls over pier {at}</a></li>' for at in range(MANY))
    article = cleaned(f"{story(12)}<ul>{teasers}</ul>")
    assert (said(article), "Gulls" in article.body) == (12, False)


def test_comments_beyond_are_no_body() -> None:
    comments = "".join(
        f"<div class=comment><b>Mara{at}</b> <i>2 days ago</i><p>I loved pier {at}!</p><a>Reply</a></div>" for at in range(MANY)
    )
    article = cleaned(story(12) + comments)
    assert (said(article), "I loved" in article.body) == (12, False)
    assert len(article.comments) > 500


def test_a_long_plain_text_stays_whole() -> None:
    text = "\n\n".join(f"Ferry number {at} left the harbour at dawn." for at in range(MANY))
    article = clean_text(f"The Salt Ferry opens\n\nBy Mara Lindqvist\n\n{text}")
    assert article.body == text


def test_a_page_of_honest_size_is_looked_at_from_end_to_end() -> None:
    assert "unread" not in cleaned(story(500)).flags
