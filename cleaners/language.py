"""Tell the language of a text, by script first."""

import lzma
import re
from array import array
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from cleaners.text.runs import beyond_ascii, runs_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
HAN_RUN = re.compile(f"{HAN.pattern}+")
"""For those who count: to find a line of Han at once takes a quarter of the time that its characters take."""
KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7af]")
_latin = runs_of(r"[A-Za-z\u00c0-\u024f]")
_OTHER_SCRIPTS = {None} | set(
    "zh ja ko ru uk be bg sr mk kk ky mn el ar fa ur ps ug he hi mr ne bn as ta te kn ml gu pa or si th lo km am ka hy".split()
)
"""Languages that are not written in Latin letters."""
_SAMPLE = 4000
"""Characters looked at: enough for any statistic here, and bounded."""
_ENGLISH = frozenset("the and with that which from have been were this they their would what when who about after".split())
"""Words that no other language in Latin letters has in number, however English its headlines and credits."""
_OFTEN = 0.07
"""Share of them from which a text is English; a model need not be asked."""
_WORDS = 5
"""Words in Latin letters that tell a language."""
_LATIN_ENDS, _STRANGE = "\u024f", 3
"""The last Latin letter, and how many of another alphabet, Cyrillic or Thai, count as much as a word."""
_PASSAGE = 1500
"""Characters from which the model tells a language."""


def language_of(text: str, heading: str | None = None) -> str | None:
    """The ISO 639-1 code of a text, None where there is too little to tell.

    ``heading`` is the language of what a title heads: one in Latin letters is too short for a model, which reads English
    names as those of any country.

    >>> language_of("电影《长津湖》票房破纪录"), language_of("1917")
    ('zh', None)
    >>> language_of("He shrugged like this, ツ, and the ferry left the harbour with the crew that had slept there.")
    'en'
    """
    sample = text[:_SAMPLE]
    foreign = beyond_ascii(sample)
    others = "".join(HAN_RUN.split(foreign))
    han, kana, hangul = len(foreign) - len(others), len(KANA.findall(others)), len(HANGUL.findall(others))
    strange = sum(char > _LATIN_ENDS and char.isalpha() for char in others) - kana - hangul
    spelled = _latin(sample)
    words = len(spelled)
    if asian := _asian(han, kana, hangul, words):
        return asian
    latin = words >= _WORDS and strange <= _STRANGE * words
    if latin and sum(map(_ENGLISH.__contains__, spelled)) >= _OFTEN * words:
        return "en"
    if latin and heading not in _OTHER_SCRIPTS:
        return heading
    return str(_identifier().classify(sample[:_PASSAGE])[0]) if max(words, strange // _STRANGE) >= _WORDS else None


def _asian(han: int, kana: int, hangul: int, words: int) -> str | None:
    """The language that characters tell by themselves, from how many there are of each kind beside words in Latin letters."""
    if kana > 0.1 * (han + kana) and han + kana > words:
        return "ja"
    if hangul > han + words:
        return "ko"
    return "zh" if han > words else None


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    """The model, unpacked in one go: its library does so piece by piece, and other threads hold up each."""
    import numpy as np  # noqa: PLC0415 - 80 MB with the model, for those who clean
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    with np.load(BytesIO(lzma.decompress((MODEL_DIR / MODEL_FILE).read_bytes()))) as file:
        model = {name: file[name] for name in file.files}
    moves, row = (array(model[name].dtype.char, model[name].tobytes()) for name in ("nextmove", "nextmove_row"))
    classes, output = model["classes"].tolist(), model["out_feat"].tolist()
    identifier: LanguageIdentifier = LanguageIdentifier(
        model["ptc"], model["pc"], classes, moves, output, norm_probs=True, tk_row=row
    )
    return identifier
