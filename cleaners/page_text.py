"""What the whole page says, for those who mend a part of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageText:
    """The page's text, article or not, and what stands in it on purpose."""

    text: str = ""
    """Every block and every meta value, a line each."""
    ruby: bool = False
    """Readings stand in ruby: they are meant."""
    code: bool = False
    """The page shows code: tags in its text are meant."""
