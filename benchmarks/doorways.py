"""Measure how surely doorways are told: pages that generators make for search engines, against all labelled pages.

    python -m benchmarks.doorways ../shared/pages [--pages 400] [--each 40] [--seed 7]

A line a generator: pages made, pages told by ``spam_page`` or kept out of sight for another grave fault. Then the labelled
pages that ``spam_page`` takes for doorways.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.noise import labelled
from cleaners import clean_page

Chance = random.Random
Doorway = Callable[[Chance], str]

BRANDS = ["kubetsao", "gacorindah", "slotvana", "vulkaro", "betzorin", "pillquix", "loanzeta", "rolexika"]
ADDED = "login/bonus/app/download/online/official site/review/free spins/link/today/2026/register".split("/")
CITIES = "Leeds Malmo Porto Gdansk Tampere Bergen Lyon Bilbao Graz Ghent Turin Split Varna Izmir Cork Bath Kiel".split()
BRANDS_ZH = ["云顶棋牌", "星月轮盘", "金玉满堂", "飞猪速贷", "夜莺直播", "天启彩票"]
ADDED_ZH = ["官网", "下载", "手机版", "最新版本", "登录入口", "安卓版", "客服", "怎么样", "提现", "注册送彩金", "平台", "网址"]
ASKED_ZH = (
    "热水器不点火怎么修 / 猫咪掉毛严重怎么办 / 红烧肉怎么做不腻 / 身份证过期多久补办 / "
    "孕妇能喝蜂蜜水吗 / 龟背竹黄叶怎么办 / 膝盖疼是怎么回事 / 空调不制冷怎么办 / "
    "护照丢了怎么补办 / 鲈鱼怎么蒸好吃 / 绿萝多久浇一次水 / 驾照扣分怎么查询 / "
    "打呼噜怎么治最有效 / 电脑开机黑屏怎么办 / 牛肉炖多久才烂 / 社保断交有什么影响 / "
    "指甲有竖纹是什么原因 / 白衬衫怎么洗才白"
).split(" / ")
ASKED = (
    "how to descale a kettle / best hamster wheels / why does my hedge turn brown / how long to boil "
    "gammon / can dogs eat plums / how to bleed a radiator / what size rug for a hall / how to get wax "
    "out of carpet / why is my oven smoking / how to prune roses / cheap garden sheds / how to stop "
    "hiccups / what is a good credit score / how to fold a fitted sheet / why do cats purr"
).split(" / ")
FILLER = "the players enjoy fast payouts and generous offers while experts recommend checking terms before joining".split()
FILLER_ZH = "玩家可以随时体验/平台安全稳定/充值到账迅速/全天在线服务/新用户注册即送/活动丰富多样/口碑一直很好".split("/")


def _page(title: str, body: str, keywords: str = "") -> str:
    meta = f'<meta charset="utf-8"><meta name="keywords" content="{keywords}"><title>{title}</title>'
    return f"<html><head>{meta}</head><body>{body}</body></html>"


def _keys(chance: Chance, number: int, *, chinese: bool) -> list[str]:
    brand = chance.choice(BRANDS_ZH if chinese else BRANDS)
    added = chance.sample(ADDED_ZH if chinese else ADDED, number)
    return [brand + word if chinese else f"{brand} {word}" for word in added]


def _lines(*, chinese: bool) -> Doorway:
    def make(chance: Chance) -> str:
        keys = _keys(chance, 6, chinese=chinese)
        lines = "".join(f"<p>{','.join(chance.choices(keys, k=4))}</p>" for _ in range(chance.randint(8, 25)))
        return _page("_".join(keys[:4]), f"<h1>{keys[0]}</h1>{lines}", ",".join(keys))

    return make


def _links(*, chinese: bool) -> Doorway:
    def make(chance: Chance) -> str:
        keys = _keys(chance, 10, chinese=chinese)
        links = "".join(f'<li><a href="/{at}.html">{chance.choice(keys)}</a></li>' for at in range(chance.randint(40, 120)))
        return _page(" | ".join(keys[:3]), f"<h1>{keys[0]}</h1><ul>{links}</ul>", ",".join(keys))

    return make


def _cities(chance: Chance) -> str:
    key = chance.choice(_keys(chance, 4, chinese=False))
    links = "".join(f'<li><a href="/{city}">{key} in {city}</a></li>' for city in CITIES * 3)
    return _page(f"{key} near you", f"<h1>{key}</h1><ul>{links}</ul>", key)


def _prose(chance: Chance) -> str:
    keys = _keys(chance, 5, chinese=False)

    def sentence() -> str:
        words = chance.sample(FILLER, 8)
        words.insert(chance.randint(1, 6), chance.choice(keys))
        return " ".join(words).capitalize() + "."

    body = "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>" for _ in range(chance.randint(5, 15)))
    return _page(" - ".join(keys[:3]), f"<h1>{keys[0]}</h1>{body}", ",".join(keys))


def _prose_zh(chance: Chance) -> str:
    keys = _keys(chance, 5, chinese=True)

    def sentence() -> str:
        said = [chance.choice(FILLER_ZH) for _ in range(3)]
        return f"{chance.choice(keys)}{said[0]}，{said[1]}，{chance.choice(keys)}{said[2]}。"

    body = "".join(f"<p>{''.join(sentence() for _ in range(4))}</p>" for _ in range(chance.randint(5, 15)))
    return _page("_".join(keys[:3]), f"<h1>{keys[0]}</h1>{body}", ",".join(keys))


def _asked(*, chinese: bool) -> Doorway:
    def make(chance: Chance) -> str:
        asked = chance.sample(ASKED_ZH if chinese else ASKED, 12)
        links = "".join(f'<p><a href="/q/{at}.html">{text}</a></p>' for at, text in enumerate(asked * 3))
        return _page(("|" if chinese else " | ").join(asked[:5]), f"<h1>{asked[0]}</h1>{links}", ",".join(asked))

    return make


def _answered(*, chinese: bool) -> Doorway:
    """Questions with an answer each, none about the same."""

    def make(chance: Chance) -> str:
        asked = chance.sample(ASKED_ZH if chinese else ASKED, 10)
        answer = (
            "建议先查看说明，再咨询专业人员，一般两三天就能解决。"
            if chinese
            else "Ask a professional first, it mostly takes two days."
        )
        body = "".join(f'<h3><a href="/q/{at}.html">{text}</a></h3><p>{answer}</p>' for at, text in enumerate(asked * 2))
        return _page(("_" if chinese else ", ").join(asked[:5]), body, ",".join(asked))

    return make


TRADES = "plumbers/locksmiths/roofers/movers/dog walkers/tree surgeons".split("/")
PROGRAMS = ["Zentapad", "Fotoplume", "Driverly", "Unzipora", "Clipmonk"]
ADDED_CRACK = ["Crack", "Serial Key", "Full Version", "License Key", "Keygen"]
SEEN_ZH = ["高清完整版", "免费在线观看", "手机在线播放", "全集未删减"]


def _near_you(chance: Chance) -> str:
    """One paragraph for every town."""
    trade = chance.choice(TRADES)
    towns = "".join(
        f"<h2>{trade.capitalize()} in {town}</h2><p>Looking for the best {trade} in {town}? Our {trade} serve {town} and"
        f" all places around it. Call the best {trade} in {town} today for a free quote.</p>"
        for town in CITIES
    )
    return _page(f"Best {trade} near me | Top {trade} of {chance.randint(2020, 2026)}", f"<h1>Best {trade}</h1>{towns}")


def _cracked(chance: Chance) -> str:
    """A program that nobody made, to be had for nothing."""
    program = f"{chance.choice(PROGRAMS)} Pro"
    said = [f"{program} {word} is safe, quick and easy to use." for word in ADDED_CRACK]
    steps = [f"Download {program} {chance.choice(ADDED_CRACK)} from the link and run {program} as usual." for _ in range(6)]
    body = "".join(f"<p>{text}</p>" for text in [*said, *steps])
    return _page(f"{program} Crack + Serial Key Free Download", f"{body}<a href=/get.exe>Download {program} Crack</a>")


def _watched(chance: Chance) -> str:
    """Films that nobody may watch there."""
    name, seen = chance.choice(BRANDS_ZH), "".join(chance.sample(SEEN_ZH, 2))
    links = "".join(f'<li><a href="/v/{at}.html">《{chance.choice(CITIES)}{at}》{seen}</a></li>' for at in range(60))
    return _page(f"{name}{seen}", f"<h1>{name}</h1><ul>{links}</ul>")


DOORWAYS: dict[str, Doorway] = {
    "lines of keywords": _lines(chinese=False),
    "lines of Chinese keywords": _lines(chinese=True),
    "links of keywords": _links(chinese=False),
    "links of Chinese keywords": _links(chinese=True),
    "one keyword, many cities": _cities,
    "prose around keywords": _prose,
    "Chinese prose around keywords": _prose_zh,
    "questions": _asked(chinese=False),
    "Chinese questions": _asked(chinese=True),
    "questions and answers": _answered(chinese=False),
    "Chinese questions and answers": _answered(chinese=True),
    "a paragraph for every town": _near_you,
    "a cracked program": _cracked,
    "films to watch for nothing": _watched,
}


def found(each: int, seed: int) -> dict[str, tuple[int, int]]:
    """How many doorways of each generator are told, and how many are at least kept out of sight."""
    counts = {}
    for kind, make in DOORWAYS.items():
        articles = [clean_page(make(random.Random(f"{seed} {kind} {at}")).encode()) for at in range(each)]
        told = sum("spam_page" in article.flags for article in articles)
        counts[kind] = told, sum(article.verdict == "quarantine" for article in articles)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=400, help="labelled pages of each set")
    parser.add_argument("--each", type=int, default=40, help="doorways of each generator")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    for kind, (told, hidden) in found(options.each, options.seed).items():
        print(f"{kind:32} {options.each:4} made  {told / options.each:6.1%} told  {hidden / options.each:6.1%} out of sight")
    alarms: Counter[str] = Counter()
    for sample in labelled(options.folder, options.pages, options.seed):
        alarms["pages"] += 1
        if "spam_page" in clean_page(sample.html, url=sample.url).flags:
            alarms["false alarms"] += 1
            print("false alarm:", sample.url)
    print(dict(alarms))


if __name__ == "__main__":
    main()
