"""The measure of repairs in its smoke form, on the demo's fictional stories: floors that must hold."""

import pytest
from opencc import OpenCC

from benchmarks.kinds.damages import DAMAGES, Damaged
from benchmarks.repairs import Score, judge, measure
from cleaners import clean_page
from cleaners.language import language_of
from crawler.demo.pages import web

CHINESE = (
    "港湾电影节周日闭幕，导演米拉的新片《灯塔守望者》获得主竞赛单元大奖。评委会说：“影片的耐心与克制令人"
    "难忘，我们向剧组致敬。”\n"
    "米拉在访谈中说，剧组在礁石上度过了两个冬天，拍摄、剪辑和配乐都在当地完成；小镇居民为他们准备了三餐，"
    "还修好了旧灯塔的发电机。\n"
    "发行方表示，《灯塔守望者》将于三月在四十家影院上映，随后推出电视版本。“观众应该在大银幕上看海”，发"
    "行人周明远说，“这是我们的坚持。”\n"
    "影片的第二个故事讲述摆渡人老周：他每天把孩子们送过河，自己却从来没有离开过村子。演员孙立为此学习了四"
    "个月，他说：“划船不难，难的是等待。”\n"
    "电影节下一届将于明年五月举行，组委会同时公布了新的短片单元《潮汐》，面向三十岁以下的青年导演征集作品"
    "，报名从一月开始。\n"
)

FLOORS = {"lost": (0.999, 0.9), "shifted": (0.999, 0.84), "misread": (0.999, 0.999), "readings": (0.999, 0.99)}
"""Least precision and recall over the kinds of a group."""


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    bodies = [clean_page(page.body).body for _, page in sorted(web().items()) if page.body.count(b"<p") > 6]
    named = ((body, language_of(body) or "") for body in dict.fromkeys(bodies) if len(body) > 300)
    traditional = OpenCC("s2t").convert(CHINESE)
    return [(CHINESE, "zh"), (traditional, "zh"), *[(body, "en") for body, language in named if language == "en"][:12]]


@pytest.mark.parametrize("group", FLOORS)
def test_damage_is_repaired(group: str, texts: list[tuple[str, str]]) -> None:
    scores = measure(texts, kinds=[kind for kind in DAMAGES if kind.startswith(group)])
    assert scores.pop("none").wrong == 0
    right, wrong, chars = (sum(getattr(score, name) for score in scores.values()) for name in ("right", "wrong", "chars"))
    precision, recall = FLOORS[group]
    assert chars > 30
    assert right >= precision * (right + wrong)
    assert right >= recall * chars


def test_a_repair_that_says_something_else_is_wrong() -> None:
    score = Score()
    judge(Damaged("The cafÃ© and cafÃ© again", {(7, 9): "é", (17, 19): "è"}), score)
    assert (score.right, score.wrong, score.chars) == (0, 10, 10)
