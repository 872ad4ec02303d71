"""Comments come out as data whatever their markup, and lists that belong to the article stay in it."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.comments import MARKUPS, folded, invent, report, written
from cleaners import clean_page, clean_text

CASES = json.loads(Path(__file__).parent.parent.joinpath("cases", "comments.json").read_text(encoding="utf-8"))
KNOWN = CASES["known_failures"]
PROSE = {
    "en": "The harbour scenes were shot at night, because the tide would not wait for the crew and the boats had to be back"
    " by dawn, the director says in an interview about her third feature film, which opens this week in forty cities.",
    "zh": "影片《潮声》由青年导演林见月执导，讲述了一个渔村邮递员在台风夜里送出最后一封信的故事，主演阵容中既有职业演员，"
    "也有当地渔民，全片在海岛实景拍摄了七十二天，导演说每一天都像是在和大海谈判。",
}


def article(language: str, inside: str = "", behind: str = "") -> bytes:
    opening, closing = (f"<p>{number} {PROSE[language]}</p>" for number in (1, 9))
    paragraphs = "".join(f"<p>{number} {PROSE[language]}</p>" for number in range(2, 6))
    body = f"<h1>Salt and Lanterns</h1>{opening}{inside}{paragraphs}{closing}{behind}"
    return (
        f"<html><meta charset=utf-8><title>Salt and Lanterns</title><body><div><div>{body}</div></div></body></html>".encode()
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_bare_list_becomes_data(language: str, markup: str, seed: int) -> None:
    rng = random.Random(seed)
    said = invent(rng, language)
    cleaned = clean_page(article(language, behind=written(rng, said, language, markup)))
    assert [(one.user, folded(one.text)) for one in cleaned.comments] == [(one.user, folded(one.text)) for one in said]
    assert not [one for one in said if folded(one.text) in folded(cleaned.body)]


WRITTEN = {
    "a heading, then paragraphs": "<p>网友评论：</p><p>江上客：看了两遍，声音真好。</p>"
    "<p>小鱼：最后一个镜头太震撼了，就是长了点。</p>",
    "floors and votes": "<div><div>1楼 江上客 2026-11-03 10:20</div><div>看了两遍，声音真好。</div>"
    "<div>支持(3) 反对(0) 回复</div>"
    "<div>2楼 小鱼 2026-11-03 11:20</div><div>最后一个镜头太震撼了，就是长了点。</div><div>支持(12) 反对(1) 回复</div></div>",
}


@pytest.mark.parametrize("form", WRITTEN)
def test_forms_of_chinese_portals(form: str) -> None:
    cleaned = clean_page(article("zh", behind=WRITTEN[form]))
    assert [(one.user, one.text) for one in cleaned.comments] == [
        ("江上客", "看了两遍，声音真好。"),
        ("小鱼", "最后一个镜头太震撼了，就是长了点。"),
    ]
    assert "江上客" not in cleaned.body


def test_a_tail_of_comments_begins_at_its_heading() -> None:
    said = "相关新闻\n林见月：我想拍一部关于声音的电影\n\n网友评论\n用户7781：支持林导！\n海边的卡夫卡：预告片就很惊艳"
    cleaned = clean_text(f"《潮声》点映\n\n{PROSE['zh']}\n\n{PROSE['zh']}\n\n{said}")
    assert [one.user for one in cleaned.comments] == ["用户7781", "海边的卡夫卡"]


@pytest.mark.parametrize("name", CASES["wild"])
def test_a_system_that_nobody_named(name: str) -> None:
    assert_read(CASES["wild"][name])


@pytest.mark.xfail(strict=True, reason="known to fail: move the case to wild once it does not")
@pytest.mark.parametrize("name", KNOWN["wild"])
def test_a_system_not_known_yet(name: str) -> None:
    assert_read(KNOWN["wild"][name])


def assert_read(case: dict[str, Any]) -> None:
    cleaned = clean_page(article(case["language"], behind=case["html"]))
    assert [[one.user, one.text] for one in cleaned.comments] == case["comments"]
    assert not [text for _, text in case["comments"] if folded(text) in folded(cleaned.body)]


def test_an_answer_belongs_to_the_comment_in_whose_item_it_stands() -> None:
    said = "<div class='k'><div class='h'><b>{}</b> <i>{} hours ago</i></div><p>{}</p><span>Reply</span>{}</div>"
    inner = said.format("Dov K.", 20, "Mine cried, but she cries at paper in general.", "<div class='a'>{}</div>")
    inner = inner.format(said.format("tern_11", 19, "Fair enough, so does my accountant!", ""))
    beside = said.format("Mara", 18, "I want to see it again tomorrow.", "")
    answers = f"<div class='a'>{inner}{beside}</div>"
    first = said.format("paper_moth", 22, "Six years of paper and my kid laughed twice!", answers)
    last = said.format("LanternJaw", 17, "Thirty-one lands and not one of them near me :(", "")
    cleaned = clean_page(article("en", behind=f"<h3>5 comments</h3><div>{first}{last}</div>"))
    assert [(one.user, one.to) for one in cleaned.comments] == [
        ("paper_moth", None),
        ("Dov K.", "paper_moth"),
        ("tern_11", "Dov K."),
        ("Mara", "paper_moth"),
        ("LanternJaw", None),
    ]


def test_an_only_answer_stands_in_the_list_within_its_item() -> None:
    said = "<li class='{}'><p><b>{}</b> says <i>March 5, 2016 at 8:00 am</i></p><p>{}</p><a>Reply</a>{}</li>"
    answer = "<ol>" + said.format("byuser", "Nell", "I think I stopped breathing, Dov.", "") + "</ol>"
    flat = said.format("even", "Dov K.", "Nobody moved!", "") + said.format("byuser", "Nell", "I think so, too.", "")
    for listed, to in ((said.format("even", "Dov K.", "Nobody moved!", answer), "Dov K."), (flat, None)):
        cleaned = clean_page(article("en", behind=f"<h3>2 comments</h3><ol>{listed}</ol>"))
        assert [(one.user, one.to) for one in cleaned.comments] == [("Dov K.", None), ("Nell", to)]


@pytest.mark.parametrize("words", ["replied to comment from Dov K.", "In reply to Dov K."])
def test_an_answer_says_so_beside_its_name(words: str) -> None:
    said = "<div><div><b>{}</b> {}</div><div><p>{}</p></div><div>August 15, 2009 7:12 AM | Reply</div></div>"
    listed = said.format("Dov K.", "said:", "Beautiful!") + said.format("Wes Aldous", f"<a href='#1'>{words}</a>", "I agree.")
    cleaned = clean_page(article("en", behind=f"<h2>2 Comments</h2><div class='comments'>{listed}</div>"))
    assert [(one.user, one.to, one.text) for one in cleaned.comments] == [
        ("Dov K.", None, "Beautiful!"),
        ("Wes Aldous", "Dov K.", "I agree."),
    ]


def test_an_answer_calls_the_user_whose_whole_name_it_gives() -> None:
    said = "<li><b>{}</b> <i>2 hours ago</i><p>{}</p><a>Reply</a></li>"
    rows = (("Ann", "I loved it!"), ("Ann Lee", "My thoughts exactly!"), ("bob_77", "@Ann Lee thanks, I agree with you!"))
    listed = "".join(said.format(*row) for row in rows)
    cleaned = clean_page(article("en", behind=f"<h3>Comments</h3><ol class='comments'>{listed}</ol>"))
    assert [(one.to, one.text) for one in cleaned.comments][2] == ("Ann Lee", "thanks, I agree with you!")


def test_an_answer_names_its_user_without_a_link() -> None:
    said = "<div><div><b>{}</b>{}<i>昨天 22:10</i></div><div>{}</div><div><span>顶(3)</span><span>回复</span></div></div>"
    rows = [
        said.format("北门老陈", "", "我妈也住过那层楼，护士站的灯真的整夜不关。"),
        said.format("豆沙包", "", "看完给家里打了个电话，什么也没说。"),
        said.format("北门老陈", " 回复 <b>豆沙包</b>", "能打通就好，有些号码已经没人接了。"),
    ]
    cleaned = clean_page(article("zh", behind=f"<div><div>全部评论（3）</div>{''.join(rows)}</div>"))
    assert [(one.to, one.text) for one in cleaned.comments][2] == ("豆沙包", "能打通就好，有些号码已经没人接了。")


@pytest.mark.parametrize("place", ["inside", "behind"])
@pytest.mark.parametrize("name", CASES["negative"])
def test_a_look_alike_stays(name: str, place: str) -> None:
    case = CASES["negative"][name]
    assert clean_page(article(case["language"], **{place: case["html"]})).comments == ()


@pytest.mark.xfail(strict=True, reason="known to fail: move the case to negative once it does not")
@pytest.mark.parametrize("name", KNOWN["negative"])
def test_a_look_alike_still_taken(name: str) -> None:
    case = KNOWN["negative"][name]
    assert clean_page(article(case["language"], behind=case["html"])).comments == ()


KEPT = {
    "a numbered list of films": "<ol><li>Salt and Lanterns (2019)</li><li>The Ferryman</li><li>North Shore</li></ol>",
    "an interview": "<p><b>Q:</b> Why boats?</p><p><b>A:</b> I love them! Nobody owns the sea.</p>"
    "<p><b>Q:</b> And the music?</p><p><b>A:</b> My brother wrote it.</p>",
    "speakers by name": "<p>Quill: Why boats?</p><p>Ellingsen: I love them! Nobody owns the sea.</p>"
    "<p>Quill: And the music?</p><p>Ellingsen: My brother wrote it.</p><p>Quill: Thanks!</p>",
    "a cast": "<ul><li><b>Mara Ellingsen</b> plays the keeper of the lighthouse.</li>"
    "<li><b>Jonas Reyl</b> plays her brother.</li><li><b>Priya Nair</b> plays the inspector.</li></ul>",
    "chapters under headings": "<h3>The tide</h3><p>It came early that year.</p><h3>The crew</h3>"
    "<p>Forty people slept in the school.</p><h3>The light</h3><p>Eleven minutes a day.</p>",
    "voices of critics": "<ul><li><b>Harbour Weekly:</b> “I wept!”</li><li><b>Nightly Reel:</b> “My film of the year!”</li>"
    "<li><b>Coast Post:</b> “You must see it!”</li></ul>",
    "a timeline": "<p><b>March 3, 2019</b> Shooting begins.</p><p><b>May 9, 2019</b> The storm takes the pier.</p>"
    "<p><b>June 1, 2019</b> The last shot.</p>",
    "posts of another network": "".join(
        f'<blockquote class="twitter-tweet"><p>Saw it. I cried!</p>&mdash; {name} ({handle})'
        f' <a href="https://social.example/{handle[1:]}">June {day}, 2019</a></blockquote>'
        f"<p>{PROSE['en']} It was the answer of the day, number {day}.</p>"
        for day, (name, handle) in enumerate([("Mara K.", "@mara_k"), ("Old Salt", "@old_salt"), ("Kat", "@kat_77")], 1)
    ),
    "rows of a cookie table": "<table><tr><td>cookielawinfo-checkbox-analytics</td><td>11 months</td><td>I remember.</td></tr>"
    "<tr><td>cookielawinfo-checkbox-other</td><td>11 months</td><td>I remember too.</td></tr>"
    "<tr><td>viewed_cookie_policy</td><td>11 months</td><td>I remember all.</td></tr></table>",
    "tips that speak to you": "<ul><li><b>Own it</b> – I mean it! You are there to see films.</li>"
    "<li><b>Keep it real</b> – I promise nobody minds!</li><li><b>Ask for help</b> – I always do!</li></ul>",
    "credits in Chinese": "<p>导演：林见月</p><p>主演：陈渡、周小满</p><p>上映时间：2024年5月1日</p>",
}


@pytest.mark.parametrize("place", ["inside", "behind"])
@pytest.mark.parametrize("kind", KEPT)
def test_a_list_of_the_article_stays(kind: str, place: str) -> None:
    cleaned = clean_page(article("en", **{place: KEPT[kind]}))
    assert cleaned.comments == ()


@pytest.mark.slow
def test_bare_lists_on_labelled_pages(shared: Path) -> None:
    figures = report(shared / "pages", 40, seed=7)
    assert figures["f1"] >= 0.95
    assert figures["left"] <= 0.01
