"""How Chinese characters sound, roughly: what a pinyin keyboard or a recogniser mixes up sounds alike. Pure; knows no Rasa."""

import functools
import re

from pypinyin import lazy_pinyin

_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@functools.lru_cache(maxsize=20_000)
def syllable(character: str) -> str:
    """The toneless syllable of one character, with the sounds folded that many speakers don't part."""
    sound = lazy_pinyin(character)[0]
    for many, one in _ALIKE:
        sound = sound.replace(many, one)
    return re.sub("^l", "n", sound)


def syllables(han: str) -> list[str]:
    """The sounds of a run of characters."""
    return [syllable(character) for character in han]
