"""Tell the speech of those who sell: what they deal in, what they promise, how they are reached.

None of it decides: honest reports speak of casinos, loans and telephone numbers. What speaks so goes only where it is a
stranger to everything else on its page.
"""

import re
from collections.abc import Collection

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
"""Characters of a text in which ways to reach somebody are looked for."""


def offers(text: str, words: Collection[str]) -> int:
    """How much in a text speaks for somebody's selling something: words of trade and of promise, and ways to reach them.

    ``words`` are the text's, lower-cased, and its pairs of Han. 0 for trade alone, one promise alone, or an address alone.

    >>> text = "spin the best slots at our casino, claim your free spins"
    >>> offers(text, text.split()), offers("at a casino", ["casino"])
    (3, 0)
    """
    trade, promise = len(_TRADE.intersection(words)), len(_PROMISE.intersection(words))
    reached = (trade or promise) and _ACCOUNT.search(text[:_LONGEST]) is not None
    if promise < 2 and not (promise and trade) and not reached:
        return 0
    return trade + promise + reached + (_ADDRESS.search(text[:_LONGEST]) is not None)
