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


def test_a_cut_end_costs_one_character() -> None:
    decoded = decode(CHINESE[:-10].encode()[:-1])
    assert (decoded.encoding, decoded.text) == ("utf-8", CHINESE[:-11] + "\ufffd")


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


@pytest.mark.parametrize("unit", [b"\xe4", b"<\x80", b"a\xe4<", b" \xff", CHINESE.encode("gbk"), CHINESE.encode() + b"\xff"])
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
