"""Stories that never happened, long enough to compare: each number gives another one, always the same."""

import random

_WORDS = """harbour lantern winter ferry crew camera director producer festival jury premiere screen script actor lighthouse
quay rain snow letter train station summer island cinema audience studio budget trailer poster critic award evening morning
village teacher sister brother doctor sailor memory silence river bridge road mountain garden window kitchen piano
photograph diary shadow morning market winter season voice stage curtain ticket queue season year month week story scene
said walked opened closed filmed watched followed returned promised finished started waited carried painted explained
announced remembered travelled performed rehearsed edited recorded invited refused agreed quiet bright old young small large
slow sudden distant familiar empty crowded narrow gentle careful stubborn""".split()
_NAMES = "Ana Field|Bo Lin|Cy Moor|Dee Park|Eli Quill|Fay Reyes|Gus Stone|Hana Tran|Ivo Usher|Jun Vale".split("|")
_HAN = (
    "海港灯塔冬天渡轮船员镜头导演制片电影节评委首映银幕剧本演员码头雨雪信件火车站夏岛影院观众工作室预算预告海报评论奖项夜晨村"
    "老师姐妹兄弟医生水手记忆沉默河桥路山花园窗厨房钢琴照片日记影子市场季声音舞台幕布票队年月周故事场景说走开关拍看跟回答应完"
    "成开始等待带画解释宣布记得旅行表演排练剪辑录制邀请拒绝同意安静明亮老小大慢突然遥远熟悉空拥挤窄温柔细心固执"
)


def english(number: int) -> str:
    """Some 250 words with names and figures."""
    rng = random.Random(number)
    sentences = []
    for _ in range(18):
        words = [rng.choice(_WORDS) for _ in range(rng.randrange(9, 15))]
        words[rng.randrange(2, 8)] = rng.choice(_NAMES) if rng.random() < 0.6 else str(rng.randrange(3, 4000))
        sentences.append(f"{' '.join(words).capitalize() if words[0].islower() else ' '.join(words)}.")
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, 18, 3))


def chinese(number: int) -> str:
    """Some 500 characters with titles and figures."""
    rng = random.Random(number)
    sentences = []
    for _ in range(20):
        clause = "".join(rng.choice(_HAN) for _ in range(rng.randrange(18, 26)))
        middle = f"《{''.join(rng.sample(_HAN, 4))}》" if rng.random() < 0.5 else str(rng.randrange(3, 4000))
        sentences.append(f"{clause[:9]}{middle}，{clause[9:]}。")
    return "\n\n".join("".join(sentences[at : at + 4]) for at in range(0, 20, 4))
