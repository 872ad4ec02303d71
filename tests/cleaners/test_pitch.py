"""What pitches leaves a page that knows nothing of it; a page about pitches, casinos or loans keeps every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.training.pitch_limits import moved
from cleaners import clean_page
from cleaners.spam import offers, planted
from cleaners.spam.limits import limit, table
from cleaners.spam.pitch import HONEST, at_most, pitch, told
from cleaners.spam.words import words_of

GAMBLERS = [
    "Double Zero, Ada Fenwick's third film, is set in a casino that never closes: slots in the lobby, roulette upstairs.",
    "Its hero, a croupier played by Tom Lark, takes bets from gamblers who borrowed their last chips from a payday lender.",
    "Fenwick shot the poker scenes in Ostend, where a real jackpot of 40,000 euros was won during the second week.",
    "The casino's owners offered the crew a bonus of free spins; the producers refused, and bought sandwiches instead.",
    "A cashier in the film promises a loan without collateral, approved within minutes. Nobody in the hall laughed.",
    "Double Zero opens on 3 April. Tickets are on sale online, and the first hundred buyers get a pack of cards for free.",
]
GAMBLERS_ZH = [
    "影片《双零》讲述一家永不关门的赌场，大堂里摆满老虎机，楼上是轮盘和百家乐。",
    "主人公是一名荷官，他每天面对向小贷公司借钱下注的赌客，自己也欠下高利贷。",
    "剧组在海边小城取景，拍摄扑克戏时，真的有人中了四万元的大奖。",
    "片中一名推销员承诺无抵押贷款当天到账，观众席里没有一个人笑出声来。",
    "导演表示，博彩广告铺天盖地，免费彩金和注册优惠害了许多普通家庭。",
    "影片将于四月三日上映，网上购票可享优惠，前一百名观众可免费领取一副扑克牌。",
]


def page(paragraphs: list[str], title: str) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f'<meta charset="utf-8"><title>{title}</title><body><h1>{title}</h1><article>{body}</article>'.encode()


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [(GAMBLERS, "Double Zero bets everything on one night"), (GAMBLERS_ZH, "《双零》四月上映 聚焦赌场荷官")],
)
def test_a_film_about_a_casino_keeps_every_word(paragraphs: list[str], title: str) -> None:
    article = clean_page(page(paragraphs, title), url="https://harbour.example/news/double-zero.html")
    assert article.body.split("\n\n") == paragraphs
    assert article.headline == title
    assert not article.flags


@pytest.mark.parametrize(
    ("pitched", "told"),
    [
        ("Open an account today and claim your free bets!", "The inspector opens an account and bets that nobody asks."),
        ("Cheap designer watches, free worldwide shipping.", "A designer watches as the ship leaves for free ports."),
        ("点击注册领取彩金，提现秒到账。", "他在赌场输光了父亲留下的彩金。"),
    ],
)
def test_who_pitches_speaks_unlike_who_reports(pitched: str, told: str) -> None:
    assert pitch(pitched, words_of(pitched)) > pitch(told, words_of(told)) + 1


@pytest.mark.parametrize(
    ("text", "honest"),
    [
        (GAMBLERS[1], True),
        ("The director said on Monday that the film would open at the festival after two years of work by its crew.", True),
        ("Open an account today and claim your free bets!", False),
        ("Zorblo tevan kumiri, zorblo hasti: tevan melu zorblo kandavi hirsu, ostra vedi!", False),
    ],
)
def test_nothing_else_is_asked_of_what_is_honest_by_its_words(text: str, *, honest: bool) -> None:
    assert (told(words_of(text)) < HONEST) is honest


@given(st.lists(st.sampled_from("open casino bonus said film 彩金 导演 slots free year".split()), max_size=9), st.data())
def test_no_part_of_a_text_pitches_more_than_its_words_allow(words: list[str], data: st.DataObject) -> None:
    part = " ".join(data.draw(st.lists(st.sampled_from(words), unique=True) if words else st.just([])))
    assert pitch(part, words_of(part)) <= at_most(words_of(" ".join(words))) + 1e-9


@pytest.mark.parametrize("ladder", [offers._HEARD, planted._HEARD])
def test_the_more_a_text_pitches_the_more_of_its_words_others_may_say(ladder: tuple[tuple[float, float], ...]) -> None:
    assert list(ladder) == sorted(ladder, reverse=True)


@pytest.mark.parametrize(
    ("stricter", "laxer"),
    [
        ("offer.least", "offer.faint"),
        ("offer.faint", "offer.naming"),
        ("link.certain", "link.sure"),
        ("link.sure", "link.strange"),
        ("line.heading", "line.reached"),
        ("title.offer", "title.hint"),
        ("page.selling", "page.faint"),
        ("page.faint", "page.honest"),
        ("sentence.together", "sentence.beside"),
    ],
)
def test_what_is_taken_by_itself_pitches_more_than_what_is_taken_with_other_evidence(stricter: str, laxer: str) -> None:
    assert limit(stricter) > limit(laxer)


def test_a_limit_moves_with_what_honest_strangers_come_to() -> None:
    reach = {kind: [-9.0, -7.0, -3.0, -1.0] for kind in ("paragraphs", "sentences", "lines")}
    same, higher = moved(reach, reach), moved({kind: [score + 1 for score in own] for kind, own in reach.items()}, reach)
    for name in table():
        assert same[name]["score"] == limit(name), name
        assert higher[name]["score"] == pytest.approx(limit(name) + 1), name
