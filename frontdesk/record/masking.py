"""Takes phone, card and identity numbers, e-mail and postal addresses out of text before people read it. Pure.

Order numbers stay: up to nine digits in a row without a plus sign are no phone number here.
"""

import re

EMAIL, CARD, PHONE, ADDRESS, IDENTITY = "[e-mail]", "[card]", "[phone]", "[address]", "[id]"
_DATE = r"(?!(?:19|20)\d\d-\d\d?-\d\d?(?!\d))"
_GAP = r"[\s\-‐-―.．－()（）]{1,3}"
_SAID = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_HAN = "零〇一幺二两三四五六七八九"

_STREET = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Way|Place|Square|Terrace|Close|Crescent"
_FLAT = r"(?:,?\s*(?:[Aa]pt|[Aa]partment|[Uu]nit|[Ff]lat|[Ss]uite)\.?\s*#?\w+)?"
_AT = r"(?:[\u4e00-\u9fff]{2,7}(?:省|自治区|市|区|县|镇|乡)){0,4}"
_ROAD = r"[\u4e00-\u9fff0-9]{1,8}?(?:路|街|大道|巷|弄|胡同|村|小区|花园)"
_DOOR = r"(?:\s?[0-9A-Za-z一二三四五六七八九十百\-]{1,6}(?:号楼?|弄|栋|幢|座|单元|室|楼|层))+"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+[@＠][A-Za-z0-9\-]+(?:[.．][A-Za-z0-9\-]+)+"), EMAIL),
    (re.compile(r"(?<!\d)\d{4}(?:[\s\-]\d{4}){2,3}(?:[\s\-]\d{1,4})?(?!\d)"), CARD),
    (re.compile(r"(?<!\d)\d{4}[\s\-]\d{6}[\s\-]\d{5}(?!\d)"), CARD),
    (re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)"), IDENTITY),
    (re.compile(r"(?<!\d)\d{13,}(?!\d)"), CARD),
    (re.compile(rf"[+＋]\s?\d(?:(?:{_GAP})?\d){{6,17}}(?!\d)"), PHONE),
    (re.compile(r"(?<!\d)\d{10,12}(?!\d)"), PHONE),
    (re.compile(rf"(?<!\d){_DATE}[(（]?\d{{2,4}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)"), PHONE),
    (re.compile(r"(?<![\d\-])\d{3}[\-‐-―－.]\d{4}(?![\d\-])"), PHONE),
    (re.compile(rf"\b(?:(?:{_SAID})[\s,\-]+){{6,}}(?:{_SAID})\b", re.IGNORECASE), PHONE),
    (re.compile(r"(?<!\d)\d(?:\s\d){6,}(?!\d)"), PHONE),
    (re.compile(rf"[{_HAN}](?:[\s，,]?[{_HAN}]){{6,}}"), PHONE),
    (re.compile(rf"\b\d{{1,5}}[A-Za-z]?,?\s+(?:[A-Z][\w'.\-]*\s+){{1,4}}(?:{_STREET})\b\.?{_FLAT}"), ADDRESS),
    (re.compile(rf"\b\d{{1,5}}\s+[a-z]{{3,}}\s+(?:street|avenue|boulevard|lane)\b{_FLAT}"), ADDRESS),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"), ADDRESS),
    (re.compile(rf"{_AT}{_ROAD}{_DOOR}"), ADDRESS),
)


def masked(text: str) -> str:
    """The text with each of them replaced by what it was."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
