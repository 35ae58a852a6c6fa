"""How values are spoken in Chinese, as a row of words that can each be a recording. Pure."""

import re

DIGITS = "零一二三四五六七八九"
UNITS = ("元", "角", "分", "秒", "小时", "分钟", "美元", "美分", "欧元", "欧分", "英镑", "便士", "港元", "港仙")
WEEK = tuple(f"星期{day}" for day in "一二三四五六日")
ALPHABET = (*DIGITS, *"十百千万亿两幺年月日", *UNITS, *WEEK, "负", "星号")
PAUSE = ","
_MARKS = {"，": PAUSE, PAUSE: PAUSE, "*": "星号"}
MOST = 999_999_999_999
_WORDS = sorted({*ALPHABET, "，", ","}, key=len, reverse=True)
_TOKEN = re.compile(r"-?\d+|\*|" + "|".join(map(re.escape, _WORDS)) + r"|\S")


def pieces(text: str) -> tuple[str, ...] | None:
    """The recordings to play for a value as it is spoken ("12元5角"); None when one of its words has none."""
    tokens = _TOKEN.findall(text)
    found: list[str] = []
    for token, after in zip(tokens, [*tokens[1:], ""], strict=True):
        row = _row(token, after)
        if row is None:
            return None
        found += row
    return tuple(found)


def _row(token: str, after: str) -> tuple[str, ...] | None:
    if token in _MARKS:
        return (_MARKS[token],)
    if re.fullmatch(r"-?\d+", token):
        return _figure(token, after)
    return (token,) if token in ALPHABET else None


def _figure(token: str, after: str) -> tuple[str, ...] | None:
    value = int(token)
    if abs(value) > MOST:
        return None
    if after == "年":
        return tuple(DIGITS[int(figure)] for figure in token.lstrip("-"))
    if value < 0:
        return ("负", *number(-value))
    return ("两",) if value == 2 and after in UNITS else number(value)


def number(value: int) -> tuple[str, ...]:
    """0 to 999,999,999,999: 一万零二十三, 两千, 十二."""
    if value == 0:
        return (DIGITS[0],)
    found: list[str] = []
    gap = False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // size % 10**4
        if not section:
            gap = gap or bool(found)
            continue
        if found and (gap or section < 1000):
            found.append("零")
        gap = False
        found += ["两"] if section == 2 and name else _section(section, begins=not found)
        found += [name] if name else []
    return tuple(found)


def _section(value: int, *, begins: bool) -> list[str]:
    """1 to 9999. Ten at the beginning is 十, elsewhere 一十; two before hundreds and thousands is 两."""
    found: list[str] = []
    gap = False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // size % 10
        if figure == 0:
            gap = bool(found)
            continue
        if gap:
            found.append("零")
        gap = False
        if not (begins and not found and (figure, size) == (1, 10)):
            found.append("两" if figure == 2 and size >= 100 else DIGITS[figure])
        found += [name] if name else []
    return found
