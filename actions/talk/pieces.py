"""What is said where an order number is asked for: how long one is in this shop, and what there is of one that comes in pieces.

What was said last is the only memory of pieces, so whatever else comes in between ends them."""

import itertools
import re
from typing import Any

from actions.reading.number_kinds import LAST_DIGITS
from actions.reading.numbers import digits_in
from actions.reading.orders_named import piece_of
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of, medium_of
from actions.words import WORDS, count, number

_KEY = "order_number.so_far"
_ENDS_PHONE = re.compile(f"[0-9]{{{LAST_DIGITS}}}")
_SAID = tuple(re.compile(re.escape(words[_KEY]).replace(r"\{digits\}", "[0-9 ]+")) for words in WORDS.values())


def begun(tracker: Any) -> str:
    """The digits there are of the number, where the rest of it was just asked for; else none."""
    before = itertools.dropwhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    next(before, None)
    said = itertools.takewhile(lambda event: event.get("event") != "user", before)
    texts = (str(event.get("text") or "") for event in said if event.get("event") == "bot")
    return next((digits_in(text) for text in texts if any(so_far.fullmatch(text) for so_far in _SAID)), "")


def with_piece(turn: CustomerTurn, tracker: Any) -> str | None:
    """The number as far as it is there now, whole or not, if the message holds nothing but a piece of it."""
    if turn.is_payload or (medium_of(tracker) == "text" and not begun(tracker) and ends_phone(turn.said)):
        return None
    return piece_of(begun(tracker), turn.said, HOLDER.get().order_digits)


def ends_phone(said: str) -> bool:
    """Whether nothing is there but as many digits as prove whose an order is: typed, they are no piece of an order's number."""
    return _ENDS_PHONE.fullmatch(said.strip()) is not None


def so_far(digits: str, tracker: Any) -> str:
    """What there is of the number, and the question for the rest."""
    said = number(digits)
    return WORDS[locale_of(tracker)][_KEY].format(digits=said.spoken if medium_of(tracker) == "voice" else said.text)


def of_number(what: str, tracker: Any) -> str:
    """Words about the order number: that it is `missing` or `which_missing`, that `any` will do, `where` it stands."""
    locale, digits = locale_of(tracker), HOLDER.get().order_digits
    return WORDS[locale][f"order_number.{what}"].format(length=count(digits.least, digits.most, locale))
