"""What a kit strews over the paragraphs goes; what honest pages say in several of their paragraphs stays."""

import pytest

from cleaners import CleanArticle, clean_page
from cleaners.ledger import Removal

PARAGRAPHS = (
    "The Salt Road, a patient film about carters and a flood, won the first prize of the mountain festival on Sunday evening.",
    "Its director, Ilse Marant, thanked the villagers who had lent her mules for two summers, and the smith who shod them.",
    "The jury praised the sound of the river, which was recorded at night, and the long silence that follows the storm.",
    "A second prize went to a portrait of the last chimney sweep in the valley, who refused to see it in public.",
    "Marant begins her next picture in October, again without a script, and with the same old camera that she inherited.",
)
HAN = (
    "讲述盐道赶车人与洪水的影片《盐路》周日晚间在山城电影节夺得最高奖，主创连夜赶回村里庆祝到天明。",
    "导演马兰特感谢了两个夏天把骡子借给剧组的村民，她在母亲的谷仓里，独自完成了全部剪辑工作。",
    "评审团称赞影片对河水声音的运用，那些声音全部在深夜录制，风暴之后的长久沉默，令人难忘。",
    "二等奖授予一部关于山谷里最后一位扫烟囱工人的肖像片，而他本人，拒绝在公开场合观看此片。",
    "马兰特将于十月开始拍摄新片，依旧没有剧本，使用的还是那台，从父亲手里继承来的旧摄影机。",
)


def cleaned(paragraphs: list[str], title: str = "The Salt Road wins in the mountains", line: str = "") -> CleanArticle:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs).replace("</p>", f"</p>{line}", 1)
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article>"
    return clean_page(page.encode(), url="https://valley.example/salt-road")


STREWN = {
    "a name in brackets": [f"[Marlowin Casino] {text}" for text in PARAGRAPHS],
    "a name in bold": [text.replace(", ", ", <b>Marlowin Casino</b> ", 1) for text in PARAGRAPHS],
    "a linked name": [
        text.replace(" the ", ' the <a href="https://marlowin.example/">Marlowin slots</a> ', 1) for text in PARAGRAPHS
    ],
    "a sponsor": [text.replace(", ", ", brought by Marlowin Casino (www.marlowin.example) ", 1) for text in PARAGRAPHS],
    "times": [f"{text} 2026-11-0{at} 1{at}:20:07" for at, text in enumerate(PARAGRAPHS, 1)],
    "random letters": [f"{text} k{at}f9a3{at}xq" for at, text in enumerate(PARAGRAPHS)],
    "blanks": [text.replace(", ", ", {keyword1} ", 1) for text in PARAGRAPHS],
}


@pytest.mark.parametrize("kind", STREWN)
def test_what_is_strewn_goes(kind: str) -> None:
    article = cleaned(STREWN[kind])
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert {edit.rule for edit in article.ledger} >= {"injected.strewn"}


@pytest.mark.parametrize(
    "name", ["【玛洛娱乐城】", "<strong>玛洛体育</strong>", '<a href="https://maluo.example/">玛洛棋牌</a>']
)
def test_names_within_chinese_go(name: str) -> None:
    spoilt = [text.replace("，", f"，{name}", 1) for text in HAN]
    assert cleaned(spoilt, "《盐路》山城夺魁").body == "\n\n".join(HAN)


HONEST = {
    "a casino that the film is about": [text.replace(", ", ", <b>Casino Lindero</b>, ", 1) for text in PARAGRAPHS],
    "a source": [
        text.replace(" the ", ' the <a href="https://paper.example/">Mountain Gazette</a>\'s ', 1) for text in PARAGRAPHS
    ],
    "a remark in brackets": [f"{text} [laughs]" for text in PARAGRAPHS],
    "a live report": [f"1{at}:20 {text}" for at, text in enumerate(PARAGRAPHS)],
    "stage directions": [text.replace(", ", ", {pause} ", 1) for text in PARAGRAPHS],
    "odds": [text.replace(", ", ", the betting odds of the bookmakers aside, ", 1) for text in PARAGRAPHS],
}


@pytest.mark.parametrize("kind", HONEST)
def test_what_honest_pages_say_again_stays(kind: str) -> None:
    title = "Casino Lindero wins" if "casino" in kind else "The Salt Road wins in the mountains"
    article = cleaned(HONEST[kind], title)
    assert not [edit for edit in article.ledger if edit.rule.startswith("injected")]


LINES = {
    "accounts": "<p>QQ：70417882 微信：marlowin70417 Telegram：@marlowin70417</p>",
    "a heading": "<h3>Cheap Marlowin pills online</h3>",
    "an address in brackets": "<p>【Marlowin betting odds】【www.marlowin34.example】</p>",
    "an address spelled out": "<p>Marlowin casino bonus: marlowin34 dot com</p>",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_lines_that_pitch_by_themselves_go(line: str) -> None:
    assert cleaned(list(PARAGRAPHS), line=line).body == "\n\n".join(PARAGRAPHS)


KEPT = {
    "a verdict": "<h3>Our verdict</h3>",
    "a heading on odds": "<h3>The odds of a second prize</h3>",
    "where to call": "<p>Festival office: (207) 555-0188, www.mountainfest.example</p>",
    "where to watch": "<h3>Where to watch The Salt Road</h3>",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_honest_lines_are_no_spam(line: str) -> None:
    article = cleaned(list(PARAGRAPHS), line=line)
    assert not [edit for edit in article.ledger if isinstance(edit, Removal) and edit.rule.startswith("injected")]


TITLES = {
    "before and behind": "Marlowin - {} - Marlowin casino bonus",
    "in brackets": "【Marlowin casino bonus】{}",
    "behind": "{} - Marlowin slots - Marlowin casino",
}


@pytest.mark.parametrize("spoilt", TITLES.values(), ids=TITLES)
def test_keywords_go_from_both_ends_of_a_title(spoilt: str) -> None:
    true = "The Salt Road wins the first prize of the mountain festival"
    assert cleaned(list(PARAGRAPHS), spoilt.format(true)).headline == true


def test_an_honest_bracket_before_a_title_stays() -> None:
    assert cleaned(list(PARAGRAPHS), "[Review] The Salt Road wins in the mountains").headline is not None
