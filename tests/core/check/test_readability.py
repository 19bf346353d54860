"""Reading grades, and the syllables that they rest on."""

from __future__ import annotations

import pytest

from kiosk.core.check import readability, syllables

# Counted as dictionaries divide them (Merriam-Webster; RAE, Diccionario de la lengua española).
ENGLISH = {
    1: "a the you one two scan spot lung heals called takes made whole safe tried died moved helped friend times",
    2: "doctor needle needles table settled treated needed careful closely movement safety patient quiet tissue going "
    "changes causes boxes little disease being trying surgeon people special client ancient creature CT patient's",
    3: "biopsy medical medicine carefully procedure procedures serious usual previous radio period microscope element "
    "completely management collapses area beforehand medium audience creation influence MRI diagram",
    4: "usually experience diagnosis pneumonia bacteria material society anxiety influenza situation evaluate "
    "continuous biology psychiatrist image-guided diabetes radiation",
    5: "antibiotics radiology cardiology university",
}
SPANISH = {
    1: "a y el que muy hay bien pues soy rey fue dio guion buey",
    2: "cuerpo cáncer sueño guía aún país raíz ahí día tío caos leer ciudad biopsia ruido oiga piojo baúl guiado prohibir",
    3: "aguja pulmones ahora alcohol pingüino poeta leía alfiler causaréis área ciudades afuera",
    4: "cirugía averiguar diagnóstico vehículo microscopio imágenes anestesia todavía construiremos paranoia",
    5: "antibióticos procedimiento mínimamente complicaciones",
    6: "especializado responsabilidad",
}


@pytest.mark.parametrize(("number", "words"), ENGLISH.items())
def test_english_syllables(number: int, words: str) -> None:
    assert {word: syllables.english(word) for word in words.split()} == dict.fromkeys(words.split(), number)


@pytest.mark.parametrize(("number", "words"), SPANISH.items())
def test_spanish_syllables(number: int, words: str) -> None:
    assert {word: syllables.spanish(word) for word in words.split()} == dict.fromkeys(words.split(), number)


@pytest.mark.parametrize("count", [syllables.english, syllables.spanish])
@pytest.mark.parametrize("word", ["", "7", "MIIP", "hmm", "ñ", "’", "--", "рак", "x" * 5000, "aeiou" * 1000])
def test_any_word_has_a_syllable(count: object, word: str) -> None:
    assert count(word) >= 1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("—\n\n...", 0),
        ("One. Two! Three? Four… Five", 5),
        ("A heading\nA sentence under it.", 2),
        ("Dr. Smith calls you. That is all.", 2),
        ("It takes 1.5 hours. “You may go.” Then rest.", 3),
        ("¿Duele? No. ¡Bien!", 3),
    ],
)
def test_sentences(text: str, number: int) -> None:
    assert len(readability.sentences(text)) == number


def test_the_formulas_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59
    assert readability.grade("The cat sat on the mat.", "en") == pytest.approx(-1.45)
    # 5 words, 1 sentence, 10 syllables: -0.205 * 20 + 0.049 * 200 - 3.407
    assert readability.grade("El médico llama por la tarde.".replace("por la ", ""), "es") == pytest.approx(
        -0.205 * 25 + 0.049 * 100 * 8 / 4 - 3.407
    )


def test_a_hard_text_has_a_higher_grade_than_a_plain_one() -> None:
    for language, plain, hard in (
        ("en", "You may go home. Rest well.", "Histopathological examination necessitates microscopic interpretation."),
        ("es", "Usted va a casa. Descanse.", "La histopatología requiere una interpretación microscópica especializada."),
    ):
        easy, difficult = readability.grade(plain, language), readability.grade(hard, language)
        assert easy is not None
        assert difficult is not None
        assert easy < readability.HIGHEST_GRADE < readability.TOO_HIGH_GRADE < difficult


def test_a_regional_language_has_its_languages_formula_and_others_have_none() -> None:
    assert readability.grade("Llame hoy.", "es-MX") == readability.grade("Llame hoy.", "es")
    assert readability.grade("اتصل بنا.", "ar") is None
    assert readability.grade("", "en") is None
