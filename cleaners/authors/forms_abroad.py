"""The bylines of French, German, Spanish, Italian, Portuguese, Dutch and Russian pages, as festivals and papers write them."""

import re

from cleaners.authors.names import split_names
from cleaners.authors.spelling import is_full_name, is_given

_BY = {
    "fr": r"(?:[ÉE]crit\s)?[Pp]ar|PAR",
    "de": r"(?:Eine?\s[A-Z]\w+\s)?[Vv]on|VON|Text:",
    "es": r"[Pp]or|POR",
    "pt": r"[Pp]or|POR",
    "it": r"[Dd]i|DI|[Aa] cura di",
    "nl": r"[Dd]oor|DOOR",
    "ru": r"(?:Автор|Текст):",
}
_DATED_FIRST = r"(?:Publié|Mis à jour|Veröffentlicht|Publicado|Actualizado|Pubblicato)\b[^.]{4,60}?,?\s"
_BYLINES = {
    language: re.compile(rf"(?:{_DATED_FIRST})?(?:{word})\s+(?P<names>[A-ZÀ-ÞА-ЯЁ].*)") for language, word in _BY.items()
}
_END = re.compile(
    r"\s*(?:[|•●·;(/\x1f]|,\s(?-i:[a-zà-ÿ])"
    r"|\s[-–—]\s|\d|\b(?:publié|mis à jour|envoyée?s?|le|am|vom|aus|für|publicado|actualizado|pubblicato"
    r"|aggiornato|il|el|em|op)\b)",
    re.I,
)
_COUNTRY = re.compile(r"https?://[^/:]+\.(fr|de|es|it|pt|nl)(?:[:/]|$)", re.I)
_AROUND = {
    "fr": re.compile(r"\b(?:publié|mis à jour) le\b", re.I),
    "de": re.compile(r"\b(?:veröffentlicht am|aktualisiert am|stand:)", re.I),
    "es": re.compile(r"\b(?:publicado|actualizado)\b", re.I),
    "it": re.compile(r"\b(?:pubblicato|aggiornato)\b", re.I),
}
_AND = re.compile(r"\s(?:et|und|y|e|en)\s")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


def language_told(given: str | None, url: str, near: str) -> str | None:
    """The page's own word on its language; where it says none, that of its country, or of the words around its date.

    >>> language_told(None, "https://www.kino.de/a", ""), language_told(None, "", "Publié le 3 mai 2026")
    ('de', 'fr')
    """
    if given:
        return given
    if country := _COUNTRY.match(url):
        return country[1]
    return next((language for language, pattern in _AROUND.items() if pattern.search(near)), None)


def begins_abroad(text: str, language: str | None) -> bool:
    """Whether a line begins as the language's bylines do; in English and Chinese none does.

    >>> begins_abroad("Par Odile Ferrand", "fr-FR"), begins_abroad("Par Odile Ferrand", "en")
    (True, False)
    """
    pattern = _BYLINES.get((language or "")[:2].lower())
    return pattern is not None and pattern.match(text) is not None


def names_abroad(text: str, language: str | None, beside: str = "") -> tuple[str, ...]:
    """The names of a line that begins as the language's bylines do; names begin so too, so it or its neighbour must be dated.

    >>> names_abroad("Par Odile Ferrand et Luc Marsan – Publié le 3 mai 2026", "fr")
    ('Odile Ferrand', 'Luc Marsan')
    >>> names_abroad("Von Trier dreht wieder", "de", "3. Mai 2026"), names_abroad("Di Caprio Torna Presto", "it")
    ((), ())
    """
    pattern = _BYLINES.get((language or "")[:2].lower())
    match = pattern.match(text) if pattern else None
    if match is None:
        return ()
    rest = match["names"]
    end = _END.search(rest)
    row = _AND.sub(", ", rest[: end.start()] if end else rest)
    names = split_names(row)
    whole = all(is_full_name(name) for name in names) and len(names) == row.count(",") + 1
    dated = _DATED.search(f"{text} {beside}") is not None
    return names if whole and (dated or all(map(is_given, names))) else ()
