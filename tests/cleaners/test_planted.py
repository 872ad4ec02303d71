"""A sentence within a paragraph: what film news says of tickets, discs and casinos stays; what sells something else goes."""

import json
from pathlib import Path

import pytest

from cleaners import CleanArticle, clean_page

CASES = json.loads((Path(__file__).parents[1] / "cases" / "plugs.json").read_text("utf-8"))
PARAGRAPHS = {
    "en": (
        "The Salt Road, a patient film about carters and a flood, won the first prize of the mountain festival on Sunday.",
        "Its director, Ilse Marant, thanked the villagers who had lent her mules. {} She cut it in her mother's barn.",
        "The jury praised the sound of the river, which was recorded at night, and the long silence that follows the storm.",
        "A second prize went to a portrait of the last chimney sweep in the valley, who refused to see it in public.",
        "Marant begins her next picture in October, again without a script, and with the same old camera that she inherited.",
    ),
    "zh": (
        "讲述盐道赶车人与洪水的影片《盐路》周日晚间在山城电影节夺得最高奖，主创连夜赶回村里庆祝。",
        "导演马兰特感谢了两个夏天把骡子借给剧组的村民。{}她在母亲的谷仓里完成了剪辑。",
        "评审团称赞影片对河水声音的运用，那些声音全部在深夜录制，风暴之后的长久沉默令人难忘。",
        "二等奖授予一部关于山谷里最后一位扫烟囱工人的肖像片，而他本人拒绝在公开场合观看。",
        "马兰特将于十月开始拍摄新片，依旧没有剧本，使用的还是那台从父亲手里继承来的旧摄影机。",
    ),
}


def cleaned(language: str, said: str) -> CleanArticle:
    paragraphs = "".join(f"<p>{text.format(said)}</p>" for text in PARAGRAPHS[language])
    title = {"en": "The Salt Road wins in the mountains", "zh": "《盐路》山城夺魁"}[language]
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article>"
    return clean_page(page.encode(), url="https://valley.example/salt-road")


def cases(kind: str) -> list[tuple[str, str]]:
    return [(language, said) for language, sentences in CASES[kind].items() for said in sentences]


@pytest.mark.parametrize(("language", "said"), cases("honest"))
def test_what_film_news_says_stays(language: str, said: str) -> None:
    assert said in cleaned(language, f"{said} " if language == "en" else said).body


@pytest.mark.parametrize(("language", "said"), cases("planted"))
def test_what_sells_something_else_goes(language: str, said: str) -> None:
    assert cleaned(language, f"{said} " if language == "en" else said).body == cleaned(language, "").body.replace("  ", " ")


def test_the_same_sentence_in_several_paragraphs_vouches_for_none() -> None:
    said = CASES["planted"]["en"][1]
    paragraphs = [text.replace(" {}", "") for text in PARAGRAPHS["en"]]
    spoilt = "".join(f"<p>{text} {said}</p>" for text in paragraphs[:3]) + "".join(f"<p>{text}</p>" for text in paragraphs[3:])
    page = f"<title>The Salt Road wins</title><article><h1>The Salt Road wins</h1>{spoilt}</article>"
    assert clean_page(page.encode(), url="https://valley.example/a").body == "\n\n".join(paragraphs)


def test_the_short_question_before_it_goes_too() -> None:
    said = "Need cash fast? Marlowin offers payday loans with no credit check and same day approval. "
    assert "cash" not in cleaned("en", said).body
