"""Takes phone, card and identity numbers, e-mail and postal addresses out of text before people read it. Pure.

Order numbers stay: up to nine digits in a row without a plus sign are no phone number here. Longer ones stay where they are
called so, or begin with letters as a carrier's do, and look like nobody's phone or card; and so do tax numbers of companies.
"""

import re

from frontdesk.core.never_kept import TAX_NUMBER, is_card, is_identity, is_tax_number

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


_NUMBERED = re.compile(  # "order number 100234567890", 单号：100234567890
    r"(?:\b(?:order|tracking|parcel|package|shipment|consignment|waybill|return|exchange|reference|ref)"
    r"(?:[ ]?(?:number|no\.?|num|nr\.?|id|code))?(?: is| was)?[ :：#]{1,3}"
    r"|(?:(?:订|運|运|快递|快遞|物流|退货|退貨|换货|換貨)单?(?:号码?|编号)|[单單][号號]|[订訂][单單])(?:是|为)?[:：# ]{0,2})"
    r"(?P<digits>\d{10,20})(?![\dA-Za-z])",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"(?<![0-9A-Za-z])(?P<letters>[A-Z]{2,4})(?P<digits>\d{9,16})(?:[A-Z]{2})?(?![0-9A-Za-z])")
_MAILBOX = re.compile(r"[\w.+\-]{0,40}[@＠]")  # behind a number, it is part of an address
_OF_PHONES = frozenset(
    {"TEL", "CELL", "MOB", "CALL", "FAX", "PH", "NO", "NR", "NUM", "WX", "VX", "QQ", "AT", "ON", "IS", "MC", "VISA"}
)
_LIKE_PHONE = re.compile(
    r"(?:86)?1[3-9]\d{9}|1?[2-9]\d\d[2-9]\d{6}|0\d{8,}|44\d{9,10}|91[6-9]\d{9}|(?:33|34|39|49|61|65"
    r"|81|82)\d{8,10}"
)


def masked(text: str) -> str:
    """The text with each of them replaced by what it was."""
    shown, at = [], 0
    for start, end in _whole(text):
        shown += [_without(text[at:start]), text[start:end]]
        at = end
    return "".join([*shown, _without(text[at:])])


def number_shown(value: str) -> str:
    """A number of ours, as of an order; what looks like a phone or a card is none."""
    ours = re.fullmatch(r"[A-Za-z]{0,4}-?(\d+)", value)
    return value if ours is not None and _nobodys(ours[1]) else masked(value)


def _whole(text: str) -> list[tuple[int, int]]:
    """Where numbers stand that are nobody's own, from left to right."""
    spans = [found.span() for found in TAX_NUMBER.finditer(text) if is_tax_number(found[0])]
    spans += [found.span() for found in _NUMBERED.finditer(text) if _nobodys(found["digits"])]
    spans += [
        found.span()
        for found in _CARRIED.finditer(text)
        if found["letters"] not in _OF_PHONES and _nobodys(found["digits"])
    ]
    apart: list[tuple[int, int]] = []
    for span in sorted(spans):
        if (not apart or span[0] >= apart[-1][1]) and not _MAILBOX.match(text, span[1]):
            apart.append(span)
    return apart


def _nobodys(digits: str) -> bool:
    return _LIKE_PHONE.fullmatch(digits) is None and not is_card(digits) and not is_identity(digits)


def _without(text: str) -> str:
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
