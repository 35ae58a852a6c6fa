"""Numbers said in words, English and Chinese. Pure tables and small parsers for `numbers.py`; knows no order."""

from collections.abc import Mapping, Sequence

UNITS: Mapping[str, int] = {
    "zero": 0, "oh": 0, "o": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS: Mapping[str, int] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Mapping[str, int] = {"hundred": 100, "thousand": 1000}
REPEATS: Mapping[str, int] = {"double": 2, "triple": 3, "treble": 3}
HEARD_AS: Mapping[str, str] = {
    "won": "one", "to": "two", "too": "two", "tree": "three", "for": "four", "fore": "four", "ate": "eight", "nein": "nine",
}  # fmt: skip
ENGLISH = frozenset({*UNITS, *TEENS, *TENS, *SCALES, *REPEATS})

HAN: Mapping[str, int] = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "幺": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
HAN_SCALES: Mapping[str, int] = {"十": 10, "百": 100, "千": 1000, "万": 10000}
HAN_RADIO: Mapping[str, str] = {
    "洞": "零",
    "拐": "七",
    "勾": "九",
}  # said for clearness, like 幺; words of their own elsewhere


def english(words: Sequence[str]) -> str:
    """Digits of number words that stand together: "one double zero twenty three" is 10023."""
    digits, at = "", 0
    while at < len(words):
        if words[at] in REPEATS:
            digits, at = digits + _repeated(words, at), at + 2
        elif words[at] in SCALES or words[at] == "and":
            at += 1
        else:
            value, at = _cardinal(words, at)
            digits += value
    return digits


def _repeated(words: Sequence[str], at: int) -> str:
    following = words[at + 1] if at + 1 < len(words) else ""
    digit = following if following.isdigit() else str(UNITS.get(following, ""))
    return digit * REPEATS[words[at]]


def _cardinal(words: Sequence[str], at: int) -> tuple[str, int]:
    """One number: a group of digits as it stands, else words, multiplied out when "hundred" or "thousand" follow."""
    if words[at].isdigit() and not _scale_at(words, at + 1):
        return words[at], at + 1
    total = 0
    part, at = _small(words, at)
    while scale := _scale_at(words, at):
        at += 1
        total, part = (total + part * scale, 0) if scale == 1000 else (total, part * scale)
        if at < len(words) and words[at] == "and":
            at += 1
        if _is_small(words, at) and not _starts_afresh(words, at):
            more, at = _small(words, at)
            part += more
    return str(total + part), at


def _starts_afresh(words: Sequence[str], at: int) -> bool:
    """Behind "seven hundred" stands "nine hundred", or digits one by one ("two one five"): neither is added to it."""
    _, after = _small(words, at)
    one_by_one = words[at] in UNITS and words[at - 1] != "and" and after < len(words) and words[after] in UNITS
    return one_by_one or (words[at - 1] == "hundred" and after < len(words) and words[after] == "hundred")


def _scale_at(words: Sequence[str], at: int) -> int:
    return SCALES.get(words[at], 0) if at < len(words) else 0


def _is_small(words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at].isdigit() or words[at] in UNITS or words[at] in TEENS or words[at] in TENS)


def _small(words: Sequence[str], at: int) -> tuple[int, int]:
    """A number below a hundred, and where it ends."""
    word = words[at]
    if word in TENS:
        unit = UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
        return TENS[word] + unit, at + (2 if unit else 1)
    value = int(word) if word.isdigit() else UNITS.get(word, TEENS.get(word, 0))
    return value, at + 1


def han(text: str) -> str:
    """Digits of Chinese numerals that stand together: 幺零零二三 and 一万零二十三 are both 10023; 千万 (by all means) is none."""
    if text[0] != "十" and all(c in HAN_SCALES for c in text):
        return ""
    if not any(c in HAN_SCALES for c in text):
        return "".join(str(HAN[c]) for c in text)
    total, section, digit = 0, 0, None
    for c in text:
        if c in HAN:
            digit = HAN[c]
        elif HAN_SCALES[c] == 10000:
            total, section, digit = (total + section + (digit or 0)) * 10000, 0, None
        else:
            section, digit = section + (1 if digit is None else digit) * HAN_SCALES[c], None
    return str(total + section + (digit or 0))
