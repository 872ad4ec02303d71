"""The ways in which broken software damages characters, each with the truth kept beside what it makes of a text."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from opencc import OpenCC
from pypinyin.pinyin_dict import pinyin_dict

from cleaners.ledger import Place

Damage = Callable[["Text"], "Damaged | None"]

_MARK = re.compile(r"[“‘《（，。：；！？](?=[\u4e00-\u9fff][\u4e00-\u9fff])")
_MARKS = re.compile("[\xa0‘’“”–—…·•\u3000-\u303f\uff00-\uffef]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Text:
    """An honest text of several lines, its language, and a seeded source of chance."""

    text: str
    language: str
    chance: random.Random

    @property
    def chinese(self) -> bool:
        return self.language == "zh"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text after its damage, and for each place that was damaged what had stood there."""

    text: str
    truth: dict[Place, str]


def _joined(pieces: Iterator[tuple[str, str]]) -> Damaged | None:
    """Put pieces together, each as it is now and as it was."""
    now, at, truth = [], 0, {}
    for piece, was in pieces:
        now.append(piece)
        if piece != was:
            truth[at, at + len(piece)] = was
        at += len(piece)
    return Damaged("".join(now), truth) if truth else None


def lost(charset: str) -> Damage:
    """What a character set lacks became a question mark; pictures and symbols aside, which nobody can tell."""

    def damage(text: Text) -> Damaged | None:
        return _joined((char.encode(charset, "replace").decode(charset), char) for char in text.text if _tellable(char))

    return damage


def replaced(text: Text) -> Damaged | None:
    """What Windows writes in one byte, read as UTF-8: a replacement character each."""
    return _joined((char if char < "\x80" or not char.encode("cp1252", "ignore") else "\ufffd", char) for char in text.text)


def replaced_bytes(text: Text) -> Damaged | None:
    """What UTF-8 writes in several bytes, read as ASCII: a replacement character for each byte."""
    return _joined((char.encode("utf-8").decode("ascii", "replace"), char) for char in text.text)


def _tellable(char: str) -> bool:
    return (
        char < "\x80"
        or char.isalpha()
        or char in "\xa0‘’“”–—…·•"
        or "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uffef"
    )


def misread(*ways: tuple[str, str], share: float = 1.0) -> Damage:
    """Lines written in one character set and read in another, as many times as there are ways; a share of them."""

    def damage(text: Text) -> Damaged | None:
        def lines() -> Iterator[tuple[str, str]]:
            for line in text.text.splitlines(keepends=True):
                yield (_misread(line, ways) if text.chance.random() < share else line), line

        return _joined(lines())

    return damage


def _misread(line: str, ways: tuple[tuple[str, str], ...]) -> str:
    after = line
    try:
        for written, read in ways:
            after = after.encode(written).decode(read)
    except UnicodeError:
        return line
    return after


def chinese(damage: Damage, convert: str | None = None) -> Damage:
    """The same for Chinese texts only, in Traditional characters where a table of OpenCC is named."""

    def only(text: Text) -> Damaged | None:
        if not text.chinese:
            return None
        return damage(Text(OpenCC(convert).convert(text.text), text.language, text.chance) if convert else text)

    return only


def english(damage: Damage) -> Damage:
    return lambda text: None if text.chinese else damage(text)


def shifted(errors: str) -> Damage:
    """One byte of a mark of punctuation became ``?``; every pair after it is read one byte off, until the pairs break."""

    def damage(text: Text) -> Damaged | None:
        def lines() -> Iterator[tuple[str, str]]:
            for line in text.text.splitlines(keepends=True):
                marks = list(_MARK.finditer(line))
                yield from _shift(line, text.chance.choice(marks).start(), errors) if marks else [(line, line)]

        return _joined(lines())

    return damage


def _shift(line: str, at: int, errors: str) -> Iterator[tuple[str, str]]:
    try:
        raw = line[at:].encode("gbk")
    except UnicodeEncodeError:
        yield line, line
        return
    now = "?" + raw[1:].decode("gbk", errors)
    same = next((size for size in range(min(len(now), len(line) - at)) if now[-1 - size] != line[-1 - size]), 0)
    if len(now) - same < 4:  # only the mark is gone, nothing is shifted
        yield line, line
        return
    yield line[:at], line[:at]
    yield now[: len(now) - same], line[at : len(line) - same]
    yield now[len(now) - same :], line[len(line) - same :]


def glossed(text: Text) -> Damaged | None:
    """Readings behind some of the characters."""

    def pieces() -> Iterator[tuple[str, str]]:
        for char in text.text:
            yield char, char
            if _HAN.match(char) and text.chance.random() < 0.04:
                yield f"({pinyin_dict[ord(char)].split(',')[0]})", ""

    return _joined(pieces())


UTF8_GBK, UTF8_WESTERN, UTF8_LATIN = ("utf-8", "gbk"), ("utf-8", "cp1252"), ("utf-8", "latin-1")

DAMAGES: dict[str, Damage] = {
    "lost: GBK": lost("gbk"),
    "lost: Latin-1": english(lost("latin-1")),
    "lost: Windows": english(lost("cp1252")),
    "lost: ASCII": english(lost("ascii")),
    "lost: Windows read as UTF-8": english(replaced),
    "lost: UTF-8 read as ASCII": english(replaced_bytes),
    "shifted: broken pairs dropped": chinese(shifted("ignore")),
    "shifted: broken pairs replaced": chinese(shifted("replace")),
    "shifted: Traditional, dropped": chinese(shifted("ignore"), "s2t"),
    "shifted: Traditional, replaced": chinese(shifted("replace"), "s2t"),
    "misread: UTF-8 as GBK": misread(UTF8_GBK),
    "misread: UTF-8 as Western": misread(UTF8_WESTERN),
    "misread: UTF-8 as Latin-1": misread(UTF8_LATIN),
    "misread: GBK as Latin-1": chinese(misread(("gbk", "latin-1"))),
    "misread: GBK as Western": chinese(misread(("gbk", "cp1252"))),
    "misread: Big5 as GBK": chinese(misread(("big5", "gbk")), "s2t"),
    "misread: Big5 as Latin-1": chinese(misread(("big5", "latin-1")), "s2t"),
    "misread: GBK as Big5": chinese(misread(("gbk", "big5"))),
    "misread: Western twice": misread(UTF8_WESTERN, UTF8_WESTERN),
    "misread: Latin-1 twice": misread(UTF8_LATIN, UTF8_LATIN),
    "misread: Western, then GBK": misread(UTF8_WESTERN, UTF8_GBK),
    "misread: every third line, GBK": misread(UTF8_GBK, share=0.33),
    "misread: every third line, Western": misread(UTF8_WESTERN, share=0.33),
    "readings": chinese(glossed, "s2t"),
    "readings, Simplified": chinese(glossed),
}
