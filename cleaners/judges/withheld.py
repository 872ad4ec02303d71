"""Tell where the rest of an article is kept back: behind a wall, a click, an app, or a link to where it stands in full."""

import re
from collections.abc import Mapping
from typing import Any

from cleaners.article import CleanArticle
from cleaners.document import Document
from cleaners.quality import weight

_WALL = re.compile(
    r"\b(?:subscribe|register|sign (?:in|up)|log ?in|join|upgrade|create an? [\w ]{0,12}account|become an? [\w ]{2,30})\b"
    r"[^.!?]{0,60}\bto (?:continue|keep|finish|unlock|read|view|access)\b(?! (?:our|all|more|your)\b)"
    r"|\b(?:this|the|rest of the|rest of this) (?:article|story|post|content|piece|report|interview)\b[^.!?]{0,40}\b(?:for|to) "
    r"[^.!?]{0,30}\b(?:subscribers|members|patrons)\b(?! of\b)"
    r"|\b(?:continue|keep|finish) reading\b[^.!?]{0,60}(?:\bsubscri|\baccount|\bapp\b|\btrial|[$£€¥]\s?\d)"
    r"|\bto (?:(?:continue|keep|finish) reading|read the (?:full|rest|whole))\b|\bunlock (?:this|the (?:full|rest))\b"
    r"|\bwant (?:to read more|all of)\b[^.!]{0,40}[.?] subscribe|\bwith (?:a|your) free trial|\bfull access to this\b"
    r"|\byour last free (?:article|story)"
    r"|(?:剩余|余下|还有).{0,6}\d\s?[%％]|(?:订阅|付费|购买|登录|登入|开通|解锁|加入|打开|下载|前往).{0,16}"
    r"(?:阅读|查看|继续看|看|解锁|閱讀)(?:本文)?(?:全文|剩余|完整|后续|余下)"
    r"|(?:本文|全文|以下|余下|剩余|后续)(?:内容)?[为是系仅限需]{0,3}.{0,4}(?:会员|付费|订阅).{0,6}(?:专享|专属|可读|可见|内容|阅读|后)"
    r"|解锁(?:文章|全文|本文|全部|剩余|完整|后续)|会员可[读看]|付费后可?(?:阅读|查看)|\d字未读|(?:登录|回复|评论|关注|付费)后可见"
    r"|登[录入]后(?:才能|方可|可以?)(?:查看|阅读|看)(?!更多|评论)"
    r"|(?:客户端|APP)继续(?:阅读|观看)"
    r"|für Abonnenten|mit (?:einem )?Abo (?:weiter|lesen)|(?:abonnieren|registrieren|anmelden) und weiterlesen|weiterlesen mit"
    r"|réservée?s? (?:aux|à nos) abonné|il vous reste .{1,8}% de cet article|pour lire la suite"
    r"|para suscriptores|para (?:seguir|continuar) leyendo|(?:agli|per gli) abbonati|para assinantes|para continuar lendo"
    r"|verder (?:lezen )?met een abonnement|voor abonnees|vain tilaajille|(?:for|til) abonnenter|med abonnement"
    r"|för prenumeranter|dla (?:prenumeratorów|subskrybentów)|abonelere özel"
    r"|(?:有料|会員)(?:会員)?限定|続き(?:を|は).{0,16}(?:会員|ログイン|登録|購読)|残り\s?[\d,]+\s?文字"
    r"|(?:구독자|회원) 전용|계속 읽으려면|для подписчиков|доступ\w+ (?:только )?(?:подписчикам|по подписке)"
    r"|чтобы (?:про)?читать (?:полностью|дальше|далее|статью)",
    re.I,
)
"""What says that there is more for those who pay, log in or install something."""
_MORE = re.compile(
    r"\W*(?:(?:continue|keep) reading|read (?:on|more|(?:the )?(?:full|rest|whole|entire|complete|original))\b.{0,60}"
    r"|full (?:story|article)|(?:点击|戳|扫码)?.{0,4}(?:阅读|查看|展开|閱讀)(?:更多|全文|原文|剩余).{0,12}"
    r"|weiterlesen|lire la suite|leer más|leggi tutto|続きを読む|читать (?:далее|полностью)|더보기)\W*",
    re.I,
)
"""What leads to more; articles that are whole have it as well."""
_ENDED = re.compile(r"(?<!\.\.)[.!?。！？：:;；—–-][\s”\"’'」』）)\]]*$")
_ENDING = 8
"""Last characters of a text that tell whether its sentence ends."""
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|。。。)[\s\])）]*$")
_QUOTED = ("“", '"', "‘", "「", "『", "«", "„")
_NEAR, _LINE, _TEXT = 6, 200, 60
"""Blocks behind the text in which such a line is looked for, and its most characters; least weight of a paragraph, behind
which none has to say so."""
_TEASER = 2_000
"""Most weight of a text that a wall is taken at its word about: sites put walls' words below whole articles, too, for a script
to show. A text that breaks off may be longer."""


def withheld(article: CleanArticle, document: Document) -> str | None:
    """The line by which a page says that the article goes on elsewhere, where the text bears it out."""
    long = weight(article.body[: 4 * _TEASER]) > _TEASER
    if not document.chosen or not article.body or (long and _ENDED.search(article.body, len(article.body) - _ENDING)):
        return None
    ending = article.body.rsplit("\n\n", _NEAR)[-_NEAR:]
    last = next(
        (line for line in reversed(ending) if len(line) > _LINE or not (_MORE.fullmatch(line) or _WALL.search(line))), ""
    )
    broken_off = _BROKEN_OFF.search(last) is not None
    open_end = broken_off or (_ENDED.search(last) is None and weight(last) >= _TEXT)
    lines = _lines_behind(document) if open_end or not long else []
    if wall := next((line for line in lines if _WALL.search(line)), None):
        return wall
    more = next((line for line in lines if _MORE.fullmatch(line)), None) if broken_off else None
    return more or ("not free to read" if open_end and any(map(_is_locked, document.structured.articles)) else None)


def _lines_behind(document: Document) -> list[str]:
    """The short lines around the end of the text, from the last paragraph on."""
    end = max(document.chosen)
    texts = [block.text for block in document.blocks[max(0, end - _NEAR) : end + _NEAR + 1]]
    told = [len(text) > _LINE or (weight(text) >= _TEXT and not _WALL.search(text)) for text in texts]
    after = max((at for at, is_text in enumerate(told) if is_text), default=-1)
    return [text for text in texts[after + 1 :] if len(text) <= _LINE and not text.startswith(_QUOTED)]


def _is_locked(item: Mapping[str, Any]) -> bool:
    return str(item.get("isAccessibleForFree")).lower() == "false"
