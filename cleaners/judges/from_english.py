"""Tell what a machine that translates English word by word leaves in a Chinese text: 翻译腔 that no desk would print."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from cleaners.quality import weight

_LEAST = 25
"""Of 1,000 Han characters so many are 的 at least where all else is looked for; half of all honest pages have 27 (2026-11)."""
_DENSE = {"的": (60, 80), "一个": (12,), "被": (12,), "它": (10,)}
"""How many more than that are a sign each: poems and essays have as many, news seldom."""
_TOGETHER, _TIMES = 3, 3
"""So many of them at once are one that nobody leaves: no honest text of 5,230 has that (2026-11). How often a word counts."""
_WHEN = re.compile(r"当[^，。“”]{2,24}(?:的时候|时)[。，]")
_TITLE = re.compile(r"“[^”，。！？]{2,14}”")
_SPOKEN = re.compile(r"[说道称问答：，]\s?$")

_WORDS = """
在一天的结束|在一天结束的时候|游戏改变者|打破了互联网|手臂上的射击|牛肉与|出了蓝色|什么你需要知道|这里是什么|这里是你需要|沿着与|添加道|在包裹下
击中剧院|击中影院|击中电影院|击中了剧院|失去他们的头脑|失去了他们的头脑|闭嘴并且拿|掉下了我的椅子|价格的远足|复活节的鸡蛋|滚动出来|啃着风景|咀嚼风景
带来了房子|偷了表演|偷走了表演|偷走了节目|镇上的谈话|看到了白天的光|用一粒盐|盒子办公室|票箱办公室|领先的女士|领先的男人|领先的人|支持演员|支持的演员
支持女演员|支持的女演员|最佳图片|最好的图片|最佳照片|最好的照片|原始分数|原始的分数|屏幕作家|摄影的导演|铸造导演|执行生产者|恐怖轻弹|恐怖的轻弹|预告片为了
金色的地球|金色地球|在相同的页面上|在同一个页面上|情绪的过山车|最后但并非最不|最后但不是最少|不需要说，|不用说的是|总收入了|已经毛了|烂番茄得分的|人群取悦
站立的鼓掌|站立鼓掌|悬崖衣架|在月亮之上|释放日期|释放的日期|释放在影|释放在剧|观看这个空间|弱的胃|拉她的拳头|拉他的拳头|没有拉拳头|打开关于|打开了关于|特色电影
动画的特色|第四个季节|第三个季节|第二个季节|第一个季节|第五个季节|是设定去|被设定去|返回作为|回来作为|作为一个结果|在另一只手上|更多的去|正在去是|制作它的首次亮相
"""
_LITERAL = frozenset(word for word in _WORDS.replace("\n", "|").split("|") if word)
"""Set phrases, titles and trades word by word: no Chinese writer has put them so."""

_PATTERNS = tuple(
    map(
        re.compile,
        (
            r"(?:[者们员师星手]|男人|女人|导演|男孩|女孩|作家|专家|孩子)谁(?![都也更最能会敢知料的说来让叫不先才还就]|是谁|在[^，。]{1,4}谁)",
            r"，谁(?:扮演了?|出演了?|执导了?|也共同|是他自己|是她自己|是一个|是一位|是仍然|许多人|被判|最近|目前|已经)",
            r"(?:拒绝了?|设定|签署了?)去(?=评论|回答|主演|执导|出演|导演|做|成为|击)|引起[他她它]们?去|[会将]有去",
            r"为了(?:过去的|[一二三四五六七八九十几数]|\d+|许多|很多)[个多]?(?:[年天周]|小时|个月)(?![后薪以])",
            r"(?:提名|返回|回归|坐下来|预告片|寻找|道歉|等待)了?为了",
            r"(?<=[\u4e00-\u9fff”\d])(?<![定排选放改订设期推就是至都仅写活])在[上下本]?个?(?:星期|周)[一二三四五六日天](?:早上|晚上|下午|上午)?[，。]",
            r"(?:随着|关于|作为|从)在(?=[“《\u4e00-\u9fff]{2,12}(?:之间|里|中|的时候))(?![校职线建编任场座押逃])",
            r"(?:谈论|快乐|高兴|兴奋|问到|撒谎)的?关于",
            r"被(?![告子以理])[^，。被的以为]{2,3}由(?![于此来头自衷不])",
            r"(?:正在被|编写|撰写|代表|确认|扮演|授予|拍摄|抚养|剪辑)的?由(?=[A-Z\u4e00-\u9fff]{2,6}(?:·|和|、|。|，))",
            (
                r"(?:电影|影片|故事|名字|作品|场景|药物|国家|东西|节目|角色|男人|女人|方式|镜头|剧本|小说|世界|公司)那"
                r"(?:救了|创造|看起来|使|让|改变|帮助|将|必须|已经|有着|讲述|被|会[^儿]|是[在被值])"
            ),
            r"那是(?:值得|公平|困难|不容易)的?(?:去)?说",
            r"[他她]是\d{2}[。，]|死在了?\d{2}[，。]|是\d{2}岁老",
            r"一个(?:估计的|增加的|\d+%的?增加|\d+%的?下降|很多的)",
            r"一个最[^，。]{1,10}之一|更[\u4e00-\u9fff]{1,3}的比(?![较赛例])",
            r"是(?:不快乐|快乐|兴奋|可用|准备好|骄傲|惊讶)的(?:关于|在|为了|去|由)|的作为(?=[\u4e00-\u9fff]{2,6}[·-])",
            r"它(?:是|不是)[^，。]{1,6}的(?:去|对于|为了)|当它来到|它花费了[^，。]{1,12}去|制造它第",
            r"(?:字面上|最著名|最终|首次|最近|目前|实际上|事实上|据称|被指控|刚刚|松散)地(?![方区点球面铁震段下上位理址板图标道]|基|产|级|缘)",
        ),
    )
)
"""Relative pronouns, infinitives, prepositions and passives where English has them."""
_MOST = 6


def signs_of(text: str) -> tuple[list[str], list[str]]:
    """What a machine alone writes, and what people write as well; neither where a text has few 的.

    >>> signs_of("他是93。他的死亡的消息的确认是被由他的代理人作出的，一个演员谁克服了口吃的人。")[0]
    ['员谁', '他是93。']
    """
    han = max(1, weight(text) // 3)
    often = {word: 1000 * number // han if (number := text.count(word)) >= _TIMES else 0 for word in _DENSE}
    if often["的"] < _LEAST:
        return [], []
    solid = [*islice(dict.fromkeys(chain((word for word in sorted(_LITERAL) if word in text), _grammar(text))), _MOST)]
    if not solid:
        return [], []
    dense = [f"{word}: {often[word]} in 1,000" for word, rates in _DENSE.items() for rate in rates if often[word] >= rate]
    all_over = ["的 and others all over"] if sum(often[word] >= rates[0] for word, rates in _DENSE.items()) >= _TOGETHER else []
    return [*solid, *all_over], [*dense, *_usual(text)]


def _grammar(text: str) -> Iterator[str]:
    return (match[0] for pattern in _PATTERNS for match in islice(pattern.finditer(text), 2))


def _usual(text: str) -> Iterator[str]:
    if len(found := list(islice(_WHEN.finditer(text), 2))) == 2:
        yield found[0][0]
    titles = (match for match in _TITLE.finditer(text) if not _SPOKEN.search(text, max(0, match.start() - 2), match.start()))
    if "《" not in text and len(list(islice(titles, 3))) == 3:
        yield "names in plain quotes"
