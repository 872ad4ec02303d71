"""Marks of Markdown that nobody turned into markup: what a language model wrote, or a reader's post."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, SAMPLE, PageText

_BOLD = re.compile(r"(?<![*A-Za-z0-9\\])(\*\*)(?=[^\s*][^*\n]*[a-z\u3400-\u9fff])[^*\n]{1,200}+(?<!\s)(\*\*)(?![*A-Za-z0-9])")
"""Small letters in it: capitals between stars are typed by whoever warns of what is told."""
_HEADING = re.compile(r"^(#{2,6} )(?=\S)", re.M)
_LINK = re.compile(r"(?<![\w)\]])(!?\[)[^\[\]\n]{1,200}(\]\((?:https?://|/)[^\s()]{1,400}(?: \"[^\"\n]{0,100}\")?\))")
_HABIT = 2
"""Marks of which a page has at least one more than chance would put there; a link is sure by itself."""
_ABOUT = re.compile(r"\bmarkdown\b", re.I)


def markdown(text: str, page: PageText) -> Iterator[Repair]:
    """Take out the marks around bold words, before headings and around links.

    >>> [repair.before for repair in markdown("## Tides\\n**The lamp** burns, [he says](/a).", PageText())]
    ['## ', '**', '**', '[', '](/a)']
    """
    if page.code or ("**" not in text and "## " not in text and "](" not in text):
        return
    links = [*islice(_LINK.finditer(text), MOST)] if "](" in text else []
    found = links + [match for pattern in (_BOLD, _HEADING) for match in islice(pattern.finditer(text), MOST)]
    if (links or len(found) >= _HABIT) and not _ABOUT.search(text, 0, SAMPLE):
        for match in sorted(found, key=lambda match: match.start()):
            yield from (Repair(*match.span(at), match[at], "", "damage.markdown") for at in range(1, len(match.groups()) + 1))
