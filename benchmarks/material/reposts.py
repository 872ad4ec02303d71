"""Make reposts of labelled pages' texts, and stories that look like reposts and are not: the corpus for duplicates."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import opencc

from benchmarks.material.labelled import labelled_rows

Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Story:
    """A text to store. Texts with the same ``story`` belong together; ``kind`` is how it was made."""

    story: str
    kind: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """What the corpus is made from: texts that get variants, other stories, texts that only fill, and a vocabulary."""

    language: str
    bases: list[str]
    others: list[str]
    fillers: list[str]
    vocabulary: list[str]


def sources(pages: Path) -> Iterator[Source]:
    """The texts of each language: English long ones, Chinese ones; each once."""
    rows = [row for _, row in labelled_rows(pages)]
    for language, least, most in (("en", 900, 200), ("zh", 200, 24)):
        texts = dict.fromkeys(
            row["truth"]["text"] for row in rows if str(row["lang"]).startswith(language) and row["truth"].get("text")
        )
        long = [text for text in texts if len(text) >= least]
        random.Random(7).shuffle(long)
        vocabulary = [word for text in long for word in words(text)]
        rest = long[most:]
        yield Source(language, long[:most], rest[most:], rest[:most], vocabulary)


def words(text: str) -> list[str]:
    """Latin words and single Han characters."""
    return re.findall(r"[A-Za-z0-9'’]+|[\u4e00-\u9fff]", text)


def corpus(pages: Path, seed: int = 1) -> list[Story]:
    """Everything to store, in a random order."""
    rng = random.Random(seed)
    stories = [story for source in sources(pages) for story in _of_source(source, rng)]
    rng.shuffle(stories)
    return stories


def _of_source(source: Source, rng: random.Random) -> Iterator[Story]:
    language = source.language
    for number, base in enumerate(source.bases):
        story = f"{language}-{number}"
        yield Story(story, "original", language, base)
        for kind, change in CHANGES.items():
            yield Story(story, kind, language, change(base, rng))
        yield Story(story, "replaced 5", language, _replaced(base, 0.05, source, rng))
        yield Story(story, "replaced 10", language, _replaced(base, 0.10, source, rng))
        yield Story(story, "replaced 20", language, _replaced(base, 0.20, source, rng))
        filler = source.fillers[number % len(source.fillers)][: int(len(base) * rng.uniform(0.6, 1.5))]
        yield Story(
            story, "inside a longer one", language, f"{base}\n\n{filler}" if rng.random() < 0.5 else f"{filler}\n\n{base}"
        )
    for number, text in enumerate(source.others):
        yield Story(f"{language}-other-{number}", "same furniture", language, furniture(text, rng))
        yield Story(f"{language}-other-{number}", "quoting follow-up", language, _quoting(text, rng.choice(source.bases), rng))
    for number in range(60):
        for kind, template in TEMPLATES[language].items():
            yield Story(f"{language}-{kind}-{number}", kind, language, template(rng))


def _quoting(text: str, base: str, rng: random.Random) -> str:
    """A story that quotes another: a tenth to a quarter of the shorter of the two stands in its middle."""
    length = int(min(len(base), len(text)) * rng.uniform(0.1, 0.25))
    start, middle = rng.randrange(len(base) - length), len(text) // 2
    return f"{text[:middle]}\n\n{base[start : start + length]}\n\n{text[middle:]}"


def _replaced(text: str, share: float, source: Source, rng: random.Random) -> str:
    return re.sub(
        r"[A-Za-z0-9'’]+|[\u4e00-\u9fff]",
        lambda match: rng.choice(source.vocabulary) if rng.random() < share else match.group(),
        text,
    )


def _cut(share: float) -> Change:
    return lambda text, _: text[: int(len(text) * share)]


def byline(text: str, rng: random.Random) -> str:
    """Another author, another source, another date line."""
    name = rng.choice(["Ana Field", "Bo Lin", "Cy Moor", "Dee Park"])
    if re.search("[\u4e00-\u9fff]", text):
        reporter = rng.choice("林赵钱孙") + rng.choice("远航小明")
        return f"海岸影讯{rng.randrange(1, 29)}日电（记者 {reporter}）{text}\n\n责任编辑：{name}"
    return f"By {name}, Coast Film News\nMarch {rng.randrange(1, 29)}, 2026\n\n{text}\n\nEdited by {name}"


def furniture(text: str, rng: random.Random) -> str:
    """One of ten sites' residue before and after the text."""
    site = rng.randrange(10)
    lines = random.Random(site)
    if re.search("[\u4e00-\u9fff]", text):
        names = [
            f"{lines.choice('热门精彩最新独家')}{lines.choice('推荐阅读影评资讯')}{lines.randrange(1000)}" for _ in range(14)
        ]
        tail = f"相关阅读：{'；'.join(names)}\n版权声明：本站第{site}号转载内容仅代表作者观点"
        return f"首页 > 电影频道 > 正文 {names[0]}\n{text}\n{tail}"
    pick = ["film", "star", "award", "season", "watch", "trailer", "guide", "best", "series", "review", "drama", "cast"]
    links = [" ".join(lines.choice(pick) for _ in range(6)) for _ in range(8)]
    head = f"Skip to content. Home Film News Reviews Subscribe site {site} {links[0]}"
    tail = (
        f"Follow site {site} on every network and sign up to our newsletter. Related: {'. '.join(links)}. All rights reserved."
    )
    return f"{head}\n{text}\n{tail}"


def reordered(text: str, rng: random.Random) -> str:
    """The sentences in another order, in groups of three as an editor would move them."""
    sentences = re.split(r"(?<=[.!?。！？])\s*", text)
    groups = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    rng.shuffle(groups)
    return "\n".join(groups)


def width(text: str, _: random.Random) -> str:
    """Another script, another width, other case and other punctuation."""
    if re.search("[\u4e00-\u9fff]", text):
        return opencc.OpenCC("s2twp").convert(text).replace("，", ",").replace("。", ".").replace("“", "「").replace("”", "」")
    table = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789"} | {ord("“"): '"', ord("”"): '"', ord("’"): "'", ord("—"): "-"}
    return text.upper().translate(table)


CHANGES: dict[str, Change] = {
    "byline": byline,
    "furniture": furniture,
    "width and script": width,
    "reordered": reordered,
    "cut to 70": _cut(0.7),
    "cut to 50": _cut(0.5),
    "cut to 30": _cut(0.3),
}


def _box_office(rng: random.Random) -> str:
    number, real, pick = rng.randrange, rng.uniform, rng.choice
    names = [
        "Winter Harbour",
        "Salt Line",
        "The Long Quay",
        "Paper Moons",
        "Northern Ferry",
        "Glass Tide",
        "Red Lantern Street",
    ]
    rng.shuffle(names)
    lines = [
        f"{name} took ${real(1, 90):.1f} million in its {pick(['first', 'second', 'third'])} weekend from "
        f"{number(900, 4200):,} theatres, {pick(['up', 'down'])} {number(2, 70)} per cent on the week before, "
        f"for a running total of ${real(5, 400):.1f} million."
        for name in names[:5]
    ]
    opening = f"The box office of {number(1, 29)} {pick(MONTHS)} belonged to {names[0]}."
    return "\n".join([opening, *lines, "Figures are estimates and may change when final numbers arrive on Monday."])


def _piaofang(rng: random.Random) -> str:
    number, real = rng.randrange, rng.uniform
    names = ["冬日海港", "盐线", "长码头", "纸月亮", "北方渡轮", "玻璃潮", "红灯笼街", "最后一班车"]
    rng.shuffle(names)
    lines = [
        f"影片《{name}》上映第{number(1, 30)}天，单日票房{real(100, 9000):.1f}万元，"
        f"累计票房{real(1, 40):.2f}亿元，"
        f"排片占比{real(3, 40):.1f}%，上座率{real(3, 40):.1f}%。"
        for name in names[:5]
    ]
    return "\n".join([f"{number(1, 13)}月{number(1, 29)}日全国单日票房榜出炉，{names[0]}夺冠。", *lines, "以上数据仅供参考。"])


def _brief(rng: random.Random) -> str:
    number, pick = rng.randrange, rng.choice
    title, name = _title(rng), f"{pick(FIRST)} {pick(LAST)}"
    return (
        f"{title}, directed by {name}, will open in cinemas on {number(1, 29)} {pick(MONTHS)}, "
        f"the distributor announced on Monday. The film stars {pick(FIRST)} {pick(LAST)} and {pick(FIRST)} "
        f"{pick(LAST)} and was shot in {pick(PLACES)} last year. A trailer and a poster were released on the same day, "
        f"and tickets for previews of {title} go on sale next week, the distributor said in a statement."
    )


def _title(rng: random.Random) -> str:
    return f"{rng.choice(['Winter', 'Paper', 'Glass', 'Northern', 'Last'])} {rng.choice(['Harbour', 'Moon', 'Tide'])}"


def _kuaixun(rng: random.Random) -> str:
    number, pick = rng.randrange, rng.choice
    title = "".join(rng.sample("冬夏春秋海港山河月灯塔船桥路雪雨", 4))
    people = ["".join(rng.sample("林赵钱孙李周吴郑王远航晓明志强文静", 3)) for _ in range(3)]
    return (
        f"由{people[0]}执导，{people[1]}、{people[2]}领衔主演的电影《{title}》今日宣布定档"
        f"{number(1, 13)}月{number(1, 29)}日，并发布定档海报和预告。影片在{pick(SCENES)}取景，"
        f"讲述了一段关于亲情与成长的故事。片方表示，《{title}》已全面开启预售，观众可以通过各大购票平台购票。"
    )


FIRST = ["Ana", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kit", "Lou"]
LAST = ["Field", "Lin", "Moor", "Park", "Quill", "Reyes", "Stone", "Tran", "Usher", "Vale", "Wu", "York"]
MONTHS = ["March", "April", "May", "July"]
PLACES = ["Bergen", "Cork", "Porto", "Busan", "Tallinn", "Hobart", "Halifax", "Gdansk"]
SCENES = ["青岛", "厦门", "大连", "成都", "重庆", "西安"]
TEMPLATES: dict[str, dict[str, Callable[[random.Random], str]]] = {
    "en": {"box office": _box_office, "brief": _brief},
    "zh": {"box office": _piaofang, "brief": _kuaixun},
}
