"""What spammers sell, as they say it, in a dozen languages: paragraphs, keywords and sentences for the kinds of ``smuggled``.

All of it is written for the benchmark, after nobody's rules: some name a brand, many name nothing, some never say what for.
"""

ENGLISH = (
    (
        "Looking for the best online casino? Sign up at www.bigwin-palace777.example today and get a 200% welcome bonus plus 50"
        " free spins on your first deposit."
    ),
    "Buy Viagra, Cialis and Levitra online without a prescription. Discreet worldwide shipping, lowest prices guaranteed.",
    "Bad credit? No problem! Get up to $5,000 in your bank account within 24 hours. Apply for an instant payday loan now.",
    (
        "Our professional writers will complete your essay, thesis or dissertation from just $9 per page. 100% plagiarism free,"
        " order now!"
    ),
    "Swiss replica watches at wholesale prices: Rolex, Omega, Breitling. AAA quality, free shipping on orders over $99.",
    "Independent escorts in Dubai, London and Mumbai available 24/7 for incall and outcall. Call or WhatsApp +971 50 555 0147.",
    "Turn $250 into $10,000 a month with our AI crypto trading bot. Thousands of investors already earn passive income daily.",
    "Get today's fixed matches and VIP betting tips with 98% accuracy. Join our Telegram @fixedtips_king for free predictions.",
    "Boost your website ranking with 5,000 high authority dofollow backlinks for only $20. Real traffic, real results.",
    "Lose 30 pounds in 30 days with this weird trick doctors don't want you to know. Click here to claim your free bottle.",
    "Get real Instagram followers, likes and views instantly! Cheap packages from $2.99, no password needed.",
    (
        "I was broke until I contacted Dr Osaze, a powerful spell caster who brought my husband back within 48 hours. Email him"
        " at osazespelltemple@mail.example for help."
    ),
)
CHINESE = (
    "澳门新葡京娱乐场官方网站，真人荷官在线发牌，百家乐、龙虎、轮盘应有尽有，注册即送88元体验金，提款三分钟到账。",
    "本公司专业代开各类正规发票，增值税专用发票、普通发票、建筑安装发票，点数优惠，可验真后付款，联系电话13800138247陈经理。",
    "专业办理各种证件，毕业证、学位证、驾驶证、房产证，全国可查，不成功不收费，详情加微信bz66882。",
    "试管婴儿代孕包成功，包性别，零风险签约，十年老牌机构，咨询热线4008-123-556，24小时专人接待。",
    "新开传奇私服发布网，每日更新最新最全的热血传奇私服，变态倍攻，散人天堂，装备全靠打，立即下载客户端。",
    "北京赛车pk10计划群，资深导师带队，稳赚不赔，日赚千元不是梦，想上车的老板加扣扣群583920174。",
    "无需抵押，凭身份证即可贷款，额度一万到五十万，黑户白户均可，当天放款，点击下方链接马上申请。",
    "同城美女上门服务，学生、白领、模特任您挑选，安全隐私有保障，预约请加QQ：2938471650。",
    "中老年人膝盖疼痛的福音，苗家祖传膏药，贴一贴疼痛立消，今日订购买二送一，仅限前一百名。",
    "兼职刷单，足不出户，一部手机就能做，每单佣金五到五十元，当天结算，宝妈学生均可，加微信领取任务。",
    "股票内部消息，每日推荐涨停牛股，免费诊股，扫码进群即可领取三只潜力金股，机会难得，名额有限。",
    "高仿手表一比一复刻，劳力士、欧米茄、百达翡丽，原单品质，支持货到付款，批发零售均可。",
)
ABROAD = {
    "Indonesian": "Daftar sekarang di situs judi slot online terpercaya dan nikmati bonus new member 100% serta RTP tertinggi.",
    "Malay": "Pinjaman peribadi segera tanpa slip gaji, kelulusan dalam 1 jam. Hubungi ejen kami di WhatsApp 012-555 0199.",
    "Vietnamese": "Nhà cái uy tín số 1 châu Á, nạp rút siêu tốc, tặng 100k cho thành viên mới. Truy cập ngay để nhận thưởng.",
    "Thai": "เว็บพนันออนไลน์อันดับ 1 ฝากถอนไม่มีขั้นต่ำ สมัครวันนี้รับโบนัส 100% เล่นได้ทุกค่าย บาคาร่า สล็อต ยิงปลา",
    "Russian": "Лучшие онлайн казино с моментальным выводом денег: регистрируйтесь и получите бездепозитный бонус 1000 рублей.",
    "Turkish": "Deneme bonusu veren siteler listesi burada! Hemen üye ol, çevrimsiz 500 TL bonusu kap, anında çekim yap.",
    "Japanese": "今話題のオンラインカジノで遊ぼう！新規登録で入金不要ボーナス5000円プレゼント、出金も最短10分で完了します。",
    "Korean": "먹튀 없는 안전한 메이저 놀이터, 신규 가입 첫충 30% 지급, 24시간 고객센터 운영. 지금 바로 가입하세요.",
    "Spanish": "Gana dinero desde casa con las mejores casas de apuestas: regístrate y recibe 200 euros de bono sin depósito.",
    "Portuguese": "Cassino online com Pix: cadastre-se agora, ganhe 100 rodadas grátis e saque na hora pelo celular.",
}
ROWS = {
    "en": (
        "Best Online Casinos of the Year",
        (
            "If you want to play blackjack and roulette for real money, our list of trusted casinos will help you choose."
            " Every site we recommend holds a licence and pays winners within a day."
        ),
        (
            "New players receive a matched deposit and a bundle of free spins. Terms apply, wagering requirements vary,"
            " and only adults may register."
        ),
        "Click here to claim your welcome package before it expires tonight.",
    ),
    "zh": (
        "皇冠体育投注平台",
        "皇冠体育投注平台是亚洲最受欢迎的线上博彩公司，提供足球、篮球、电竞等上千场赛事的实时赔率。",
        "新用户首次存款可获百分之百彩金，存取款方便快捷，客服全天候在线为您解答。",
        "立即点击注册，开启您的致富之路。",
    ),
}
LETTERED = {
    "en": "b e s t c a s i n o b o n u s — p l a y n o w a n d w i n",
    "zh": "博 彩 平 台 注 册 送 彩 金 百 家 乐 开 户",
}
ANCHORS = {
    "en": ("cheap replica handbags", "online casino real money", "buy modafinil online", "payday loans near me"),
    "zh": ("澳门赌场官网", "正规代开发票", "传奇私服发布网", "六合彩特码资料"),
}
TAILS = {
    "en": ("Best Online Casino Bonus", "Buy Cialis Online Cheap", "Slot Gacor Hari Ini", "Payday Loans No Credit Check"),
    "zh": ("澳门新葡京娱乐城", "亚博体育官网app下载", "彩票开奖结果查询", "成人视频在线观看"),
}
TITLES = {
    "en": (
        "Slot Gacor Hari Ini | Link Slot Gacor Maxwin | Situs Slot Online",
        "Buy Viagra Online - Cheap Viagra - Viagra Without Prescription",
        "Best Online Casino Bonus Codes, Free Spins No Deposit, Real Money Slots",
        "Deneme Bonusu Veren Siteler - Bahis Siteleri - Casino Siteleri",
    ),
    "zh": (
        "亚博体育官网_亚博体育app下载_亚博体育平台",
        "澳门新葡京娱乐场_澳门新葡京官网_澳门新葡京注册",
        "国产精品视频在线观看,亚洲欧美日韩综合,成人免费一区二区",
        "彩神争霸8下载-彩神争霸大发快3-彩神争霸邀请码",
    ),
}
SAID = (
    *ENGLISH,
    *CHINESE,
    *ABROAD.values(),
    *(
        text
        for rows in (*ROWS.values(), ANCHORS.values(), TAILS.values(), TITLES.values())
        for row in rows
        for text in (row if isinstance(row, tuple) else (row,))
    ),
    *LETTERED.values(),
)
MARKS = sorted({piece for text in SAID for piece in (text[:14], text[-14:])}, key=len, reverse=True)
"""How every text here begins and ends: what is left of one is known by these."""
