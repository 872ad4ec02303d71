"""What ftfy makes of a line whose bytes were read in a Western set, held to what writing looks like."""

import re

from ftfy import TextFixerConfig, fix_encoding

from cleaners.text.alphabets import WINDOWS
from cleaners.text.plausible import plausibility

_CONFIG = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    replace_lossy_sequences=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)

_HIGH = f"[\u0080-\u009f\u00a1-\u00ff{WINDOWS}]"
HIGH_RUN = re.compile(f"{_HIGH}{_HIGH}{{3}}")
"""A class at the head of a pattern lets it pass over all else in a quarter of the time."""
_TWO_SCRIPTS = re.compile(r"[À-ɏ][Ͱ-ԯ]|[Ͱ-ԯ][À-ɏ]")
"""What two bytes of two Chinese characters give that happen to be UTF-8."""


def by_ftfy(line: str) -> str:
    """A line with its encoding mended; as it was, where what comes of it is no likelier."""
    after = str(fix_encoding(line, _CONFIG))
    odd = not after.isascii() and plausibility(after) < min(0.2, plausibility(line) + 0.01)
    torn = 3 * len(HIGH_RUN.findall(after)) > len(HIGH_RUN.findall(line)) or _TWO_SCRIPTS.search(after) is not None
    return line if odd or torn or after.count("\ufffd") > line.count("\ufffd") else after
