"""Bytes become the text that was meant, whatever the page claims about them."""

import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.decode import decode

CHINESE = "<p>导演说这部影片讲述了一个普通家庭三十年的变迁，票房已经超过两亿元。</p>"
TRADITIONAL = "<p>導演說這部影片講述了一個普通家庭三十年的變遷，票房已經超過兩億元。</p>"
JAPANESE = "<p>監督は、この映画について語りました。秋にカンヌで上映されます。</p>"
FRENCH = "<p>The café owner’s niece Zoë met Penélope at Cannes — a “naïve” choice, says her aunt.</p>"
RUSSIAN = "<p>Фильм режиссёра вышел на экраны сегодня</p>"
WRITTEN = [
    (CHINESE, "gbk"),
    (CHINESE, "gb18030"),
    (CHINESE, "utf-8"),
    (CHINESE, "utf-16"),
    ("<html>" + CHINESE, "utf-16-le"),
    ("<html>" + CHINESE, "utf-16-be"),
    (TRADITIONAL, "big5"),
    (TRADITIONAL, "gb18030"),
    (TRADITIONAL, "utf-8"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "utf-8"),
    (FRENCH, "cp1252"),
    (FRENCH, "utf-8"),
]


@pytest.mark.parametrize("claim", ["", "utf-8", "gbk", "big5", "shift_jis", "iso-8859-1", "no-such-charset"])
@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_a_lying_header_does_no_harm(text: str, encoding: str, claim: str) -> None:
    assert decode(text.encode(encoding), f"text/html; charset={claim}" if claim else "text/html").text == text


@pytest.mark.parametrize("claim", ["utf-8", "gb2312", "big5", "windows-1252"])
@pytest.mark.parametrize(("text", "encoding"), [row for row in WRITTEN if "16" not in row[1]])
def test_a_lying_meta_element_does_no_harm(text: str, encoding: str, claim: str) -> None:
    page = f'<meta charset="{claim}">{text}'
    assert decode(page.encode(encoding)).text == page


def test_an_honest_declaration_outside_our_field_is_believed() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251").text == RUSSIAN


def test_a_mark_that_lies_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbf" + CHINESE.encode("gbk")).text == CHINESE


def test_a_true_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbf" + CHINESE.encode()).text == CHINESE


def test_parts_from_elsewhere_are_read_as_what_they_are() -> None:
    page = (CHINESE * 9).encode() + "<li>今天的电影票房排行榜</li>".encode("gbk") + CHINESE.encode()
    assert decode(page).text == CHINESE * 9 + "<li>今天的电影票房排行榜</li>" + CHINESE


def test_a_template_in_utf8_round_a_text_of_gbk_is_read() -> None:
    page = "<h1>海滨电影节今日开幕</h1>".encode() + (CHINESE * 9).encode("gbk")
    assert decode(page).text == "<h1>海滨电影节今日开幕</h1>" + CHINESE * 9


def test_a_block_of_chinese_leaves_the_quotes_of_an_english_page_alone() -> None:
    english = FRENCH.encode() * 4
    assert decode(b"<meta charset=utf-8>" + english + CHINESE.encode("gbk")).text.endswith(FRENCH * 4 + CHINESE)
    assert decode(b"<meta charset=utf-8>" + FRENCH.encode() + CHINESE.encode("gbk") * 4).text.endswith(CHINESE * 4)


def test_russian_that_is_declared_in_another_set_of_its_own_is_read() -> None:
    for declared, written in (("windows-1251", "koi8-r"), ("koi8-r", "cp1251"), ("ibm866", "cp1251")):
        assert decode(f"<meta charset={declared}>{RUSSIAN}".encode(written)).text.endswith(RUSSIAN)


def test_characters_as_java_writes_them_are_read() -> None:
    assert decode(CHINESE.encode() + b"<p>\xed\xa0\xbd\xed\xb8\x80 a\xc0\x80b").text == f"{CHINESE}<p>😀 ab"


def test_a_cut_end_costs_one_character() -> None:
    decoded = decode(CHINESE[:-10].encode()[:-1])
    assert (decoded.encoding, decoded.text) == ("utf-8", CHINESE[:-11] + "\ufffd")


def test_stretches_beyond_what_is_compared_are_read_as_the_last() -> None:
    page = (CHINESE.encode() + "<li>今天的电影票房排行榜</li>".encode("gbk")) * 2000
    assert decode(page).text.count("今天的电影票房排行榜") == 2000


def test_the_disproved_claim_is_told() -> None:
    decoded = decode(CHINESE.encode("gbk"), "text/html; charset=utf-8")
    assert (decoded.encoding, decoded.declared) == ("gb18030", "utf-8")


@pytest.mark.parametrize(
    "served",
    [b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj", zlib.compress(CHINESE.encode() + bytes(range(256)) * 40) * 4],
    ids=["a PDF", "an archive"],
)
def test_what_is_no_text_has_none(served: bytes) -> None:
    decoded = decode(served, "text/html; charset=utf-8")
    assert (decoded.text, decoded.encoding, decoded.declared) == ("", "binary", "utf-8")


@given(st.binary(max_size=400), st.sampled_from(["", "text/html; charset=gbk", "text/html; charset=utf-7", "\udc80;charset"]))
def test_any_bytes_give_a_text(html: bytes, content_type: str) -> None:
    assert isinstance(decode(html, content_type).text, str)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_utf8_survives(text: str) -> None:
    assert decode(b"<meta charset=utf-8>" + text.encode()).text == "<meta charset=utf-8>" + text


UNITS = (
    b"\xe4",
    b"<\x80",
    b"a\xe4<",
    b" \xff",
    CHINESE.encode("gbk"),
    CHINESE.encode() + b"\xff",
    "<é".encode() * 9 + b"<\xe4" * 4,
)


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_bytes_take_twice_the_time(unit: bytes) -> None:
    def seconds(size: int) -> float:
        html = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        decode(html)
        return time.process_time() - start

    small, large = (min(seconds(size) for _ in range(3)) for size in (250_000, 1_000_000))
    assert large < 10 * small + 0.02
    assert large < 1.0


@pytest.mark.parametrize("text", [CHINESE, FRENCH, JAPANESE, "<p>The owner’s café opens at noon, the harbour’s at one.</p>"])
def test_one_wrong_byte_spoils_one_character(text: str) -> None:
    """Read as Windows', the whole paragraph would be garbled for it."""
    raw = f"<p>Plain.</p>{text}<p>Plain again.</p>".encode()
    at = raw.index(b"</p><p>Plain again")
    assert decode(raw[:at] + b"\xff" + raw[at:]).text == raw[:at].decode() + "\ufffd" + raw[at:].decode()


@pytest.mark.parametrize("quoted", ["“success” of a few", "“up” again", "‘no’ is no answer"])
def test_a_quote_that_takes_a_letter_with_it_is_no_chinese(quoted: str) -> None:
    page = f"<title>Your {quoted}</title><p>Your {quoted}</p>"
    assert decode(page.encode("cp1252")).text == page


def test_undeclared_seven_bit_japanese_is_read() -> None:
    assert decode(JAPANESE.encode("iso2022_jp")).text == JAPANESE


ABROAD = {
    "cp1251": "Режиссёр Мара Линдквист сказала, что хотела снять фильм не о море, а об ожидании и о надежде.",
    "koi8-r": "Режиссёр Мара Линдквист сказала, что хотела снять фильм не о море, а об ожидании и о надежде.",
    "iso8859-5": "Режиссёр Мара Линдквист сказала, что хотела снять фильм не о море, а об ожидании и о надежде.",
    "cp1253": "Η σκηνοθέτις είπε ότι δεν ήθελε μια ταινία για τη θάλασσα αλλά για την αναμονή και την ελπίδα.",
    "cp1256": "وقالت المخرجة إنها لم ترد أن تصنع فيلما عن البحر بل عن الانتظار وعن الأمل الساذج لدى من ينتظرون.",
    "cp1255": "הבמאית אמרה שלא רצתה לעשות סרט על הים אלא על ההמתנה ועל התקווה התמימה של מי שמחכים.",
    "cp874": "ผู้กำกับกล่าวว่าเธอไม่ได้ต้องการสร้างภาพยนตร์เกี่ยวกับทะเล แต่เกี่ยวกับการรอคอยและความหวัง",
    "cp1254": "Yönetmen denizi değil bekleyişi anlatan bir film çekmek istediğini söyledi; oyuncular da katıldı.",
    "cp1250": "Reżyserka powiedziała, że nie chciała zrobić filmu o morzu, lecz o czekaniu; piątek był ciężki.",
    "mac-roman": "“We didn’t want the sea,” she said, “we’ve had it — and it’s cold in the café.”",
}


@pytest.mark.parametrize("claim", ["", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ABROAD)
def test_other_alphabets_are_known_by_their_letters(encoding: str, claim: str) -> None:
    page = f"<html><title>Film</title><p>{ABROAD[encoding]}</p><p>{ABROAD[encoding]}</p>"
    assert decode(page.encode(encoding), f"text/html; charset={claim}" if claim else "text/html").text == page


WESTERN = {
    "French": "À l’été dernier, la réalisatrice a présenté à Cannes un film où l’hôtesse répète ses rôles, très émue.",
    "German": "Für die Größe der Tür müssen wir später üben, sagt er; schöne Grüße aus Köln über das Wörterbuch.",
    "Portuguese": "A atuação não é só emoção: são ações e reações, à distância, com a câmera já próxima das mãos.",
    "Icelandic": "Þau sögðu það við mig að myndin væri góð og að þeir ættu að sjá hana í bíó, því að hún er íslensk.",
    "Spanish": "¿Qué pasó en la película? El niño soñó con el año próximo; la canción sonó así, según él.",
}


@pytest.mark.parametrize("text", WESTERN.values(), ids=WESTERN.keys())
def test_western_letters_stay_western(text: str) -> None:
    page = f"<p>{text}</p>" * 3
    assert decode(page.encode("cp1252")).text == page
