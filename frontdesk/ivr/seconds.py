"""How long words take: to be spoken on the phone, to be read on chat. An estimate by syllables; knows no flow."""

import re
from collections.abc import Mapping
from types import MappingProxyType

PACE: Mapping[str, float] = MappingProxyType({"en": 4.2, "zh": 4.0})  # syllables a second, at a telephone's calm pace
OTHER_PACE = 4.0
READING = 3.0  # how much faster than spoken words a reader's eye is
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüáíóúñ]+", re.I)
_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[.!?。！？；;]")
_COMMA = re.compile(r"[,，、:：]")


def spoken_s(text: str, lang: str) -> float:
    """Seconds a voice needs for this text, pauses at commas and stops included."""
    pauses = 0.45 * len(_STOP.findall(text)) + 0.2 * len(_COMMA.findall(text))
    return syllables(text) / PACE.get(lang, OTHER_PACE) + pauses


def read_s(text: str, lang: str) -> float:
    """Seconds to read it on a screen."""
    return spoken_s(text, lang) / READING


def syllables(text: str) -> int:
    """One for a Han character, one for each group of vowels in other words, one and a bit for a digit."""
    han = len(_HAN.findall(text))
    latin = sum(max(1, len(_VOWELS.findall(word))) for word in _WORD.findall(_HAN.sub(" ", text)))
    return han + latin + round(1.2 * len(_DIGIT.findall(text)))
