"""Tell which elements of a page call themselves places for comments, by class or id."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

_HINT = re.compile("comment|disqus|replies|pinglun|liuyan|gentie|guestbook|sohucs|ds-thread")


class Hints:
    """Which elements of a page call themselves places for comments; each is asked once."""

    def __init__(self) -> None:
        self.known: dict[HtmlElement, bool] = {}
        self.around: dict[HtmlElement, bool] = {}

    def at(self, container: HtmlElement) -> bool:
        """Whether the container, or what holds it closely, calls itself a place for comments."""
        above = container.getparent()
        return self._own(container) or (above is not None and self._own(above))

    def near(self, element: HtmlElement | None) -> bool:
        """Whether the element or anything around it calls itself a place for comments, however far above."""
        path: list[HtmlElement] = []
        while element is not None and element not in self.around:
            path.append(element)
            element = element.getparent()
        found = element is not None and self.around[element]
        for element in reversed(path):
            found = self.around[element] = found or self._own(element)
        return found

    def _own(self, element: HtmlElement) -> bool:
        hinted = self.known.get(element)
        if hinted is None:
            said = _hints(element.get("class")) or _hints(element.get("id"))
            hinted = self.known[element] = said and element.tag not in ("body", "html", "article", "main")
        return hinted


@lru_cache(maxsize=4096)
def _hints(names: str | None) -> bool:
    """Whether classes or an id speak of comments; a page has the same few hundred."""
    return names is not None and _HINT.search(names.lower()) is not None
