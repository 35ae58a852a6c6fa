"""Whether a bare number of ten or eleven digits is an order's or a phone's: by what was asked, then by its shape. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actions.reading.address_parts import OF_STATE
from actions.reading.number_words import ENGLISH, HAN, HAN_RADIO
from actions.reading.numbers import runs_in
from actions.reading.tax_numbers import without_tax_number

LAST_DIGITS = 4  # of a phone, that prove whose an order is
WHOLE_PHONE = 10  # digits in a row that may be a phone's
_LENGTHS = (WHOLE_PHONE, 11)
# Mobiles of China; what begins with the zero of a trunk call; North American numbers, with or without their 1.
_PHONE = re.compile(r"1[3-9][0-9]{9}|0[1-9][0-9]{8,9}|1?[2-9][0-9]{2}[2-9][0-9]{6}")
_NAMED = re.compile(
    r"\+|\b(?:tele)?phones?\b|\bmobile|\bcell\b|\b(?:call|ring|text) me\b|手机|电话|座机|号码是"
    r"|\b(?:orders?|ref(?:erence)?|purchase)\b|订单|单号",
    re.I,
)
_CALLED_PHONE = re.compile(
    r"\b(?:tele)?phones?\b|\bmobile|\bcell\b|\b(?:call|ring|text|reach) (?:me|us|him|her)\b|手机|电话|座机|联系", re.I
)
_BESIDE = re.compile(  # a bare number is still one with this around it
    rf"\b(?:{'|'.join(sorted(ENGLISH))}|it|is|its|this|here|hi|hello|please|pls|thanks|uh|um)\b|(?<=it)['’]s\b"
    rf"|[{''.join([*HAN, *HAN_RADIO])}这是就的你好]"
    r"|[\W\d_]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class OrderDigits:
    """How many digits the order numbers of a shop have."""

    least: int = 5
    most: int = 7

    def fit(self, number: str) -> bool:
        return self.least <= len(number) <= self.most

    def bare(self, number: str) -> bool:
        """Whether its length alone tells it from other numbers. One of four digits may be a year, or the end of a phone's."""
        return self.fit(number) and len(number) >= LEAST_BARE


LEAST_BARE = 5
ALIKE = 2  # digits at the end in which orders of one customer, said in one breath, may differ
USUAL = OrderDigits()
EMBEDDED = OrderDigits(5, 5)  # of the embedded shop, in a database or in memory
ANY = OrderDigits(LEAST_BARE, 20)  # where the shop is not known: whatever may be one


def orders_in(text: str, digits: OrderDigits = USUAL) -> tuple[str, ...]:
    """The numbers in a text that are as long as an order's, typed or said; of those with the shape of a phone's none where
    words call it so. A postcode behind its state is none, nor is a tax number."""
    text = without_tax_number(text)
    called = _CALLED_PHONE.search(text) is not None
    runs = (part for run in runs_in(OF_STATE.sub(" ", text)) for part in in_one_breath(run, digits))
    return tuple(run for run in runs if digits.bare(run) and not (called and looks_like_phone(run)))


def in_one_breath(run: str, digits: OrderDigits) -> tuple[str, ...]:
    """The orders that were said one right after the other, where all have the same length and begin alike; else the run."""
    length = digits.least
    if digits.most != length or len(run) not in (2 * length, 3 * length) or looks_like_phone(run):
        return (run,)
    parts = tuple(run[at : at + length] for at in range(0, len(run), length))
    alike = len({part[: length - ALIKE] for part in parts}) == 1
    return parts if alike else (run,)


def bare_phone(number: str | bool | None) -> str | None:
    """A number as long as a phone's, said by who has no order number: nothing else tells the two apart."""
    return number if isinstance(number, str) and number.isdigit() and len(number) >= WHOLE_PHONE else None


def nothing_but_digits(said: str) -> bool:
    """Whether a message holds digits, typed or said, and beside them only what may stand around a bare number."""
    return bool(runs_in(said)) and not _BESIDE.sub("", said)


def looks_like_phone(number: str) -> bool:
    """Whether it has the shape of a whole phone number."""
    return _PHONE.fullmatch(number) is not None


def settled(said: str, asked: str | None, digits: OrderDigits) -> Mapping[str, str | None]:
    """Order number, contact and digits where a message holds one bare number that could be either; else nothing.

    It is an order's where the shop's have such a length, else a phone's if it looks like one; with nothing asked only where it
    stands alone. What fits both is tried as an order's first, and as a phone's once that led nowhere.
    """
    runs = [run for run in runs_in(said) if len(run) in _LENGTHS]
    if len(runs) != 1 or asked not in (None, "order_number", "proof") or _NAMED.search(said):
        return {}
    if asked is None and not nothing_but_digits(said):
        return {}
    number, phone, order = runs[0], looks_like_phone(runs[0]), digits.fit(runs[0])
    ends = {} if any(len(run) == LAST_DIGITS for run in runs_in(said)) else {"last4": None}  # its own prove nothing
    if phone and not order:
        return {"order_number": None, "contact": number, **ends}
    return {"order_number": number, "contact": None, **ends} if order else {}
