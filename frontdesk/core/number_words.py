"""The words of small numbers, in English and Chinese, and what each is worth. Reading them is others' work."""

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate(_SMALL)}
ONES = {word: value for word, value in SMALL.items() if value < 10}
TEENS = {word: value for word, value in SMALL.items() if value >= 10}
TENS = {word: 10 * tens for tens, word in enumerate(_TENS, start=2)}
ZH_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ZH_UNITS = {"十": 10, "百": 100, "千": 1000}
