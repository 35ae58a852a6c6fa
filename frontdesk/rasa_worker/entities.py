"""Numbers and addresses in a message, typed or spoken: e-mail, phone, amount, tracking and order number. Pure; knows no Rasa."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actions.number_words import ENGLISH, HAN, HAN_SCALES, english, han
from actions.numbers import runs_in
from frontdesk.rasa_worker.plain import half_width, simplified

# ASCII classes throughout: \w and \d would take Chinese characters and other digits along.
_HOSTS = r"gmail|googlemail|hotmail|yahoo|outlook|live|icloud|aol|proton|qq|163|126|sina|foxmail|example"
_AT = re.compile(r"(?<=[a-z0-9])(?: +(?:at|@) +| *艾特 *)(?=[a-z0-9])", re.I)
_DOT = re.compile(r"(?<=[a-z0-9])(?: +(?:dot|point) +| *点 *)(?=[a-z0-9])", re.I)
_UNDERSCORE = re.compile(r"(?<=[a-z0-9]) +underscore +(?=[a-z0-9])", re.I)
_HYPHEN = re.compile(r"(?<=[a-z0-9]) +(?:dash|hyphen|minus) +(?=[a-z0-9])", re.I)
_SAID = "|".join(sorted(ENGLISH, key=len, reverse=True))
_SAID_IN_MAIL = re.compile(
    rf"(?:(?<![a-z])((?!is |its |s |mail |email |address |"
    rf"mine )[a-z]+) )?(?<![a-z])((?:(?:{_SAID}) )+)(?=at (?:[a-z0-9\-]+ dot|{_HOSTS}))",
    re.I,
)
_HAN_IN_MAIL = re.compile(rf"[{''.join(HAN)}]{{3,}}(?= ?(?:艾特|@))")
_GLUED = re.compile(rf"(?<![a-z0-9])((?:{_HOSTS})) ?(com|net|org|cn)(?![a-z0-9])", re.I)
_SPELT = re.compile(r"(?<![a-z0-9'’])(?:[a-z0-9] ){2,}[a-z0-9](?=[ .]*(?:@|at\b))", re.I)
_EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+\-]*@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}", re.I)
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+(?:\.[0-9]{1,2})?"
_AMOUNT = re.compile(
    rf"(?:[$€£¥₹]|(?<![a-z])(?:usd|eur|gbp|rmb|cny|inr|rs\.?)) ?({_NUMBER})(?![0-9])|"
    rf"(?<![0-9.,])({_NUMBER}) ?(?:[$€£¥₹]|dollars?\b|bucks?\b|usd\b|euros?\b|eur\b|"
    r"pounds?\b|quid\b|gbp\b|cents?\b|元|块|圆|rmb|人民币)",
    re.I,
)
_SAID_AMOUNT = re.compile(
    rf"(?<![a-z])((?:(?:an?|and|{_SAID})[ \-])*(?:{_SAID})) (dollars?|bucks?|euros?|pounds?|quid|cents?|pence)(?![a-z])"
    rf"(?: and ((?:(?:{_SAID})[ \-])*(?:{_SAID})) (?:cents?|pence|p)(?![a-z]))?",
    re.I,
)
_NUMERALS, _UNIT_HAN = "".join([*HAN, *HAN_SCALES]), "一二三四五六七八九"
_HAN_AMOUNT = re.compile(
    rf"([{_NUMERALS}]*[{''.join(HAN_SCALES)}][{_NUMERALS}]*|[{_NUMERALS}]+(?=元|块钱|块[{_UNIT_HAN}]|块(?:$|[，。,.!！?？])))"
    rf"(?:元|块钱|块)(?:([{_UNIT_HAN}])(?![{_NUMERALS}个件])[毛角]?)?"
)
_TENTHS = re.compile(r"(?<![0-9.])([0-9]{1,6})块([0-9])(?![0-9.]|[个件双只])[毛角]?")
_PHONE = re.compile(r"(?<![0-9a-z])(?:\+|00)?[(]?[0-9][0-9()\-. ]{7,18}[0-9](?![0-9a-z])", re.I)
_TRACKING = re.compile(
    r"(?<![a-z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2}[0-9]{9}[A-Z]{2}|(?:SF|"
    r"YT|JD|JT|ZTO|STO|DPK|EMS)[A-Z]{0,2}[0-9]{9,15})(?![a-z0-9])",
    re.I,
)
_NAMED_TRACKING = re.compile(
    r"(?:tracking(?: (?:number|no|code|id))?|运单号?|快递单号|物流单号)"
    r"[^0-9a-z]{0,4}(?:is |是|为)?([0-9a-z]*[0-9]{8,22}[a-z]{0,2})",
    re.I,
)
_NAMED_ORDER = re.compile(
    r"(?:\border(?: (?:number|no|id|nr|num|nmbr))?|订单编?号?|单号)"
    r"[ .:：#是为]{0,4}(?:is )?#?([a-z]{0,5}-?[0-9][0-9a-z\-]{2,24})",
    re.I,
)
_MARKED_ORDER = re.compile(
    r"(?<![0-9a-z])#([a-z]{0,5}-?[0-9][0-9a-z\-]{2,24})|(?<![a-z0-9])((?:ord|ord-|so-|po-|wc-)[0-9]{3,20})", re.I
)
_ABOUT_PHONE = re.compile(r"phone|mobile|cell|call|tel|手机|电话|号码", re.I)
_LONG = re.compile(r"(?<![0-9a-z.])[0-9]{8,20}(?![0-9a-z.])", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """One entity; the value in its plain form ("14155550198", "jo@gmail.com", "12.50")."""

    kind: str
    value: str


def entities(text: str) -> tuple[Found, ...]:
    """All kinds, each stretch of text taken once: an e-mail's digits are no phone, a phone is no order number."""
    left = simplified(half_width(text))
    found: list[Found] = []
    for take in (_emails, _tracking, _amounts, _phones, _orders):
        left = take(left, found)
    if not any(f.kind in ("phone", "order_number") for f in found):
        found += _spoken(left)
    return tuple(dict.fromkeys(found))


def _taken(pattern: re.Pattern[str], text: str, kind: str, found: list[Found]) -> str:
    def take(match: re.Match[str]) -> str:
        found.append(Found(kind, next(g for g in (*match.groups(), match[0]) if g)))
        return " | "

    return pattern.sub(take, text)


def _emails(text: str, found: list[Found]) -> str:
    """Typed ones first. Spoken ones are put together only where an address may be: "at" and "dot" are words, too."""
    before = len(found)
    text = _taken(_EMAIL, text, "email", found)
    rest = _spoken_emails(text, found)
    found[before:] = [Found(f.kind, f.value.lower()) for f in found[before:]]
    return rest


def _spoken_emails(text: str, found: list[Found]) -> str:
    if "@" not in text and not re.search(rf"\bat\b.*(?:\bdot\b|{_HOSTS})|艾特", text, re.I):
        return text
    typed = _SAID_IN_MAIL.sub(lambda m: f"{m[1] or ''}{english(m[2].lower().split())} ", text)
    typed = _HAN_IN_MAIL.sub(lambda m: han(m[0]), typed)
    typed = _SPELT.sub(lambda m: m[0].replace(" ", ""), typed)
    typed = _GLUED.sub(r"\1.\2", _AT.sub("@", _HYPHEN.sub("-", _UNDERSCORE.sub("_", typed))))
    typed = _DOT.sub(".", typed)
    before = len(found)
    rest = _taken(_EMAIL, typed, "email", found)
    return rest if len(found) > before else text


def _tracking(text: str, found: list[Found]) -> str:
    return _taken(_TRACKING, _taken(_NAMED_TRACKING, text, "tracking_number", found), "tracking_number", found)


def _amounts(text: str, found: list[Found]) -> str:
    before = len(found)
    rest = _taken(_AMOUNT, _TENTHS.sub(r"\1.\2元", text), "amount", found)
    found[before:] = [Found(f.kind, f.value.replace(",", "")) for f in found[before:]]
    return _said_amounts(rest, found)


def _said_amounts(text: str, found: list[Found]) -> str:
    """In words: "forty five dollars and ten cents" is 45.10, "nineteen ninety nine dollars" 19.99, 九块九 9.9."""

    def english_one(match: re.Match[str]) -> str:
        whole, unit, rest = _worth(match[1]), match[2].lower(), match[3]
        if unit.startswith(("cent", "pence")):
            whole = f"{int(whole) / 100:.2f}"
        elif rest:
            whole = f"{whole}.{_worth(rest):0>2}"
        found.append(Found("amount", whole))
        return " | "

    def han_one(match: re.Match[str]) -> str:
        found.append(Found("amount", han(match[1]) + (f".{HAN[match[2]]}" if match[2] else "")))
        return " | "

    return _HAN_AMOUNT.sub(han_one, _SAID_AMOUNT.sub(english_one, text))


def _worth(said: str) -> str:
    """Digits of a number in words; "nineteen ninety nine" is a price in two halves."""
    words = [w for w in re.split(r"[ \-]+", said.lower()) if w not in {"a", "an"}]
    words = ["one", *words] if words[0] in ("hundred", "thousand") else words
    digits = english(words)
    halves = len(digits) == 4 and not {"hundred", "thousand"} & set(words)
    return f"{digits[:2]}.{digits[2:]}" if halves else digits


def _phones(text: str, found: list[Found]) -> str:
    """Ten to thirteen digits in the shape of a phone number, unless called an order number."""

    def take(match: re.Match[str]) -> str:
        digits = re.sub(r"[^0-9]", "", match[0])
        named_order = _NAMED_ORDER.search(text[max(0, match.start() - 24) : match.end()])
        about_phone = _ABOUT_PHONE.search(text)
        parted = re.search(r"[0-9][ ().\-]+[0-9]", match[0]) or match[0].startswith("+")
        if named_order and not about_phone:
            return match[0]
        if re.fullmatch(r"(?:86)?1[3-9][0-9]{9}", digits) or (10 <= len(digits) <= 13 and (parted or about_phone)):
            found.append(Found("phone", digits))
            return " | "
        return match[0]

    return _PHONE.sub(take, text)


def _orders(text: str, found: list[Found]) -> str:
    """Called an order number, marked with #, or too long to be anything else."""
    for pattern in (_NAMED_ORDER, _MARKED_ORDER, _LONG):
        text = _taken(pattern, text, "order_number", found)
    return text


def _spoken(text: str) -> Iterator[Found]:
    """Digits said or parted by spaces: five to seven are an order number, ten and more a phone."""
    for run in runs_in(text):
        if 5 <= len(run) <= 7:
            yield Found("order_number", run)
        elif 10 <= len(run) <= 13:
            yield Found("phone", run)
