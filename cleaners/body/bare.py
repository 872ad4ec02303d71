"""Know a page that is nothing but an article, as a cleaned one is when somebody renders it again."""

from cleaners.body.body import Extraction, assemble
from cleaners.document import Document

_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre li".split())


def bare_page(document: Document) -> Extraction | None:
    """Every block of a page whose blocks all stand side by side, without a link or an attribute: nothing is left to choose.

    None for any other page: there the body has to be chosen.
    """
    first = document.blocks[0].element if document.blocks else None
    around = first.getparent() if first is not None else None
    for block in document.blocks:
        element = block.element
        if element is None or block.link_chars or block.tag not in _TAGS or element.getparent() is not around or element.attrib:
            return None
    return assemble(list(document.blocks), "bare") if around is not None and len(document.blocks) > 1 else None
