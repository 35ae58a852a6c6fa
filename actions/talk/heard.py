"""The answers found in one message, slot by slot: numbers, mail addresses, key words, and free words where asked for."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from actions.meaning.asking import asks_in_words, asks_something
from actions.meaning.assenting import assents
from actions.meaning.delivery_notes import delivery_note_in
from actions.meaning.follow_ups import asks_when
from actions.meaning.goods_wishes import in_or_out, items_in, names_items_only, names_no_reason, reason_in
from actions.meaning.hesitating import pauses, puts_back, puts_off
from actions.meaning.kinds import KINDS, kind_of, other_change
from actions.meaning.lacks import tells_fact
from actions.meaning.note_begun import only_begins
from actions.meaning.note_words import as_note, only_thanks
from actions.meaning.places import address_told
from actions.meaning.places_begun import town_begun
from actions.meaning.taking_back import back_instead, turned_up
from actions.meaning.wishes import is_no_wish, size_in, wish_in
from actions.owned import LAST
from actions.reading.address_wishes import address_in, says_more
from actions.reading.addresses import has_street, may_be_part, names_whom
from actions.reading.case_numbers import case_number_in
from actions.reading.characters import simplified
from actions.reading.contacts import SHORTEST_PHONE, phone_of
from actions.reading.courtesy import without_courtesy
from actions.reading.fillers import without_fillers
from actions.reading.invoice_titles import (
    bare_title,
    firm_in,
    is_title,
    name_in,
    other_name,
    put_right,
    title_in,
    title_told,
)
from actions.reading.names_anew import name_anew
from actions.reading.number_kinds import (
    USUAL,
    WHOLE_PHONE,
    OrderDigits,
    settled,
)
from actions.reading.numbers import runs_in
from actions.reading.orders_named import only_number
from actions.reading.phone_endings import ABOUT_PHONE, last4_in
from actions.reading.tax_numbers import tax_number_in, without_tax_number
from actions.talk.heard_orders import lacks_number, order_number_heard
from actions.talk.tax_numbers import tax_number_heard
from actions.talk.titles import after_all, with_title
from actions.talk.turn import CustomerTurn

SECRETS = frozenset({"last4", "proof"})
BUTTONS = frozenset({"order_number", "issue", "change_kind", "invoice_kind"})  # what a button may fill; never a yes
SURE_OF_YES = 0.6  # a yes that changes something must not be a guess
CONTACT_AT = (None, "order_number", "last4", "proof")  # what may be asked while orders are looked for
FREE: Mapping[str, int] = {
    "new_address": 6,
    "new_items": 2,
    "delivery_note": 2,
    "wish": 1,
    "invoice_title": 2,
}  # shortest answers


_YES_AND_THANKS = re.compile(
    r"^(?:yes|yeah|yep|ok|okay|sure|please do|好的?|可以|行|是的?|[对對]的?|嗯)[,，!！。. ]*"
    r"(?:please|thanks?|thank you|thx|多?谢谢|謝謝|谢了|麻烦了?|麻煩了?)[ !！。.]*$",
    re.I,
)
_SAYS_NO = re.compile(  # whatever else is said
    r"^(?:no|nope|nah|wait|stop|sorry|oh)\b[,.! ]*(?:(?:no|please|wait)\b[,.! ]*)*(?:i said )?"
    r"(?:do ?n[o']?t|dont|do not|never|i (?:do ?n[o']?t|dont|do not|didn'?t) (?:want|mean|ask))\b(?! (?:worry|mind|wait"
    r"|care)\b)"
    r"|^(?:不是?|等等|停)?[,，。! ]*(?:先)?(?:不要|别)(?!急|担心|客气)"
    r"|^(?:我|还是|那|算了|又|[,，。 ])*不(?:想|要)?(?:退|换|取消|改|办|报|申请|登记)(?:货|款)?了",
    re.I,
)
_NO_BUT = re.compile(
    r"^(?:(?:no|nope|not that|wrong|sorry|actually|wait|(?:hang|hold) on|oh|不对|不是|不|错了|等等)[,，.。! ]+)+"
    r"(?:it'?s|it is|make it|should be|i meant|send it to|to|是|应该是|改成|寄到)?[ :：]*(?P<rest>.+)$",
    re.I,
)
_CORRECTED = {"new_address": may_be_part, "invoice_title": is_title}


def is_question(turn: CustomerTurn) -> bool:
    """Whether something is asked rather than answered."""
    return not turn.is_payload and asks_something(turn.said)


def correction_of(turn: CustomerTurn, asks: tuple[str, ...]) -> dict[str, str]:
    """Free words put right at the last question ("no, 7 Quay Street, 2010 Northport"), where they look like what was asked."""
    text = turn.text.strip()[:300]
    if "invoice_title" in asks and not turn.is_payload and (anew := name_anew(text)):
        return {"invoice_title": anew}
    if "invoice_title" in asks and (other := other_name(text)):
        return {"invoice_title": other}
    if "invoice_title" in asks and not turn.is_payload and (firm := firm_in(text) or put_right(text)):
        return {"invoice_title": firm}
    said = None if turn.is_payload else _NO_BUT.match(simplified(text))
    if said is None:
        return {}
    rest = text[said.start("rest") :].strip()
    if "tax_number" in asks and tax_number_in(rest, asked=True):
        rest = without_tax_number(rest, asked=True)
    if "invoice_title" in asks and (name := name_in(turn.text)):
        return {"invoice_title": name}
    plain = {"invoice_title": bare_title(rest)}
    return {
        slot: plain.get(slot, rest)[:200]
        for slot, looks in _CORRECTED.items()
        if slot in asks and looks(plain.get(slot, rest))
    }


def hear(turn: CustomerTurn, asked: str | None, digits: OrderDigits = USUAL) -> dict[str, str | bool]:
    """Slots with what the message says of them; `asked` is the slot the bot asked for, `digits` are those of order numbers."""
    if turn.is_payload:
        return _of_payload(turn, asked)
    found = {slot: listen(turn, asked) for slot, listen in _LISTENERS.items()}
    found |= {slot: listen(turn, asked, digits) for slot, listen in _BY_DIGITS.items()}
    found |= settled(turn.said, asked, digits)
    if found["order_number"] not in (None, LAST):
        found["contact"] = None  # the number leads there by itself
    found |= {slot: kind_of(slot, turn.said) for slot in KINDS}
    found = with_title(turn, asked, found, free=asked in FREE)
    if asked == "change_kind" and found["change_kind"] is None and has_street(turn.text[:300]):
        found |= {"change_kind": "address", "new_address": address_told(turn.text) or turn.text.strip()[:200]}
    if found["new_items"] is not None:
        found["change_kind"] = "items"
    elif found["new_address"] is not None:  # "send it to 7 old mill road" names no seven of anything
        found["change_kind"] = "address"
    if asked == "new_address" and (other := other_change(turn.said)):
        found["change_kind"] = other
    if asked is not None and asked in FREE:
        found[asked] = (title_in(turn.text) if asked == "invoice_title" else None) or _free(turn, asked)
    found = after_all(turn, asked, found)
    if asked == "confirmed" and found["new_items"] is None and wish_in(turn.said, alone=True):
        found["new_items"] = turn.text.strip()[:200]
    return {slot: value for slot, value in found.items() if value is not None}


def _of_payload(turn: CustomerTurn, asked: str | None) -> dict[str, str | bool]:
    """A button says exactly what it means, of what buttons may say; a secret only where it was asked for."""
    given: dict[str, str | bool] = {
        slot: value for slot, value in turn.entities.items() if slot in BUTTONS or (slot in SECRETS and slot == asked)
    }
    confirmed = _confirmed(turn, asked)
    return given if confirmed is None else {**given, "confirmed": confirmed}


def _last4(turn: CustomerTurn, asked: str | None, digits: OrderDigits) -> str | None:
    return None if asked in FREE else last4_in(turn.said, asked, turn.entities, digits)


def _contact(turn: CustomerTurn, asked: str | None) -> str | None:
    """By what the orders are to be found instead of a number: an address before a phone, which proves it. Said of itself, a
    phone number is one only where it is called so: it may be the one to be rung."""
    if asked not in CONTACT_AT:
        return None
    email, phone = turn.entities.get("email"), turn.entities.get("phone")
    if email and asked != "proof":
        return email
    whole = phone or next((run for run in runs_in(turn.said) if len(run) >= WHOLE_PHONE), None)
    if whole is None or asked == "last4" or (asked is None and not ABOUT_PHONE.search(turn.said)):
        return None
    told = phone_of(turn.said)  # with its country's code, and without a zero in brackets
    return told if told is not None and told.endswith(whole[-SHORTEST_PHONE:]) else whole


def _proof(turn: CustomerTurn, asked: str | None) -> str | None:
    """The whole address that proves a phone number, where it was asked for."""
    return turn.entities.get("email") if asked == "proof" else None


def _email(turn: CustomerTurn, asked: str | None) -> str | None:
    """Where something is to be sent; never a proof, which is kept nowhere."""
    return turn.entities.get("email") if asked != "proof" else None


def _new_address(turn: CustomerTurn, asked: str | None) -> str | None:
    told = None if asked in FREE else address_in(turn.text)
    return address_told(told) if told and says_more(told) else told  # without "…, if it can arrive before Thursday"


def _new_items(turn: CustomerTurn, asked: str | None) -> str | None:
    """Before it is asked, or as the answer to what shall be changed ("红色")."""
    kind = None if asked in FREE else kind_of("change_kind", turn.said)
    if kind != "items":
        return None if kind in ("address", "delivery") or asked in FREE else in_or_out(turn.text)
    named = asked == "change_kind" and not names_items_only(turn.said)
    return items_in(turn.text) or (turn.text.strip()[:200] if named else None)


def _delivery_note(turn: CustomerTurn, asked: str | None, digits: OrderDigits) -> str | None:
    return None if asked in FREE else delivery_note_in(turn.text, digits)


def _case_number(turn: CustomerTurn, asked: str | None) -> str | None:
    return None if asked in ("tax_number", "new_address") else case_number_in(turn.said)


def _details(turn: CustomerTurn, asked: str | None) -> str | None:
    """What happened, as it was said, where it was asked for; a bare yes or hello is none."""
    bare = turn.intent in ("affirm", "deny", "thanks", "greeting") and turn.confidence >= SURE_OF_YES
    bare = (bare and not tells_fact(turn.said)) or only_number(turn.said) or lacks_number(turn, None)
    return turn.text.strip()[:400] if asked == "details" and len(turn.text.strip()) > 1 and not bare else None


def _invoice_title(turn: CustomerTurn, asked: str | None) -> str | None:
    return None if asked == "new_address" else title_in(turn.text)


def _return_reason(turn: CustomerTurn, asked: str | None) -> str | None:
    return reason_in(turn.said)


def _wish(turn: CustomerTurn, asked: str | None) -> str | None:
    """Before it is asked, or instead of a yes; a question for how long it takes is none."""
    if asks_when(turn.said, "exchange_item"):
        return None
    at_yes = asked == "confirmed"
    return wish_in(turn.said, alone=at_yes) or (size_in(turn.said) if at_yes else None)


def _confirmed(turn: CustomerTurn, asked: str | None) -> bool | None:
    if asked != "confirmed":
        return None
    said = turn.said.strip().replace("\u2019", "'")
    if names_no_reason(said):
        return None
    if (
        (_SAYS_NO.match(said) and not pauses(said))
        or puts_back(said)
        or (not turn.is_payload and turned_up(said) and not asks_something(said))
    ):
        return False
    if not turn.is_payload and puts_off(said):
        return False  # a later "ok" is no yes to it
    if names_whom(said) or pauses(said):
        return None  # "wait, the name is Anna Lee" puts an address right
    unsure = turn.confidence < SURE_OF_YES or asks_something(turn.said)
    if turn.intent == "affirm" and not turn.is_payload and (unsure or not assents(said, None)):
        return None  # "ok wait" sounds like a yes
    if turn.intent == "thanks" and _YES_AND_THANKS.match(turn.said.strip()):
        return True
    return None if tells_fact(said) else {"affirm": True, "deny": False}.get(turn.intent)  # "it has no sound"


_OLD_BUTTON = re.compile(r"/?[a-z_]{2,30}\{.*\}")  # one of an earlier question, pressed now: nobody's name or address
_LED_IN = re.compile(
    r"^(?:(?:ok|okay|well|yes|so|then|and|hm+|um+|uh+|in that case|just)\b[,. ]+)+"
    r"|^(?:那|好(?![几久用看多])[的了吧]?|嗯|就|[,，。 ])+",
    re.I,
)


def _free(turn: CustomerTurn, asked: str) -> str | None:
    """The words as they stand; a bare yes or no, or a number alone, is no address."""
    text = turn.text.strip()
    if _OLD_BUTTON.fullmatch(text) or pauses(turn.said):
        return None
    if asks_when(turn.said, asked):
        return None
    if asked == "wish" and (asks_something(text) or is_no_wish(turn.said) or back_instead(turn.said)):
        return _wish(turn, asked)  # a question, or another need, is none
    if asked == "new_items" and is_no_wish(turn.said):
        return items_in(turn.text) or wish_in(turn.said)
    if asked == "new_address":
        return address_told(text) or _town(turn)
    if asked == "invoice_title":
        return title_told(turn.text)
    if len(text) < FREE[asked] or (asked != "wish" and text.isdigit()):
        return None
    bare = (
        turn.intent in ("affirm", "deny", "thanks", "greeting") and len(text) <= 12 and turn.confidence >= SURE_OF_YES
    )
    if asked == "delivery_note" and asks_in_words(text):
        return delivery_note_in(text)  # "what if nobody's home" asks
    if asked == "delivery_note" and only_begins(text):
        return None  # "leave a note for the driver"
    if asked == "delivery_note":
        bare = only_thanks(text) or (bare and turn.intent != "thanks")  # 麻烦放门口谢谢
    if asked in ("wish", "new_items", "delivery_note"):
        text = without_fillers(text)
    if asked in ("wish", "delivery_note"):
        text = without_courtesy(_LED_IN.sub("", text)) or text
    bare = bare and not (asked == "wish" and wish_in(text, alone=True))
    return None if bare else (as_note(text) if asked == "delivery_note" else text)[:200]


def _town(turn: CustomerTurn) -> str | None:
    """The town with which an address begins, where nothing else can be meant by it."""
    unsure = turn.intent in ("inform", "out_of_scope", "nlu_fallback") or turn.confidence < SURE_OF_YES
    return town_begun(turn.text) if unsure and not pauses(turn.said) else None


_LISTENERS: Mapping[str, Callable[[CustomerTurn, str | None], str | bool | None]] = MappingProxyType(
    {
        "contact": _contact,
        "proof": _proof,
        "email": _email,
        "new_address": _new_address,
        "new_items": _new_items,
        "case_number": _case_number,
        "details": _details,
        "invoice_title": _invoice_title,
        "tax_number": tax_number_heard,
        "return_reason": _return_reason,
        "wish": _wish,
        "confirmed": _confirmed,
    }
)
_BY_DIGITS: Mapping[str, Callable[[CustomerTurn, str | None, OrderDigits], str | None]] = MappingProxyType(
    {"order_number": order_number_heard, "last4": _last4, "delivery_note": _delivery_note}
)
