"""Measure how much a text looks like writing: what tells a right reading of bytes from a wrong one."""

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from operator import itemgetter, mul

_BY_FREQUENCY = (
    "的一在了中人是有不国大为发和到行时年个来这上对家会成业出要能多方以用日作分长全工过他下进地主月新天理现实者高经我后也本公"
    "自通学小可于都前体机部生开等民动面道们市其与间就同当事被次提电力而法报说重员三还金据最里没关数之片外表子元信场第展内务定"
    "情任调制示所江合从得院设性将并问安科手无华化期路区平商着目联好及向计网接但此心持如十产题去应技位更回加度查文资量明解相入"
    "管南系案已品特比受研美利规正程台西名交建取头近决带点知企由起教号然立强处两每单至些她保果万布收运集意共组样件看北让感二车"
    "式需活各门代基记术续传张权项称己想医警司话打求结四别施因常告价条完息充失级流导很融身或政做孩显责东线觉户老校给采控检龙走"
    "师创色那增种光风监推局支际气总供证直型几么英口少验专置今京指未确像准统物温州治办亿精严只把社五改达该整复究周领备纸团又况"
    "款广消首率使变算志标委存眼空士再投水城仅山深球照依议步你奖钱试约售质视认反境先超落器海获济协格犯效亲队随密违服测具原转节"
    "速放防往陈界习费景越站罪离影义坚游刚核频构察航救职清嫌除降论模非批花阿护份根排难响升春马选巴银神米造快世骗干党营住段留识"
    "象始码诈育织享半较省举修限预宣授愿索母班参形类载房图致环域汉状满休穿维负按客版优宝播功装诉财儿命块易声古百疑则划某群列真"
    "九书八购必搭闻言范终官友搜港女军极低继副封园章勇红措策晚配陆千底源字何六审助奶众均王访曾战贷见才摄届裤积尽便势乐味含值牌"
    "普飞卡父请药料付且止承细连注河初德紧武律爱督刘火音仍远边讯它送微益黑援县闲即曲男國爲發時個來這對會業長過進現實經後學於體"
    "機開動們與間當電報說員還據裏沒關數場內務調從設將並問無華區聯計網產題應資規臺頭決帶點號強處兩單萬運組樣讓車門記術續傳張權"
    "項稱醫話結別價條級導顯責東線覺戶給採檢龍師創種風監際氣總證幾麼驗專確準統溫辦億嚴達該復領備紙團況廣變標僅議獎錢試約質視認"
    "獲濟協親隊隨違測轉節陳習費離義堅遊剛頻構職論護難響馬選銀騙幹黨營識碼詐織較舉預願參類載圖環漢狀滿維負優寶裝訴財兒塊聲則劃"
    "羣書購聞範終軍極繼園紅陸審衆訪戰貸見攝屆褲積盡勢樂飛請藥細連緊愛劉遠邊訊縣閒裡為啊吗嗎演观觀剧劇票角星饰飾您谁誰哪怎"
)
COMMON_HAN = frozenset(_BY_FREQUENCY)
"""The 640 commonest characters of 57 labelled Chinese news pages (2026-11), their Traditional forms, some of film talk: nine in
ten characters of any news text, one in thirty of what a wrong decoding gives."""

_LATIN_RUN = re.compile(r"[\u0080-\u024f]{2,}")
_MIXED_WORD = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_SAMPLE = 16_000
_UNCOUNTED = bytes(range(128))


@lru_cache(maxsize=8)
def plausibility(text: str) -> float:
    """Mean score of the characters beyond ASCII, about 1 for writing and below 0 for noise; 0 where there are none.

    >>> plausibility("中国电影"), plausibility("瓒呰繃涓や嚎") < 0.3
    (1.0, True)
    """
    sample = text[:_SAMPLE]
    counts = Counter(sample.encode("utf-8", "surrogatepass").translate(None, _UNCOUNTED).decode("utf-8", "surrogatepass"))
    counts.pop("\ufe0f", None)
    total = counts.total()
    if not total:
        return 0.0
    odd = sum(len(run) - 1 for run in _LATIN_RUN.findall(sample)) + len(_MIXED_WORD.findall(sample))
    score: float = sum(map(mul, map(_score, counts), counts.values()))
    return (score - odd) / total


def common_share(text: str) -> float:
    """Share of common characters among the Han of a text, 0 to 1; 0 where there are none."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    return sum(char in COMMON_HAN for char in han) / len(han) if han else 0.0


@lru_cache(maxsize=8192)
def _score(char: str) -> float:
    if char in COMMON_HAN:
        return 1.0
    point = ord(char)
    _, last, score = _BLOCKS[bisect_right(_BLOCKS, point, key=itemgetter(0)) - 1]
    return score if point <= last else -0.5


_BLOCKS = (
    (0x80, 0x9F, -2.0),  # control characters
    (0xA0, 0xBF, 0.3),
    (0xC0, 0x24F, 0.7),  # Latin letters; in runs they count against
    (0x370, 0x52F, 0.6),  # Greek, Cyrillic
    (0x530, 0x10FF, 0.4),
    (0x2010, 0x203A, 0.9),  # dashes, quotes
    (0x20A0, 0x214F, 0.6),  # currencies, trade marks
    (0x2190, 0x21FF, 0.4),  # arrows
    (0x2300, 0x23FF, 0.4),  # clocks, keys
    (0x25A0, 0x27BF, 0.4),  # stars, ticks
    (0x2B00, 0x2BFF, 0.4),
    (0x3001, 0x3011, 1.0),
    (0x3040, 0x309F, 1.0),  # hiragana
    (0x30A0, 0x30FF, 0.8),
    (0x4E00, 0x9FFF, -0.2),
    (0xAC00, 0xD7AF, 0.3),
    (0xE000, 0xF8FF, -3.0),  # private use
    (0xFF01, 0xFF5E, 0.8),  # full-width forms
    (0xFF61, 0xFF9F, -1.0),  # half-width katakana: what Shift_JIS makes of other bytes
    (0xFFFD, 0xFFFD, -3.0),
    (0x1F300, 0x1FAFF, 0.5),
)
"""Scores by block, in their order; whatever is not named scores below 0."""
