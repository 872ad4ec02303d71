"""The language of a text: by script, by its commonest words, and for the rest by the model of a library."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cleaners.language import _identifier, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le film sort en salles mercredi, et la réalisatrice ne cache pas sa joie.", "fr"),
        ("Der Film kommt am Donnerstag in die Kinos, und die Regisseurin freut sich darauf.", "de"),
        ("La película se estrena el viernes en todos los cines del país, según su directora.", "es"),
        ("The film opens on Friday, and the director who made it says that they have waited for this.", "en"),
        ("影片周五上映，导演说 the wait is over。", "zh"),
        ("映画は金曜日に公開される。", "ja"),
        ("영화는 금요일에 개봉한다.", "ko"),
        ("Фильм выходит в пятницу, и режиссёр не скрывает радости.", "ru"),
        ("Η ταινία βγαίνει στις αίθουσες την Παρασκευή, λέει η σκηνοθέτις.", "el"),
        ("ภาพยนตร์เรื่องนี้จะเข้าฉายวันศุกร์นี้ ผู้กำกับกล่าว", "th"),
        ("يعرض الفيلم يوم الجمعة في دور السينما، تقول المخرجة.", "ar"),
        ("The premiere of Броненосец at the festival that opens in May will be the first since the war.", "en"),
        ("Броненосец", None),
        ("1917", None),
    ],
)
def test_languages(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("title", "body", "language"),
    [
        ("Zendaya joins Nolan epic Odyssey cast", "en", "en"),
        ("Zendaya rejoint Nolan, casting épique annoncé", "fr", "fr"),
        ("The wait is over for those who love the sea", "fr", "en"),
        ("周深新歌", "en", "zh"),
        ("Harry Potter", "en", None),
        ("Zendaya rejoint le casting que Nolan annonce pour son film", "zh", "fr"),
    ],
)
def test_a_title_is_in_the_language_of_what_it_heads_where_its_letters_allow(title, body, language):
    assert language_of(title, body) == language


def test_the_model_is_what_its_library_reads():
    ours, theirs = _identifier(), LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    for name in ("nb_classes", "tk_nextmove", "tk_row", "tk_output"):
        assert getattr(ours, name) == getattr(theirs, name), name
    for name in ("nb_ptc", "nb_pc"):
        assert (getattr(ours, name) == getattr(theirs, name)).all(), name
