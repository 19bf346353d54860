"""The letters that a language needs beyond a to z, for the panel's own keyboard."""

from __future__ import annotations

from collections.abc import Iterable

# Main alphabets as CLDR lists them (common/main/*.xml, exemplarCharacters), with the signs that open a sentence in Spanish.
# Languages with an alphabet of their own have all of it here.
LETTERS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؟",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøå",
    "de": "äöüß",
    "el": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ",
    "es": "áéíóúñü¿¡",
    "et": "äõöüšž",
    "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøå",
    "nl": "éëïóöü",
    "no": "æøå",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõú",
    "ro": "ăâîșț",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sv": "åäö",
    "tr": "çğıöşü",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
}


def letters(languages: Iterable[str]) -> tuple[str, ...]:
    """The letters that the languages need beyond a to z, each once."""
    return tuple(dict.fromkeys("".join(LETTERS.get(code.partition("-")[0], "") for code in languages)))
