"""One plain form for what people type and say: half-width, lower case, simplified characters, digits. Pure; knows no Rasa."""

import re
import unicodedata

from actions.reading.characters import simplified
from actions.reading.number_words import ENGLISH, HAN, HAN_SCALES, han
from actions.reading.numbers import runs_in

_APOSTROPHES = re.compile(r"(?<=[a-z])['\u2019\u2018`](?=[a-z])")
_STRETCHED = re.compile(r"([a-z!?。！？~.])\1{2,}")
_SPOKEN_DIGITS = re.compile(rf"\b(?:(?:{'|'.join(sorted(ENGLISH))})\b[ \-]*){{3,}}")
_SAID_IN_HAN = re.compile(rf"[{''.join(HAN)}][{''.join(HAN)}{''.join(HAN_SCALES)}]{{3,}}")
_MAIL_WORDS = re.compile(
    r"(?<![a-z0-9._\-])([a-z0-9._\-]{1,64}) ?(?:\bat\b|@) ?"
    r"(gmail|hotmail|yahoo|outlook|icloud|qq|163|126) ?(?:dot|\.)? ?(com|net|co)\b"
)
_MAIL = re.compile(r"(?<![a-z0-9])[a-z0-9][a-z0-9._%+\-]{0,63}@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+")
_STICKER = re.compile(r"#e-[a-z]?(?:\[[^\]]*\]|[0-9x]+)")
_STAND_IN = re.compile(r"\[([^\[\]]{1,30})\]|\{\{?([^{}]{1,30})\}\}?|<([^<>]{1,30})>|#([^#\s]{1,12})#")
_STANDS_FOR = (
    (re.compile(r"phone|mobile|电话|手机"), " 00000000 "),
    (re.compile(r"amount|price|money|金额|价格"), " 000 "),
    (re.compile(r"order|number|digit|\bnum\b|\bid\b|数字|订单|单号|编号"), " 00000 "),
    (re.compile(r"\burl|link|链接|网址"), " url "),
    (re.compile(r"date|time|\bday\b|日期|时间"), " 00 "),
    (re.compile(r"name|person|address|city|country|site|company|account|mail|姓名|地址|站点|公司|机构|邮箱|型号"), " "),
)  # the first that fits
_HANDLE = re.compile(r"(?<![\w.@])@[a-z0-9_]{2,30}(?![\w@]|\.[a-z])")  # who is spoken to, where posts are public
_URL = re.compile(r"(?:https?://|www\.)[^\s\u3400-\u9fff]+")
_STARRED = re.compile(r"(?<![0-9])[0-9]*[*＊]{2,}[0-9]*|\b[0-9]*x{4,}[0-9]*\b")
_NODS = re.compile(r"^[\s👍👌✅🙆🏻-🏿\ufe0f\u200d♀♂]{1,20}$")
_SHAKES = re.compile(r"^[\s👎❌🙅🏻-🏿\ufe0f\u200d♀♂]{1,20}$")
_NUMBER = re.compile(r"[0-9]+")
_SPACES = re.compile(r"\s+")


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their usual ones."""
    return unicodedata.normalize("NFKC", text)


def plain(text: str) -> str:
    """The form a classifier sees: "WHERE’S my 訂單１００２３???" is "wheres my 订单10023??"."""
    text = unmasked(simplified(half_width(text)).lower())
    text = "yes" if _NODS.match(text.strip()) else "no" if _SHAKES.match(text.strip()) else text
    text = _APOSTROPHES.sub("", _HANDLE.sub(" ", text))
    text = _STRETCHED.sub(r"\1\1", text)
    text = _MAIL_WORDS.sub(r"\1@\2.\3", text)
    text = _SPOKEN_DIGITS.sub(lambda m: f"{''.join(runs_in(m[0]))} ", text)
    text = _SAID_IN_HAN.sub(lambda m: han(m[0]) or m[0], text)
    return _SPACES.sub(" ", text).strip()


def unmasked(text: str) -> str:
    """What logs write in place of personal data ("[ORDERID_7]", "{{Order Number}}", "****8821") as what it stands for."""
    if not any(sign in text for sign in "[{<#*/x"):
        return text
    text = _URL.sub(" url ", _STICKER.sub(" ", text))
    return _STARRED.sub(" 00000 ", _STAND_IN.sub(_meant, text))


def _meant(match: re.Match[str]) -> str:
    inside = next(g for g in match.groups() if g is not None)
    return next((meaning for pattern, meaning in _STANDS_FOR if pattern.search(inside)), match[0])


def shape(number: str) -> str:
    """What a number may be, by its length alone: years and amounts are short, order numbers and phones are long."""
    return "0" * min(len(number), 8)


def masked(text: str) -> str:
    """Every number as its shape and every e-mail address as "@", so that none is learnt by heart."""
    return _NUMBER.sub(lambda m: shape(m[0]), _MAIL.sub("@", text))
