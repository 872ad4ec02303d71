"""Make a page ready for its readers: mend it, choose its body as if nobody had put anything into it, tell what was put in.

The body is chosen among mended blocks, and once more without the injected ones where there are any: neither damage nor what
somebody planted may sway the choice of the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaners.assembly import Repairs, mend, with_chosen
from cleaners.body.bare import is_bare
from cleaners.body.body import extract_body
from cleaners.body.numbered import moved, numbered, numbers_of
from cleaners.damage.damage import REPAIRERS, mend_head
from cleaners.document import Document, Injection, with_text
from cleaners.ledger import Claim
from cleaners.spam.injected import claims_of, injections
from cleaners.spam.trusted import trusted

_LABEL = 60
"""Characters of a label at most. Without those hidden before and behind the choice it is the same on 1,785 of 1,786 pages."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page as it is and as it is mended, both with the body chosen, and what lies between the two."""

    raw: Document
    document: Document
    repairs: Sequence[Repairs]
    injected: tuple[Claim, ...]


def chosen_anew(page: Document) -> Ready:
    """Make a page ready whose body nobody has chosen yet."""
    raw = with_text(page)
    document, repairs = mend(trusted(mend_head(raw)), REPAIRERS)
    if is_bare(document):
        document = with_chosen(document, document.blocks)
        return _settled(raw, document, repairs, injections(document))
    document = with_chosen(document, extract_body(document))
    if len(document.blocks) > len(raw.blocks):  # the body stood in a script: its blocks want mending as well
        return chosen_before(with_chosen(raw, extract_body(raw)))
    found = injections(document)
    if found:
        document = replace(document, chosen=_chosen_without(document, found))
    return _settled(raw, document, repairs, found)


def chosen_before(page: Document) -> Ready:
    """Make a page ready whose body is known: a plain text, a page of a site that has a template."""
    raw = with_text(page)
    document, repairs = mend(trusted(mend_head(raw)), REPAIRERS)
    return _settled(raw, document, repairs, injections(document))


def _chosen_without(document: Document, found: Sequence[Injection]) -> frozenset[int]:
    """The choice among what was not injected, and what was, as far as the first choice took it: the ledger shall have that.

    Labels before and behind it, as menus and forms hide them, did not sway it.
    """
    planted = {index for injection in found for index in injection.indexes}
    within = range(min(document.chosen), max(document.chosen) + 1) if document.chosen else range(len(document.blocks))
    if all(index not in within and len(document.blocks[index].text) <= _LABEL for index in planted):
        return document.chosen
    rest = [index for index in range(len(document.blocks)) if index not in planted]
    left = replace(document, blocks=tuple(document.blocks[index] for index in rest), chosen=frozenset())
    again = with_chosen(left, extract_body(left))
    if len(again.blocks) > len(rest):  # nothing but a script is left to choose
        return document.chosen
    return frozenset(rest[index] for index in again.chosen) | (document.chosen & planted)


def _settled(raw: Document, document: Document, repairs: Sequence[Repairs], found: tuple[Injection, ...]) -> Ready:
    """Number the items of the choice, and let the page as it is have the same choice and numbers.

    Of a page that wanted no mending both are one, so that what is kept by document is asked once.
    """
    numbers = numbers_of(document)
    sound = document.written is raw.written and document.structured is raw.structured
    document = numbered(replace(document, injected=found), numbers)
    raw = document if sound else numbered(replace(raw, chosen=document.chosen, injected=found), numbers)
    return Ready(raw, document, moved(repairs, numbers), tuple(claims_of(found, document.chosen)))
