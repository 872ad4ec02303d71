"""Tell what stands in a list of other stories, in comments or at the foot of the page from what is the article's."""

import re

from lxml.html import HtmlElement

from cleaners.markup.elements import outward

_ELSEWHERE = re.compile(
    r"comment|related|sidebar|(?<!post-)(?<!entry-)footer|recent|popular|(?<!elementor-)widget|recommend|archive|event|copyright|reply|trending|latest|card(?!-shadow)|teaser",
    re.I,
)
_OWN_FOOT = re.compile(r"\b(?:entry|post|article)-(?:footer|meta)\b")
"""How blogs call the foot of an article, which says who wrote it."""


def elsewhere(element: HtmlElement, *, margin: bool = True) -> bool:
    """Whether an element stands in a list of other stories, in comments, at the foot of the page or, mostly, in its margin."""
    near = [*outward(element, 6)]
    if any(one.tag == "article" for one in near[:4]):
        near = near[:2]
    return any(
        (one.tag == "footer" and not _OWN_FOOT.search(one.get("class") or ""))
        or (margin and one.tag == "aside")
        or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in near
        if one.tag not in ("body", "html")
    )
