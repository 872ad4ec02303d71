"""Gather the vocabulary of words with accents that ``cleaners.damage.lost_words`` reads, from sources that permit it.

    pip install faker stopwordsiso pyspellchecker
    python -m benchmarks.training.accented_words > cleaners/data/accented_words.txt

Names of people, places and firms come from Faker (MIT), common words of other languages from stopwordsiso (MIT), loan words and
names of the cinema from the list below. pyspellchecker only tells which stems are English words: a word whose last letter may
as well be a question mark behind another word (``expos?``) is marked with ``=``.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

OWN = (
    # words of English
    "façade façades soupçon garçon reçu niño niña señor señora señorita mañana piñata jalapeño jalapeños cañon naïve"
    " naïveté naïvely doppelgänger über smörgåsbord château châteaux fête fêtes crêpe crêpes tête entrepôt rôle rôles"
    " dépôt hôtel hôtels bête noire pâté pâtisserie pâtissier voilà déjà vu café cafés cliché clichés clichéd fiancé"
    " fiancée fiancés résumé résumés protégé protégée protégés blasé communiqué communiqués décor début débuts"
    " débutante émigré émigrés éclair éclairs élan élite entrée entrées exposé exposés flambé flambéed habitué"
    " habitués macramé matinée matinées mêlée mélange passé risqué sauté sautéed sautéing séance séances soirée"
    " soirées soufflé soufflés touché Pokémon première premières métier ménage crème brûlée à purée puréed purées"
    " consommé frappé rosé rosés appliqué cortège divorcé divorcée étude études fricassée gâteau gâteaux glacé"
    " béarnaise béchamel hors d’œuvre œuvre manqué née outré papier-mâché mâché pièce résistance portière raison être"
    " retroussé roué sautés tisané vinaigrette crémant Sémillon Rhône Côte Côtes Rôtie mourvèdre Carménère Albariño"
    " Gewürztraminer Grüner Veltliner Kölsch Märzen provençal Provençal Beyoncé attaché attachés café-bar cinéma"
    " vérité vis-à-vis papaïne Häagen Dazs Motörhead Mötley Crüe Björk Sigur Rós Jokulhlaup piñon tapénade jalapeno"
    " açaí acaí guaraná maté yerba mezcalería taquería queso jícama adiós olé fútbol ánimo corrída matadór Führer"
    " führer Übermensch Weltanschauung fräulein Fräulein Märchen Götterdämmerung Zeitgeist Bundesländer Länder"
    " Fahrvergnügen Straße Königin König Schön schön für große größte können müssen Gemütlichkeit Kindergärten Bücher"
    " Mädchen Jäger Jägermeister Käse Müsli müsli Brötchen Röntgen Schrödinger Gödel Weizsäcker Dräger Förderpreis"
    " Börse Römer Größe Rückkehr Küche Frühling Fußball Weiß Groß smörgås Ångström ångström Malmö Göteborg Jönköping"
    " Norrköping Västerås Örebro Umeå Luleå Växjö Skåne Tromsø Bodø Ålesund Århus Aarhus Ærø København Sørensen"
    " Rønning Jørgen Jørgensen Bjørn Bjørnstad Søren Møller Mølle Kåre Håkon Håkan Pär Åsa Åke Östlund Öst Väst"
    " Skarsgård Åkerman Sjöström Sjöberg Bergström Lindström Sandström Nordström Ekström Engström Hällström Göran"
    " Jörgen Björn Mäkelä Kaurismäki Härö Hämäläinen Räikkönen Jyväskylä Hyvärinen Väinö Pekka Töölö Sámi Reykjavík"
    " Jóhann Jóhannsson Guðmundur Sigurður Þór"
    # French
    " François Françoise Français Française française français Françaises Étienne Éric Élodie Émile Édith Éva"
    " Élisabeth Hélène Agnès Irène Adèle Amélie Céline Désirée Jérôme Gérard Frédéric Frédérique André Andrée Rémy"
    " Rémi René Renée Noé Téchiné Béatrice Emmanuèle Séverine Aimée Léa Léo Léon Léonie Zoé Zoë Chloé Chloë Noël"
    " Noëlle Gaël Gaëlle Joël Joëlle Raphaël Raphaëlle Michaël Loïc Anaïs Maïwenn Timothée Théo Théodore Mathéo Cléo"
    " Cléopâtre Mélanie Mélissa Valérie Valéry Stéphane Stéphanie Sébastien Bérénice Bénédicte Cécile Geneviève"
    " Thérèse Hervé Honoré Fédération Académie académie cinématographique Réunion République république Métropole"
    " Musée musée Théâtre théâtre Comédie Comédie-Française Opéra opéra Palais Élysée Élysées Champs-Élysées Orléans"
    " Besançon Nîmes Sète Sèvres Genève Québec Québécois québécois Montréal Trois-Rivières Lévis Gaspé Saint-Étienne"
    " Côte-d’Or Île-de-France Îles Île île Bâle Neuchâtel Liège Alizé Misérables misérable Fantômas Caché caché Bâton"
    " Château-Thierry règle Règle mère Mère père Père frère Frère frères Frères Lumière Lumières lumière Méliès"
    " Truffaut Clément Clémence Benoît Magimel Poésy Cassel Cotillard Sagnier Deschênes Dardenne Téléfilm télé"
    " télévision Société société Générale générale général Général école École écoles étoile Étoile été Été histoire"
    " époque Époque épicerie éditions Éditions édition Édition événement prêt-à-porter haute-couture Hermès Lancôme"
    " Nestlé Citroën L’Oréal Oréal Estée Cartier Chanel Fabergé Condé Nast Clémentine Désir désir Dépardieu Vérité"
    " fenêtre fenêtres forêt Forêt tempête enquête fête carré Carré carrière Carrière Bibliothèque bibliothèque"
    " Européenne européenne européen Européen Méthode méthode métro Métro modèle système problème première dernière"
    " manière rivière Rivière sorcière guerrière après Après très près déjeuner dîner Dîner goût août Août bientôt"
    " plutôt tôt côté Côté là où être même à voilà leçon Leçon garçons Provence-Alpes rosée musées Ça ça Garçon reçoit"
    " Besson Luçon Alençon Briançon"
    # Spanish, Portuguese, Italian
    " España Español Española español española españoles Ñ año años mañana niños señoras corazón Corazón canción"
    " canciones Canción película Película películas público Pública también más aquí después está están día días Día"
    " Días México Méjico mexicano Perú Panamá Bogotá Medellín Cancún Mérida Querétaro Michoacán León Yucatán Juchitán"
    " Córdoba Málaga Cádiz Jaén Ávila Gijón Cáceres Almodóvar Penélope Cuarón Iñárritu González Rodríguez Hernández"
    " Martínez García Gómez López Pérez Sánchez Ramírez Jiménez Muñoz Núñez Peña Ibáñez Ordóñez Castañeda Amenábar"
    " Buñuel Víctor Joaquín Andrés Tomás Jesús Nicolás Raúl Saúl Inés Mónica Verónica Sofía María Mía Julián Adrián"
    " Sebastián Fabián Germán Iván Benício João José Gael Bernal Álvaro Álvarez Ángel Ángela Ángeles Óscar Úrsula"
    " Íñigo Begoña Toño Chávez Díaz Frías Vélez Velázquez Vázquez Domínguez Gutiérrez Méndez Meléndez Suárez Juárez"
    " Cortés Valdés Cárdenas Ríos Rías Bardém Fernández Estévez Menéndez Benítez Narváez Galván Guzmán Román Damián"
    " Cristóbal Fundación fundación producción Producción dirección Selección selección televisión Televisión estación"
    " Revolución revolución São Sao Paulo Brasília Curaçao Conceição Gonçalves Assunção Lourenço Simões Magalhães"
    " Guimarães Moçambique Camões Câmara Araújo Antônio António Estêvão Sebastião Cinemateca Português portuguesa"
    " Bragança coração ação não são irmão então também você história Olá Luís Luísa Cláudia Flávio Márcio Mário Sérgio"
    " Júlio Júnior Rennó Vinícius Íris Café cafezinho città Città perché più può così Forlì Cantù Niccolò Nicolò Macrì"
    " Moltò Patanè Maestà Libertà libertà Università università"
    # Slavic, Hungarian, Turkish, Romanian, Vietnamese
    " Kraków Łódź Wrocław Poznań Gdańsk Gdynia Białystok Częstochowa Toruń Kieślowski Skłodowska Wałęsa Małgorzata"
    " Łukasz Paweł Michał Pawlikowski Agnieszka Żuławski Żebrowski Szymańska Wajda Jerzy Skolimowski Smoczyńska"
    " Jabłoński Kamiński Wiśniewski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Wójcik Kowalczyk"
    " Krawczyk Grabowski Sokołowski Andrzej Żak Plzeň Brno Čeština Česká Český České Miloš Jiří Věra Chytilová"
    " Švankmajer Dvořák Čapek Janáček Smetana Menzel Žižek Slavoj Holeček Novák Nováková Dvořáková Černý Černá Veselý"
    " Procházka Krejčí Němec Němcová Marečková Petrović Jovanović Nikolić Jelić Marković Đorđević Djoković Đoković"
    " Kusturica Mihajlović Popović Stanković Pavlović Ilić Kovačević Kovačić Modrić Perišić Mandžukić Šarapova Žalica"
    " Tanović Žbanić Košice Prešov Žilina Slovenščina Ljubljančanka Šerbedžija Rakić István Szabó Béla László Nemes"
    " Ildikó Enyedi Zoltán Gábor György Márta Mészáros Miklós Jancsó Mundruczó Fekete Tóth Nagy Kovács Horváth Balázs"
    " Bálint Sándor Ferenc Ádám Éva Győr Pécs Szabolcs Molnár Lukács Bartók Kodály Erdős Rózsa Türkiye Türkçe İstanbul"
    " Ceylan Özpetek Şahin Çelik Çağlar Gürsel Günay Yılmaz Güney Akın Öztürk Özdemir Kılıç Arslan Özcan Özge Gökhan"
    " Gökçe Işık Şeyma Ağaoğlu Doğan Erdoğan Atatürk Beyoğlu Kadıköy Üsküdar Çukur Çanakkale Diyarbakır Ceaușescu"
    " Mungiu Puiu Porumboiu Iași București Brașov Timișoara Șerban Ștefan Țepeș Brâncuși Cărtărescu Việt Tiếng Nguyễn"
    " Trần Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Hà Nội Đà Nẵng Huế Trấn Thành Anh Hùng Tōkyō Kyōto Ōsaka shōnen"
    " Shōnen shōjo anime Pokémons Jōji Kōbe Ryūkyū Honshū Kyūshū Hokkaidō Dōtonbori ramen rōnin"
)
LANGUAGES = "fr de es pt it sv da no fi pl cs sk hu tr ro hr sl et lv lt is nl ca".split()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _strings(item)
    elif isinstance(value, list | tuple | set):
        for item in value:
            yield from _strings(item)


def _faker() -> Iterator[str]:
    for kind in ("person", "address", "company"):
        package = importlib.import_module(f"faker.providers.{kind}")
        for locale in pkgutil.iter_modules(package.__path__):
            provider = importlib.import_module(f"{package.__name__}.{locale.name}").Provider
            yield from (text for name, value in vars(provider).items() if not name.startswith("_") for text in _strings(value))


def main() -> None:
    spelling = importlib.import_module("spellchecker").SpellChecker()
    stopwords = importlib.import_module("stopwordsiso").stopwords
    given = [OWN, *_faker(), *(word for language in LANGUAGES for word in stopwords(language))]
    every = {word for text in given for word in re.findall(r"[^\W\d_]+", text)}
    plain = {word.lower() for word in every if word.isascii()}
    for word in sorted(every):
        if not word.isascii() and 3 <= len(word) <= 24 and all(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in word):
            stem = word.lower().rstrip("".join(char for char in word.lower() if char > "\x7f"))
            doubtful = stem.isascii() and stem != word.lower() and (stem in plain or stem in spelling or len(stem) < 3)
            print(word + "=" * doubtful)


if __name__ == "__main__":
    main()
