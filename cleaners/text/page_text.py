"""What the whole page says, for those who mend a part of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

MOST = 3_000
"""Places of one kind of damage looked at on a page: no article has a sixth of it, and a megabyte of it costs 50 ms at most."""


_ENCODINGS = re.compile(
    r"\b(?:mojibake|(?:character|text|page|wrong) encodings?|utf-?8|latin-1|iso[- ]8859|windows-125\d|character sets?)\b"
    r"|乱码|亂碼|文字化け|(?:字符|文字|文本|汉字|字元)[编編][码碼]"
)
_SIGNS = ("encoding", "mojibake", "utf", "latin-1", "8859", "windows-125", "character set", "码", "碼", "化け")
"""One of these stands in whatever the pattern finds; to look for it takes a fiftieth of the time."""
_OFTEN = 3
"""How often a page says so at least: a footer may name its encoding."""
SAMPLE = 200_000
"""Characters of a page that are looked through for what it lost, or tells of itself."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The page's text, article or not, and what stands in it on purpose."""

    text: str = ""
    """Every block and every meta value but addresses, a line each."""
    said: str = ""
    """The blocks alone."""
    ruby: bool = False
    """Readings stand in ruby: they are meant."""
    code: bool = False
    """The page shows code: tags in its text are meant."""


@lru_cache(maxsize=4)
def tells_of_encodings(page: PageText) -> bool:
    """Whether a page writes of misread characters: it shows them on purpose."""
    said = page.said[:SAMPLE].lower()
    return any(sign in said for sign in _SIGNS) and len(list(islice(_ENCODINGS.finditer(said), _OFTEN))) == _OFTEN


@lru_cache(maxsize=8)
def characters(text: str) -> str:
    r"""The characters of a text but plain ASCII, each once: a kind of damage whose signs are not among them is not looked for.

    >>> sorted(characters("A café,\n\tno cafés")), characters("plain")
    (['\t', 'é'], '')
    """
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return "".join({*odd.decode("utf-8", "surrogatepass")})


_PLAIN = bytes(range(32, 127)) + b"\n"
_HAN = re.compile("[\u3400-\u9fff]")


def has_han(text: str) -> bool:
    """Whether a text has any Han character: no English page need be looked through for damage of Chinese.

    >>> has_han("Why?” he asked"), has_han("Ang Lee (李安)")
    (False, True)
    """
    return _HAN.search(characters(text)) is not None
