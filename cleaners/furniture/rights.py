"""Copyright notices: the sentence is kept as the article's rights, the lines leave the text."""

from collections.abc import Iterator

from cleaners.article import Found
from cleaners.document import Document
from cleaners.ledger import Reason, Removal
from cleaners.text.lines import rule, taken

_COPYRIGHT = (
    rule(
        "copyright.line",
        Reason.COPYRIGHT,
        r"(?:©|\(c\)|&copy;|copyright\s?[:©]|copyright\s(?:\(c\)|©|\d{4}|by\b|and (?:all )?rights)).{0,700}",
        r"(?:all rights reserved|版权所有|版權所有|著作权所有).{0,400}",
        r".{0,120}(?:all rights reserved|版权所有[^。]{0,30})\W{0,3}",
        r"(?:this material|no part of this|reproduction|(?:unauthori[sz]ed )?(?:use|copying|redistribution)) .{0,60}"
        r"(?:may not be|without|is|are) .{0,40}(?:publish|reproduc|broadcast|copied|redistribut|permission|consent|prohibit"
        r"|forbidden).{0,300}",
        r"未经.{0,30}(?:授权|许可|允许).{0,60}",
        longest=800,
    ),
    rule(
        "copyright.registration",
        Reason.COPYRIGHT,
        r"(?:licen[cs]e|registration|permit)\b(?=[^/]*\d{4}).{0,60}(?:number|no\.?|online|:)\s?[:：]?\s?[\w\-]{5,20}.{0,40}",
        r".{0,16}(?:ICP[备证]|公网安备|网文|许可证|备案号|备案序号|统一刊号|营业执照|经营许可)[^。]{0,60}",
        r"note: browsers with .{0,120}",
        longest=200,
    ),
)


def read_rights(document: Document) -> Found[str | None]:
    """The page's copyright notice, as it stands in its text."""
    notice = _COPYRIGHT[0]
    for index, block in enumerate(document.blocks):
        if notice.takes(block.text) and any(char.isalpha() for char in block.text[9:]):
            return Found(block.text, (), (index,) if index in document.chosen else ())
    return Found(None)


def copyright_lines(text: str) -> Iterator[Removal]:
    """Copyright notices and registrations that stand as lines."""
    return taken(text, _COPYRIGHT)
