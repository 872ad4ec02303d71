"""Letters that a poorer character set replaced by a question mark: Fran?ais."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from cleaners.ledger import Repair
from cleaners.page_text import MOST, PageText

_MARK = re.compile(r"\?(?=[^\W\d_])")
_BESIDE = re.compile(r"[\w/.&=+%-]")
"""Beside a torn word one of these tells an address or a query string."""

_CONTRACTION = re.compile(r"(?<![\w?/.&=])([A-Za-z]{1,15})\?(s|t|re|ve|ll|d|m)(?![\w?])")
_SUBJECTS = frozenset("i you he she it we they who that there what how where here let".split())
_TWO_WORDS = re.compile(r"([A-Za-z][a-z]+)\?([a-z]{2,})")
_LINKS = frozenset(
    "and are as at be by for from had has have he her his is it its of she that the their they this was were which who will"
    " with would said says but not or than when where".split()
)
"""Words that are never half of a compound: what stood beside them was a space, not a hyphen."""

_WORD = re.compile(r"[^\W\d_]+")

KNOWN_WORDS = (
    # languages and places, as site menus and festival reports have them
    "Français Française Españo Español Española Português Türkçe Čeština Íslenska Slovenščina Tiếng Việt São Paulo Málaga"
    " Córdoba Gijón Łódź Göteborg Malmö Zürich München Köln Düsseldorf Århus Tromsø Reykjavík Côte Québec Montréal Genève"
    " Besançon Orléans Bogotá Medellín Cancún Mérida Querétaro Michoacán León Yucatán México Perú Panamá Brasília Curaçao"
    " Türkiye İstanbul Kraków Poznań Wrocław Gdańsk Plzeň Île-de-France"
    # people and titles of the cinema
    " François Françoise Gonçalves Almodóvar Penélope Cuarón Iñárritu González Alejandro Guillermo Rodríguez Hernández"
    " Martínez García Gómez López Pérez Sánchez Ramírez Jiménez Muñoz Nuñez Núñez Peña Ibáñez Ordóñez Castañeda Bardem"
    " Amenábar Buñuel Víctor Joaquín Andrés Tomás Jesús Nicolás Raúl Saúl Inés Mónica Verónica Sofía María Julián Adrián"
    " Sebastián Fabián Germán Iván Benício João José Renée Zellweger Zoë Chloë Chloé Noël Gaël Joël Raphaël Michaël Loïc"
    " Anaïs Maïwenn Léa Adèle Hélène Agnès Irène Amélie Céline Cléo Desirée Étienne Éric Élodie Émile Édith Éva Élisabeth"
    " Désirée Jérôme Gérard Frédéric André Rémy René Réal Noé Téchiné Béatrice Emmanuèle Séverine Aimée Piéta Pagnol"
    " Timothée Chalamet Beyoncé Björk Göran Malin Åkerman Skarsgård Östlund Stellan Håkan Måns Sjöström Bergström Ekström"
    " Sjöberg Kaurismäki Härö Mäkelä Jürgen Jörg Günter Jürgens Grönemeyer Schlöndorff Böll Müller Schröder Krüger Brühl"
    " Hüller Köhler Löwe Königin Fräulein Führer Übermensch Märchen Rønning Trier Søren Jørgen Bjørn Bodø Møller Sørensen"
    " Thorbjørn Mikkelsen Kåre Æsop Žižek Slavoj Miloš Jiří Věra Chytilová Švankmajer Dvořák Čapek Jóhann Jóhannsson"
    " Kieślowski Skłodowska Wałęsa Małgorzata Łukasz Paweł Michał Agnieszka István Szabó Béla László Nemes Ildikó Enyedi"
    " Zoltán Gábor György Márta Mészáros Miklós Jancsó Ceaușescu Ceylan Bilge Özpetek Şahin Çelik Çağlar Gürsel Günay"
    # words of English and of film writing
    " façade soupçon garçon reçu leçon niño señor señora señorita mañana piñata jalapeño El Niño La Niña cañon naïve naïveté"
    " Noël Citroën doppelgänger über Ångström Gruyère smörgåsbord château fête crêpe tête-à-tête raison d’être entrepôt rôle"
    " dépôt hôtel bête noire pâté piñon frühling voilà déjà vu café cliché fiancé fiancée résumé protégé protégée blasé"
    " communiqué décor début débutante émigré éclair élan élite entrée exposé flambé habitué macramé matinée mêlée mélange"
    " passé risqué sauté séance soirée soufflé touché Pokémon Pokémons première vérité cinéma auteur métier ménage à trois"
    " crème brûlée vis-à-vis à la carte São Ångström Nestlé L’Oréal Hermès Lancôme Chloé Häagen-Dazs Mötley Crüe Motörhead"
    " Beyoncé’s Les Misérables Amélie Caché Fantômas Déjà Coco avant Roma Señorita Moulin Bâton Façade Ça Noirmoutier"
)
"""Words whose accents everybody in our field would put back, each the only reading of its torn form."""


_LONGEST = 24
"""Letters looked at on each side of a question mark."""


def lost_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put a letter back where page or vocabulary knows one word only, and the space or the quote that stood between words.

    >>> [(repair.before, repair.after) for repair in lost_letters("Le Fran?ais Gon?alves?", PageText("Le Fran?ais Gon?alves?"))]
    [('?', 'ç'), ('?', 'ç')]
    """
    if _MARK.search(text) is None:
        return
    found = dict(_proven(text, page))
    for start, after in sorted(found.items()):
        yield Repair(start, start + 1, "?", after, "damage.lost_letter")


def proven_losses(text: str, page: PageText) -> Iterator[str]:
    """The torn words of a text whose whole form is known."""
    yield from (torn for _, torn in _torn(text) if _whole(torn, page))


def _proven(text: str, page: PageText) -> Iterator[tuple[int, str]]:
    torn = list(_torn(text))
    whole = {start: word for start, word in ((start, _whole(word, page)) for start, word in torn) if word}
    for start, word in torn:
        yield from ((start + i, whole[start][i]) for i, char in enumerate(word) if char == "?" and start in whole)
    yield from ((match.end(1), "’") for match in islice(_CONTRACTION.finditer(text), MOST) if _contracted(match, page))
    spaced = {start: two for start, word in torn if start not in whole and (two := _TWO_WORDS.fullmatch(word))}
    if len(whole) + len({two.group() for two in spaced.values()}) >= 2:
        words = _words(page.text)
        yield from ((start + two.end(1), " ") for start, two in spaced.items() if _apart(two, words))


def _contracted(match: re.Match[str], page: PageText) -> bool:
    """Whether the mark stood for an apostrophe: don?t, they?re, and the genitive of a word that the page has."""
    word, end = match[1].lower(), match[2]
    if end == "t":
        return word.endswith("n") and len(word) > 2
    return word in _SUBJECTS or (end == "s" and word in _words(page.text))


def _apart(two: re.Match[str], words: frozenset[str]) -> bool:
    """Whether both halves are words by themselves, and one of them a word that is never compounded."""
    pair = {two[1].lower(), two[2]}
    return pair <= (words | _LINKS) and not pair.isdisjoint(_LINKS)


def _torn(text: str) -> Iterator[tuple[int, str]]:
    """Words with question marks inside or before them, and where each starts."""
    past = 0
    for match in islice(_MARK.finditer(text), MOST):
        if match.start() < past:
            continue
        start, end = match.start(), match.end()
        while start > max(past, match.start() - _LONGEST) and _of_word(text[start - 1]):
            start -= 1
        while end < min(len(text), match.end() + _LONGEST) and _of_word(text[end]):
            end += 1
        past = end
        beside = text[max(0, start - 1) : start] + text[end : end + 1].replace(".", "").replace("-", "")
        if not _BESIDE.search(beside) and end - start >= 3:
            yield start, text[start:end].rstrip("?")


def _of_word(char: str) -> bool:
    return char == "?" or char.isalpha()


def _whole(torn: str, page: PageText) -> str | None:
    """The only word known that has letters beyond ASCII where this one has question marks."""
    lowered = torn.lower()
    own = {word for word in _accented(page.text).get(lowered, ()) if len(word) == len(torn)}
    known = own or _known().get(lowered, frozenset())
    if len(known) != 1:
        return None
    word = next(iter(known))
    return "".join(letter if char == "?" else char for char, letter in zip(torn, _cased(word, torn), strict=True))


def _cased(word: str, torn: str) -> str:
    return word.upper() if torn.isupper() else word


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"(?<![\w?])[A-Za-z]{2,}(?![\w?])", text)[:20_000])


@lru_cache(maxsize=4)
def _accented(text: str) -> dict[str, frozenset[str]]:
    return _by_torn_form(word for word in _WORD.findall(text) if not word.isascii())


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    return _by_torn_form(word for word in re.split(r"[ ’-]", KNOWN_WORDS) if not word.isascii())


def _by_torn_form(words: Iterator[str]) -> dict[str, frozenset[str]]:
    """Words under their torn forms: every letter beyond ASCII gone, or only those that GBK lacks."""
    found: dict[str, set[str]] = {}
    for word in words:
        for charset in ("ascii", "gbk"):
            torn = word.encode(charset, "replace").decode(charset).lower()
            if "?" in torn and torn.strip("?"):
                found.setdefault(torn, set()).add(word.lower() if word.islower() else word)
    return {torn: frozenset(forms) for torn, forms in found.items()}
