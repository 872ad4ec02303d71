"""Tell the speech of those who sell: what they deal in, what they promise, how they are reached.

None of it decides: honest reports speak of casinos, loans and telephone numbers. A paragraph that speaks so goes only where
it is a stranger to everything else on its page.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from cleaners.document import Document
from cleaners.spam import SMALL_CHANGE, words_of
from cleaners.surroundings import Part, Surroundings, telling

_TRADE = frozenset(
    "casino casinos kasino kasyno slots slot jackpot jackpots roulette blackjack baccarat poker lottery bookmaker"
    " bookmakers bookies betting bets wager wagers wagering gambling gamblers payday loan loans lender lenders"
    " lending mortgage mortgages tablets pills pharmacy viagra cialis steroids escort escorts hookup hookups bitcoin"
    " crypto forex trading replica replicas diplomas essays backlinks seo vpn iptv followers apuestas tragamonedas"
    " préstamo préstamos empréstimo empréstimos kredit kredite bahis cược taruhan judi togel казино ставки займ займы"
    " кредит 乐城 樂城 棋牌 彩票 彩金 时彩 下注 投注 博彩 赌场 赌博 百家 虎机 轮盘 荷官 贷款 借款 借贷 速贷 网贷 小贷"
    " 车贷 套现 办证 代开 代办 发票 约炮 约玩 同城 兼职 刷单 减肥 壮阳 丰胸 祛斑 炒股 炒币 配资 返利 私服 外挂 代孕"
    " 上门".split()
)
_PROMISE = frozenset(
    "spins bonus bonuses deposit deposits withdraw withdrawals payout payouts cashback register registers"
    " registration signup join claim apply approval approve approves instant instantly guarantee guaranteed guarantor"
    " payslip collateral prescription discount discounts cheap cheapest overnight shipping odds coupon coupons"
    " promo refund refunds click buy order gratis grátis gratuit gratuits üyelik giriş daftar rejestracja бонус"
    " бонусы регистрация 注册 註冊 登录 充值 首充 首存 提现 到账 出款 免费 免費 领取 优惠 加微 加我 咨询 抵押 担保"
    " 额度 低息 利息 官网 下载 点击 客服 时在 满意 付款 包邮 包过 永久 红包 稳赚 日赚 月入 高薪 诚信 热线".split()
)
"""Words, and pairs of Han characters, that ask for custom and promise something for it."""
_ACCOUNT = re.compile(
    r"(?:\b(?:telegram|whats ?app|we ?chat|weixin|skype|viber|line|signal|qq|vx|tg)\b|微\s?信"
    r"|薇信|[加扣]\s?[Qq扣]|Q\s?Q|电报|飞机)"
    r"[^\n.。@:：\d]{0,14}(?:[@:：]\s?[A-Za-z0-9_+@][\w-]{4,30}|[A-Za-z_]{0,20}\d[\w-]{3,20})|\+?\d[\d -]{8,16}\d",
    re.I,
)
_ADDRESS = re.compile(
    r"(?<![\w.])@[A-Za-z]\w{4,30}|(?<![\w.@/-])(?:https?://|www\.)?[a-z0-9-]{3,40}\.(?:com|net|org|cc|vip|top|xyz|club|online"
    r"|site|win|bet|info|biz|shop|example|co|cn|me|app|live|icu)\b",
    re.I,
)
_LONGEST = 1_500
"""Characters of a paragraph in which ways to reach somebody are looked for."""
_HEARD = {2: 0.1, 3: 0.2}
"""Share of its telling words that others on the page may say, by how much it offers. Of 40,473 honest paragraphs of 1,041
pages four have as few, one of them the site's own advertising (2026-11)."""

_WORDS = 4
"""Words from which a paragraph may be a stranger."""
_CONTEXT = 3
"""Paragraphs beside those that offer something that a page has at least."""
_MOST = 0.4
"""Largest share of the text that offers something: a page that has more is about it."""
_LOUD = 4
"""What an offer has at least for others around it to belong to it."""
_AT_MOST = 30
"""Offers looked at on a page: no article has as many."""
_NEAR = 3
"""How many blocks before and behind an offer may belong to it."""
_GRAM = 4
_HAN, _NAME = re.compile("[\u3400-\u9fff]{4,}"), re.compile(r"\b[A-Z][^\W\d_]{3,}")


def offers(text: str, words: Collection[str] | None = None) -> int:
    """How much in a text speaks for somebody's selling something: words of trade and of promise, and ways to reach them.

    0 where it is trade alone, one promise alone, or no more than an address. ``words`` are the text's, where they are known.

    >>> offers("Spin the best slots at our casino, claim your free spins and withdraw instantly")
    6
    >>> offers("加微信：jinli5520，同城上门，满意付款"), offers("The director lost his house in a casino.")
    (6, 0)
    """
    words = words_of(text) if words is None else words
    trade, promise = len(_TRADE.intersection(words)), len(_PROMISE.intersection(words))
    reached = (trade or promise) and _ACCOUNT.search(text[:_LONGEST]) is not None
    if promise < 2 and not (promise and trade) and not reached:
        return 0
    return trade + promise + reached + (_ADDRESS.search(text[:_LONGEST]) is not None)


def sellers(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs that offer something for sale of which the others know nothing, and those beside them that name the same.

    Paragraphs that offer do not vouch for each other, unless they are most of what the page says.
    """
    texts = {index: document.blocks[index].text for index in around.within}
    offered = {index: offers(text, around.said(index)) for index, text in texts.items() if len(text) <= _LONGEST}
    offered = {
        index: number for index, number in offered.items() if number >= min(_HEARD) and not _names_own(texts[index], around)
    }
    much = sum(len(texts[index]) for index in offered) > _MOST * sum(map(len, texts.values()))
    honest = around.visible.difference(offered)
    if not offered or much or len(honest) < _CONTEXT:
        return
    heard = Counter(word for index in honest for word in around.said(index))
    for index, number in islice(offered.items(), _AT_MOST):
        near = [at for at in _near(index, texts, around, heard) if at not in offered] if number >= _LOUD else []
        alone = heard - Counter(word for at in near for word in around.said(at)) if near else heard
        if _is_stranger(around.said(index), alone, _HEARD[min(number, max(_HEARD))], _WORDS):
            beside = [at for at in near if _is_stranger(around.said(at), alone, min(_HEARD.values()), 2)]
            yield from (Part((at,), texts[at]) for at in (index, *beside))


def _near(index: int, texts: Mapping[int, str], around: Surroundings, heard: Counter[str]) -> list[int]:
    """The blocks around an offer that have a name in common with it which nobody else says."""
    names = _names(texts[index])
    shared = {at: names & _names(texts[at]) for at in range(index - _NEAR, index + _NEAR + 1) if at != index and at in texts}
    shared = {at: own for at, own in shared.items() if own}
    alone = heard - Counter(word for at in shared for word in around.said(at)) if shared else heard
    return [at for at, own in shared.items() if not any(alone[name[:2] if name > "\u2e80" else name] for name in own)]


def _names(text: str) -> set[str]:
    """Capitalised words, lower-cased, and runs of Han characters."""
    runs = _HAN.findall(text)
    grams = {run[at : at + _GRAM] for run in runs for at in range(len(run) - _GRAM + 1)}
    return grams | {word.lower() for word in _NAME.findall(text)}


def _names_own(text: str, around: Surroundings) -> bool:
    return any(host and host in text.lower() for host in around.own)


def _is_stranger(said: Collection[str], heard: Counter[str], most: float, least: int) -> bool:
    """Whether of so many telling words at least, others say no more than such a share."""
    words = telling(said)
    words = words if len(words) >= _WORDS else set(said) - SMALL_CHANGE
    return len(words) >= least and sum(heard[word] > 0 for word in words) < most * len(words)
