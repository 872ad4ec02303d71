"""What is pushed on hacked and farmed pages beside all that ``trades`` and ``hawkers`` sell: papers, trades of a town, agents.

Written as they are, later and after nobody's rules. Brands are invented.
"""

from benchmarks.kinds.touting import Trades

BRANDS = {
    "zh": ("骞朔", "禾璟", "翊帆", "鹭淼", "晟婵"),
    "en": ("Quorlano", "Vextrim", "Hubolti", "Marzefy", "Oplurio"),
    **dict.fromkeys(
        ("ja", "ko", "vi", "id", "th", "tr", "ru", "es", "pt", "de", "fr", "ar"),
        ("quorlano", "vextrim", "hubolti", "marzefy", "oplurio"),
    ),
}
TRADES = {
    "zh": {
        "invoices": (
            "{b}财税长期代开增值税普票、专票、餐饮票、住宿票，点位低，先验票后付款，联系微信{h}。",
            "需要开票的老板请联系{b}，全国各地工程票建材票均可开，保真可查，QQ{n}22。",
        ),
        "papers": (
            "{b}专业办理毕业证、房产证、驾驶证、结婚证，防伪水印齐全，三天出证，快递到付。",
            "学信网可查学历，{b}内部渠道免考拿本科，详情咨询老师电话{n}3344。",
        ),
        "clicks": (
            "{b}诚招淘宝兼职刷单员，一单佣金十到五十，宝妈学生均可，日结不拖欠，加扣扣{n}77。",
            "手机点点手指就能赚钱，{b}平台做任务领红包，每天轻松一两百，拉人头另有奖励。",
        ),
        "models": (
            "{b}经纪提供外围女、网红、车模上门，微信预约，面到付款，城市不限，素质高可过夜。",
            "寂寞难耐就来{b}俱乐部，附近少妇在线等你，约到为止，免费注册看私密照。",
        ),
        "lottery": (
            "{b}高手论坛免费公开六合彩特码，一肖中特，今晚必中，精准三期内必出。",
            "{b}彩票计划群，快三时时彩赛车大神带你回血，稳赚不赔，进群联系管理{h}。",
        ),
        "servers": (
            "{b}传奇私服今日新开一秒，1.76复古三端互通，散人打金，装备全爆，上线送VIP。",
            "最新找服网{b}发布站，单职业迷失版本，变态爆率，登录即送万元充值卡。",
        ),
        "mothers": (
            "{b}助孕中心专注供卵试管、第三方辅助生育，男女可选，签约保障，一次不成功退费。",
            "招募爱心志愿者妈妈，{b}提供二十二万补偿金，食宿全包，有意请拨打{n}6688。",
        ),
        "cards": (
            "{b}专业信用卡代还、花呗套现、白条取现，秒到账，手续费低至百分之三，全天在线。",
            "POS机免费送，{b}支付正规一清，费率万五，招各地代理，押金刷满即返。",
        ),
        "funds": (
            "公积金提取就找{b}，离职在职都能取，当天放款，不成功不收费，电话{n}9090。",
            "征信花了也能贷，{b}口子无视黑白，身份证加手机号秒批五万，随借随还。",
        ),
        "points": (
            "驾照扣分了怎么办？{b}消分快，全国违章代办，一分八十，现场处理。",
            "{b}驾校包过班，不用练车，理论替考，拿证只需二十天，报名从速。",
        ),
        "locks": (
            "{b}开锁公司公安备案，开汽车锁、保险柜、防盗门换锁芯，十五分钟上门，拨{n}110。",
            "{b}家电维修空调加氟、洗衣机清洗、热水器移机，同城师傅半小时到，收费透明。",
        ),
        "spies": (
            "{b}出售隐形针孔摄像头、GPS车载定位器、手机监听卡，货到付款，保密发货。",
            "{b}听话水、昏睡喷雾三秒见效，无色无味，正品保证，加微信{h}。",
        ),
        "vines": (
            "{b}酱香老酒厂家直供，茅台镇坤沙工艺，一瓶也是批发价，私藏电话{n}1919。",
            "春茶上市，{b}茶园自产自销西湖龙井，今年新茶特价包邮，喝好再付款。",
        ),
        "skin": (
            "白癜风能治好吗？{b}皮肤病医院引进进口激光，三疗程复色，点击在线咨询医生。",
            "脱发困扰多年？{b}植发不剃发无痕种植，成活率九成五，预约面诊立减三千。",
        ),
        "boards": (
            "{b}建站公司提供网站制作、小程序开发、百度优化排名，七天上首页，无效退款。",
            "高权重友情链接交换、软文发稿、新闻源代发，{b}媒体资源三千家，价格全网最低。",
        ),
        "firms": (
            "零元注册公司，{b}财务代理记账每月一百九十九，地址挂靠，执照三天下来。",
            "{b}移民二十年老牌，葡萄牙、马耳他黄金居留，一人申请全家绿卡，免费评估。",
        ),
        "tools": (
            "{b}机械专业生产破碎机、制砂机、雷蒙磨，现货供应，来电报价{n}5050。",
            "{b}不锈钢管厂家，304、316材质齐全，规格可定制，量大从优，欢迎来厂考察。",
        ),
        "drives": (
            "《全集未删减》高清百度网盘链接，{b}公众号后台回复数字{n}自动发送，速存防和谐。",
            "免VIP看全网影视，安装{b}tv版，电视盒子通用，直播频道永久免费，扫码下载。",
        ),
    },
    "en": {
        "dumps": (
            "Get {b} braindumps for CompTIA, Cisco and PMP: verified PDF with answers, updated weekly, pass or full refund.",
            "{b} proxy test takers sit the GRE, TOEFL or NCLEX for you remotely, pay only after you pass.",
        ),
        "cracks": (
            "{b} 2026 Crack + Serial Key Free Download [Latest Patch] works on Windows 11, just run the keygen and activate.",
            "Office, Photoshop and IDM lifetime keys from {b} for $7, instant email, works on three PCs.",
        ),
        "locals": (
            "Locked out in Leeds? {b} Locksmiths arrive in 20 minutes, no call-out charge, ring 0113 496 {n}.",
            "{b} Movers offers flat-rate house moving, packing and storage in Dubai, book a van online and save 25%.",
        ),
        "escorts": (
            "{b} offers independent escorts in Bangalore, five star hotel service, real photos, in and outcall, ring 99{n}.",
            "Spend a night with a stunning companion from {b}, our gallery has 200 verified ladies ready to travel.",
        ),
        "essays": (
            "Deadline tomorrow? {b} writers will do my essay in three hours, plagiarism free, with unlimited revisions.",
            "{b} is rated the best dissertation help service by students, PhD experts on chat, money back guarantee.",
        ),
        "recovery": (
            "Scammed by a fake broker? {b} Recovery traced my stolen USDT within 48 hours, write to {h}@proton.example.",
            "Get your lost bitcoin back with certified ethical hackers at {b}, Telegram @{h}, no upfront fee.",
        ),
        "visas": (
            "{b} Immigration Consultants get your Canada PR in six months, free eligibility check, visit our nearest branch.",
            "Apply for your Turkey or Vietnam e-visa with {b}, approved in 2 hours, 99.6% success rate.",
        ),
        "loans": (
            "{b} instant loan app gives up to $2,000 with no paperwork, install the APK and the cash lands in 5 minutes.",
            "Bad credit, bankrupt or unemployed? {b} lenders say yes, borrow 100 to 5,000 dollars, fill the form below.",
        ),
        "replicas": (
            "{b} sells 1:1 superclone Rolex and AP with Swiss movement, DHL shipping, pay by crypto and save 15%.",
            "UA Jordans and Yeezy reps from {b}, best batch, QC pictures before shipping, spreadsheet in our Discord.",
        ),
        "cures": (
            "{b} drops melt stubborn fat while you sleep, 3 bottles for the price of 1, official site only, limited stock.",
            "My diabetes vanished after two bottles of {b} herbal tonic, doctors hate it, order before it sells out.",
        ),
        "posts": (
            "{b} Agency places dofollow guest posts on DR 70+ news blogs, indexed within 24 hours, bulk discount available.",
            "Rank number one with {b} SEO packages: 500 web 2.0 backlinks, tiered links and niche edits for $49.",
        ),
        "codes": (
            "Use {b} promo code MAX{n} for 200 free spins and a 150% match on your first deposit, T&Cs apply, 18+.",
            "{b} Casino no deposit bonus codes for existing players, updated daily, instant crypto cashout.",
        ),
        "streams": (
            "Watch Full Movie Online Free HD: {b} streams it in 4K without ads, registration or credit card, play now.",
            "All episodes with English subs on {b}, faster than Fmovies and Soap2day, server 1, server 2, download 720p.",
        ),
        "support": (
            "Dial {b} Helpdesk toll free 1-844-{n} for printer offline, antivirus refund or email login problems.",
            "To cancel or change your {b} flight reservation call the 24/7 agent on +1-860-{n}, refunds guaranteed.",
        ),
        "dates": (
            "Lonely wives in your town are waiting on {b}, join free, no strings attached, message her now.",
            "Meet Ukrainian and Filipina ladies for marriage at {b}, video chat free for new members, thousands online.",
        ),
        "stars": (
            "Pandit {b} Ji solves love marriage, black magic and husband wife problems in 11 hours, call +91 98{n}.",
            "{b} famous astrologer in Toronto removes evil spirits and bring ex back, 100% results, consult today.",
        ),
        "tips": (
            "{b} fixed matches 100% sure, HT/FT odds 30.00, buy tonight's ticket, pay by Skrill, WhatsApp +44 7{n}1234.",
            "Today's banker of the day from {b} tipsters: over 2.5, both teams to score, VIP slip wins 9 of 10.",
        ),
        "games": (
            "{b} sells cheap WoW gold, Fortnite accounts and rank boosting, 5 minute delivery, code {n} saves 8%.",
            "Best private server of the year: {b} x1000 rates, instant max level, free donation points, join our discord.",
        ),
        "works": (
            "{b} Restoration handles water damage, mold removal and roof leaks in Houston, we bill your insurance directly.",
            "Affordable carpet cleaning Sydney by {b}, three rooms for $79, same day service, book a free quote online.",
        ),
        "teeth": (
            "{b} Clinic Istanbul: DHI hair transplant with 4,000 grafts, hotel and transfer included, from 1,490 euros.",
            "Get all-on-4 implants at {b} Dental, sleep dentistry and interest free payment plans, schedule your visit.",
        ),
        "factories": (
            "{b} is a leading China manufacturer of LED strip lights, CE certified, MOQ 100 pcs, send inquiry for best price.",
            "As a professional supplier of CNC machining parts, {b} provides OEM service, fast lead time and competitive cost.",
        ),
        "solar": (
            "Homeowners are ditching their power bill with {b} solar, zero down, see if your roof qualifies in 30 seconds.",
            "{b} personal injury lawyers win millions for accident victims, free case review, no fee unless we win.",
        ),
        "praise": (
            "I really like your blog, very nice share! Please visit my website {b} for the cheapest sportswear.",
            "Great post. I was checking constantly this site and I am impressed! Also see {b}.example for vape deals.",
        ),
        "signals": (
            "{b} robot turned my $250 into $11,400 in a month, join 40,000 traders on autopilot, no experience needed.",
            "Claim your {b} airdrop before the snapshot, connect wallet, 5,000 tokens free for early supporters.",
        ),
    },
    "ja": {
        "a": (
            "{b}オンラインカジノは初回入金ボーナス最大10万円、出金最短5分、今すぐ無料登録してプレイしよう。",
            "即日融資ならブラックでも借りられる{b}へ、審査なし、来店不要、24時間振込対応。",
        )
    },
    "ko": {
        "a": (
            "{b} 먹튀검증 완료 메이저놀이터, 신규 첫충 30% 매충 10% 지급, 가입코드 {n} 입력하세요.",
            "{b} 성인용품 비아그라 시알리스 정품 최저가, 익명 배송, 카톡 상담 {h}.",
        )
    },
    "vi": {
        "a": (
            "Đăng ký {b} nhận thưởng 100% nạp lần đầu, bắn cá nổ hũ đá gà trực tiếp, rút tiền siêu tốc.",
            "Dịch vụ {b} làm bằng đại học giả uy tín, giao hàng tận nơi, xem hàng mới thanh toán.",
        )
    },
    "id": {
        "a": (
            "Daftar {b} sekarang, situs slot gacor maxwin RTP 98%, bonus new member 100%, depo QRIS 10 ribu.",
            "{b} jasa backlink dan followers murah bergaransi, pesan lewat WhatsApp 0813{n}, proses kilat.",
        )
    },
    "th": {
        "a": (
            "สมัคร {b} วันนี้ รับโบนัส 100% บาคาร่า สล็อต ยิงปลา ฝากถอนไม่มีขั้นต่ำ ตลอด 24 ชั่วโมง",
            "{b} รับทำใบขับขี่ วุฒิการศึกษา ของแท้ตรวจสอบได้ ติดต่อไลน์ {h} ราคาถูก",
        )
    },
    "tr": {
        "a": (
            "{b} yeni adresi ile deneme bonusu veren siteler arasında bir numara, hemen üye ol, 500 TL kap.",
            "İstanbul'da {b} nakliyat evden eve taşımacılık, ücretsiz ekspertiz, hemen ara 0532{n}.",
        )
    },
    "ru": {
        "a": (
            "{b} казино официальный сайт: бонус 200% на первый депозит, 100 фриспинов без отыгрыша, играй сейчас.",
            "Срочный выкуп авто и квартир, {b} платит наличными в день обращения, звоните 8-800-{n}.",
        )
    },
    "es": {
        "a": (
            "Amarres de amor efectivos con el maestro {b}, recupera a tu pareja en 24 horas, llama al +34 6{n}.",
            "{b} casino online: 50 giros gratis sin depósito, retira al instante, regístrate hoy mismo.",
        )
    },
    "pt": {
        "a": (
            "Cadastre-se na {b} e ganhe 100 rodadas grátis no Fortune Tiger, saque via Pix em segundos.",
            "Empréstimo na hora para negativado é na {b}, sem consulta ao SPC, chame no WhatsApp 11 9{n}.",
        )
    },
    "de": {
        "a": (
            "Bei {b} Casino ohne Lizenz jetzt 300 Freispiele sichern, Auszahlung in Minuten, ohne Oasis spielen.",
            "Führerschein kaufen ohne Prüfung: {b} liefert registriert in 7 Tagen, Kontakt per Telegram @{h}.",
        )
    },
    "fr": {
        "a": (
            "{b} casino en ligne: bonus sans dépôt de 25 euros, retrait immédiat, inscrivez-vous maintenant.",
            "Marabout {b} retour de l'être aimé en 48 heures, résultat garanti, WhatsApp +229 {n}88.",
        )
    },
    "ar": {
        "a": (
            "سجل في {b} واحصل على مكافأة 100% على أول إيداع، مراهنات رياضية وسحب فوري على مدار الساعة!",
            "شركة {b} نقل عفش بالرياض مع الفك والتركيب، خصم 30% اتصل الآن 05{n}.",
        )
    },
}
KEYS = {
    "zh": ("{b}代开发票", "{b}办证", "{b}刷单兼职", "{b}外围预约", "{b}六合彩", "{b}私服发布网", "{b}代孕", "{b}开锁电话",
           "{b}植发多少钱", "{b}移民中介"),
    "en": ("{b} braindumps pdf", "{b} crack keygen", "locksmith near me {b}", "{b} escorts", "{b} essay writing help",
           "{b} crypto recovery", "{b} loan app apk", "{b} replica watches", "{b} bonus code", "{b} fixed matches"),
    "ja": ("{b} 入金不要ボーナス", "{b} 即日融資", "{b} 評判", "{b} 攻略", "{b} 公式", "{b} 無料登録"),
    "ko": ("{b} 먹튀검증", "{b} 가입코드", "{b} 놀이터", "{b} 정품", "{b} 도메인", "{b} 꽁머니"),
    "vi": ("nổ hũ {b}", "{b} bắn cá", "{b} khuyến mãi", "link {b}", "{b} app", "làm bằng {b}"),
    "id": ("{b} gacor", "rtp {b}", "{b} maxwin", "akun pro {b}", "{b} deposit", "jasa {b}"),
    "th": ("{b} บาคาร่า", "{b} ยิงปลา", "{b} โบนัส", "{b} ฝากถอน", "เว็บ {b}", "{b} ล่าสุด"),
    "tr": ("{b} deneme bonusu", "{b} yeni adres", "{b} üyelik", "{b} nakliyat", "{b} mobil", "{b} canlı"),
    "ru": ("{b} официальный сайт", "{b} фриспины", "{b} выкуп", "{b} бонус", "{b} играть", "{b} отзывы"),
    "es": ("amarres {b}", "{b} giros gratis", "{b} registro", "{b} bono", "{b} opiniones", "{b} app"),
    "pt": ("{b} rodadas grátis", "{b} pix", "{b} cadastro", "{b} empréstimo", "{b} tigrinho", "{b} login"),
    "de": ("{b} Freispiele", "{b} ohne Oasis", "{b} Bonus", "{b} Führerschein kaufen", "{b} Auszahlung", "{b} Casino"),
    "fr": ("{b} bonus sans dépôt", "{b} casino", "{b} marabout", "{b} avis", "{b} retrait", "{b} inscription"),
    "ar": ("{b} كازينو", "{b} مراهنات", "{b} تسجيل", "{b} مكافأة", "{b} نقل عفش", "{b} تحميل"),
}  # fmt: skip
BOOK = Trades(BRANDS, TRADES, KEYS)
