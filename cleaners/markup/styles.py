"""Tell by a style how an element is kept out of sight: out of the page, without size, in its ground's colour, not at all."""

import re
from functools import lru_cache

_AWAY = re.compile(
    r"(?:left|right|top|bottom|text-indent|margin-(?:left|top|inline-start|block-start)|translate):-(?:\d{3,}(?:px|v[wh])|\d{2,}r?em|\d{4,})|inset:[^;]{0,40}-\d{3,}"
    r"|(?:(?<!padding-)left|(?<!padding-)top|text-indent|translate(?:[xy]|3d)?\((?:[^,()]{0,9},)?):?(?:[5-9]\d{3}|\d{5,})px"
    r"|clip:rect\([01]|clip-path:(?:inset\((?:50|100)%|polygon\((?:0(?:px|%)?,?)+\)|(?:circle|ellipse)\(0)"
    r"|transform:(?:scale[xy]?|matrix)\(0(?:\.0\d*)?[,)]|(?:^|;)scale:0(?:\.0\d*)?(?:;|$|!)|transform:rotate[xy]\((?:90|270|-90)deg"
    r"|transform:matrix\((?:[^,()]{1,6},){4,5}-?\d{4,}|transform:translate(?:[xy]|3d)?\((?:[^,()]{0,9},)?-(?:\d{3,}px|\d{3,}%|\d{2,}r?em)"
)
_FAR = re.compile(r"\d{4}px")
"""What a style has that pushes something out of the page to the right or below."""
_TINY = re.compile(r"(?:^|;)(?:height|width|block-size|inline-size):[01](?:px|pt)?(?=;|$|!)")
_CUT_OFF = re.compile(r"overflow:(?:hidden|clip)")
_NO_SIZE = re.compile(r"(?:^|;)font:0(?:px)?[/ a-z]|font-size:(?:0(?:px|em|pt|%)?|0?\.\d+px|0?\.0\d*em|[12]px)(?:;|$|!)")
_UNSEEN = re.compile(
    r"display:none|(?:content-)?visibility:(?:hidden|collapse)|opacity:(?:0|0?\.0\d*)%?(?:;|$|!)|opacity\(0%?\)|max-(?:height|width):0"
    r"|zoom:0?\.0|z-index:-\d{3}|^(?!.*clip:text).*text-fill-color:transparent"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
WHITE = frozenset(("#fff", "#ffffff", "white", "rgb(255,255,255)", "#fefefe"))
_SHADE = re.compile(r"#(?:([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|([0-9a-f])([0-9a-f])([0-9a-f]))")
_NAMED_SHADES = {"white": "#fff", "black": "#000"}
_ALIKE = 8
"""How far apart two shades are at most, of 255, that nobody tells apart."""
_CLEAR = re.compile(r"transparent|(?:rgba|hsla?)\(.*[,/]0?\.?0%?\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00")
_OBSCURED = re.compile(r"/\*.*?\*/|\\0*([46][0-9a-f]|[57][0-9a])", re.S)
"""A comment within a style, and a letter written as its number."""


def moves_away(style: str) -> bool:
    """Whether a style moves what has it out of the page, where no click brings it back, or makes its letters clear."""
    return _is_out(style) or _CLEAR.fullmatch(_colours(style)[0]) is not None


@lru_cache(maxsize=4096)
def strength(style: str) -> bool | None:
    """True for concealment that nothing undoes, False for what a script may undo, None for none."""
    if "\\" in style or "/*" in style:
        style = _OBSCURED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "", style)
    if for_good(style):
        return True
    letters, ground = _colours(style)
    if _UNSEEN.search(style) or _NO_SIZE.search(style) or (not ground and letters in WHITE):
        return False
    return None


@lru_cache(maxsize=4096)
def for_good(style: str) -> bool:
    """Whether a style conceals so that nothing undoes it: out of the page, without size, in its ground's colour."""
    if _is_out(style):
        return True
    tiny = len(_TINY.findall(style)) if "overflow:" in style else 0
    if tiny and (_CUT_OFF.search(style) or (tiny > 1 and "visible" not in style)):
        return True
    letters, ground = _colours(style)
    return (ground != "" and _are_alike(letters, ground)) or (_CLEAR.fullmatch(letters) is not None and "text" not in style)


def _is_out(style: str) -> bool:
    hints = ":-" in style or "clip" in style or "transform" in style or "scale:" in style or _FAR.search(style)
    return bool(hints) and _AWAY.search(style) is not None


def _colours(style: str) -> tuple[str, str]:
    """The colours of a style's letters and, if they have one, of their ground; empty for none."""
    letters = _COLOUR.search(style) if "color:" in style else None
    ground = _GROUND.search(style) if letters else None
    return letters[1] if letters else "", ground[1] if ground else ""


def _are_alike(letters: str, ground: str) -> bool:
    """Whether nobody tells two colours apart."""
    one, other = map(_shade, (letters, ground))
    return letters == ground or (bool(one and other) and max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _ALIKE)


def _shade(colour: str) -> tuple[int, ...]:
    """Red, green and blue of a colour given by its number or of the plainest names; nothing of others.

    >>> _shade("#fefefe"), _shade("white"), _shade("red")
    ((254, 254, 254), (255, 255, 255), ())
    """
    match = _SHADE.fullmatch(_NAMED_SHADES.get(colour, colour))
    return tuple(int(part * (2 // len(part)), 16) for part in match.groups() if part) if match else ()
