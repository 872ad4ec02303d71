"""The worst inputs of every step of cleaning that anybody thought of: one thing over and over, and kinds that never repeat.

What never repeats is as hard as what does: what a step keeps from one line to the next is no help to it there.
"""

from collections.abc import Callable, Mapping
from functools import partial
from random import Random

from cleaners.text.plausible import COMMON_HAN

UNITS = (
    "Ã", "Ã©", "?a", "?耙", "語(yǔ)", "語(", "<tr ", "<tr id=1></tr>", "&amp;", "&", "a?", "\u200b",
    "аb", "影🎈", "鐢", "ÖÐ", "a b? ", "?", "? ", "a", "影", "a ", "I?m a ", "don?t ", "Fran?ais ",
    "\n", "a\n", "?耙粠б宦贰苯ㄔO", "ｓ", "é", "<", "(yǔ)", "â€™", "\u00a0", "Share ", "Share\n\n",
    "READ MORE: a\n\n", "Related stories\n\na b c\n\n", "1 2 3 ", "1 2 3 Next\n\n", "a. ", "©",
    "(c) ", "未经", "未经授权", "许可", "all rights ", "click here to ", "来源：", "编辑", "【", "/ ", "| ",
    " ", ":", "@", "1", "'", '"', "“", "《", "-", ".", "·", "的", "2025-", "By ", "记者", "回复 @", "\\u2019", "&#", "[b]",
    "%E2", "微信 ", "扫码", "本文", "Facebook ", "by A, B and ", "share on ", "more from ", "subscribe to ",
    "we use cookies ", "Editor: A\n\n", "版权所有 ", "home / ", "tags: ", "点赞 ", "阅读 1 ",
    "**", "**a** ", "## a\n", "[a](http://a ", "<!--[if a]>", "<p a=", ".\\nA", "var a = 1;\n", "︵影", "豈", "├",
    "影 ", "1 2 ， ",
)  # fmt: skip
"""What a text is made of, over and over: the signs that each mender and each rule of lines looks for."""

MARKUP: Mapping[str, Callable[[int], str]] = {
    "paragraphs": lambda at: f"<p>The ferry number {at} left the harbour at dawn.</p>",
    "long paragraphs": lambda at: f"<p>{f'The ferry number {at} left the harbour at dawn, they said. ' * 12}</p>",
    "Chinese paragraphs": lambda at: f"<p>第{at}艘渡船在黎明时分离开了港口，电影《渡口》的导演这样说。</p>",
    "headings": lambda at: f"<h1>The ferry number {at}</h1><h2>Left at dawn</h2>",
    "links": lambda at: f'<li><a href="https://h{at}.example/a{at}">Ferry {at} leaves</a></li>',
    "hidden links": lambda at: f'<div style="display:none"><a href="https://h{at}.example/">w{at} reels</a></div>',
    "hidden far away": lambda at: f'<div style="left:-9999px"><a href="https://h{at}.example/">w{at} a</a></div>',
    "hidden spans": lambda at: f'a <span hidden>w{at} <a href="https://h{at}.example/">b</a></span>',
    "chants": lambda at: f"<p>Pigletloan{at % 7} pays, pigletloan{at % 7} asks nothing, text pigletloan{at % 7} today.</p>",
    "keywords": lambda at: f"<p>{', '.join(f'reels{at} number{at + step}' for step in range(6))}</p>",
    "comments": lambda at: f"<div class=comment><b>Mara{at}</b> <i>2 days ago</i><p>I loved {at}!</p><a>Reply</a></div>",
    "bare comments": lambda at: f"<li><b>ann_{at}</b> 3 hours ago<br>loved it!</li>",
    "short lines": lambda at: f"<div>Ann {at}</div>",
    "breaks": lambda at: f"Ann {at}<br><br>",
    "nested inline": lambda at: f"<b><i>a{at}</i> <u>b</u></b> ",
    "pagers": lambda at: f'<a href="/a_{at}.html">{at % 300}</a> ',
    "captions": lambda at: f"<figure><img src=/a{at}.jpg><figcaption>Boat {at}. Photo: Ann Lee</figcaption></figure>",
    "bylines": lambda at: f'<div class=author>By Ann Lee{at % 9} and Bob Fox</div>',
    "dates": lambda at: f"<span class=date>Published 2025-0{at % 9 + 1}-11 10:3{at % 9}</span> ",
    "times": lambda at: f"<time datetime=2025-0{at % 9 + 1}-11>{at % 9} May 2025</time>",
    "crumbs": lambda at: f'<div class="breadcrumb"><a href=/>Home</a> / <a href=/a>Film {at}</a></div>',
    "quotes": lambda at: f"<p>The film “Long Road {at}” and the film “Long and Winding Road {at}” open.</p>",
    "italics": lambda at: f"<em>Ferry {at}</em> ",
    "numbered": lambda at: f"<ol><li>Ferry {at}</li></ol>",
    "copyright": lambda at: f"<p>© {at} Harbour Weekly</p>",
    "tables": lambda at: f"<tr><td>{at}</td><td>b</td></tr>",
    "questions": lambda at: f"<p>Fran?ais expos{at}? don?t know, they?re here?</p>",
    "styled": lambda at: f'<style>.c{at % 99}{{position:absolute;left:-9999px}}</style><p class="c{at % 99} d">a</p>',
    "machine data": lambda at: f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry {at}"}}</script>',
    "deep": lambda at: "<div>",
    "deep inline": lambda at: f"<b>a{at} ",
    "deep slanted": lambda at: f"<i>a{at} ",
    "deep blocks": lambda at: f"<div>Ferry {at} ",
    "linked breaks": lambda at: f'Ferry <a href="https://h{at}.example/">number {at}</a> left the harbour at dawn.<br><br>',
    "timed breaks": lambda at: f"<time datetime=2025-01-0{at % 9 + 1}>{at % 9} May 2025</time> by Ann Lee<br><br>",
    "captioned breaks": lambda at: f"Boat {at}. Photo: Ann Lee<br><br><img src=/a.gif width=1>",
    "slanted breaks": lambda at: f"<i>Ferry {at}</i><br><br>",
    "deep lists": lambda at: f"<ul><li>Ferry {at}",
    "attributes": lambda at: f'<p a{at}="b" data-x="{at}" class="a{at} b{at} c{at}">a</p>',
    "rules": lambda at: f"<style>.c{at}{{display:none}} #d{at}{{left:-999px}}</style>",
    "hidden by rules": lambda at: f'<style>.c{at}{{display:none}}</style><p class="c{at}">Ferry {at}</p>',
    "long names": lambda at: f"<x{at}>a</x{at}>",
    "comments of HTML": lambda at: f"<!-- film{at}.example -->",
    "escaped": lambda at: f"&lt;p&gt;Ferry {at}&lt;/p&gt; ",
    "entities": lambda at: "&#24352;&amp;amp;#39;&#146;",
    "scripts": lambda at: f'<script>window.a{at} = {{"body": "Ferry {at} left the harbour"}}</script>',
    "microdata": lambda at: f"<b itemprop=author>Ann Lee{at}</b><i itemprop=datePublished>2025-01-0{at % 9 + 1}</i>",
    "anchors": lambda at: f'<a href="?p={at}">Next</a> <a rel=author href=/a>Ann Lee</a>',
    "pictures": lambda at: f"<img src=/a{at}.jpg alt='Ferry {at}'>",
    "ruby": lambda at: "<ruby>影<rt>yǐng</rt></ruby>",
    "meta": lambda at: f'<meta name="author" content="Ann Lee{at}"><meta property="og:title" content="Ferry {at}">',
}  # fmt: skip
"""What a page is made of, over and over."""

_MET = "<span></span><time></time><img><a></a><cite></cite><table></table><video></video>"
"""Names that readers look for inside an element: libxml2 looks for none that it has never met."""
_LATIN, _HAN = "abcdefghijklmnopqrstuvwxyz", "".join(sorted(COMMON_HAN))
_RARE, _KANA, _HANGUL = ("".join(map(chr, range(*ends))) for ends in ((0x4E00, 0x9FA6), (0x3041, 0x3097), (0xAC00, 0xD7A4)))
_CYRILLIC, _WIDE, _BOLD = ("".join(map(chr, range(*ends))) for ends in ((0x430, 0x450), (0xFF41, 0xFF5B), (0x1D400, 0x1D434)))
_WESTERN, _CURLY = "".join(map(chr, range(0xA0, 0x100))), "é—’“ï”ñ"


def _word(chance: Random, letters: str = _LATIN, longest: int = 6) -> str:
    return "".join(chance.choices(letters, k=chance.randint(1, longest)))


def _han(chance: Random) -> str:
    return _word(chance, _HAN, 8)


def _marked(chance: Random) -> str:
    return f"{_word(chance)}{_word(chance, _CURLY, 2)} "


def _misread(make: Callable[[Random], str], *ways: str) -> Callable[[Random], str]:
    """What each two sets make of a text: the first writes it, the second reads it."""

    def misread(chance: Random) -> str:
        text = make(chance)
        for meant, shown in zip(ways[::2], ways[1::2], strict=True):
            text = text.encode(meant, "replace").decode(shown, "replace")
        return text

    return misread


def _coded(code: str, chance: Random) -> str:
    return "".join(code.format(byte) for byte in _han(chance).encode()) + _word(chance)


VARIED: Mapping[str, Callable[[Random], str]] = {
    "words": lambda chance: f"{_word(chance)} ",
    "names": lambda chance: f"{_word(chance).title()} ",
    "common Han": lambda chance: _han(chance) + chance.choice("，。"),
    "rare Han": partial(_word, letters=_RARE),
    "kana": partial(_word, letters=_KANA),
    "Hangul": lambda chance: f"{_word(chance, _HANGUL)} ",
    "Cyrillic": lambda chance: f"{_word(chance, _CYRILLIC)} ",
    "Western signs": partial(_word, letters=_WESTERN),
    "accents": lambda chance: f"{_word(chance)}{chr(chance.randint(0xC0, 0x17F))}{_word(chance)} ",
    "UTF-8 as Western": _misread(_marked, "utf-8", "cp1252"),
    "UTF-8 as Western twice": _misread(_marked, "utf-8", "cp1252", "utf-8", "cp1252"),
    "UTF-8 as Cyrillic": _misread(_marked, "utf-8", "cp1251"),
    "UTF-8 as Mac": _misread(_marked, "utf-8", "mac-roman"),
    "Han UTF-8 as Western": _misread(_han, "utf-8", "latin-1"),
    "Han UTF-8 as GBK": _misread(_han, "utf-8", "gb18030"),
    "Han GBK as Western": _misread(_han, "gb18030", "cp1252"),
    "Han Big5 as GBK": _misread(_han, "big5", "gb18030"),
    "kana as GBK": _misread(partial(_word, letters=_KANA), "cp932", "gb18030"),
    "Cyrillic as Western": _misread(lambda chance: f"{_word(chance, _CYRILLIC)} ", "cp1251", "cp1252"),
    "Mac as Western": lambda chance: f"{_word(chance)}{chance.choice(('ít', 'Õt', 'Æt', 'í'))} ",
    "torn words": lambda chance: f"{_word(chance)}?{_word(chance)} ",
    "torn contractions": lambda chance: f"{_word(chance)}?{chance.choice(('t', 's', 're', ' ', ''))} ",
    "torn quotes": lambda chance: f"?{_word(chance)}? ",
    "replaced letters": lambda chance: f"{_word(chance)}\ufffd{_word(chance)} ",
    "replaced Han": lambda chance: f"{_han(chance)}\ufffd",
    "shifted Han": lambda chance: f"{_han(chance)}?{_word(chance, _RARE)}",
    "glosses": lambda chance: f"{_han(chance)}({_word(chance)})",
    "readings": lambda chance: chance.choice(("語(yǔ)", "經(jīng)", "數(shù)", "導(dǎo)", "業(yè)", "電(diàn)", "長(zhǎng)")),
    "letters in codes": lambda chance: f"\\u{chance.randint(0x4E00, 0x9FFF):04x}{chance.choice(('', ' ', _word(chance)))}",
    "letters in bare codes": lambda chance: f"u{chance.randint(0x4E00, 0x9FFF):04x}{_word(chance)}",
    "bytes in percent": partial(_coded, "%{:02X}"),
    "bytes in mail": partial(_coded, "={:02X}"),
    "bytes in code": partial(_coded, "\\x{:02x}"),
    "entities": lambda chance: f"&{chance.choice(('amp', 'lt', 'amp;amp;nbsp', f'#{chance.getrandbits(15)}'))};{_word(chance)}",
    "tags": lambda chance: f"<{chance.choice(('p', '/p', 'b class=x', '/b', 'br', 'i'))}>{_word(chance)}",
    "look-alikes": lambda chance: f"{_word(chance)}{chance.choice('аеосрхαβγδ')}{_word(chance)} ",
    "wide letters": lambda chance: f"{_word(chance, _WIDE)} {_word(chance)} ",
    "bold letters": lambda chance: f"{_word(chance, _BOLD)} ",
    "codes of forums": lambda chance: f"[{chance.choice(('b', '/b', 'url=x', '/url', 'x_y', ''))}]{_word(chance)}",
    "slashes": lambda chance: f"{_word(chance)}{_word(chance, '/|')}".replace("|", "\\") + chance.choice("'\"’"),
    "unseen characters": lambda chance: _word(chance) + chance.choice("\u200b\u200d\xad\u202e\ufeff"),
    "joiners": lambda chance: f"{_word(chance, 'ابتثجح')}\u200c",
    "emoji": lambda chance: f"{_han(chance)}{chr(chance.randint(0x1F300, 0x1F5FF))}",
    "accents apart": lambda chance: f"{_word(chance)}e\u0301 the ",
    "radicals": lambda chance: f"{_han(chance)}{chr(chance.randint(0x2F00, 0x2FD5))}",
    "programs": lambda chance: f"{{{_word(chance)}:{_word(chance)};}} ",
    "blanks": lambda chance: f"{{{{{_word(chance)}}}}}",
    "sums": lambda chance: f"{chance.getrandbits(128):032x}",
    "addresses": lambda chance: f"https://{_word(chance)}.example/{_word(chance)} ",
    "dates": lambda chance: f"2025-0{chance.randint(1, 9)}-11 10:{chance.randint(10, 59)} ",
    "bylines": lambda chance: f"By {_word(chance).title()} {_word(chance).title()} ",
    "labels": lambda chance: chance.choice(("Share ", "Facebook ", "微信 ", "分享到 ", "Related: ", "Tags: ", "©", "来源：")),
    "remarks": lambda chance: f"{_word(chance)} 回复 @{_word(chance)}: {_han(chance)}",
    "lost marks": lambda chance: f"{_word(chance)}?s {_word(chance)} ?{_word(chance)}.? {_word(chance)} ? {_word(chance)} ",
    "lost among accents": lambda chance: f"{_word(chance)}é{_word(chance)} {_word(chance)}?{_word(chance)} {_word(chance)} ",
    "halves of forums": lambda chance: f"[{chance.choice(('b', '/i', 'u', '/s'))}]{_word(chance, longest=2)}",
    "open comments": lambda chance: f"{chance.choice(('<!--[if a]>', '<!', '<!', '<!'))}{'<!' * 300}",
    "styles of Word": lambda chance: f"/*{'*/ /*' * 5}{{{'mso- ' * 500}\n",
    "entities thrice": lambda chance: f"&amp;amp;amp;#{chance.randint(1000, 60000)};",
    "capital accents": lambda chance: f"{_word(chance).upper()}{chance.choice(('ÃO', 'ÇÕES', 'ÂNCIA'))} ",
    "Han among Western signs": lambda chance: _word(chance, _RARE, 1) + _word(chance, _WESTERN, 1),
    "numbers": lambda chance: f"{chance.randint(0, 99999)}{chance.choice((' ', ', ', '.'))}",
}  # fmt: skip
"""What a text is made of that never says the same twice."""
_PIECES = 2_000
"""Pieces of a kind that are made, to be drawn from."""
_LINES = (40, 3_000, 9_999_999)
"""Characters of a paragraph: short ones, long ones, one alone."""


def text_of(unit: str, size: int) -> str:
    """A unit over and over."""
    return unit * (size // len(unit))


def lines_of(unit: str, size: int) -> str:
    """The same in lines of a paragraph each."""
    line = (unit * 150)[:150]
    return f"{line}\n\n" * (size // (len(line) + 2))


def page_of(piece: Callable[[int], str], size: int) -> str:
    """A page of one kind of markup over and over, numbered."""
    pieces = "".join(map(piece, range(size // len(piece(1000)))))
    return f"<html><head><title>Ferry</title></head><body><nav>{_MET}</nav><article>{pieces}</article></body></html>"


def names_in_bold(at: int) -> str:
    """A paragraph of names that stand in many."""
    return f"<p>{' '.join(f'<b>casino bonus {(7 * at + step) % 900}</b> said' for step in range(12))}.</p>"


def everything(at: int) -> str:
    """A piece of each kind of markup in its turn; what is never closed would hold all the rest."""
    pieces = [piece for name, piece in MARKUP.items() if not name.startswith("deep")]
    return pieces[at % len(pieces)](at)


def varied_of(kind: str, line: int, size: int) -> str:
    """A text of pieces of a kind, in paragraphs of a length."""
    chance = Random(f"{kind} {line} {size}")
    pieces = [VARIED[kind](chance) for _ in range(_PIECES)]
    text = "".join(chance.choices(pieces, k=1 + size * _PIECES // len("".join(pieces))))[:size]
    return "\n\n".join(text[at : at + line] for at in range(0, len(text), line))


def varied_page(kind: str, size: int) -> str:
    """A page of paragraphs of a kind."""
    paragraphs = varied_of(kind, 300, size).replace("&", "&amp;").replace("<", "&lt;").split("\n\n")
    return page_of(lambda at: f"<p>{paragraphs[at % len(paragraphs)]}</p>", size)


INPUTS: Mapping[str, Callable[[int], str]] = {
    "text of everything": partial(text_of, "".join(UNITS)),
    **{f"text of {unit!r}": partial(text_of, unit) for unit in UNITS},
    **{f"lines of {unit!r}": partial(lines_of, unit) for unit in UNITS if "\n" not in unit},
    "page of everything": partial(page_of, everything),
    **{f"page of {name}": partial(page_of, piece) for name, piece in MARKUP.items()},
}
"""By name, what makes as many characters of it as one asks for: of any size as hard for its size."""
ALL: Mapping[str, Callable[[int], str]] = {
    **INPUTS,
    **{f"text of {kind} in {line}": partial(varied_of, kind, line) for kind in VARIED for line in _LINES},
    **{f"page of {kind}": partial(varied_page, kind) for kind in VARIED},
    "page of names in bold": partial(page_of, names_in_bold),
}
"""The same with what never repeats, of which a little is another thing than much."""
