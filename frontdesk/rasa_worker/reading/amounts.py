"""Amounts of money: "$1,299.00", "12,50 €", "$2k", "twenty bucks", 25块8, 三百五十元, 1.5万元. Values in whole units. Pure."""

import re
from decimal import Decimal

from actions.reading.number_words import ENGLISH, HAN, HAN_SCALES, TEENS, TENS, UNITS, english, han
from frontdesk.rasa_worker.reading.found import Found, taken

_BEFORE = (
    r"(?:(?<![a-z])(?:US|AUD?|CAD?|HKD?|NZD?|SGD?|NTD?|R|MX))?\$|[€£¥₹₩₽₺₫฿]|人民币|港[币元幣]|美[元金刀]|欧元|英镑|日[元币圆]|新?台[币幣]|"
    r"(?<![a-z])(?:usd|eur|gbp|rmb|cny|jpy|inr|hkd|twd|ntd|aud|cad|sgd|nzd|chf|sek|nok|dkk|pln|krw|rs\.?|kr\.?|euros?)"
)
_CENTS = r"cents?|pence"
_AFTER = (
    r"[$€£¥₹₩₽₺]|(?:dollars?|bucks?|usd|euros?|eur|pounds?|quid|gbp|yuan|kuai|rmb|cny|rupees?|inr|yen|jpy|hkd|twd|aud|"
    r"cad|sgd|chf|sek|"
    rf"nok|dkk|pln|kr|grand|{_CENTS})(?![a-z])|人民币|港[币元幣]|美[元金刀]|欧元|英镑|日元|新?台[币幣]|元|圆|蚊|刀(?![具片架剪])"
)
_THINGS = (  # counted in 块: two boards, three bars of chocolate
    r"板|电池|电瓶|巧克力|布|表|手表|屏|玻璃|砖|地|肉|蛋糕|糖|肥皂|香皂|皂|毛巾|木|石|牌|硬盘|显卡|主板|内存|滑板|钢|铁|瓷|豆腐|饼|面|移动|充电宝|"
    r"姜|奶酪|橡皮|海绵|镜|磁|滤芯|抹布|积木|拼图|隔板|垫|的?电|小|大|新的|坏"
)
_MANY = r"[十百千万k]|w(?![a-z])|grand\b| ?(?:hundred|thousand|million)\b"
_NUMBER = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?|"
    r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?|"
    r"[0-9]+(?:[.,][0-9]{1,2})?"
)
_SIGNED = re.compile(rf"(?:{_BEFORE}) ?({_NUMBER})(?![0-9])({_MANY})?(?:[元块](?!钱)|块钱)?", re.I)
_CHANGE = re.compile(
    r"(?<![0-9.])([0-9]{1,6})[块元](?:零(?=[0-9][毛角]))?([0-9])(?:[毛角]([0-9])?分?|(?![0-9.个件双只]))"
)
_COUNTED = re.compile(
    rf"(?<![0-9.,])({_NUMBER})({_MANY})?(?:多|来)? ?"
    rf"(?:({_AFTER})(?: and ([0-9]{{1,2}}) ?(?:cents?|pence|p)(?![a-z]))?|块钱|块(?!{_THINGS}))",
    re.I,
)
_SMALL = re.compile(
    r"(?<![0-9.])([0-9]{1,2})(?:(p|(?<!at [0-9][0-9])c(?= (?:short|extra|off|more|less|charge)))(?![a-z0-9])|([毛角])(?:钱)?)",
    re.I,
)
_PAID = (
    r"扣款?了?|扣除|付款?了?|花了|收了?我|多收|少退|退款?了?我?|退回|补了?|实付(?:款)?|到手价?|到账|标价|差价|运费|金额|总价|价格|原价|现价|转账|充了?|"
    r"\bcharged?(?: me| us)?|\bpaid(?: you)?|\bbilled(?: me)?|\brefund(?:ed)?(?: me| of)?|\b(?:total|price|amount|"
    r"bill|fee|cost)(?: (?:was|is|of))?|"
    r"\btook(?: out)?|\bowed?(?: me)?"
)
_AFTER_PAID = re.compile(
    rf"(?:{_PAID})(?:的?是|为|了?我|了|才|只有?|[:：])? ?([0-9]{{1,5}}\.[0-9]{{1,2}}|[0-9]{{2,4}}(?=\s*(?:$|"
    rf"[,，。.!！?？;；]|for\b|instead\b|"
    rf"twice\b|but\b|两次|两笔|退|没|还|多|吧|吗)))"
    r"(?![0-9.件个天次单双笔张号年月日点分%岁倍折位台套箱只])",
    re.I,
)
_MONEY_ABOUT = re.compile(r"退|扣|付|钱|款|价|充|paid|pay|charge|refund|money|price|cost|total|bill", re.I)
_PRICE = re.compile(
    r"(?<![0-9a-z.,:/\-])([0-9]{1,5}\.[0-9]{1,2})(?![0-9a-z%寸米斤公号英版]| ?(?:kg|cm|mm|m|l|in|inch|gb|star|折"
    r"|倍|厘|毫|升|小时)|[.,:/\-][0-9])",
    re.I,
)
_SHORT_FIGURE = re.compile(  # 3千6, 1.2w的订单
    r"(?<![0-9.])([0-9]{1,3})([百千万])([1-9])(?![0-9.百千万个件位人次])"
    r"|(?<![0-9.])([0-9]{1,3}(?:\.[0-9]{1,2})?)([千万w])的(?:订单|单子|货款?|款|东西)"
)
_SHOULD = re.compile(  # beside an amount: what it ought to have been
    r"\bshould(?:'ve| have)? (?:be|been) (?:only )?([0-9]{1,5}(?:\.[0-9]{1,2})?)(?=[ ]*(?:[.,;!?]?$|[.,;!?] ))", re.I
)
_SAID = "|".join(sorted(ENGLISH, key=len, reverse=True))
_SMALLER = "|".join(sorted({*TEENS, *TENS}, key=len, reverse=True))
_UNIT = "|".join(sorted(set(UNITS) - {"o", "oh", "zero"}, key=len, reverse=True))
_SAID_UNIT = r"dollars?|bucks?|euros?|pounds?|quid|cents?|pence|yuan|kuai|rmb|rupees?|yen|grand"
_SAID_AMOUNT = re.compile(
    rf"(?<![a-z])((?:(?:an?|and|point|{_SAID})[ \-]){{0,12}}(?:{_SAID})|"
    rf"an?(?= (?:dollar|pound|euro|buck|quid)(?!s))) ({_SAID_UNIT})(?![a-z])"
    rf"(?: and ((?:(?:{_SAID})[ \-])*(?:{_SAID})) (?:cents?|pence|p)(?![a-z])"
    rf"| (?:and )?((?:{_SMALLER})(?:[ \-](?:{_UNIT}))?)(?![a-z ]*(?:days?|weeks?|months?|hours?|minutes?|times?|"
    rf"items?|orders?|percent)))?",
    re.I,
)
_CENTS_SAID = rf"(?:{_SMALLER})(?:[ \-](?:{_UNIT}))?|oh (?:{_UNIT})"
_WHOLE_SAID = (
    rf"(?:(?:an?|and|hundred|thousand|{_UNIT}|{_SMALLER})[ \-]){{0,12}}(?:hundred|{_UNIT}|{_SMALLER})|[0-9]{{1,4}}"
)
_COST = (
    r"charged|paid|pay|billed|debited|deducted|took(?: out)?|taken|owes?d?|costs?|spent|refund(?:ed)?|"
    r"(?:total|price|amount|bill|fee|charge)(?: (?:was|is|of|should be))?"
)
_SAID_PRICE = re.compile(  # "it took forty nine ninety nine", "forty nine ninety nine was charged"
    rf"(?<![a-z])(?:(?:{_COST})(?: (?:me|us|you|them|of|for|about|exactly|around|out)){{0,2}} "
    rf"({_WHOLE_SAID}) ({_CENTS_SAID}|[0-9]{{2}})"
    rf"(?![a-z0-9])(?! (?:{_SAID})(?![a-z]))|"
    rf"({_WHOLE_SAID}) ({_CENTS_SAID})"
    rf"(?= (?:(?:was|were|is|got) (?:charged|debited|taken|deducted|billed)|for (?:shipping|delivery|postage))))",
    re.I,
)
_POSTAGE = re.compile(r" for (?:shipping|delivery|postage)\b", re.I)
_NUMERALS, _UNIT_HAN = "".join([*HAN, *HAN_SCALES]), "一二两三四五六七八九"
_KUAI = rf"元|圆|块钱|块(?=[{_UNIT_HAN}]|$|[，。,.!！?？;；、 ]|[了没被的呢吗吧啊退还多左都也就给差运]|什么|到现)"
_HAN_AMOUNT = re.compile(
    rf"((?<![{_NUMERALS}])(?=[{''.join(HAN)}]*[{''.join(HAN_SCALES)}])[{_NUMERALS}]++|"
    rf"(?<![这那{_NUMERALS}])[{_NUMERALS}]++(?={_KUAI}|[美欧港日]元|美金|港币|英镑|点[{_NUMERALS}]))[多来几]?"
    rf"(?:点([{''.join(HAN)}]{{1,2}}))?"
    rf"(?:元|圆|块钱|块(?!{_THINGS})|[美欧港日]元|美金|港币|英镑)(?:零(?=[{_UNIT_HAN}][毛角]))?(?:([{_UNIT_HAN}])(?![{_NUMERALS}个件])(?:[毛角]([{_UNIT_HAN}])?分?)?)?"
)
_HAN_SMALL = re.compile(rf"([{_UNIT_HAN}])[毛角](?:([{_UNIT_HAN}])分?|钱?)(?![{_NUMERALS}])")
_HAN_PAID = re.compile(
    rf"(?:{_PAID})(?:的?是|为|了)?([{_UNIT_HAN}](?=[{_NUMERALS}]*[百千万])[{_NUMERALS}]++)(?![{_NUMERALS}个件天次单双多])"
)
_SHORT = re.compile(rf"([{_NUMERALS}]*)([百千万])([{_UNIT_HAN}])")
_WORTH = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def read(text: str) -> tuple[str, list[Found]]:
    """In digits, then in words. What only the words around it make an amount ("扣了66.6") comes last."""
    found: list[Found] = []
    for pattern, worth in _READERS:
        text, more = taken(pattern, text, worth)
        found += more
    if _MONEY_ABOUT.search(text):
        text, more = taken(_PRICE, text, lambda m: _amount(m[1]))
        found += more
        text, more = taken(_SHORT_FIGURE, text, _short_figure)
        found += more
    if found:
        text, more = taken(_SHOULD, text, lambda m: _amount(m[1]))
        found += more
    return text, found


def _short_figure(match: re.Match[str]) -> Found | None:
    """A last digit behind a hundred stands for tens: 3千6 is 3600."""
    if match[3] is None:
        return _amount(_figure(match[4], match[5]))
    scale = _FACTORS[match[2]]
    return _amount(str(int(match[1]) * scale + int(match[3]) * scale // 10))


def _amount(value: str) -> Found | None:
    """None for what was no number after all: "double dollars", "eleven twenty nineteen", 千一元."""
    return Found("amount", value) if _WORTH.fullmatch(value) else None


def _figure(number: str, many: str = "") -> str:
    """Digits with a point, whatever parted the thousands; multiplied out where a word for many follows."""
    plain = re.sub(r"[., ](?=[0-9]{3}(?![0-9]))", "", number).replace(",", ".")
    factor = _FACTORS.get(many.strip().lower(), 1)
    return plain if factor == 1 or not _WORTH.fullmatch(plain) else f"{(Decimal(plain) * factor).normalize():f}"


_FACTORS = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10000,
    "w": 10000,
    "k": 1000,
    "grand": 1000,
    "hundred": 100,
    "thousand": 1000,
    "million": 1000000,
}


def _signed(match: re.Match[str]) -> Found | None:
    return _amount(_figure(match[1], match[2] or ""))


def _counted(match: re.Match[str]) -> Found | None:
    unit = (match[3] or "").lower()
    if match[4]:
        return _amount(f"{_figure(match[1])}.{match[4]:0>2}")
    if re.fullmatch(_CENTS, unit):
        return _amount(_in_hundredths(match[1]))
    return _amount(_figure(match[1], "grand" if unit == "grand" else match[2] or ""))


def _change(match: re.Match[str]) -> Found | None:
    return _amount(f"{match[1]}.{match[2]}{match[3] or ''}")


def _small(match: re.Match[str]) -> Found | None:
    return _amount(_tenths(match[1]) if match[3] else _in_hundredths(match[1]))


def _tenths(number: str) -> str:
    return f"{Decimal(number) / 10}"


def _in_hundredths(number: str) -> str:
    return f"{Decimal(number) / 100:.2f}" if _WORTH.fullmatch(number) else ""


def _said(match: re.Match[str]) -> Found | None:
    """ "forty five dollars and ten cents" is 45.10, "nineteen ninety nine dollars" 19.99, "five pounds fifty" 5.50."""
    whole, unit, rest = _worth(match[1]), match[2].lower(), match[3] or match[4]
    if re.fullmatch(_CENTS, unit):
        return _amount(_in_hundredths(whole))
    if unit == "grand":
        return _amount(_figure(whole, unit))
    return _amount(f"{whole}.{_worth(rest):0>2}" if rest else whole)


def _said_price(match: re.Match[str]) -> Found | None:
    """Two halves and no unit; "two fifty" may be 2.50 or 250, and is neither, unless a parcel is paid with it."""
    whole, cents = (_digits(part) for part in (match[1] or match[3], match[2] or match[4]))
    return (
        _amount(f"{whole}.{cents:0>2}")
        if (len(whole) > 1 or _POSTAGE.match(match.string, match.end())) and len(cents) <= 2
        else None
    )


def _digits(said: str) -> str:
    return said if said.isdigit() else _worth(said)


def _worth(said: str) -> str:
    """Digits of a number in words; "nineteen ninety nine" is a price in two halves, "three point five" has its point."""
    if said.lower() in ("a", "an"):
        return "1"
    if " point " in said:
        return ".".join(_worth(part) for part in said.split(" point ", 1))
    words = [w for w in re.split(r"[ \-]+", said.lower()) if w not in {"a", "an"}]
    words = ["one", *words] if words[0] in ("hundred", "thousand") else words
    digits = english(words)
    halves = len(digits) == 4 and not {"hundred", "thousand"} & set(words)
    return f"{digits[:2]}.{digits[2:]}" if halves else digits


def _in_han(match: re.Match[str]) -> Found | None:
    """九块九 is 9.9, 三百八十元 is 380."""
    whole = _han_worth(match[1])
    if not whole:
        return None
    tenths, hundredths = (str(HAN[said]) if said else "" for said in (match[3], match[4]))
    part = han(match[2]) if match[2] else tenths + hundredths
    return _amount(whole + (f".{part}" if part else ""))


def _han_small(match: re.Match[str]) -> Found | None:
    return _amount(f"0.{HAN[match[1]]}{HAN[match[2]] if match[2] else ''}")


def _han_paid(match: re.Match[str]) -> Found | None:
    return _amount(_han_worth(match[1]))


def _han_worth(said: str) -> str:
    """A last digit behind a hundred stands for tens: 三百八 is 380, 百二 120, 一万二 12000. Nothing for what is no number."""
    short = _SHORT.fullmatch(said)
    if short is None:
        return han(said)
    scale = HAN_SCALES[short[2]]
    hundreds = han(short[1] + short[2]) if short[1] else str(scale)
    return str(int(hundreds) + HAN[short[3]] * scale // 10) if hundreds else ""


_READERS = (
    (_SIGNED, _signed),
    (_CHANGE, _change),
    (_COUNTED, _counted),
    (_SAID_AMOUNT, _said),
    (_SAID_PRICE, _said_price),
    (_HAN_AMOUNT, _in_han),
    (_HAN_SMALL, _han_small),
    (_SMALL, _small),
    (_HAN_PAID, _han_paid),
    (_AFTER_PAID, lambda m: _amount(m[1])),
)
