"""The kinds of page that film news comes in: lists, interviews, tables, breaks for paragraphs. Each in a frame of furniture."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import clean_page

CASES = json.loads((Path(__file__).parents[1] / "cases/layouts.json").read_text("utf-8"))
MENUS = {
    "en": ["Home", "Film", "Television", "Reviews", "Interviews", "Box office", "Festivals", "About us", "Sign in"],
    "zh": ["首页", "电影", "电视", "影评", "专访", "票房", "影展", "关于我们", "登录"],
}
LATEST = {
    "en": [
        "Night Ferry postponed until autumn",
        "Ten trains that stole the film",
        "Who will host the Lorne prizes?",
        "A cinema in a swimming pool",
        "The last projectionist of Skerra retires",
    ],
    "zh": ["《夜渡》延期至秋季播出", "十列抢戏的火车", "谁来主持洛恩电影奖", "泳池里的电影院", "最后一位放映员退休"],
}
WORDS = {
    "en": ("The Harbour Light finds its viewers", "Latest news", "Copyright 2026 Lorne Courier. All rights reserved."),
    "zh": ("《海角灯塔》首映票房超出预期", "最新文章", "版权所有 青山晚报"),
}


def listed(texts: list[str]) -> str:
    return "".join(f'<li><a href="/{number}">{text}</a></li>' for number, text in enumerate(texts))


def page(case: dict[str, Any]) -> bytes:
    """A case in its frame: a menu above, a list of other stories beside, small print below."""
    title, latest, rights = WORDS[case["language"]]
    menu, others = (listed(texts[case["language"]]) for texts in (MENUS, LATEST))
    heading = "" if case.get("headed") else f"<h1>{title}</h1>"
    frame = (
        f"<header><nav><ul>{menu}</ul></nav></header><main>{heading}{case['html']}</main>"
        f"<aside><h3>{latest}</h3><ul>{others}</ul></aside><footer><p>{rights}</p></footer>"
    )
    body = case["html"] if case.get("bare") else frame
    return f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'.encode()


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason="known failure", strict=False)] if case.get("known_failure") else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_layout_gives_its_text(case: dict[str, Any]) -> None:
    paragraphs = clean_page(page(case), url="https://courier.example/film/harbour-light").body.split("\n\n")
    if case["expected"] is not None:
        assert paragraphs == case["expected"]
    elif case.get("joined"):
        assert " ".join(paragraphs).split() == " ".join(case["must"]).split()
    else:
        assert [text for text in paragraphs if text not in case.get("optional", ())] == case["must"]
