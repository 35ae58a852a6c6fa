"""How values are spoken in English, as a row of words that can each be a recording. Pure."""

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ONES = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
MONTHS = _words("January February March April May June July August September October November December")
DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_ORDINAL_ONES = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = (*_ORDINAL_ONES, *(f"twenty-{word}" for word in _ORDINAL_ONES[:9]), "thirtieth", "thirty-first")
UNITS = _words(
    "yuan fen dollar dollars cent cents euro euros pound pounds penny pence hour hours minute minutes second seconds"
)
_OTHER = ("and", "minus", "hundred", "thousand", "million", "oh", "star")
PAUSE = ","
_MARKS = {PAUSE: PAUSE, "*": "star"}
ALPHABET = tuple(dict.fromkeys((*ONES, *TENS, *MONTHS, *DAYS, *ORDINALS, *UNITS, *_OTHER)))
_TOKEN = re.compile(r"-?\d+|[A-Za-z]+|[,*]|\S")
_KNOWN = {word.lower(): word for word in ALPHABET}
MOST = 999_999_999
_SIZES = ((1_000_000, "million"), (1000, "thousand"), (100, "hundred"))


def pieces(text: str) -> tuple[str, ...] | None:
    """The recordings to play for a value as it is spoken ("12 yuan and 50 fen"); None when one of its words has none."""
    found: list[str] = []
    before = ""
    for token in _TOKEN.findall(text):
        row = _row(token, before)
        if row is None:
            return None
        found += row
        before = "ordinal" if before in MONTHS and token.isdigit() else token if token != PAUSE else before
    return tuple(found)


def _row(token: str, before: str) -> tuple[str, ...] | None:
    if token in _MARKS:
        return (_MARKS[token],)
    if re.fullmatch(r"-?\d+", token):
        return _figure(token, before)
    word = _KNOWN.get(token.lower())
    return (word,) if word else None


def _figure(token: str, before: str) -> tuple[str, ...] | None:
    value = int(token)
    if abs(value) > MOST:
        return None
    if before in MONTHS and 1 <= value <= 31:
        return (ORDINALS[value - 1],)
    if before == "ordinal" and 1000 <= value <= 2999:
        return year(value)
    return ("minus", *cardinal(-value)) if value < 0 else cardinal(value)


def cardinal(value: int) -> tuple[str, ...]:
    """0 to 999,999,999: "twelve thousand three hundred and five"."""
    if value < 20:
        return (ONES[value],)
    if value < 100:
        return (TENS[value // 10 - 2], *((ONES[value % 10],) if value % 10 else ()))
    size, name = next(pair for pair in _SIZES if value >= pair[0])
    rest = value % size
    link = ("and",) if 0 < rest < 100 else ()
    return (*cardinal(value // size), name, *link, *(cardinal(rest) if rest else ()))


def year(value: int) -> tuple[str, ...]:
    """As years are said: twenty twenty-six, nineteen oh five, two thousand five."""
    century, rest = divmod(value, 100)
    if century % 10 == 0 and rest < 10:
        return (*cardinal(century // 10), "thousand", *(cardinal(rest) if rest else ()))
    if rest == 0:
        return (*cardinal(century), "hundred")
    return (*cardinal(century), *(("oh",) if rest < 10 else ()), *cardinal(rest))
