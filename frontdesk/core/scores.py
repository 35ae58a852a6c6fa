"""A score on a scale in what people press, say or type, in English and Chinese."""

import re
import unicodedata

from frontdesk.core.number_words import SMALL, ZH_DIGITS

MOST = 10
_EN = {word: value for word, value in SMALL.items() if value <= MOST}
_ZH = ZH_DIGITS | {"十": 10}
_HEARD_AS = {"to": 2, "too": 2, "for": 4, "won": 1, "ate": 8}  # how recognisers write a lone number
_DECLINES = re.compile(
    r"(?:(?:no|ok(?:ay)?|great|thanks|thank you)[, ]+)*(?:no|no comment|not now|skip(?: it)?|i don'?t want to|i'?d rather not"
    r"|that(?:'?s| is| was) (?:all|it|everything)|i'?m done|(?:good)?bye)(?:[, ]+(?:thanks|thank you|(?:good)?bye))*"
    r"|(?:好的?|嗯)?[，,]?(?:谢谢)?[，,]?(?:我?(?:不想?|不用|不要|不愿意)(?:评|打分|回答|说)?[价分]?了?|算了|跳过|没时间|没事了|没有?了"
    r"|再见|拜拜)[，,]?(?:谢谢|再见|拜拜)?"
)
_NO_NUMBER = re.compile(  # "one more thing", "the other one", 等一下: words of numbers that count no points
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:more|other|another|last|things?|questions?|orders?|items?"
    r"|parcels?|packages?|sec(?:ond)?s?|minutes?|moments?|days?|weeks?|times?|people|persons?)\b"
    r"|\b(?:this|that|which|any|every|each|the|another|wrong|new|other|last|first|second|no|some|an old|my) one\b"
    r"|[一二两三四五六七八九十](?=[下个件单点些次遍样会直定]|共|起)|第[一二三四五六七八九十]|[一两]天"
)
_TOKEN = re.compile(r"[a-z]+|[零〇一二三四五六七八九十两]")


def score_in(text: str, least: int = 1, most: int = 7) -> int | None:
    """The score in an answer: digits or a number word; None if there is none, several differ, or it is off the scale."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    digits = set(re.findall(r"\d+", plain))
    if digits:
        found = {int(d) for d in digits if len(d) <= 2} if all(len(d) <= 2 for d in digits) else set()
        return _within(found, least, most)
    tokens = _TOKEN.findall(_NO_NUMBER.sub(" ", plain))
    if len(tokens) == 1 and tokens[0] in _HEARD_AS:
        return _within({_HEARD_AS[tokens[0]]}, least, most)
    if len(tokens) > 7:
        return None
    return _within({n for t in tokens if (n := _EN.get(t, _ZH.get(t))) is not None}, least, most)


def declines(text: str) -> bool:
    """Whether the answer is that there will be none: "no thanks", "skip it", "bye", 不评了."""
    plain = unicodedata.normalize("NFKC", text).strip(" .!。！,，").lower().replace("\u2019", "'")
    return _DECLINES.fullmatch(plain) is not None


def _within(found: set[int], least: int, most: int) -> int | None:
    return found.pop() if len(found) == 1 and least <= min(found) <= most else None
