"""What spammers sell, trade by trade, and how they say it: another brand, trade and sentence for each page.

Brands are invented. ``pattern`` finds them however they are written: apart, full-width, in look-alike letters.
"""

from benchmarks.kinds.touting import Trades

BRANDS = {"zh": ("鼎狮", "朱鹭", "翡冠", "犀湾", "蓝鲸汇"), "en": ("Veltrixa", "Quorbano", "Hexaluna", "Zanburi", "Porvelix")}
TRADES = {
    "zh": {
        "casino": (
            "{b}娱乐城真人荷官在线发牌，新会员注册即送88元彩金，百家乐、龙虎斗、老虎机任您玩。",
            "网上正规的赌场哪个好？{b}国际信誉第一，存款秒到账，提款不限额，官网认准{b}。",
        ),
        "lottery": (
            "{b}彩票计划群每天带您稳赚，北京赛车、时时彩、快三精准预测，加导师QQ{n}。",
            "想中大奖就上{b}彩票，赔率高达9.98，手机购彩安全便捷，{b}彩票官方下载。",
        ),
        "cards": (
            "{b}棋牌最新版本免费下载，炸金花斗地主捕鱼一应俱全，首充送百分之五十。",
            "{b}棋牌手机版上线啦，玩家实时匹配，提现秒到，邀请好友再领38元。",
        ),
        "cams": (
            "{b}直播平台美女主播夜夜激情，大秀不停，免费观看请下载{b}直播app。",
            "寂寞的夜晚来{b}看真人裸聊，附近的单身女孩在等你，一对一视频无限制。",
        ),
        "surrogacy": (
            "{b}代孕公司包成功包性别，十年经验，三甲医院合作，咨询电话13870417022。",
            "想要个健康的宝宝？{b}助孕中心试管婴儿套餐优惠，零风险签约，详询{b}。",
        ),
        "papers": (
            "专业办理各类毕业证、驾驶证、资格证，学信网可查，货到付款，{b}办证微信{n}。",
            "{b}刻章办证，全国各地均可邮寄，先做后付款，诚信经营，电话13970417881。",
        ),
        "servers": (
            "{b}传奇私服今日新开，一区爆率全开，零氪金也能当大佬，散人天堂{b}。",
            "最新最全的私服发布网{b}，每日更新开服表，复古合击超变应有尽有。",
        ),
        "loans": (
            "{b}贷款无视征信黑白户，凭身份证最高可借二十万，当天放款，申请找{b}。",
            "急用钱找{b}，信用卡代还、套现、空放，利息低，手续简单，QQ{n}。",
        ),
        "proxies": (
            "翻墙就用{b}加速器，一键连接全球节点，永不限速，注册送三天试用。",
            "{b}机场稳定高速，支持多设备，月付仅需十五元，点击{b}官网购买套餐。",
        ),
        "invoices": (
            "代开各地增值税发票，点数优惠，验证后付款，联系{b}财税，微信同号138{n}66。",
            "{b}长期代开餐饮住宿建材发票，真票保真，全国可开，欢迎来电。",
        ),
        "watches": (
            "高仿劳力士、欧米茄就选{b}复刻，一比一开模，支持专柜验货，微信{n}。",
            "{b}名表厂家直销，顶级复刻腕表包邮，支持七天无理由退换。",
        ),
        "essays": (
            "论文代写找{b}，本硕博一对一，查重包过，不满意全额退款，客服QQ{n}。",
            "{b}留学生作业代写，覆盖全部专业，二十四小时在线，保证分数。",
        ),
        "ranking": (
            "{b}快排系统七天上首页，不上首页不收费，提供百万外链资源，接单QQ{n}。",
            "网站没流量？{b}SEO团队代发外链、泛目录、蜘蛛池出租，效果立竿见影。",
        ),
        "coins": (
            "{b}交易所USDT场外秒兑，手续费全网最低，注册即送100U体验金。",
            "跟着{b}老师炒币日入三千不是梦，合约带单免费进群，电报@{h}。",
        ),
    },
    "en": {
        "casino": (
            "{b} Casino gives every new player 200 free spins and a 150% welcome bonus, no deposit required.",
            "Looking for the best real money slots? Sign up at {b} today and claim your exclusive bonus code.",
        ),
        "betting": (
            "Place your bets with {b}, the most trusted sportsbook online, offering live odds and instant withdrawals.",
            "{b} daily tips hit 92% of the time; join our VIP channel on Telegram @{h} for fixed matches.",
        ),
        "cams": (
            "Hot singles in your area are waiting to chat right now on {b}, join free and watch live cams.",
            "{b} Escorts provides discreet companions around the clock, call +44 20 {n} for bookings.",
        ),
        "pharma": (
            "Buy Viagra, Cialis and Levitra without a prescription at {b} Pharmacy, worldwide shipping included.",
            "Order cheap Xanax and tramadol online from {b}, discreet overnight delivery and bitcoin accepted.",
        ),
        "loans": (
            "Need cash fast? {b} offers payday loans up to $5,000 with no credit check and same day approval.",
            "Bad credit is no problem at {b}: guaranteed personal loans, low rates, apply in two minutes.",
        ),
        "watches": (
            "{b} sells AAA+ replica Rolex and Omega watches with Swiss movements at wholesale prices, free shipping.",
            "Shop fake designer handbags and luxury replica watches at {b}, 70% off this week only.",
        ),
        "essays": (
            "Struggling with deadlines? {b} writes plagiarism-free essays and dissertations from $9 per page.",
            "Hire a professional essay writer at {b} and get an A grade, money-back guarantee included.",
        ),
        "coins": (
            "Double your bitcoin in 24 hours with {b}, the automated trading bot that never loses.",
            "{b} Token presale is live, early investors expect 100x returns; connect your wallet now.",
        ),
        "proxies": (
            "Unblock every site with {b} VPN, military-grade encryption, now 83% off plus three months free.",
            "Stream 20,000 channels in 4K with {b} IPTV, only $9.99 a month, message WhatsApp +1 555 {n}.",
        ),
        "ranking": (
            "Boost your rankings with {b} backlinks: 5,000 dofollow links from high DA sites for just $29.",
            "Buy Instagram followers and YouTube views at {b}, real accounts, instant delivery guaranteed.",
        ),
        "gummies": (
            "{b} CBD gummies melt belly fat while you sleep, doctors are shocked, order your free trial bottle.",
            "Try {b} keto capsules and lose 30 pounds in a month without dieting or exercise.",
        ),
        "papers": (
            "{b} provides real and fake passports, driving licences and IELTS certificates, WhatsApp +371 {n}.",
            "Buy registered diplomas and counterfeit banknotes from {b}, undetectable and shipped worldwide.",
        ),
    },
}
KEYS = {
    "zh": "{b}娱乐城 {b}彩票 {b}棋牌官网 {b}体育下载 {b}真人视讯 {b}代孕 {b}办证 {b}私服发布网 {b}成人直播 {b}网址导航".split(),
    "en": ("{b} casino", "{b} slots free spins", "buy {b} online", "{b} payday loans", "cheap {b} pills", "{b} escorts",
           "{b} replica watches", "{b} vpn discount", "{b} betting odds", "{b} porn videos"),
}  # fmt: skip
BOOK = Trades(BRANDS, TRADES, KEYS)
