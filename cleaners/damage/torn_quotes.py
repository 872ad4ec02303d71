"""Closing quotes of which a wrong character set lost a byte: what is left of them proves them, or the quote they close."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText

_WESTERN = re.compile("â€[\ufffd?]")
"""Its first two bytes; the third has no character in Western Windows, and of all marks hers alone. Where that is kept as a
control, all of the line's bytes are there to be read."""
_OPENED = re.compile("“[^“”\ufffd\n]{1,400}[.,!?…](\ufffd)(?=[\\s)]|$)(?=[^“”\ufffd\n]{0,2000}(?:“|\n|$))")
"""A replacement character behind the stop of a quotation that nothing else closes."""


def torn_quotes(text: str, page: PageText) -> Iterator[Repair]:
    """Read closing quotes as Western Windows leaves them; ahead of all else, for the rest of their line is read with them.

    >>> [repair.before for repair in torn_quotes("“Tidesâ€\ufffd opens", PageText())]
    ['â€�']
    """
    for match in islice(_WESTERN.finditer(text), MOST) if "â€" in text else ():
        yield Repair(*match.span(), match.group(), "”", "damage.torn_quote")


def unclosed_quotes(text: str, page: PageText) -> Iterator[Repair]:
    """Close quotations behind whose stop one character was lost.

    >>> [repair.start for repair in unclosed_quotes("“We wait,\ufffd she said.", PageText())]
    [9]
    """
    for match in islice(_OPENED.finditer(text), MOST) if "\ufffd" in text and "“" in text else ():
        yield Repair(*match.span(1), "\ufffd", "”", "damage.torn_quote")
