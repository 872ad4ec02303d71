"""What somebody else put into a page leaves the text, with evidence; what the page hides or links honestly stays."""

import pytest

from cleaners import CleanArticle, clean_page
from cleaners.document import Injection, page_document
from cleaners.ledger import Reason, Removal
from cleaners.ready import chosen_anew

HEADLINE = "The Lamp Keeper's Daughter wins in Harbour City"
PARAGRAPHS = [
    "The Lamp Keeper's Daughter, a quiet film about light and tides, won the main prize of the harbour festival on Sunday.",
    "Its director, Mira Ostrand, thanked the crew who had spent two winters on the rock, and the town that had fed them.",
    "The jury praised the film's patience. It opens in forty cinemas in March, and a television version follows in autumn.",
    "Ostrand said that the lighthouse had been built twice: once on the rock, and once in a hall, to rehearse the storm.",
    "The festival's second prize went to a documentary on ferrymen, whose makers had lived on the boats for three years.",
]
HOSTS = ["spinpalace", "luckywheel", "bigjackpots", "goldenreels", "megaslots", "royalspin", "quickloan", "pillmart"]
LINKS = " ".join(f'<a href="https://{host}.example/">{host} jackpot reels</a>' for host in HOSTS)
LINKS_HINDI = " ".join(
    f'<a href="https://{at}.reel.example/">{key}</a>'
    for at, key in enumerate(("घूमोराजा कैसीनो", "घूमोराजा लॉगिन", "घूमोराजा बोनस", "घूमोराजा ऐप"))
)
SPRAY = "Spin the golden reels of Vortex jackpot today, Vortex jackpot pays more than any other jackpot, join and collect."
STRANGE = "".join(f"<{name}>vortex reels {name}</{name}>" for name in ("zqx", "wvk", "jxp", "kqz", "xvw"))
SHEET = "<style>.zq7 { position:absolute; left:-5000px }</style>"

ASKED = (
    "how to descale a kettle / which hamster wheels turn quietly / why does my hedge turn brown / boiling gammon overnight"
    " / when to prune climbing roses / unblocking sinks without chemicals / which mattress suits backaches"
).split(" / ")

INJECTIONS = {
    "links off the screen": f'<div style="position:fixed;left:-9000px;top:-9000px">{LINKS}</div>',
    "text off the screen": f'<p style="position:absolute; text-indent:-9999px">{SPRAY}</p>',
    "off the screen by the page's style sheet": f'{SHEET}<div class="zq7">{SPRAY}</div>',
    "off the screen inside what a style sheet names": "<style>.zq7 li{left:-5000px;position:absolute}</style>"
    f'<div class="zq7"><ul><li>{SPRAY}</li></ul></div>',
    "no size": f'<div style="width:0;height:0;overflow:hidden">{SPRAY}</div>',
    "its ground's colour": f'<p style="color:#fefefe;background-color:#fefefe">{SPRAY}</p>',
    "display none": f'<div style="display:none">{LINKS}</div>',
    "font size 0": f'<div style="font-size:0">{LINKS}</div>',
    "white": f'<p style="color:#ffffff">{LINKS}</p>',
    "invented elements": f'<div style="display:none">{STRANGE}</div>',
    "cut to nothing": f'<div style="clip-path: polygon(0 0, 0 0, 0 0)">{SPRAY}</div>',
    "turned on its edge": f'<div style="transform: rotateX(90deg)">{SPRAY}</div>',
    "moved by a matrix": f'<div style="transform: matrix(1, 0, 0, 1, -9000, 0)">{SPRAY}</div>',
    "moved by itself": f'<div style="translate: -9999px">{SPRAY}</div>',
    "without size, and no bars for it": f'<div style="height:0pt;width:0pt;overflow:auto;position:absolute">{SPRAY}</div>',
    "nearly its ground's colour": f'<p style="color:#fefefe;background:white">{SPRAY}</p>',
    "a style with letters as numbers": f'<div style="display:\\6eone">{LINKS}</div>',
    "a style with a comment inside": f'<div style="dis/* */play:none">{LINKS}</div>',
    "hidden by a small script": f'<div id="zq8">{LINKS}</div>'
    '<script>document.getElementById("zq8").style.display = "none";</script>',
    "a style sheet that a script writes": f'<div class="zq8">{LINKS}</div>'
    '<script>document.write("<style>.zq8{display:none}</style>")</script>',
    "a rule within a rule": f"<style>.zq8{{ & p{{display:none}}}}</style><div class=zq8><p>{LINKS}</p></div>",
    "prose far off that says nothing of the page": '<div style="position:absolute;left:-9999px"><p>Gutters want cleaning every'
    " autumn, because wet leaves freeze and tear the brackets off whatever holds them.</p></div>",
    "accounts by other names": "<p>薇信：vortex70417　扣扣：88237041　飞机：@vortex70417</p>",
    "an offer with strokes over its letters": "<p>"
    + "\u0336".join("Our casino pays a bonus to all who register today, claim your free spins and withdraw at once.")
    + "</p>",
    "moved out of sight": f'<div style="transform: translateX(-9999px)">{SPRAY}</div>',
    "by a style sheet for screens": "<style>@media screen{.zq7{left:-9000px;position:absolute}}</style>"
    f'<div class="zq7">{SPRAY}</div>',
    "an offer that a script may show": '<div style="display:none"><p>Our casino pays a bonus to all who register.</p></div>',
    "hidden keywords": '<div style="display:none">vortex slot, vortex app, vortex win, vortex bet, vortex spin</div>',
    "a link farm": f"<ul><li>{LINKS.replace('</a> ', '</a></li><li>')}</li></ul>",
    "keywords": "<p>vortex reels online, vortex reels bonus, vortex reels login, best vortex reels, vortex reels app</p>",
    "a farm of questions": f"<ul>{''.join(f'<li><a href=/{at}.html>{asked}</a></li>' for at, asked in enumerate(ASKED))}</ul>",
    "Chinese keywords": "<p>星月轮盘网址,星月轮盘入口,星月轮盘下载,星月轮盘试玩,星月轮盘登录,星月轮盘官网</p>",
    "an offer and a way to reach it": "<p>加QQ群：61834402 领取星月轮盘体验金，首充一百送一百，提现秒到，官网永久有效。</p>",
    "an offer that names nothing twice": "<p>Vortex approves loans overnight: no payslip, no questions, apply today.</p>",
    "an offer of several paragraphs": "<h3>Why gamblers choose Vortexa</h3><p>Vortexa opened its roulette tables in"
    " spring and gives a bonus of four hundred spins to everyone who registers with a mobile number.</p>"
    "<p>Vortexa answers at every hour, and its tables run on any telephone.</p>",
    "an offer that names nothing": "<p>Bet on tonight's matches with the best odds, collect a free deposit bonus and"
    " withdraw your winnings within minutes!</p>",
    "a Chinese offer that names nothing": "<p>急需资金周转？凭身份证即可申请贷款，利息低，额度高，当天放款，点击咨询客服。</p>",
    "an offer in letters apart": "<p>v o r t e x r e e l s p a y a t o n c e c a l l n o w</p>",
    "one name over and over": "<p>vortexreels vortexreels vortexreels vortexreels</p>",
    "words of nothing on the page": '<div style="left:-9000px;position:absolute">kettles, begonias, bicycle punctures</div>',
    "an offer and its heading": "<h2>Loans for bad credit</h2><p>Borrowers get approved for payday loans in minutes,"
    " with no credit check and no collateral. Apply online now and receive your cash today.</p>",
    "another language": "<p>Najszybsze pożyczki przez internet bez żadnych zaświadczeń, nawet 5000 złotych na twoje"
    " konto w kwadrans, wypełnij wniosek już teraz!</p>",
    "another script": "<p>เล่นเกมยิงปลาออนไลน์ ได้เงินจริง ฝากครั้งแรกรับเพิ่ม 50% ถอนได้ทุกวัน</p>",
    "a list of keywords": f"<ul>{''.join(f'<li>vortex reels {word}</li>' for word in 'login bonus app club vip'.split())}</ul>",
    "hashtags": "<p>#vortexreels #vortexbonus #reelsvip</p>",
    "one keyword over and over": "<p>星月轮盘 星月轮盘 星月轮盘</p>",
    "few links that share a keyword": "<p>" + LINKS_HINDI + "</p>",
    "advertising": '<p>Gamblers everywhere praise <a href="https://vortexreels.example/join">vortex reels</a>: whoever wagers'
    " at vortex reels collects bonus credits, vortex reels refunds unlucky wagers weekly, payouts arrive within minutes.</p>",
}


def page(middle: str = "", *, paragraphs: list[str] = PARAGRAPHS) -> bytes:
    body = [f"<p>{text}</p>" for text in paragraphs]
    body.insert(2, middle)
    html = f"<title>{HEADLINE} | Harbour News</title><body><h1>{HEADLINE}</h1><article>{''.join(body)}</article></body>"
    return f'<html><head><meta charset="utf-8"></head>{html}</html>'.encode()


def injections_of(html: bytes) -> tuple[Injection, ...]:
    return chosen_anew(page_document(html.decode())).document.injected


def clean(html: bytes) -> CleanArticle:
    return clean_page(html, url="https://harbour.example/news/lamp-keeper.html")


@pytest.mark.parametrize("kind", INJECTIONS)
def test_an_injected_block_leaves_no_trace_in_the_text(kind: str) -> None:
    assert clean(page(INJECTIONS[kind])).body == clean(page()).body


@pytest.mark.parametrize("kind", ["keywords", "Chinese keywords", "advertising", "a link farm"])
def test_visible_injections_are_in_the_ledger(kind: str) -> None:
    ledger = clean(page(INJECTIONS[kind])).ledger
    spam = [edit for edit in ledger if isinstance(edit, Removal) and edit.reason in (Reason.SPAM, Reason.HIDDEN)]
    assert spam or kind == "a link farm"


def test_links_for_nobody_are_flagged() -> None:
    assert "hidden_text" in clean(page(INJECTIONS["links off the screen"])).flags


HONEST = {
    "an article that waits for a script": f'<div style="opacity:0">{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</div>',
    "a way to reach the makers": "<p>Further particulars may be had from 01632 960114 (WhatsApp), desk@harbour.example</p>",
    "a letter's address": "<p>Letters reach the harbour at keeper@harbour.example, or in a bottle.</p>",
    "a card's other side": "<p style='transform: rotateY(180deg)'>Ethylene bends readily, polyether rebounds stiffly.</p>",
    "a column that takes what is left": "<div style='width:0;flex:1;overflow:auto'>Nobody rows alone out of that bay.</div>",
    "grey on white": "<p style='color:#eeeeee;background:#fff'>Ethylene bends readily, whereas polyether rebounds stiffly.</p>",
    "a notice that a script takes away": "<p id='zq8'>The harbour master lent the crew his own boat for a week.</p>"
    "<script>document.getElementById('zq8').style.display = 'none'</script>",
    "a folded answer": '<div style="display:none"><p>Why build the lighthouse twice? The storm had to be rehearsed.</p></div>',
    "a link to a film's own page": '<p>The trailer is on <a href="https://lampkeeper.example/trailer">the film\'s own page</a>,'
    " which the distributor opened on Monday together with a map of the rock and the harbour.</p>",
    "ways to a hall": "<p>潮見ホール13階 ・駅 港口から徒歩約6分 ・JR線 南口から徒歩約10分 ・地下鉄 3番から徒歩約8分</p>",
    "formats on offer": "<p>Filmstore (HD) | Filmstore (SD) | Filmstore (HQ) | Filmstore (MP3)</p>",
    "a writer's own links": '<p>Wim de Graaf reports on ships. You can <a href="https://mail.test/w">send him a letter</a>, <a'
    ' href="https://net.test/w">follow him</a>, <a href="https://books.test/w">find his page</a> or ask him, him alone.</p>',
    "a loan in the story": "<p>The lighthouse was paid for by a bank loan, Ostrand said, and the town guaranteed the loan.</p>",
    "a way to reach the festival": "<p>Tickets for the festival are sold at the harbour office, telephone 0491 570 006.</p>",
    "a game in the story": "<p>In its best scene the keeper plays poker with the ferrymen and bets the lamp's oil.</p>",
    "a saying in another language": "<p>«Ласточка с весною в сени к нам летит», поёт смотритель, двенадцать раз за фильм.</p>",
    "a call to buy tickets": "<p>Tickets from 12 euros are on sale now at the harbour office and online; members of the film"
    " club get a discount of 20 percent, and children watch the lighthouse film for free!</p>",
    "a festival programme": "<ul><li>18:00 Tides (92 min)</li><li>20:15 Ferrymen (101 min)</li><li>22:30 Rope, in Polish with"
    " subtitles (88 min)</li></ul>",
    "a casino in the story": "<p>Her next film follows a croupier who bets her savings at the roulette table of a casino in"
    " Ostend, wins a jackpot, and loses it within the hour to a lender who never forgets.</p>",
    "a drug in the story": "<p>The documentary on painkillers tells how one company sold tablets to whole valleys, and how"
    " pharmacies kept ordering them when the first patients died.</p>",
    "prose that unfolds": '<div style="height:0;overflow:hidden"><p>Ethylene bends readily, whereas polyether rebounds stiffly.'
    " Manufacturers inject nitrogen bubbles under pressure, which softens either compound considerably.</p></div>",
    "a guide to a word": "<p>Aperture decides how much light comes in: should the aperture confuse you, read what our"
    " photographer wrote about aperture and exposure, and what she thought of her first camera.</p>",
    "a link and its words": '<p>Regulators warned that doorbell recordings leak. <a href="https://doorbells.example/recordings">'
    "Doorbell recordings</a> went to contractors, and doorbell recordings went to insurers, whose lawyers stayed silent.</p>",
    "a summary abroad": "<p>Zusammenfassung: Über 300 Fischer kamen, niemand ging vor Mitternacht heim, und alle sangen.</p>",
    "a Chinese sentence of many clauses": "<p>不过，机构席位并非只是大举卖出，也在同时买入，当天有两个机构专用席位"
    "的买入金额居前，合计买入数亿元，深股通也买入不少,</p>",
    "a refrain": "<p>Most of it is waiting. Somebody has to oil the lamp, somebody has to answer the ferry's horn, and in"
    " the last reel the camera at last looks at that somebody.</p>",
    "letters apart that the page says": "<p>T H E L A M P K E E P E R ’ S D A U G H T E R</p>",
    "a drawing in letters": "<p>B J / \\ / \\ A - C - I - K - Z \\ / \\ / D L</p>",
    "a list of scenes": "<ul><li>the storm</li><li>the ferry</li><li>the lamp</li><li>the oil</li><li>the rock</li></ul>",
    "a list": "<p>Also in competition: Tides, Ferrymen, The Long Winter, Rope, Salt, and Two Lighthouses.</p>",
    "a Chinese list": "<p>主竞赛单元影片还有《潮汐》、《摆渡人》、《长冬》、《绳》、《盐》和《两座灯塔》。</p>",
}


@pytest.mark.parametrize("kind", HONEST)
def test_nothing_honest_is_claimed(kind: str) -> None:
    article = clean(page(HONEST[kind]))
    assert not [edit for edit in article.ledger if isinstance(edit, Removal) and edit.rule.startswith("injected")]
    assert "hidden_text" not in article.flags


PLANTED = {
    "a link": "who had spent <a href='https://vortexbags.example/'>buy replica handbags online</a> two winters",
    "an address": "who had spent (buy cheap tablets online www.vortexpills.example) two winters",
}


@pytest.mark.parametrize("kind", PLANTED)
def test_what_is_planted_in_a_sentence_leaves_no_trace(kind: str) -> None:
    longer = [text + " Nobody who saw the rock then would have believed that it could be filmed at all." for text in PARAGRAPHS]
    spoilt = [text.replace("who had spent two winters", PLANTED[kind]) for text in longer]
    assert clean(page(paragraphs=spoilt)).body == clean(page(paragraphs=longer)).body


def test_a_planted_sentence_leaves_its_paragraph() -> None:
    planted = " Claim your free casino bonus now and withdraw your winnings instantly!"
    longer = [text + " Nobody who saw the rock then would have believed that it could be filmed at all." for text in PARAGRAPHS]
    spoilt = [longer[0], longer[1].replace("fed them.", "fed them." + planted), *longer[2:]]
    assert clean(page(paragraphs=spoilt)).body == clean(page(paragraphs=longer)).body


@pytest.mark.parametrize(
    "told",
    [
        "The Blu-ray is on sale now for 19.99 dollars, with free shipping until Friday.",
        "Members get a discount of 20 percent and free popcorn on Tuesdays.",
        "Subscribers get the first month free and can cancel at any time.",
        "Tickets go on sale on Friday for members; a family ticket costs 32 euros and includes the ferry.",
    ],
)
def test_what_film_news_says_of_discs_and_discounts_stays(told: str) -> None:
    spoken = [PARAGRAPHS[0], f"{PARAGRAPHS[1]} {told} Nobody who saw the rock would have believed it.", *PARAGRAPHS[2:]]
    assert told in clean(page(paragraphs=spoken)).body


def test_an_honest_link_stays_in_its_sentence() -> None:
    linked = "who had read <a href='https://shop.example/tides'>the book on tides</a> and spent two winters"
    longer = [text + " Nobody who saw the rock then would have believed that it could be filmed at all." for text in PARAGRAPHS]
    spoken = [text.replace("who had spent two winters", linked) for text in longer]
    assert "the book on tides" in clean(page(paragraphs=spoken)).body


SHEETS = ("display:none", "opacity:0", "font-size:0", "visibility:hidden", "position:absolute;left:-9999px")


@pytest.mark.parametrize("rule", SHEETS)
def test_words_hidden_by_a_small_style_sheet_leave_the_line(rule: str) -> None:
    spoilt = [text.replace("two winters", "two <span class='zq9'>vortex reels</span> winters") for text in PARAGRAPHS]
    html = page(paragraphs=spoilt).replace(b"</head>", f"<style>.zq9{{{rule}}}</style></head>".encode())
    assert clean(html).body == clean(page()).body


CHANT = "Pigletloan pays in ten minutes, pigletloan asks nothing, so whoever needs money texts pigletloan today."


def test_a_paragraph_that_chants_a_name_goes() -> None:
    assert clean(page(f"<p>{CHANT}</p>")).body == clean(page()).body


def test_paragraphs_that_chant_one_name_do_not_vouch_for_each_other() -> None:
    other = "Pigletloan is quick, pigletloan is cheap, and pigletloan never sleeps: ask for it wherever you are, day or night."
    assert (
        clean(page(f"<p>{CHANT}</p><p>{PARAGRAPHS[0]}</p><p>{other}</p>")).body == clean(page(f"<p>{PARAGRAPHS[0]}</p>")).body
    )


def test_spam_in_an_article_that_waits_for_a_script_goes_too() -> None:
    waiting = '<div style="opacity:0">{}</div>'
    with_chant = waiting.format("".join(f"<p>{text}</p>" for text in [*PARAGRAPHS[:2], CHANT, *PARAGRAPHS[2:]]))
    without = waiting.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    assert clean(page(with_chant, paragraphs=[])).body == clean(page(without, paragraphs=[])).body


def test_a_name_that_the_page_speaks_of_is_no_chant() -> None:
    told = "<p>The lender Pigletloan paid for the festival's prizes, its founder told the town council on Saturday.</p>"
    assert CHANT in clean(page(f"<p>{CHANT}</p>{told}")).body


def test_words_hidden_inside_each_other_are_cut_once() -> None:
    hidden = '<span style="display:none">vortex <b style="display:none">reels</b> bonus</span>'
    torn = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace("patience. ", f"patience. {hidden} "), *PARAGRAPHS[3:]]
    assert clean(page(paragraphs=torn)).body == clean(page()).body


WITHIN = {
    "not shown": '<span style="display:none">vortex reels 888</span>',
    "without size": '<font style="font-size:0">vortex reels</font>',
    "off the screen": '<i style="position:absolute;left:-9999px">jackpot vortex reels</i>',
}


@pytest.mark.parametrize("kind", WITHIN)
def test_words_hidden_inside_a_paragraph_leave_it_whole(kind: str) -> None:
    torn = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace("patience. ", f"patience. {WITHIN[kind]} "), *PARAGRAPHS[3:]]
    article = clean(page(paragraphs=torn))
    assert article.body == clean(page()).body
    assert [edit for edit in article.ledger if edit.rule == "injected.hidden_words"]


@pytest.mark.parametrize(
    "inner",
    [
        '<span style="display:none">the film and the harbour</span>',
        '<span style="display:none">A click unfolds this sentence.</span>',
        '<span style="font-size:0">T</span>',
    ],
)
def test_what_a_click_may_unfold_or_the_page_says_again_stays(inner: str) -> None:
    article = clean(page(paragraphs=[*PARAGRAPHS[:2], f"{PARAGRAPHS[2]} {inner} And more.", *PARAGRAPHS[3:]]))
    assert not [edit for edit in article.ledger if edit.rule == "injected.hidden_words"]


STREWN = {
    "not shown": '<span style="display:none">{}</span>',
    "without size": '<font style="font-size:0;color:#FFF">{}</font>',
    "by attribute": "<b hidden>{}</b>",
    "by a forum's class": '<font class="jammer">{}</font>',
}


def strewn(way: str) -> list[str]:
    return [
        text.replace(", ", way.format("x9 Kq") + ", ").replace(" the ", f"{way.format('vortex')} the ") for text in PARAGRAPHS
    ]


@pytest.mark.parametrize("way", STREWN)
def test_what_is_strewn_over_sentences_goes_whatever_it_says(way: str) -> None:
    assert clean(page(paragraphs=strewn(STREWN[way]))).body == clean(page()).body


@pytest.mark.parametrize("way", ['<span style="color:#fff">{}</span>', '<a style="display:none">{}</a>'])
def test_what_a_dark_ground_shows_and_a_link_are_not_strewn(way: str) -> None:
    assert "vortex" in clean(page(paragraphs=strewn(way))).body


def test_a_hidden_comma_is_not_strewn() -> None:
    torn = [text.replace(", ", '<span style="display:none">,</span> ') for text in PARAGRAPHS]
    assert not [edit for edit in clean(page(paragraphs=torn)).ledger if edit.rule == "injected.hidden_words"]


def test_words_stay_that_somebody_put_unknown_tags_around() -> None:
    torn = [text.replace("film", "<xqzt>film</xqzt>").replace("rock", "<wvk>rock</wvk>") for text in PARAGRAPHS]
    assert clean(page(paragraphs=torn)).body == clean(page()).body


def test_a_planted_paragraph_goes_whole_though_one_of_its_sentences_pitches_most() -> None:
    offer = (
        "Roulette lovers praise Vortexa. Vortexa gives newcomers a deposit bonus and free spins, and pays out within minutes."
    )
    assert clean(page(f"<p>{offer}</p>")).body == clean(page()).body


def test_a_pitch_inside_an_honest_paragraph_does_not_take_the_paragraph_with_it() -> None:
    offer = "Vortex approves payday loans overnight: apply online now, no credit check."
    before, behind = "The ferrymen's boats were lent by a museum.", "Her next work is on the beekeepers of Ostmark."
    article = clean(page(f"<p>{before} {offer} {behind}</p>"))
    assert before in article.body
    assert behind in article.body


GERMAN = [
    "Der stille Film über das Licht und die Gezeiten hat am Sonntag den Hauptpreis der Filmtage am Hafen gewonnen.",
    "Die Regisseurin dankte der Mannschaft, die zwei Winter auf dem Felsen verbracht hat, und der ganzen Stadt.",
    "Die Jury lobte die Geduld, die der Film mit den Leuten hat, und die Ruhe, mit der er auf das Meer blickt.",
    "Der Turm wurde zweimal gebaut: einmal auf dem Felsen und einmal in der Halle, in der die Crew den Sturm probte.",
    "Der zweite Preis ging an die Macher der Reportage über die Fährleute, die drei Jahre auf den Booten lebten.",
]


def test_a_paragraph_in_the_language_of_its_page_is_none_from_abroad() -> None:
    odd = "Gut angelegte 20 Cent, wenn auch dieses Plakat kein Meisterwerk war, liebes Publikum!"
    assert odd in clean(page(f"<p>{odd}</p>", paragraphs=GERMAN)).body


def test_prose_out_of_the_page_leaves_it_without_an_alarm() -> None:
    inner = (
        '<div style="position:absolute;left:-9999px"><a href="https://compliance.example">Whoever owns these pages is'
        " committed to inclusion. Please report problems to us, wherever you encounter them.</a></div>"
    )
    article = clean(page(inner))
    assert "committed" not in article.body
    assert "hidden_text" not in article.flags


@pytest.mark.parametrize(
    "style", ["left:-100vw;position:absolute", "inset:-9999px auto auto -9999px;position:fixed", "color:rgba(9,9,9,0)"]
)
def test_prose_on_something_else_that_stands_out_of_the_page_leaves_it(style: str) -> None:
    inner = f'<div style="{style}"><p>Gherkins thrive beside radishes, provided that neither stands in puddles.</p></div>'
    assert clean(page(inner)).body == clean(page()).body


def test_a_line_that_is_a_link_to_what_is_sold_elsewhere_goes() -> None:
    sold = '<p><a href="https://vortexloans.example/">instant payday loans online</a></p>'
    told = '<p><a href="https://archive.example/">the director of loans on paper</a></p>'
    assert "lone_line" in {injection.rule for injection in injections_of(page(sold))}
    assert "lone_line" not in {injection.rule for injection in injections_of(page(told))}


def test_what_hides_within_a_sentence_and_sells_goes_though_the_page_says_its_words() -> None:
    bit = '<span style="display:none">online casino real money</span> '
    known = [*PARAGRAPHS[:2], "Real money was short online and off, the producers said, and so were the winters on the rock."]
    hidden = [*known[:1], known[1].replace("who", f"who {bit}", 1), known[2]]
    assert clean(page(paragraphs=hidden)).body == clean(page(paragraphs=known)).body
