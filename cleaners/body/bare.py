"""Know a page that is nothing but an article, as a cleaned one is when somebody renders it again."""

from cleaners.document import Document

_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre li".split())


def is_bare(document: Document) -> bool:
    """Whether all blocks of a page stand side by side, without a link or an attribute: nothing is left to choose."""
    first = document.blocks[0].element if document.blocks else None
    around = first.getparent() if first is not None else None
    for block in document.blocks:
        element = block.element
        if element is None or block.link_chars or block.tag not in _TAGS or element.getparent() is not around or element.attrib:
            return False
    return around is not None and len(document.blocks) > 1
