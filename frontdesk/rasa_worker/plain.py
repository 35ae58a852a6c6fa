"""One plain form for what people type and say: half-width, lower case, simplified characters, digits. Pure; knows no Rasa."""

import functools
import re
import unicodedata
from importlib.resources import files

from actions.number_words import ENGLISH
from actions.numbers import runs_in

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_APOSTROPHES = re.compile(r"(?<=[a-z])['\u2019\u2018`](?=[a-z])")
_STRETCHED = re.compile(r"([a-z!?。！？~.])\1{2,}")
_SPOKEN_DIGITS = re.compile(rf"\b(?:(?:{'|'.join(sorted(ENGLISH))})\b[ \-]*){{3,}}")
_MAIL_WORDS = re.compile(
    r"\b([a-z0-9._\-]+) ?(?:\bat\b|@) ?(gmail|hotmail|yahoo|outlook|icloud|qq|163|126) ?(?:dot|\.)? ?(com|net|co)\b"
)
_NUMBER = re.compile(r"[0-9]+")
_SPACES = re.compile(r"\s+")


@functools.cache
def _simplified() -> dict[int, str]:
    """Traditional characters and the simplified one of each, from OpenCC's table."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {ord(old): new.split(" ")[0] for old, new in pairs if len(old) == 1 and len(new.split(" ")[0]) == 1}


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their usual ones."""
    return unicodedata.normalize("NFKC", text)


def simplified(text: str) -> str:
    """Traditional Chinese characters as simplified ones; one stays one, so positions hold."""
    return text.translate(_simplified())


def plain(text: str) -> str:
    """The form a classifier sees: "WHERE’S my 訂單１００２３???" is "wheres my 订单10023??"."""
    text = simplified(half_width(text)).lower()
    text = _APOSTROPHES.sub("", text)
    text = _STRETCHED.sub(r"\1\1", text)
    text = _MAIL_WORDS.sub(r"\1@\2.\3", text)
    text = _SPOKEN_DIGITS.sub(lambda m: f"{''.join(runs_in(m[0]))} ", text)
    return _SPACES.sub(" ", text).strip()


def shape(number: str) -> str:
    """What a number may be, by its length alone: years and amounts are short, order numbers and phones are long."""
    return "0" * min(len(number), 8)


def masked(text: str) -> str:
    """Every number as its shape, so that no order number is learnt by heart."""
    return _NUMBER.sub(lambda m: shape(m[0]), text)
