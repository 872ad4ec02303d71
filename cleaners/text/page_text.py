"""What the whole page says, for those who mend a part of it."""

from dataclasses import dataclass
from functools import lru_cache

MOST = 3_000
"""Places of one kind of damage looked at on a page: no article has a sixth of it, and a megabyte of it costs 50 ms at most."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The page's text, article or not, and what stands in it on purpose."""

    text: str = ""
    """Every block and every meta value, a line each."""
    blocks: int = 0
    """How many of its characters are the blocks', which come first."""
    ruby: bool = False
    """Readings stand in ruby: they are meant."""
    code: bool = False
    """The page shows code: tags in its text are meant."""


@lru_cache(maxsize=8)
def characters(text: str) -> str:
    """The characters of a text, each once: a kind of damage whose signs are not among them is not looked for."""
    return "" if text.isascii() and text.replace("\n", "").isprintable() else "".join(set(text))
