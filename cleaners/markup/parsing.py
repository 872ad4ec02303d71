"""Parse a page once, as browsers read it, and take out of it what nobody need look at."""

import re
from itertools import islice

from lxml import etree, html

_OF_HEAD = frozenset("title meta link script style base noscript template object bgsound basefont noframes".split())
"""What a head may hold."""

_END = re.compile(rb"</(?:body|html)\s*>", re.I)
"""libxml2 drops what stands behind these; browsers, and some templates, go on."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold; ``&#1;`` puts it into a page's tree."""
_MOST_ATTRIBUTES = 5_000
"""libxml2 compares every attribute with all before it: 100,000 in one tag take it a minute."""
_CROWD = 4 * _MOST_ATTRIBUTES
"""Bytes of the shortest tag with so many."""
_LONG_TAG = re.compile(rb"<[a-z][^<>]{%d,}" % _CROWD, re.I)
_ATTRIBUTE = re.compile(rb"""[\s/][^\s<>/="']+(?:=(?:"[^"]*"|'[^']*'))?""")
_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""No form's class is asked for, and lxml.html's own choice of classes calls Python for every element it hands out."""


def parse(text: str) -> html.HtmlElement:
    """Parse a page, however deep it nests. A page with nothing in it gives an empty document."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False)
    parser.set_element_class_lookup(_ONE_CLASS)
    raw = _uncrowded(_END.sub(b"", text.encode("utf-8", "replace").replace(b"\0", b"")))
    try:
        return _headed(html.document_fromstring(raw if raw.strip() else b"<body></body>", parser=parser))
    except etree.ParserError:
        return html.document_fromstring("<html><body></body></html>")


def _uncrowded(raw: bytes) -> bytes:
    """A page whose tags have no more attributes than can be read; where no tag is that long nothing is looked at twice."""
    if all(raw.find(b"<", at, at + _CROWD) >= 0 for at in range(0, len(raw) - _CROWD, _CROWD)):
        return raw
    return _LONG_TAG.sub(_first_attributes, raw)


def _first_attributes(tag: re.Match[bytes]) -> bytes:
    beyond = next(islice(_ATTRIBUTE.finditer(tag[0]), _MOST_ATTRIBUTES, None), None)
    return tag[0][: beyond.start()] if beyond else tag[0]


def _headed(tree: html.HtmlElement) -> html.HtmlElement:
    """End the head where a browser does: libxml2 takes a ``main`` that no ``<body>`` announces for a part of it."""
    head = tree.find("head")
    strays = [element for element in head if element.tag not in _OF_HEAD] if head is not None else []
    if strays:
        body = tree.find("body")
        if body is None:
            body = etree.SubElement(tree, "body")
        body[:0] = strays
    return tree


def writable(text: str) -> str:
    r"""A text without what lxml reads but does not write.

    >>> writable("one\x0c two")
    'one two'
    """
    return _CONTROL.sub("", text)


def drop(element: html.HtmlElement) -> None:
    """Take an element out of its tree."""
    try:
        element.drop_tree()
    except ValueError:
        _make_writable(element)
        element.drop_tree()


def unwrap(element: html.HtmlElement) -> None:
    """Take an element without others in it out of its tree, and leave its words."""
    _make_writable(element)
    element.drop_tag()


def _make_writable(element: html.HtmlElement) -> None:
    """Take out the control characters in and around an element, which lxml reads but does not write."""
    before, parent = element.getprevious(), element.getparent()
    element.text, element.tail = writable(element.text or ""), writable(element.tail or "")
    if before is not None:
        before.tail = writable(before.tail or "")
    elif parent is not None:
        parent.text = writable(parent.text or "")
