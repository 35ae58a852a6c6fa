"""What is nobody's business here is taken out of words before anything is kept, asked or shown. Pure.

Payment cards (Luhn, ISO/IEC 7812), Chinese identity numbers (GB 11643, with their check character), and what people call
their password, PIN, security code, social security number or date of birth, in English and Chinese. The tax number of a company
(GB 32100, with its check character) is none of these, whatever its digits look like: it stays whole.
"""

import re

from frontdesk.core.recording import RECORDING_NAME, around_recordings
from frontdesk.core.spoken import digits_in

CARD, IDENTITY, SECRET = "[card]", "[id]", "[secret]"
SHORTEST = 13  # digits of a card; a number with fewer, and nothing else said, is none of these
_CARD = re.compile(r"(?<!\d)\d(?:[\s\-‐-―.]?\d){12,18}(?!\d)")
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])\d(?:[\s\-]?\d){16}[\s\-]?[\dXxＸｘ](?![0-9A-Za-z])")
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # the signs of a company's tax number
TAX_NUMBER = re.compile(  # two signs, the six digits of its place, ten signs; in one, or in fours
    rf"(?<![0-9A-Za-z])[{_CREDIT}]{{2}}(?:\d{{6}}[{_CREDIT}]{{10}}|\d{{2}}(?P<gap>[ \-])\d{{4}}(?P=gap)[{_CREDIT}]{{4}}"
    rf"(?P=gap)[{_CREDIT}]{{4}}(?P=gap)[{_CREDIT}]{{2}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_SAID = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|\d)"
_HAN = "零〇一幺二两三四五六七八九"
_SPELT = re.compile(
    rf"(?<![a-z]){_SAID}(?:[\s,\-]+{_SAID}){{7,24}}(?![a-z])|[{_HAN}](?:[\s，,、]?[{_HAN}]){{12,18}}", re.IGNORECASE
)
_IS = r"(?:\s*(?:number|no\.?|code)?\s*(?:is|was|=|:|：)\s*|\s+number\s+|\s+)"
_IS_ZH = r"\s*(?:号码|号)?\s*(?:是|为|叫|:|：)?\s*"
_DATE = r"(?:(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d|(?:19|20)\d{6}"
_DATE += r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+(?:19|20)\d\d"
_DATE += r"|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)"
_CUES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(\b(?:pass\s?word|passcode|passphrase)\b\s*(?:=|:|：)\s*)(?!\[)\S+",
        r"(\b(?:pass\s?word|passcode|passphrase)\b\s*(?:is|was)\s*)(?!\[)(?=\S*[\d!@#$%^&*_])\S+",
        rf"(密码{_IS_ZH})[A-Za-z0-9!-/:-@\[-`{{-~]{{4,}}",
        rf"(\b(?:pin|cvv2?|cvc2?|security code)\b{_IS})\d{{3,8}}\b",
        rf"((?:安全码|验证码|支付密码|取款密码){_IS_ZH})\d{{3,8}}(?!\d)",
        rf"(\b(?:ssn|social security)\b{_IS})\d{{3}}[-\s]?\d{{2}}[-\s]?\d{{4}}\b",
        rf"(\b(?:date of birth|birth\s?date|dob|birthday|born(?: on)?)\b{_IS}(?:on\s+|the\s+)?){_DATE}",
        rf"((?:出生日期|出生年月日?|生日|出生于){_IS_ZH}){_DATE}",
        rf"(){_DATE}(?=\s*(?:出生|生的))",
    )
)
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def without_secrets(text: str) -> str:
    """The text with each of them replaced by what it was; other numbers and dates stay, and so do names of recordings."""
    if text.isdecimal():
        return _digits_kept(text)
    if RECORDING_NAME.search(text):
        return around_recordings(text, without_secrets)
    if not _WORTH.search(text):
        return text
    text = _numbers_gone(text)
    text = _SPELT.sub(_spelt, text)
    for cue in _CUES:
        text = cue.sub(lambda found: f"{found[1]}{SECRET}", text)
    return text


def _digits_kept(text: str) -> str:
    """Nothing but digits, as keys are: a card or an identity number as a whole, or neither."""
    return _numbers_gone(text) if len(text) >= SHORTEST else text


def _numbers_gone(text: str) -> str:
    text = _IDENTITY.sub(lambda found: IDENTITY if is_identity(found[0]) else found[0], text)
    whole = [found.span() for found in TAX_NUMBER.finditer(text) if is_tax_number(found[0])]
    return _CARD.sub(
        lambda found: CARD if is_card(found[0]) and not any(a <= found.start() < b for a, b in whole) else found[0],
        text,
    )


def _spelt(found: re.Match[str]) -> str:
    """A number said digit by digit."""
    digits = digits_in(found[0])
    return CARD if is_card(digits) else IDENTITY if is_identity(digits) else found[0]


_WORTH = re.compile(rf"\d|[{_HAN}]|pass|密码|zero|one|two|three|four|five|six|seven|eight|nine", re.IGNORECASE)


def is_card(text: str) -> bool:
    """By its length, its issuer's first digit and its check digit (Luhn)."""
    digits = [int(c) for c in text if c.isdecimal()]
    doubled = [d if at % 2 == 0 else 2 * d - 9 * (d > 4) for at, d in enumerate(reversed(digits))]
    return 13 <= len(digits) <= 19 and digits[0] in (2, 3, 4, 5, 6) and sum(doubled) % 10 == 0


def is_identity(text: str) -> bool:
    """A Chinese identity number: a day of birth inside, and its check character (ISO 7064, MOD 11-2)."""
    plain = "".join("X" if c in "XxＸｘ" else str(int(c)) for c in text if c.isdecimal() or c in "XxＸｘ")
    if not re.fullmatch(r"[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]", plain):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == plain[17]


def is_tax_number(text: str) -> bool:
    """A Chinese company's unified social credit code, by its check character; what is a card's number as well is that."""
    plain = "".join(c for c in text.upper() if c not in " -")
    if len(plain) != len(_CREDIT_WEIGHTS) + 1 or not plain.isascii() or set(plain) - set(_CREDIT):
        return False
    total = sum(_CREDIT.index(sign) * weight for sign, weight in zip(plain, _CREDIT_WEIGHTS, strict=False))
    sound = _CREDIT.index(plain[-1]) == -total % len(_CREDIT)
    return sound and not (plain.isdecimal() and (is_card(plain) or is_identity(plain)))
