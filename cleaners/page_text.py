"""What the whole page says, for those who mend a part of it."""

from dataclasses import dataclass

MOST = 5_000
"""Places of one kind of damage looked at on a page: no article has a tenth of it, and a megabyte of it costs 50 ms at most."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The page's text, article or not, and what stands in it on purpose."""

    text: str = ""
    """Every block and every meta value, a line each."""
    ruby: bool = False
    """Readings stand in ruby: they are meant."""
    code: bool = False
    """The page shows code: tags in its text are meant."""
