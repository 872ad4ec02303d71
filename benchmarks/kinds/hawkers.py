"""What else is sold on hacked and farmed pages, in a dozen languages: films for nothing, call centres, clinics, apps, jobs.

Written as ``trades`` is, later and after nobody's rules. Brands are invented.
"""

from benchmarks.kinds.touting import Trades

BRANDS = {
    "zh": ("麟渡", "锦鹿湾", "苏禾", "乌岚", "璞雀"),
    "zh-Hant": ("麟渡", "錦鹿灣", "蘇禾", "烏嵐", "璞雀"),
    "en": ("Drovanti", "Kelmuro", "Plixora", "Tazwick", "Umbrevo"),
    **dict.fromkeys(
        ("ja", "ko", "vi", "id", "th", "tr", "ru", "es"), ("drovanti", "kelmuro", "plixora", "tazwick88", "umbrevo")
    ),
}
TRADES = {
    "zh": {
        "films": (
            "{b}影视高清完整版在线观看，国语中字1080P无删减，手机免费看，迅雷种子下载。",
            "未删减版全集资源已更新至夸克网盘，关注公众号{b}，回复片名即可领取提取码。",
        ),
        "novels": (
            "{b}小说网全文免费阅读，无弹窗无广告，最新章节每日更新，书友请收藏{b}。",
            "喜欢本书的朋友请到{b}书院下载txt全集，海量完结小说任你看。",
        ),
        "clinics": (
            "{b}男科医院专治早泄、阳痿、前列腺炎，在线预约免挂号费，专家一对一诊疗。",
            "近视怎么恢复视力？{b}护眼贴一个疗程见效，签约治疗，无效退款，热线400{n}。",
        ),
        "slim": (
            "不节食不运动，{b}酵素梅让我一个月瘦了二十六斤，想瘦的姐妹加微信{h}免费领取。",
            "{b}溶脂针今日特价，名医亲自操作，分期零首付，先变美后付款。",
        ),
        "shares": (
            "{b}配资十倍杠杆，实盘交易，开户即送888元操盘金，盈利全归您。",
            "想知道明天哪只股票涨停？进{b}老师的免费交流群，每天推送三只牛股，名额有限。",
        ),
        "franchise": (
            "{b}奶茶加盟费只要三万八，总部选址培训全程扶持，三个月回本，电话{n}5566。",
            "开一家{b}麻辣烫能赚多少钱？投资小、见效快，留言索取加盟资料。",
        ),
        "tea": (
            "{b}高端品茶工作室，同城新茶嫩茶海选，全套上课资源，添加QQ{n}98安排。",
            "本地{b}喝茶群，兼职学生妹、少妇上门，一条龙服务，看图选人。",
        ),
        "apps": (
            "{b}app官方最新版下载，安卓苹果通用，v6.3.1破解版免登录不限次数。",
            "点击下载{b}极速版，看视频就能赚零花钱，提现一元到账，邀请码{n}。",
        ),
        "sleuths": (
            "{b}侦探公司专业婚外情取证、手机定位、查开房记录，保密可靠，来电{n}7788。",
            "微信聊天记录恢复、通话清单调取，找{b}调查，三十分钟出结果，不成功不收费。",
        ),
        "movers": (
            "{b}搬家公司承接长短途搬家、空调移机、钢琴搬运，全市十二个网点，随叫随到。",
            "专业疏通下水道、马桶，{b}家政二十四小时上门服务，价格优惠，咨询{n}1234。",
        ),
        "fortunes": (
            "{b}大师精准算命，看婚姻财运，改名调风水，有缘人加微信{h}，首测九块九。",
            "婚姻不顺事业不旺？找{b}道长化解小人，灵符开光包邮，见效后付尾款。",
        ),
        "jobs": (
            "{b}招募打字员、点赞员，在家可做，日结二百到五百，无押金，扣扣{n}66。",
            "急招海外客服，包吃住包机票，月薪三万起，详情联系{b}人事飞机@{h}。",
        ),
    },
    "zh-Hant": {
        "loans": (
            "{b}當鋪汽機車借款免留車，證件借款、票貼、房屋二胎，當日撥款，LINE：{h}。",
            "急需用錢免看人臉色，{b}小額借貸輕鬆過件，不押證件，利息最低。",
        ),
        "casino": (
            "{b}娛樂城註冊送168體驗金，百家樂、電子老虎機、運彩一站滿足，儲值加碼百分之三十。",
            "全台最大{b}現金網，出金快速保證，加入會員即享首儲一千送一千。",
        ),
        "tea": (
            "{b}外送茶莊全台都有配合，學生妹、OL、少婦任您挑，加LINE：{h}看照片。",
            "台北喝茶找{b}，約妹免費諮詢，現金交易安全隱密，回頭客滿意推薦。",
        ),
        "pills": (
            "{b}藥局販售威而鋼、犀利士、日本藤素，隱密包裝超商取貨，買二送一。",
            "男性持久推薦{b}液，三十分鐘見效無副作用，官網限時優惠下單再折兩百。",
        ),
        "sleuths": (
            "{b}徵信社外遇抓姦、尋人查址、工商調查，合法立案，免費諮詢專線0800{n}。",
            "懷疑另一半偷吃？{b}徵信二十年經驗，蒐證到位，價格透明。",
        ),
    },
    "en": {
        "films": (
            "Watch the full movie online free in HD on {b}, no sign up, no buffering, click the button below to start.",
            "123movies, Putlocker and Reddit users agree: {b} is where to stream the complete film at home for free tonight.",
        ),
        "torrents": (
            "{b} Hindi Dubbed Dual Audio 480p 720p 1080p HDRip x264 ESubs Google Drive direct download link.",
            "Download {b} torrent magnet 2160p WEB-DL DDP5.1 HEVC with English subtitles, fast seeders, 1.4 GB.",
        ),
        "apks": (
            "Download {b} MOD APK v8.21 with unlimited coins and premium unlocked for Android and iOS, updated today.",
            "The {b} generator drops free Robux and V-Bucks into your account with no human verification.",
        ),
        "brokers": (
            "I started with $500 at {b} Markets and now withdraw $3,000 a week; ask my account manager on WhatsApp +1 555 {n}.",
            "{b} is a licensed forex broker with 1:1000 leverage, zero spreads and a $100 no deposit bonus for new traders.",
        ),
        "lines": (
            "How do I speak to a live person at {b} Airlines? Dial the {b} customer service number +1-888-{n}, open 24 hours.",
            "{b} Wallet support number: call +1 (802) {n} if your transfer is pending or your account has been locked.",
        ),
        "plumbers": (
            "{b} Plumbing unclogs drains and fixes water heaters across Phoenix, call (602) {n} for a free quote today.",
            "Searching for roofers near me? {b} Roofing gives free estimates, financing and a lifetime warranty.",
        ),
        "guests": (
            "We accept guest posts and link insertions on {b}, DA 60+, permanent, prices from $40, mail {h}@mail.example.",
            "Need quality traffic? {b} sells targeted visitors, PBN links and aged domains with metrics to match.",
        ),
        "weed": (
            "Order THC carts, magic mushrooms and DMT pens from {b} with stealth shipping and no medical card.",
            "{b} dispensary ships exotic strains and edibles to all fifty states, use code {n} for 15% off.",
        ),
        "hackers": (
            "Hire a hacker from {b} to read a cheating partner's WhatsApp or fix your credit score, contact {h}@mail.example.",
            "{b} clones ATM cards loaded with $5,000 and ships them worldwide, telegram @{h}.",
        ),
        "girls": (
            "{b} call girls in Jaipur at your doorstep, Russian models available, cash on delivery, dial 98{n}.",
            "Undress anyone with {b}, the uncensored AI girlfriend that chats, sends nudes and never says no.",
        ),
        "jerseys": (
            "Cheap NFL jerseys wholesale from China at {b}, stitched, all teams, free shipping on 20 or more.",
            "{b} outlet: Ugg boots, Ray-Ban sunglasses and Michael Kors bags up to 85% off, clearance ends at midnight.",
        ),
        "dumps": (
            "Pass your AWS exam on the first attempt with {b} dumps, real questions and answers in PDF.",
            "{b} takes your online class and proctored test for you, A or B guaranteed, chat with an expert now.",
        ),
        "psychics": (
            "Prophet {b} cast a love spell that returned my husband in three days, reach him on +234 80 {n}.",
            "Get a free tarot reading from {b} and learn when your soulmate will arrive.",
        ),
        "slimming": (
            "Get semaglutide without insurance from {b}, doctor approved online in minutes and delivered to your door.",
            "This {b} drink burned 41 pounds off my waist, watch the short video before it is taken down.",
        ),
    },
    "ja": {
        "films": (
            "{b}で映画のフル動画を無料視聴！日本語字幕・吹替どちらも高画質、登録不要で今すぐ見放題です。",
            "話題作を全話無料で見るなら{b}がおすすめ、31日間のお試し期間中に解約すれば料金はかかりません。",
        ),
        "shops": (
            "{b}スーパーコピー時計専門店、ロレックスN級品が激安、代引き対応で全国送料無料。",
            "副業で月収50万円！スマホだけで稼げる方法を{b}公式LINEで限定公開中、登録はこちら。",
        ),
    },
    "ko": {
        "totos": (
            "{b} 카지노 첫가입 쿠폰 3만원 즉시 지급, 바카라 슬롯 스포츠 모두 즐기세요.",
            "무료 영화 다시보기는 {b}에서, 최신 드라마 고화질 링크 모음 바로가기.",
        ),
        "cash": (
            "신용불량자도 가능한 {b} 소액대출, 무직자 당일 입금, 24시간 카톡 상담 {h}.",
            "{b} 출장마사지 전국 어디든 30분 도착, 후불제 100% 한국인 관리사 예약하세요.",
        ),
    },
    "vi": {
        "bets": (
            "{b} là cổng game bài đổi thưởng uy tín, tải app nhận ngay 88k, nạp rút trong một phút.",
            "Xem phim full HD vietsub thuyết minh miễn phí tại {b}, không quảng cáo, tốc độ cao.",
        ),
        "loans": (
            "Vay tiền nhanh {b} chỉ cần CMND, giải ngân 15 phút, nợ xấu vẫn vay được, gọi 09{n}.",
            "Soi cầu lô đề hôm nay cùng {b}, chốt số miền Bắc bạch thủ chuẩn 99 phần trăm.",
        ),
    },
    "id": {
        "bets": (
            "{b} bandar togel resmi pasaran terlengkap, deposit pulsa tanpa potongan, jackpot dibayar lunas.",
            "Nonton film full movie sub indo gratis di {b}, download HD kualitas bluray tanpa iklan.",
        ),
        "pills": (
            "Jual obat kuat {b} asli, tahan lama tanpa efek samping, COD seluruh Indonesia, WA 0812{n}.",
            "Pinjaman online cepat cair {b} tanpa BI checking, cukup KTP, ajukan sekarang.",
        ),
    },
    "th": {
        "bets": (
            "{b} เว็บตรง สล็อตแตกง่าย ไม่มีขั้นต่ำ ฝากถอนออโต้ สมัครรับเครดิตฟรี 50 บาท ทันที",
            "ดูหนังออนไลน์ฟรี {b} เต็มเรื่อง พากย์ไทย ซับไทย ภาพชัด ไม่มีโฆษณา",
        ),
        "loans": (
            "{b} เงินกู้ด่วน อนุมัติไว ไม่เช็คบูโร โอนภายใน 30 นาที แอดไลน์ {h}",
            "{b} หวยออนไลน์ บาทละ 950 จ่ายจริง มั่นคง แทงขั้นต่ำ 1 บาท",
        ),
    },
    "tr": {
        "bets": (
            "{b} güncel giriş adresi açıldı, ilk üyelik bonusu 1000 TL, canlı bahis ve casino burada.",
            "{b} ile full HD film izle, Türkçe dublaj, reklamsız, kesintisiz tek parça.",
        ),
        "girls": (
            "Ankara escort bayanlar {b} sitesinde, gerçek resimli, elden ödeme, 7/24 ara 05{n}.",
            "Instagram takipçi satın al, {b} ile anında teslimat, şifresiz ve garantili.",
        ),
    },
    "ru": {
        "bets": (
            "Рабочее зеркало {b} на сегодня: вход без блокировок, фриспины за регистрацию, вывод на карту.",
            "Смотреть фильм онлайн бесплатно в хорошем качестве на {b}, полностью, без рекламы и смс.",
        ),
        "papers": (
            "Купить диплом с занесением в реестр в компании {b}, оплата после получения, доставка по России.",
            "{b}: микрозаймы без отказа с плохой кредитной историей, деньги на карту за пять минут.",
        ),
    },
    "es": {
        "films": (
            "Ver la película completa en español latino gratis en {b}, descargar por Mega y MediaFire 1080p.",
            "Regístrate en {b} y consigue tiradas gratis, apuestas deportivas y casino en vivo con bono del 200%.",
        ),
        "pills": (
            "Comprar Viagra genérico sin receta en {b}, envío discreto en 48 horas y pago contra reembolso.",
            "Préstamos rápidos con ASNEF en {b}, hasta 900 euros en diez minutos, sin nómina ni aval.",
        ),
    },
}
KEYS = {
    "zh": "{b}影视免费观看 {b}在线播放 {b}app下载安装 {b}品茶 {b}配资开户 {b}加盟费多少 {b}男科 {b}算命 {b}网盘资源".split(),
    "zh-Hant": "{b}娛樂城 {b}借款 {b}外送茶 {b}徵信社 {b}藥局 {b}運彩分析 {b}線上看 {b}下載點".split(),
    "en": ("watch {b} full movie", "{b} 123movies", "{b} mod apk", "{b} torrent download", "{b} customer service number",
           "{b} coupon code", "{b} onlyfans leak", "{b} forex review", "{b} near me", "{b} semaglutide"),
    "ja": ("{b} 動画 無料", "{b} 激安", "{b} 口コミ", "{b} 副業", "{b} カジノ 登録", "{b} アプリ ダウンロード"),
    "ko": ("{b} 카지노", "{b} 토토사이트", "{b} 다시보기", "{b} 대출", "{b} 출장마사지", "{b} 주소"),
    "vi": ("{b} đăng nhập", "tải {b}", "{b} nổ hũ", "{b} xem phim", "{b} vay tiền", "nhà cái {b}"),
    "id": ("{b} slot", "{b} togel", "link {b}", "{b} login", "nonton {b}", "daftar {b}"),
    "th": ("{b} สล็อต", "{b} ทางเข้า", "สมัคร {b}", "{b} หวย", "ดูหนัง {b}", "{b} เครดิตฟรี"),
    "tr": ("{b} giriş", "{b} bonus", "{b} escort", "{b} izle", "{b} bahis", "{b} casino"),
    "ru": ("{b} зеркало", "{b} казино", "{b} смотреть онлайн", "{b} займ", "{b} вход", "купить {b}"),
    "es": ("{b} casino", "{b} pelis", "{b} apuestas", "{b} descargar", "{b} préstamos", "comprar {b}"),
}  # fmt: skip
BOOK = Trades(BRANDS, TRADES, KEYS)
