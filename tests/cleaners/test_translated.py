"""Machine translations and one film under two names are told; English reporting from China is not."""

import json
from pathlib import Path

import pytest

from cleaners.article import CleanArticle
from cleaners.document import Document
from cleaners.judges.translated import film_title_inconsistent, machine_translated
from cleaners.text.page_text import PageText

CASES = json.loads((Path(__file__).parents[1] / "cases" / "translated.json").read_text("utf-8"))

REPOST = (
    "Harbour Evening reporter Chen Anan reported that the movie “Lamp at Night” has recently released a finalized poster."
    " It is reported that the crew studied local customs and conditions. “Lamp in the Windy Night” has a good lineup."
)
REPORT = (
    "Director Chen Anan told Harbour Daily that the crew had built the lighthouse twice. “Lamp at Night” opens on Friday."
    " It follows “Lamp at Night: The Return”, which netizens liked, and the box office was strong."
)


def test_a_repost_by_machine_is_told() -> None:
    finding = machine_translated(CleanArticle(body=REPOST, language="en"), Document())
    assert finding.failed
    assert "agency lead: reporter Chen Anan reported" in finding.evidence


def test_reporting_in_english_is_not() -> None:
    assert not machine_translated(CleanArticle(body=REPORT, language="en"), Document()).failed


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        (REPOST, True),
        (REPORT, False),
        ("“Harbour Lights 2” beats “Harbour Lights”", False),
        ("“Keeper: Homecoming” and “Keeper: Far From Shore”", False),
        ("“Long Road” or “Long and Winding Road”", True),
        ("“We were lost,” she said. “We were all so lost,” he said.", False),
    ],
)
def test_one_film_under_two_names(text: str, failed: bool) -> None:
    assert film_title_inconsistent(CleanArticle(body=text, language="en"), Document()).failed is failed


@pytest.mark.parametrize("kind", ["wild", "negative", "known_failures"])
def test_machines_are_told_and_people_are_not(kind: str) -> None:
    """Reposts of many styles; trade news, China's own English papers, fans and scholars who write in their second language."""
    for case in CASES[kind]:
        article = CleanArticle(headline=case["headline"], body=case["text"], language="en")
        document = Document(written=PageText(case["text"]))
        told = machine_translated(article, document)
        assert told.failed is (kind == "wild"), (case["style"], told)
        renamed = film_title_inconsistent(article, document)
        assert renamed.failed is case.get("renamed", False), (case["style"], renamed)


FROM_ENGLISH = {
    "relative pronouns and passives": (
        "奥娜·林德，一个女演员谁扮演了灯塔的看守人，是被采访由港口晚报在她的家里。她的角色是一个最安静的之一。这部电影是被拍摄由她的丈夫的公司的团队。",
        True,
    ),
    "what happened when, behind it": (
        "该工作室宣布了续集在星期二。导演是快乐的关于新的剧本，它是一个故事那将会带来了更多的观众到剧院里。他是61。",
        True,
    ),
    "idioms and trades": (
        "“盐路”收到了一个长的站立的鼓掌。由米拉所写的剧本是一个游戏改变者，并且她的支持演员们偷了表演。一个“冰港”的续集的释放日期尚未被宣布。",
        True,
    ),
    "one sign, and too many small words": (
        (
            "这部电影是一个关于一个被遗忘的村庄的故事，它被它的人们所爱，也被一个贪婪的公司所觊觎。它的节奏是缓慢的，它的结局是不可避免的。"
            "在一天结束的时候，它是一个关于一个家庭的寓言。"
        ),
        True,
    ),
    "news": (
        "《盐路》定于周五上映，片方说，导演奥娜·林德的下一部作品已经开机，讲述一个被遗忘的村庄里灯塔看守人的故事。",
        False,
    ),
    "an essay": (
        (
            "外婆卖票的窗口很小，只看得见她的手，和手边一只掉了瓷的搪瓷缸。散场的时候，人潮裹着热气涌出来，带着瓜子的香味、汗的酸味和冬天棉衣的霉味。"
            "当最后一个人走了的时候，她才关灯。"
        ),
        False,
    ),
    "a scholar": (
        (
            "在他看来，被称为“本体论的”那种影像与对象之间的关系，并不取决于相似性，而取决于生成的过程：影像是由对象自身的光所留下的印迹。"
            "当影像不再以这样的印迹为前提的时候，被动摇的只是印迹的物质载体，而不是观众对于影像的信念本身。"
        ),
        False,
    ),
    "an interview put into good Chinese": (
        "“我母亲从来不管我看什么，”她说，“六岁那年她带我去看《冰港》，看到一半我问她，那个女人为什么哭。”当人们问起银幕上的死亡的时候，她会不耐烦地挥挥手。",
        False,
    ),
    "on how machines translate": (
        "机器把 box office 译成“盒子办公室”，早已是行内的笑话。老译者的本子里，这样的例子抄了九十页。",
        False,
    ),
    "who did it": (
        "五个人，一座岛。谁在说谎，谁是凶手，谁又会活到最后？在观众们的期待中，这部悬疑片的答案，导演说谁也猜不到。",
        False,
    ),
}


@pytest.mark.parametrize("case", FROM_ENGLISH)
def test_what_keeps_the_words_of_english_is_told(case: str) -> None:
    text, told = FROM_ENGLISH[case]
    finding = machine_translated(CleanArticle(body=text, language="zh"), Document())
    assert finding.failed is told, finding


def test_another_language_is_not_judged() -> None:
    text = REPOST.replace("reporter", "Reporterin")
    assert machine_translated(CleanArticle(body=text, language="de"), Document()).value == 0


def test_who_writes_about_such_phrases_is_no_machine() -> None:
    text = "A veteran is an “old drama bone”, a scandal is for “eating melons.” Netizens love it. {}"
    about = machine_translated(CleanArticle(body=text.format("She keeps a list."), language="en"), Document())
    told = machine_translated(CleanArticle(body=text.replace("“old drama bone”", "old drama bone"), language="en"), Document())
    assert (about.value, about.failed) == (0.5, False)
    assert told.value > about.value
