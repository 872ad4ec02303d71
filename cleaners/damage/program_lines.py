"""Lines of a program that show as text: style sheets, scripts, blanks that a template left, sums, phrases to choose from."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, SAMPLE, PageText

_SIGNS = b"{}()[];=<>$_|\\'\":@#"
_FEWEST, _DENSE, _LONGEST = 5, 0.08, 3_000
"""How many signs a line with braces has at least, and what share of it they are, which a program wrote. Of 1,786 honest pages
that show no code two lines have so many, and a template forgot those (2026-11)."""
_TELLS = re.compile(r"[;|]|\{[\w-]{1,40}:")
"""Such a line ends a statement, lets choose, or sets a property: formulas and proofs in braces do none of that."""
_BLANK = re.compile(r"\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|<%[^%\n]{1,80}%>|%%\w{1,40}%%|\$\{[^{}\n]{1,80}\}")
"""What a template should have filled."""
_BEGINS = r"\n[^\S\n]{0,8}(?:null|undefined|NaN|\[object O|data:|Normal\s|/\*|(?:var|let|const|document|window|googletag)\b)"
_BEGIN, _SIGN = re.compile(_BEGINS), re.compile(rf"\{{|%|{_BEGINS}")
"""How a line without a brace or a percent sign begins, which most texts have not; one of these is in any such line."""
_VALUE = re.compile(r"(?:null|undefined|NaN|\[object Object\])|data:\w+/[\w.+-]+;base64,[\w+/=]+")
"""What a script writes where it has nothing to write, and a picture in letters."""
_WORD = re.compile(
    r"Normal\s+0\s.{0,60}\bfalse\s+false\s+false\b.{0,40}X-NONE(?:\s+MicrosoftInternetExplorer4)?|/\*.{0,40}\*/(?>.*?\bmso-).*\}"
)
"""What Word leaves of its settings and styles."""
_STATEMENT = re.compile(r"(?:(?:var|let|const) [\w$]+ ?= ?\S|(?:document|window|googletag)\.\w+[.(\[= ])[ -~]*;")
"""A line that a script begins with, and that ends as one does."""
_PROSE = re.compile(
    r"(?:(?<= )|^)(?!(?:var|let|const|function|return|new|if|else|for|typeof) )(?:[A-Z]?[a-z]+|I) (?=\S)|[\u3400-\u9fff]{2}"
)
_SPOKEN, _SIGNS_A_WORD = 3, 4
"""Words outside of braces from which on a line says something, and signs for each of them at most."""
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_SUM = re.compile(r"\n([0-9a-f]{32,128})(?=\n|$)")
"""A line without a space."""
_ABOUT_CODE = re.compile(
    r"(?<![.\w-])(?:javascript|stylesheets?|css|python|json|html|source code|code snippet)(?![\w-])|源代码|代码", re.I
)
"""A page that speaks of programs shows them, in whatever element."""


def program_lines(text: str, page: PageText) -> Iterator[Repair]:
    """Take out whole lines that a program wrote for a program.

    >>> page = "The jury met.\\n.box{margin:0;padding:4px}\\n{{ ad.top }}\\nIt says {sic} here."
    >>> [repair.before for repair in program_lines(page, PageText())]
    ['.box{margin:0;padding:4px}', '{{ ad.top }}']
    >>> list(program_lines("theorem all_men {A B : Set T} {x : T} : x in A -> x in B := by intro h", PageText()))
    []
    """
    if page.code:
        return
    lines = f"\n{text}"
    found = [match.span(1) for match in islice(_SUM.finditer(lines), MOST)]
    found += ((at, at + len(line)) for at, line in islice(_signed(lines), MOST) if _is_program(line.strip()))
    if found and not _ABOUT_CODE.search(text, 0, SAMPLE):
        yield from (Repair(at - 1, end - 1, lines[at:end], "", "damage.program_line") for at, end in sorted(found))


def _signed(lines: str) -> Iterator[tuple[int, str]]:
    """The lines with a sign of a program, and where they begin; a line break stands before each."""
    past, pattern = 0, _SIGN if "{" in lines or "%" in lines else _BEGIN
    while sign := pattern.search(lines, past):
        start, end = lines.rfind("\n", past, sign.start() + 1) + 1, lines.find("\n", sign.end())
        past = end if end >= 0 else len(lines)
        yield start, lines[start:past]


def _is_program(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    if _BLANK.fullmatch(line) or _VALUE.fullmatch(line) or _WORD.fullmatch(line):
        return True
    raw = line.encode("utf-8", "surrogatepass")
    signs, words = len(raw) - len(raw.translate(None, _SIGNS)), len(_PROSE.findall(_IN_BRACES.sub("-", line)))
    if words >= _SPOKEN and _SIGNS_A_WORD * words > signs:
        return False
    if "{" not in line or "}" not in line or line[0] == "<":
        return _STATEMENT.fullmatch(line) is not None
    return signs >= _FEWEST and signs >= _DENSE * len(line) and _TELLS.search(line) is not None
