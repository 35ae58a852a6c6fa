"""A tax number as it is heard: whole, in pieces over several turns, or that there is none. Knows the tracker's shape.

As with an order's number, what was said last is the only memory of pieces."""

import itertools
import re
from typing import Any

from actions.reading.tax_numbers import is_tax_number, looks_like_tax_number, piece_in, tax_number_in, tax_number_tried
from actions.talk.turn import CustomerTurn, locale_of, medium_of
from actions.words import WORDS, number

OF_INVOICE = frozenset({"invoice_kind", "invoice_title", "tax_number", "confirmed"})  # where nine bare digits are one
_KEY = "tax_number.so_far"
_SAID = tuple(re.compile(re.escape(words[_KEY]).replace(r"\{signs\}", "[0-9A-Z ]+")) for words in WORDS.values())
_SIGNS = re.compile("[0-9A-Z](?: ?[0-9A-Z])+(?![a-z'])")
_OF_EUROPE = re.compile(  # typed whole: it may have a slip, which is told
    r"(?i:(?:it'?s|it is|our (?:vat )?number is|vat(?: number)?(?: is)?)[: ]*)?"
    r"(?P<number>[A-Z]{2} ?(?:[0-9A-Z]{2,4} ?){2,4})[.! ]*$"
)
LONGEST, OLD = {"en": 14, "zh": 18}, 15  # signs of a whole one; digits of China's old registration numbers
EIN = 9
_LACKS = re.compile(
    r"^(?:(?:sorry|no|well|um+|we|i|just)[, ]+)*(?:skip (?:it|that|this)|leave (?:it|that) (?:out|blank|empty)|n/?a|none"
    r"|not applicable)"
    r"(?: please)?[ .!]*$|^(?:no[, ]+)?(?:we|i)(?: are|'?re|'?m| am) (?:not (?:vat |tax )?registered|exempt)\b"
    r"|^(?:先)?(?:不填|不写|跳过|空着|没税号)|不用税号|免税"
    r"|\b(?:do ?n[o'’]?t|do not|haven[’']?t|have not|didn[’']?t) (?:have|know|got|remember|need)\b"
    r"|\b(?:no|without(?: a)?) (?:tax|vat)"
    r"|\bhave none\b|\bno idea\b|(?:没有?|沒有?|不知道|不清楚|忘了?|不记得).{0,4}税号"
    r"|税号.{0,6}(?:没有|不知道|不清楚|忘)|^(?:我|我们)?(?:没有|沒有|不知道|不清楚)",
    re.I,
)


def lacks_tax_number(turn: CustomerTurn) -> bool:
    """Whether the customer, asked for the tax number, says that there is none."""
    return not turn.is_payload and _LACKS.search(turn.said) is not None and tax_number_in(turn.said) is None


def tax_number_heard(turn: CustomerTurn, asked: str | None) -> str | None:
    """A sound one wherever it stands; one with a slip only where it was asked for or is called so, so that it can be told."""
    tried = tax_number_in(turn.said, asked=asked in OF_INVOICE and turn.lang != "zh") or tax_number_tried(turn.said)
    if tried or asked != "tax_number":
        return tried
    if whole := _OF_EUROPE.match(turn.text.strip()):
        return whole["number"]
    if piece_in(turn.said):
        return None
    return turn.text.strip() if looks_like_tax_number(turn.text) else None


def begun(tracker: Any) -> str:
    """The signs there are of the number, where the rest of it was just asked for; else none."""
    before = itertools.dropwhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    next(before, None)
    said = itertools.takewhile(lambda event: event.get("event") != "user", before)
    texts = (str(event.get("text") or "") for event in said if event.get("event") == "bot")
    so_far = next((text for text in texts if any(said.fullmatch(text) for said in _SAID)), "")
    return "".join(max(_SIGNS.findall(so_far), key=len, default="").split())


def with_piece(turn: CustomerTurn, tracker: Any) -> str:
    """The number as far as it is there now, if the message holds nothing but a piece of it; typed all at once it is none."""
    before = begun(tracker)
    if turn.is_payload or not (before or medium_of(tracker) == "voice"):
        return ""
    piece = piece_in(turn.said)
    return before + piece if piece and (before or len(piece) > 1) else ""


def is_whole(signs: str, locale: str) -> bool:
    """Whether nothing more is to be waited for: it is sound, or as long as one can be."""
    if locale == "zh":
        return len(signs) >= LONGEST[locale] or (len(signs) == OLD and signs.isdigit() and signs[0] != "9")
    return len(signs) >= LONGEST["en"] or (signs.isdigit() and len(signs) >= EIN) or is_tax_number(signs)


def of_tax(what: str, tracker: Any, signs: str = "") -> str:
    """Words about the tax number: that it is `missing`, or how much of it there is `so_far`."""
    said = number(signs)
    return WORDS[locale_of(tracker)][f"tax_number.{what}"].format(
        signs=said.spoken if medium_of(tracker) == "voice" else said.text
    )
