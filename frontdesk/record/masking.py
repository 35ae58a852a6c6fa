"""Takes phone numbers, card numbers and e-mail addresses out of text before people read it. Pure.

Order numbers stay: up to nine digits in a row without a plus sign are no phone number here.
"""

import re

EMAIL, CARD, PHONE = "[e-mail]", "[card]", "[phone]"
_DATE = r"(?!(?:19|20)\d\d-\d\d?-\d\d?(?!\d))"
_GAP = r"[\s\-‐-―.．－()（）]{1,3}"
_SAID = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_HAN = "零〇一幺二两三四五六七八九"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+[@＠][A-Za-z0-9\-]+(?:[.．][A-Za-z0-9\-]+)+"), EMAIL),
    (re.compile(r"(?<!\d)\d{4}(?:[\s\-]\d{4}){2,3}(?:[\s\-]\d{1,4})?(?!\d)"), CARD),
    (re.compile(r"(?<!\d)\d{4}[\s\-]\d{6}[\s\-]\d{5}(?!\d)"), CARD),
    (re.compile(r"(?<!\d)\d{13,}(?!\d)"), CARD),
    (re.compile(rf"[+＋]\s?\d(?:(?:{_GAP})?\d){{6,17}}(?!\d)"), PHONE),
    (re.compile(r"(?<!\d)\d{10,12}(?!\d)"), PHONE),
    (re.compile(rf"(?<!\d){_DATE}[(（]?\d{{2,4}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)"), PHONE),
    (re.compile(r"(?<![\d\-])\d{3}[\-‐-―－.]\d{4}(?![\d\-])"), PHONE),
    (re.compile(rf"\b(?:(?:{_SAID})[\s,\-]+){{6,}}(?:{_SAID})\b", re.IGNORECASE), PHONE),
    (re.compile(r"(?<!\d)\d(?:\s\d){6,}(?!\d)"), PHONE),
    (re.compile(rf"[{_HAN}](?:[\s，,]?[{_HAN}]){{6,}}"), PHONE),
)


def masked(text: str) -> str:
    """The text with each of them replaced by what it was."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
